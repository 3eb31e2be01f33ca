import { newId } from '$lib/platform/id';
import { hashOfCode, hashOfToken } from '$lib/invitation/queries.server';
import { newAccount } from '../factories/keys';
import type { World } from '../factories/world';
import type { AccessTable, Refusal } from './table';

const invitee = () => ({ email: `neu-${newId()}@example.org`, name: 'Neu', locale: 'de' as const });

/** An invitation whose token is its id; to cohort A unless another is named. */
export async function anInvitation(
  world: World,
  values: { cohortId?: string; email?: string; teamId?: string } = {},
) {
  const id = newId();
  const { teamId } = values;
  await world.owner.invitation.create({
    data: {
      cohortId: world.cohortA,
      id,
      ...invitee(),
      ...values,
      role: teamId ? 'member' : 'moderator',
      reason: 'Verstärkung',
      tokenHash: hashOfToken(id),
      codeHash: hashOfCode(id),
      createdAt: world.clock.now(),
      expiresAt: new Date(world.clock.now().getTime() + 86_400_000),
    },
  });
  return { cohortId: values.cohortId ?? world.cohortA, invitationId: id };
}

/** To a cohort of its own: accepting changes nothing for the rest of the table. */
const anInvitationElsewhere = async (world: World) =>
  anInvitation(world, { cohortId: await world.addCohort('Durchgang C') });

const organiserOnly = {
  anonymous: 'sign_in_required',
  organiser: 'ok',
  rest: 'not_found',
};
const organiserAndModerator = { ...organiserOnly, moderator: 'ok' };

export const table: AccessTable = {
  'invitation.lookup': {
    input: async (world) => ({ token: (await anInvitation(world)).invitationId }),
    expected: { rest: 'ok' },
  },
  'invitation.accept': {
    input: async (world) => ({
      way: { token: (await anInvitationElsewhere(world)).invitationId },
      ...(await newAccount()),
      name: 'Neu',
      locale: 'de',
    }),
    expected: { rest: 'ok' },
  },
  'invitation.acceptSignedIn': {
    input: async (world) => ({
      way: { token: (await anInvitationElsewhere(world)).invitationId },
    }),
    expected: { anonymous: 'sign_in_required', rest: 'ok' },
  },
  'invitation.list': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: organiserOnly,
  },
  'invitation.download': {
    input: ({ cohortA }) => ({ cohortId: cohortA, format: 'csv' }),
    expected: organiserOnly,
  },
  'invitation.preview': {
    input: ({ cohortA }) => ({ cohortId: cohortA, rows: [{ line: 1, cells: ['a@example.org'] }] }),
    expected: organiserOnly,
  },
  'invitation.invite': {
    input: ({ cohortA }) => ({
      cohortId: cohortA,
      id: newId(),
      ...invitee(),
      role: 'moderator',
      reason: 'Verstärkung',
    }),
    expected: organiserOnly,
  },
  'invitation.inviteMany': {
    input: ({ cohortA }) => ({
      cohortId: cohortA,
      rows: [{ id: newId(), ...invitee(), role: 'moderator' }],
      reason: 'Verstärkung',
    }),
    expected: organiserOnly,
  },
  'invitation.resend': { input: (world) => anInvitation(world), expected: organiserOnly },
  'invitation.revoke': { input: (world) => anInvitation(world), expected: organiserOnly },
  'invitation.restore': { input: (world) => anInvitation(world), expected: organiserOnly },
  'invitation.letters': {
    input: async (world) => {
      const { cohortId, invitationId } = await anInvitation(world);
      return { cohortId, invitationIds: [invitationId] };
    },
    expected: organiserOnly,
  },
  'invitation.arrivals': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: organiserAndModerator,
  },
  'invitation.openJoinCode': {
    input: ({ cohortA }) => ({ cohortId: cohortA, id: newId() }),
    expected: organiserAndModerator,
  },
  'invitation.endJoinCode': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: organiserAndModerator,
  },
};

export const refusals: Refusal[] = [
  {
    procedure: 'invitation.invite',
    as: 'organiser',
    input: ({ cohortA }) => ({ cohortId: cohortA, id: newId(), ...invitee(), role: 'moderator' }),
    expected: 'reason_missing',
  },
];
