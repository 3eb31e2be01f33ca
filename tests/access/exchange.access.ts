import { newId } from '$lib/platform/id';
import { emptyContent } from '$lib/practice/fields';
import { FORMAT } from '$lib/practice/exchange/format';
import { practiceWords } from '../factories/practice';
import { closed } from './expected';
import type { AccessTable } from './table';

const teams = { member: 'ok', partnerMember: 'ok', otherTeam: 'ok' } as const;

/** What a team has shown to its cohort. */
const forTheCohort = { ...closed, ...teams, moderator: 'ok', organiser: 'ok' } as const;
/** Those who record examples. */
const forTeams = {
  ...closed,
  ...teams,
  moderator: 'practice_only_members_record',
  organiser: 'practice_only_members_record',
} as const;

export const table: AccessTable = {
  'exchange.download': {
    input: ({ cohortA }) => ({ cohortId: cohortA, format: 'csv' }),
    expected: forTheCohort,
  },
  'exchange.export': {
    input: ({ cohortA }) => ({ cohortId: cohortA, of: 'own' }),
    expected: { ...closed, ...teams },
  },
  'exchange.preview': {
    input: ({ cohortA }) => ({
      cohortId: cohortA,
      text: JSON.stringify({ format: FORMAT, version: 1, practices: [practiceWords] }),
    }),
    expected: forTeams,
  },
  'exchange.import': {
    input: ({ cohortA }) => ({
      cohortId: cohortA,
      practices: [{ practiceId: newId(), content: { ...emptyContent(), ...practiceWords } }],
    }),
    expected: forTeams,
  },
};
