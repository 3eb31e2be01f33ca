import { m } from '$lib/paraglide/messages.js';
import type { ComingThing } from './queries.server';

/** "6 von 10 Teams haben abgestimmt". */
export const turnoutText = (turnout: NonNullable<ComingThing['turnout']>): string =>
  turnout.electorate === 'teams'
    ? m.ballot_turnout_teams(turnout)
    : m.ballot_turnout_persons(turnout);
