import { newId } from '$lib/platform/id';
import {
  aConsultation,
  anEpoch,
  aRunningConsultation,
  aStart,
  giveKeys,
  keysOf,
  opened,
  sealedNote,
  step,
  written,
  type Ref,
} from '../factories/consultation';
import { resealFor } from '$lib/consultation/thread/open';
import type { ActorKind, World } from '../factories/world';
import type { AccessRow, AccessTable, Refusal } from './table';

/**
 * Anna (member) gives the case, Mona (moderator) moderates, Clara (otherTeam) and Ben (partnerMember)
 * advise. To everyone else in the cohort and in the installation, it is not there.
 */
const circle = {
  anonymous: 'sign_in_required',
  member: 'ok',
  moderator: 'ok',
  otherTeam: 'ok',
  partnerMember: 'ok',
  rest: 'not_found',
} satisfies AccessRow['expected'];

const inCircle = ['member', 'moderator', 'otherTeam', 'partnerMember'] as const;
type InCircle = (typeof inCircle)[number];
const isInCircle = (kind: ActorKind): kind is InCircle =>
  (inCircle as readonly ActorKind[]).includes(kind);

/** Whoever does not get in changes nothing: all of them knock at the same door. */
const knockedAt = new WeakMap<World, Map<string, Promise<Ref>>>();

function oneFor(make: (world: World) => Promise<Ref>) {
  return (world: World, kind: ActorKind): Promise<Ref> => {
    if (isInCircle(kind)) return make(world);
    const doors = knockedAt.get(world) ?? new Map<string, Promise<Ref>>();
    knockedAt.set(world, doors);
    const door = doors.get(make.name) ?? make(world);
    doors.set(make.name, door);
    return door;
  };
}
const running = oneFor(aRunningConsultation);
const asked = oneFor(aConsultation);
const withoutBen = oneFor(function expertInstead(world) {
  return aRunningConsultation(world, { advisers: ['otherTeam', 'expert'] });
});
const ended = oneFor(async function cancelled(world) {
  const ref = await aConsultation(world);
  await step(world, 'member', ref, { type: 'cancel' });
  return ref;
});

const caseGiverOnly = {
  ...circle,
  moderator: 'consultation_only_case_giver',
  otherTeam: 'consultation_only_case_giver',
  partnerMember: 'consultation_only_case_giver',
} satisfies AccessRow['expected'];

/** Who can be asked into a circle at all. */
const cohortRef = ({ cohortA }: World) => ({ cohortId: cohortA });

const authorOf = (kind: ActorKind): InCircle => (isInCircle(kind) ? kind : 'member');

