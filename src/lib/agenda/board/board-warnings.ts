import type { AgendaContent } from '../document';
import { findWarnings, type Warning } from '../warnings';
import type { OpenBoard } from './queries.server';

/** Experts whom nobody has invited: they do not read the programme, and are not told. */
export const uninvitedIn = (open: Pick<OpenBoard, 'people'>): string[] =>
  open.people.filter(({ role, isInvited }) => role === 'expert' && !isInvited).map(({ id }) => id);

export const boardWarnings = (open: OpenBoard, content: AgendaContent): Warning[] =>
  findWarnings(content, {
    days: open.days,
    timeZone: open.timeZone,
    teams: open.teams,
    uninvitedIds: uninvitedIn(open),
    topics: open.topics
      .filter(({ isChosen }) => isChosen)
      .map(({ id, decision, isElsewhere }) => ({
        id,
        isElsewhere,
        minutes: decision?.minutes ?? null,
        teamIds: decision?.teamIds ?? [],
      })),
  });
