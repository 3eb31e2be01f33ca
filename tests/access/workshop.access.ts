import { newId } from '$lib/platform/id';
import { aDateSearch, aWorkshop } from '../factories/workshop';
import type { World } from '../factories/world';
import { readers } from './expected';
import type { AccessRow, AccessTable, Refusal } from './table';

const staffOnly = {
  ...readers,
  member: 'workshop_only_staff',
  partnerMember: 'workshop_only_staff',
  otherTeam: 'workshop_only_staff',
} satisfies AccessRow['expected'];

const teamsOnly = {
  ...readers,
  moderator: 'workshop_only_teams_block',
  organiser: 'workshop_only_teams_block',
  expert: 'workshop_only_teams_block',
} satisfies AccessRow['expected'];

const dayFromNow = ({ clock }: World, days: number) =>
  new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

const aRef = async (world: World, said: Parameters<typeof aWorkshop>[1] = {}) => {
  const { cohortId, workshopId } = await aWorkshop(world, said);
  return { cohortId, workshopId };
};

/** A workshop as its form sends it, without a date. */
export const someWorkshop = ({ cohortA }: World) => ({
  cohortId: cohortA,
  workshopId: newId(),
  version: 0,
  kind: 'workshop' as const,
  number: null,
  title: 'Junge Leute gewinnen',
  about: '<p>Wir treffen uns in Olpe.</p>',
  place: 'Haus am Dom, Olpe',
  onlineUrl: '',
  seats: null,
  days: [{ id: newId(), date: null as string | null, startMinute: 570, endMinute: 960 }],
  guestIds: [] as string[],
});

export const table: AccessTable = {
  'workshop.list': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: { ...readers, expert: 'ok' },
  },
  'workshop.page': { input: (world) => aRef(world), expected: readers },
  'workshop.form': { input: (world) => aRef(world), expected: staffOnly },
  'workshop.save': {
    input: someWorkshop,
    expected: {
      ...staffOnly,
      expert: 'workshop_only_staff',
      partner: 'workshop_only_staff',
      administrator: 'workshop_only_staff',
    },
  },
  'workshop.cancel': {
    input: async (world) => ({ ...(await aRef(world)), reason: 'Der Saal ist abgebrannt.' }),
    expected: staffOnly,
  },
  'workshop.resume': {
    input: (world) => aRef(world, { state: 'cancelled' }),
    expected: staffOnly,
  },
  'workshop.discard': { input: (world) => aRef(world), expected: staffOnly },
  'workshop.date.view': {
    input: async (world) => (await aDateSearch(world)).ref,
    expected: readers,
  },
  'workshop.date.offer': {
    input: async (world) => ({
      ...(await aRef(world)),
      offers: [{ date: dayFromNow(world, 20) }, { date: dayFromNow(world, 21) }],
      answerUntil: dayFromNow(world, 7),
    }),
    expected: staffOnly,
  },
  'workshop.date.withdraw': {
    input: async (world) => {
      const { ref, optionIds } = await aDateSearch(world);
      return { ...ref, optionId: optionIds[0]! };
    },
    expected: staffOnly,
  },
  'workshop.date.answer': {
    input: async (world) => {
      const { ref, optionIds } = await aDateSearch(world);
      return { ...ref, answers: [{ optionId: optionIds[0]!, answer: 'if_need_be' }] };
    },
    expected: readers,
  },
  'workshop.date.remind': {
    input: async (world) => (await aDateSearch(world)).ref,
    expected: staffOnly,
  },
  'workshop.date.fix': {
    input: async (world) => {
      const { ref, optionIds } = await aDateSearch(world);
      return { ...ref, optionId: optionIds[0]! };
    },
    expected: staffOnly,
  },
  'workshop.date.blocked': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: teamsOnly,
  },
  'workshop.date.block': {
    input: ({ cohortA }) => ({
      ...{ cohortId: cohortA, id: newId(), reason: 'Ratssitzung' },
      ...{ from: '2026-03-12', until: '2026-03-13' },
    }),
    expected: teamsOnly,
  },
  'workshop.date.unblock': {
    input: async ({ owner, clock, cohortA, teams }) => {
      const id = newId();
      const days = { from: clock.now(), until: clock.now(), createdAt: clock.now() };
      await owner.teamBlockedDay.create({
        data: { cohortId: cohortA, id, teamId: teams.ahlen, ...days },
      });
      return { cohortId: cohortA, id };
    },
    expected: {
      ...readers,
      otherTeam: 'workshop_only_teams_block',
      moderator: 'workshop_only_teams_block',
      organiser: 'workshop_only_teams_block',
    },
  },
};

export const refusals: Refusal[] = [
  {
    procedure: 'workshop.date.answer',
    as: 'member',
    input: async (world) => {
      const { ref, optionIds } = await aDateSearch(world);
      await (await world.as('moderator')).workshop.date.fix({ ...ref, optionId: optionIds[0]! });
      return { ...ref, answers: [{ optionId: optionIds[1]!, answer: 'no' }] };
    },
    expected: 'workshop_date_is_fixed',
  },
  {
    procedure: 'workshop.save',
    as: 'organiser',
    input: async (world) => {
      const cohortId = await world.addCohort('Beendet');
      const { accountId } = world.people.organiser;
      const at = world.clock.now();
      const membership = { cohortId, accountId, role: 'organiser', joinedAt: at } as const;
      await world.owner.membership.create({ data: { id: newId(), ...membership } });
      const charter = await world.owner.charter.findFirstOrThrow({ where: { cohortId } });
      await world.owner.charterAcceptance.create({
        data: { cohortId, charterId: charter.id, accountId, at },
      });
      await world.owner.cohort.update({ where: { id: cohortId }, data: { state: 'concluded' } });
      return { ...someWorkshop(world), cohortId };
    },
    expected: 'cohort_takes_nothing_new',
  },
];
