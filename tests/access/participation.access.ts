import { aFixedWorkshop, anAnswer, anAttendance } from '../factories/participation';
import type { World, ActorKind } from '../factories/world';
import { readers } from './expected';
import type { AccessRow, AccessTable, Refusal } from './table';

const staffOnly = {
  ...readers,
  member: 'workshop_only_staff',
  partnerMember: 'workshop_only_staff',
  otherTeam: 'workshop_only_staff',
} satisfies AccessRow['expected'];

const organiserOnly = {
  ...readers,
  member: 'participation_only_organiser',
  partnerMember: 'participation_only_organiser',
  otherTeam: 'participation_only_organiser',
  moderator: 'participation_only_organiser',
} satisfies AccessRow['expected'];

type Said = Parameters<typeof aFixedWorkshop>[1];

const aRef = async (world: World, said: Said = {}) => {
  const { cohortId, workshopId } = await aFixedWorkshop(world, said);
  return { cohortId, workshopId };
};

/** A workshop that the one who calls has answered, where she or he is one of those who can. */
const answered =
  (answer: 'in_person' | 'no') =>
  async (world: World, kind: ActorKind): Promise<{ cohortId: string; workshopId: string }> => {
    const ref = await aRef(world);
    const person = kind === 'anonymous' ? undefined : world.people[kind];
    const isOfCohort = ['member', 'partnerMember', 'otherTeam', 'moderator', 'organiser'];
    if (person && isOfCohort.includes(kind)) await anAnswer(world, ref, person, { answer });
    return ref;
  };

/** The expert is invited to it. */
const withExpert = async (world: World, said: Said = {}) => {
  const ref = await aRef(world, said);
  const { membershipId } = world.people.expert;
  await world.owner.workshopGuest.create({ data: { ...ref, membershipId, at: world.clock.now() } });
  return ref;
};

/** A workshop that is over, at which everyone was. */
const attended = async (world: World) => {
  const ref = await withExpert(world, { inDays: -1, state: 'held' });
  for (const who of [
    'member',
    'partnerMember',
    'otherTeam',
    'moderator',
    'organiser',
    'expert',
  ] as const)
    await anAttendance(world, ref, world.people[who]);
  return ref;
};

export const table: AccessTable = {
  'workshop.participation.own': {
    input: (world) => withExpert(world),
    expected: { ...readers, expert: 'ok' },
  },
  'workshop.participation.list': { input: (world) => withExpert(world), expected: readers },
  'workshop.participation.answer': {
    input: async (world) => ({ ...(await withExpert(world)), answer: 'in_person' }),
    expected: { ...readers, expert: 'ok' },
  },
  'workshop.participation.replace': {
    input: async (world, kind) => ({
      ...(await answered('no')(world, kind)),
      guestName: 'Gustav Gast',
    }),
    expected: readers,
  },
  'workshop.participation.answerFor': {
    input: async (world) => ({
      ...(await aRef(world)),
      membershipId: world.people.member.membershipId,
      answer: 'online',
    }),
    expected: staffOnly,
  },
  'workshop.participation.saveNeed': {
    input: async (world, kind) => ({
      ...(await answered('in_person')(world, kind)),
      choices: ['vegan'],
    }),
    expected: readers,
  },
  'workshop.participation.needs': { input: (world) => aRef(world), expected: organiserOnly },
  'workshop.participation.record': {
    input: async (world) => ({
      ...(await aRef(world, { inDays: 0 })),
      entries: [{ membershipId: world.people.member.membershipId, attended: 'in_person' }],
    }),
    expected: staffOnly,
  },
  'workshop.participation.recordComing': {
    input: (world) => aRef(world, { inDays: 0 }),
    expected: staffOnly,
  },
  'workshop.participation.download': {
    input: async (world) => ({ ...(await withExpert(world)), format: 'csv' }),
    expected: staffOnly,
  },
  'workshop.participation.certificate': {
    input: attended,
    expected: { ...readers, expert: 'ok' },
  },
};

export const refusals: Refusal[] = [
  {
    procedure: 'workshop.participation.answer',
    as: 'member',
    input: async (world) => ({ ...(await aRef(world, { inDays: -2 })), answer: 'online' }),
    expected: 'participation_closed',
  },
  {
    procedure: 'workshop.participation.certificate',
    as: 'member',
    input: async (world) => ({ ...(await attended(world)), of: 'everyone' }),
    expected: 'workshop_only_staff',
  },
  {
    procedure: 'workshop.participation.certificate',
    as: 'member',
    input: (world) => aRef(world, { inDays: -1, state: 'held' }),
    expected: 'participation_no_certificate',
  },
  {
    procedure: 'workshop.participation.record',
    as: 'moderator',
    input: async (world) => ({
      ...(await aRef(world)),
      entries: [{ membershipId: world.people.member.membershipId, attended: 'in_person' }],
    }),
    expected: 'participation_not_begun',
  },
];