export const table: AccessTable = {
  'consultation.list': {
    input: cohortRef,
    expected: {
      ...circle,
      expert: 'ok',
      organiser: 'consultation_only_members',
    },
  },
  'consultation.candidates': {
    input: cohortRef,
    expected: {
      ...circle,
      expert: 'consultation_only_members',
      organiser: 'consultation_only_members',
      partner: 'consultation_only_members',
      administrator: 'consultation_only_members',
    },
  },
  'consultation.ownWriting': {
    input: () => undefined,
    expected: { anonymous: 'sign_in_required', rest: 'ok' },
  },
  'consultation.read': { input: running, expected: circle },
  'consultation.start': {
    input: (world, kind) => {
      const [giver, moderator, ...advisers] = [
        ...(isInCircle(kind) ? [kind] : []),
        ...inCircle.filter((one) => one !== kind),
      ];
      return aStart(world, { giver: giver!, moderator: moderator!, advisers });
    },
    expected: {
      ...circle,
      expert: 'consultation_only_members',
      organiser: 'consultation_only_members',
      partner: 'consultation_only_members',
      administrator: 'consultation_only_members',
    },
  },
  'consultation.answer': {
    input: async (world, kind) => ({ ...(await asked(world, kind)), answer: 'declined' }),
    expected: { ...circle, member: 'consultation_answered_already' },
  },
  'consultation.addParticipant': {
    input: async (world, kind) => {
      const ref = await withoutBen(world, kind);
      const { partnerMember } = world.people;
      await keysOf(world, partnerMember);
      const { accountId } = partnerMember;
      const epoch = await anEpoch(world, 'member', ref, { broughtIds: [accountId] });
      return { ...epoch, accountId, role: 'adviser' };
    },
    expected: {
      ...caseGiverOnly,
      partnerMember: 'not_found',
      expert: 'consultation_only_case_giver',
    },
  },
  'consultation.removeParticipant': {
    input: async (world, kind) => ({
      ...(await running(world, kind)),
      accountId: world.people.otherTeam.accountId,
    }),
    expected: caseGiverOnly,
  },
  'consultation.leave': {
    input: running,
    expected: { ...circle, member: 'consultation_case_giver_stays' },
  },
  'consultation.act': {
    input: async (world, kind) => {
      const ref = await running(world, kind);
      const row = { where: { id: ref.consultationId } };
      const { version } = await world.owner.consultation.findUniqueOrThrow(row);
      return { ...ref, version, action: { type: 'pause' } };
    },
    expected: {
      ...circle,
      otherTeam: 'consultation_only_moderator',
      partnerMember: 'consultation_only_moderator',
    },
  },
  'consultation.plan': {
    input: async (world, kind) => ({
      ...(await asked(world, kind)),
      plannedFor: world.clock.now(),
    }),
    expected: caseGiverOnly,
  },
  'consultation.contribute': {
    input: async (world, kind) =>
      written(world, authorOf(kind), await running(world, kind), 'statement'),
    expected: circle,
  },
  'consultation.withdraw': {
    input: async (world, kind) => {
      const ref = await running(world, kind);
      const { thread } = await opened(world, 'member', ref);
      const contributionId = thread.contributions[0]!.id;
      return {
        ...(await written(world, 'member', ref, 'withdrawal', contributionId)),
        contributionId,
      };
    },
    expected: {
      ...circle,
      moderator: 'consultation_only_own_words',
      otherTeam: 'consultation_only_own_words',
      partnerMember: 'consultation_only_own_words',
    },
  },
  'consultation.beginEpoch': {
    input: async (world, kind) => anEpoch(world, authorOf(kind), await running(world, kind)),
    expected: circle,
  },
  'consultation.reseal': {
    input: async (world, kind) => {
      const ref = await running(world, kind);
      await giveKeys(world, world.people.otherTeam);
      const { thread, keys } = await opened(world, 'member', ref);
      const { accountId } = world.people.otherTeam;
      return { ...ref, keys: await resealFor(thread, keys, accountId) };
    },
    expected: circle,
  },
  'consultation.askForKeys': { input: running, expected: circle },
  'consultation.writeNotes': {
    input: async (world, kind) => ({
      ...(await running(world, kind)),
      version: 0,
      blob: sealedNote(),
    }),
    expected: circle,
  },
  'consultation.setAway': {
    input: (world) => ({ ...cohortRef(world), awayUntil: null }),
    expected: {
      ...circle,
      expert: 'ok',
      organiser: 'consultation_only_members',
    },
  },
  'consultation.setFollowUp': {
    input: async (world, kind) => ({ ...(await asked(world, kind)), followUpDays: 40 }),
    expected: caseGiverOnly,
  },
  'consultation.setExpiry': {
    input: async (world, kind) => ({
      ...(await ended(world, kind)),
      expiresAt: new Date(world.clock.now().getTime() + 86_400_000),
    }),
    expected: caseGiverOnly,
  },
  'consultation.destroy': { input: asked, expected: caseGiverOnly },
};

export const refusals: Refusal[] = [
  {
    procedure: 'consultation.start',
    as: 'member',
    // The organiser can never be asked.
    input: async (world) => {
      const start = await aStart(world);
      const { accountId } = world.people.organiser;
      return { ...start, circle: [{ accountId, role: 'adviser', isSecretary: false }] };
    },
    expected: 'consultation_person_cannot',
  },
  {
    procedure: 'consultation.start',
    as: 'member',
    // Nor is the case giver someone else in the circle.
    input: async (world) => {
      const start = await aStart(world);
      const { accountId } = world.people.member;
      return { ...start, circle: [{ accountId, role: 'adviser', isSecretary: false }] };
    },
    expected: 'consultation_person_cannot',
  },
  {
    procedure: 'consultation.read',
    as: 'member',
    input: async (world) => ({ ...(await aConsultation(world)), cohortId: world.cohortB }),
    expected: 'not_found',
  },
  {
    procedure: 'consultation.read',
    as: 'otherTeam',
    input: (world) => ({ cohortId: world.cohortA, consultationId: newId() }),
    expected: 'not_found',
  },
];
