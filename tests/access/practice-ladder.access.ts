import { newId } from '$lib/platform/id';
import { checkPoints } from '$lib/practice/ladder/schema';
import type { ReleasedRung } from '$lib/practice/schema';
import { aPractice, aStep } from '../factories/practice';
import type { World } from '../factories/world';
import type { AccessTable, Refusal } from './table';

const closed = { anonymous: 'sign_in_required', rest: 'not_found' } as const;

/** Who reads an example is its team's own affair. */
const forItsTeam = { ...closed, member: 'ok', partnerMember: 'ok' } as const;
/** Anna (member) has proposed. */
const forThePartner = {
  ...forItsTeam,
  member: 'practice_only_partner_answers',
} as const;

const ref = async (world: World, practice: Promise<string>) => ({
  cohortId: world.cohortA,
  practiceId: await practice,
});

/** A step of Ahlen's, prepared or proposed by Anna. */
const onStep = async (
  world: World,
  { rung = 'cohort', isProposed = true }: { rung?: ReleasedRung; isProposed?: boolean } = {},
) => {
  const practice = aPractice(world, rung === 'public' ? { rung: 'cohort' } : {});
  const its = await ref(world, practice);
  return { ...its, stepId: await aStep(world, its.practiceId, { rung, isProposed }) };
};

export const table: AccessTable = {
  'practice.ladder.get': {
    input: (world) => ref(world, aPractice(world, { rung: 'cohort' })),
    expected: forItsTeam,
  },
  'practice.ladder.step': { input: (world) => onStep(world), expected: forItsTeam },
  'practice.ladder.prepare': {
    input: async (world) => ({
      ...(await ref(world, aPractice(world))),
      stepId: newId(),
      rung: 'cohort',
    }),
    expected: forItsTeam,
  },
  'practice.ladder.edit': {
    input: async (world) => ({
      ...(await onStep(world, { isProposed: false })),
      changes: [{ field: 'mandate', from: '', to: 'Keiner.' }],
    }),
    expected: forItsTeam,
  },
  'practice.ladder.discard': {
    input: (world) => onStep(world, { isProposed: false }),
    expected: forItsTeam,
  },
  'practice.ladder.propose': {
    input: async (world) => ({
      ...(await onStep(world, { isProposed: false })),
      checks: [...checkPoints],
    }),
    expected: forItsTeam,
  },
  'practice.ladder.agree': { input: (world) => onStep(world), expected: forThePartner },
  'practice.ladder.object': {
    input: async (world) => ({ ...(await onStep(world)), reason: 'Noch nicht.' }),
    expected: forThePartner,
  },
  'practice.ladder.takeBack': {
    input: (world) => onStep(world),
    expected: { ...forItsTeam, partnerMember: 'practice_only_proposer_takes_back' },
  },
  'practice.ladder.down': {
    input: async (world) => ({
      ...(await ref(world, aPractice(world, { rung: 'public' }))),
      stepId: newId(),
      stays: 'team',
    }),
    expected: forItsTeam,
  },
};

export const refusals: Refusal[] = [
  {
    procedure: 'practice.ladder.prepare',
    as: 'member',
    input: async (world) => ({
      ...(await ref(world, aPractice(world))),
      stepId: newId(),
      rung: 'public',
    }),
    expected: 'practice_cohort_first',
  },
  {
    procedure: 'practice.ladder.edit',
    as: 'member',
    input: async (world) => ({
      ...(await onStep(world)),
      changes: [{ field: 'mandate', from: '', to: 'Keiner.' }],
    }),
    expected: 'practice_step_is_proposed',
  },
  {
    procedure: 'practice.ladder.down',
    as: 'member',
    input: async (world) => ({
      ...(await ref(world, aPractice(world))),
      stepId: newId(),
      stays: 'team',
    }),
    expected: 'practice_not_shown',
  },
];
