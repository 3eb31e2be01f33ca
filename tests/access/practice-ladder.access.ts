import { newId } from '$lib/platform/id';
import { checkPoints } from '$lib/practice/ladder/schema';
import type { ReleasedRung } from '$lib/practice/schema';
import { aPerson, aPractice, aStep, noOne } from '../factories/practice';
import type { World } from '../factories/world';
import { closed } from './expected';
import type { AccessTable, Refusal } from './table';

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

const onPerson = async (world: World, isWritten = true) => {
  const its = await ref(world, aPractice(world));
  const { personId } = await aPerson(world, its.practiceId, { isWritten });
  return { ...its, personId };
};
const onLink = async (world: World) => {
  const practiceId = await aPractice(world);
  const { token } = await aPerson(world, practiceId, { isWritten: false });
  return { token };
};
const anyone = { rest: 'ok' } as const;

Object.assign(table, {
  'practice.person.list': { input: (world) => onPerson(world), expected: forItsTeam },
  'practice.person.places': { input: (world) => onPerson(world), expected: forItsTeam },
  'practice.person.save': {
    input: async (world) => ({
      ...(await ref(world, aPractice(world))),
      personId: newId(),
      ...noOne,
    }),
    expected: forItsTeam,
  },
  'practice.person.renewLink': { input: (world) => onPerson(world), expected: forItsTeam },
  'practice.person.remove': { input: (world) => onPerson(world, false), expected: forItsTeam },
  'practice.person.withdraw': { input: (world) => onPerson(world), expected: forItsTeam },
  // Whoever has the link is the person.
  'practice.person.consent': { input: onLink, expected: anyone },
  'practice.person.giveConsent': { input: onLink, expected: anyone },
  'practice.person.prolongConsent': {
    input: async (world) => ({ ...(await onLink(world)), by: '1' }),
    expected: anyone,
  },
  'practice.person.withdrawConsent': { input: onLink, expected: anyone },
  'practice.public.list': { input: () => ({}), expected: anyone },
  'practice.public.read': {
    input: async (world) => ({ practiceId: await aPractice(world, { rung: 'public' }) }),
    expected: anyone,
  },
  'practice.public.pdf': {
    input: async (world) => ({ practiceId: await aPractice(world, { rung: 'public' }) }),
    expected: anyone,
  },
} satisfies AccessTable);

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
  {
    procedure: 'practice.person.save',
    as: 'member',
    input: async (world) => {
      const its = await ref(world, aPractice(world));
      const discardedAt = world.clock.now();
      await world.owner.practice.update({ where: { id: its.practiceId }, data: { discardedAt } });
      return { ...its, personId: newId(), ...noOne };
    },
    expected: 'practice_is_discarded',
  },
  {
    procedure: 'practice.public.read',
    as: 'anonymous',
    input: async (world) => ({ practiceId: await aPractice(world, { rung: 'cohort' }) }),
    expected: 'not_found',
  },
  {
    procedure: 'practice.public.pdf',
    as: 'anonymous',
    input: async (world) => ({ practiceId: await aPractice(world, { rung: 'cohort' }) }),
    expected: 'not_found',
  },
];
