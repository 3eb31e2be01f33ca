import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Way } from '$lib/invitation/schema';
import { newId } from '$lib/platform/id';
import { newAccount } from '../factories/keys';
import { newPassword } from '../factories/password';
import { aDraft, aTopic } from '../factories/topic';
import { openWorld, type World } from '../factories/world';
import { anInvitation } from './invitation.access';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const DAY_MS = 86_400_000;
const address = () => `neu-${newId()}@example.org`;

async function joins(way: Way, request = newAccount()) {
  const api = await world.as('anonymous');
  return api.invitation.accept({ way, name: 'Nora Neu', locale: 'de', ...(await request) });
}

/** Invites to cohort A in the name of its organiser; the token is taken from the mail. */
async function invited(values: { email?: string; teamId?: string } = {}) {
  const organiser = await world.as('organiser');
  const { email = address(), teamId = null } = values;
  const id = newId();
  const role = teamId ? ('member' as const) : ('moderator' as const);
  await organiser.invitation.invite({
    cohortId: world.cohortA,
    id,
    email,
    name: 'Nora Neu',
    role,
    teamId,
    reason: 'Verstärkung',
  });
  return { id, email, token: await tokenOf(email) };
}

async function tokenOf(email: string): Promise<string> {
  const mail = await world.owner.mail.findFirstOrThrow({
    where: { recipient: email, kind: 'invitation' },
    orderBy: { id: 'desc' },
    include: { content: true },
  });
  return /\/join\/([\w-]+)/.exec(mail.content!.text)![1]!;
}

describe('joining', () => {
  it('makes an account, a way to sign in and a membership, and tells everyone', async () => {
    const teamId = await world.addTeam(world.cohortA, `Ort ${newId()}`);
    const { email, token } = await invited({ teamId });
    const anonymous = await world.as('anonymous');
    expect(await anonymous.invitation.lookup({ token })).toMatchObject({
      state: 'open',
      needsAccount: true,
      email,
      role: 'member',
    });

    expect(await joins({ token })).toEqual({ cohortId: world.cohortA });
    const { accountId } = await world.owner.credential.findUniqueOrThrow({ where: { email } });
    expect(await world.owner.membership.findMany({ where: { accountId } })).toMatchObject([
      { teamId, role: 'member', endedAt: null },
    ]);
    const member = await world.as('member');
    const { entries } = await member.membership.log({ cohortId: world.cohortA });
    expect(entries[0]).toMatchObject({
      change: 'joined',
      personName: 'Nora Neu',
      byName: 'Olga',
      reason: 'Verstärkung',
    });
    expect(await anonymous.invitation.lookup({ token })).toMatchObject({ state: 'accepted' });
  });

  it('twice with the same request is once; with another account it is refused', async () => {
    const { token } = await invited();
    const request = newAccount();
    await joins({ token }, request);
    await expect(joins({ token }, request)).resolves.toEqual({ cohortId: world.cohortA });
    await expect(joins({ token })).rejects.toMatchObject({ appCode: 'invitation_used' });
    const { id, keys } = await request;
    const otherPassword = Promise.resolve({ id, keys, ...newPassword() });
    await expect(joins({ token }, otherPassword)).rejects.toMatchObject({
      appCode: 'invitation_used',
    });
  });

  it('two at the same moment with the same link: one account', async () => {
    const { token, email } = await invited();
    const outcomes = await Promise.allSettled([joins({ token }), joins({ token })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await world.owner.credential.count({ where: { email } })).toBe(1);
  });

  it('asks whoever has an account already to sign in first', async () => {
    const { token } = await invited({ email: world.people.outsider.email });
    await expect(joins({ token })).rejects.toMatchObject({ appCode: 'invitation_sign_in_first' });
    const outsider = await world.as('outsider');
    await expect(outsider.invitation.acceptSignedIn({ way: { token } })).resolves.toEqual({
      cohortId: world.cohortA,
    });
    const again = await world.as('outsider');
    expect((await again.cohort.mine()).map(({ name }) => name)).toContain('Durchgang A');
    // The charter of the new cohort comes first.
    await expect(again.membership.directory({ cohortId: world.cohortA })).rejects.toMatchObject({
      appCode: 'charter_first',
    });
  });

  it('ends with the date, and begins again when it is sent again', async () => {
    const { id, email, token } = await invited();
    world.clock.advance(31 * DAY_MS);
    await world.signInAgain('organiser');
    await expect(joins({ token })).rejects.toMatchObject({ appCode: 'invitation_expired' });
    const organiser = await world.as('organiser');
    await organiser.invitation.resend({ cohortId: world.cohortA, invitationId: id });
    await expect(joins({ token })).rejects.toMatchObject({ appCode: 'not_found' });
    await expect(joins({ token: await tokenOf(email) })).resolves.toBeDefined();
  });

  it('is refused after a withdrawal, and works again when that is undone', async () => {
    const { id, token } = await invited();
    const organiser = await world.as('organiser');
    const invitation = { cohortId: world.cohortA, invitationId: id };
    await organiser.invitation.revoke(invitation);
    await expect(joins({ token })).rejects.toMatchObject({ appCode: 'invitation_revoked' });
    await organiser.invitation.restore(invitation);
    await expect(joins({ token })).resolves.toBeDefined();
  });

  it('works with the code of a letter; a new letter ends the code of the old one', async () => {
    const { id } = await invited();
    const organiser = await world.as('organiser');
    const print = async () =>
      (await organiser.invitation.letters({ cohortId: world.cohortA, invitationIds: [id] }))[0]!
        .code;
    const old = await print();
    const code = await print();
    const anonymous = await world.as('anonymous');
    await expect(anonymous.invitation.lookup({ code: old })).rejects.toMatchObject({
      appCode: 'not_found',
    });
    await expect(joins({ code: code.toLowerCase().replaceAll('-', ' ') })).resolves.toBeDefined();
  });

  it('works with the code on the projector, only for invited addresses and only while it is open', async () => {
    const { email } = await invited();
    await world.signInAgain('moderator');
    await world.signInAgain('otherTeam');
    const moderator = await world.as('moderator');
    const { code } = await moderator.invitation.openJoinCode({
      cohortId: world.cohortA,
      id: newId(),
      minutes: 10,
    });
    const stranger = { joinCode: code, email: address() };
    await expect(joins(stranger)).rejects.toMatchObject({ appCode: 'not_found' });
    const signedIn = await world.as('otherTeam');
    await expect(
      signedIn.invitation.acceptSignedIn({ way: { joinCode: code, email } }),
    ).rejects.toMatchObject({ appCode: 'invitation_for_someone_else' });
    await expect(joins({ joinCode: code, email })).resolves.toBeDefined();

    const late = await invited();
    world.clock.advance(11 * 60_000);
    await expect(joins({ joinCode: code, email: late.email })).rejects.toMatchObject({
      appCode: 'not_found',
    });
  });

  it('lets 25 people of one address join within five minutes, each with a slip', async () => {
    const api = await world.as('anonymous', { address: '192.0.2.7' });
    for (let person = 0; person < 25; person += 1) {
      const { invitationId: token } = await anInvitation(world);
      await expect(api.invitation.lookup({ code: 'WRONG' })).rejects.toMatchObject({
        appCode: 'not_found',
      });
      const request = { way: { token }, ...(await newAccount()) };
      await api.invitation.accept({ ...request, name: 'Gast', locale: 'de' });
    }
  });
});

describe('inviting an expert', () => {
  // A test above let a month go by.
  beforeAll(async () => {
    for (const kind of ['member', 'otherTeam', 'moderator', 'organiser'] as const)
      await world.signInAgain(kind);
  });

  const invitation = (topicIds: string[], email = address()) => ({
    cohortId: world.cohortA,
    id: newId(),
    email,
    name: 'Eva Extern',
    role: 'expert' as const,
    topicIds,
    reason: 'Rechtsfragen',
  });

  it('opens the chosen topics, and only those, and tells everyone which they are', async () => {
    // Who joins now has joined last.
    world.clock.advance(1_000);
    const chosen = await aTopic(world, { question: 'Wer haftet beim Dorffest?' });
    await aTopic(world, { question: 'Etwas anderes' });
    const organiser = await world.as('organiser');
    const { topics } = await organiser.invitation.list({ cohortId: world.cohortA });
    expect(topics.map(({ question }) => question)).toContain('Wer haftet beim Dorffest?');
    const input = invitation([chosen]);
    await organiser.invitation.invite(input);
    await joins({ token: await tokenOf(input.email) });

    const { accountId } = await world.owner.credential.findUniqueOrThrow({
      where: { email: input.email },
    });
    const charter = await world.owner.charter.findFirstOrThrow({
      where: { cohortId: world.cohortA },
    });
    await world.owner.charterAcceptance.create({
      data: {
        cohortId: world.cohortA,
        charterId: charter.id,
        accountId,
        at: world.clock.now(),
      },
    });
    const { id: sessionId } = await world.services.sessions.start(accountId, 'Test');
    const expert = await world.as({ ...world.people.expert, accountId, sessionId });
    const seen = await expert.topic.list({ cohortId: world.cohortA });
    expect(seen.topics.map(({ id }) => id)).toEqual([chosen]);

    const member = await world.as('member');
    const { entries } = await member.membership.log({ cohortId: world.cohortA });
    expect(entries[0]).toMatchObject({ change: 'joined', topics: ['Wer haftet beim Dorffest?'] });
    const told = await world.owner.activity.findFirstOrThrow({
      where: { cohortId: world.cohortA, kind: 'person_joined' },
      orderBy: { id: 'desc' },
    });
    expect(told.facts).toMatchObject({ topics: ['Wer haftet beim Dorffest?'] });
  });

  it('refuses drafts and topics of another cohort, and topics for anybody else', async () => {
    const organiser = await world.as('organiser');
    const draft = await aDraft(world);
    await expect(organiser.invitation.invite(invitation([draft]))).rejects.toMatchObject({
      appCode: 'not_found',
    });
    const topic = await aTopic(world);
    const elsewhere = { ...invitation([topic]), cohortId: world.cohortB };
    await expect(organiser.invitation.invite(elsewhere)).rejects.toMatchObject({
      appCode: 'not_found',
    });
    await expect(
      organiser.invitation.invite({ ...invitation([topic]), role: 'moderator' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it("hands the topics of a replaced expert over to the successor's invitation", async () => {
    const place = { cohortId: world.cohortA, role: 'expert' } as const;
    const { membershipId } = await world.addPerson('Erna', place);
    const topicId = await aTopic(world);
    const moderator = await world.as('moderator');
    const { cohortA: cohortId } = world;
    await moderator.topic.setGuest({ cohortId, topicId, membershipId, isInvited: true });
    const id = newId();
    const organiser = await world.as('organiser');
    await organiser.membership.replace({
      cohortId,
      membershipId,
      id,
      email: address(),
      name: 'Eva Extern',
      reason: 'Elternzeit',
    });
    const { invitations } = await organiser.invitation.list({ cohortId });
    expect(invitations.find((one) => one.id === id)?.topics).toHaveLength(1);
  });
});

describe('inviting', () => {
  it('keeps to the places of a team', async () => {
    const organiser = await world.as('organiser');
    const teamId = await world.addTeam(world.cohortA, `Ort ${newId()}`);
    await invited({ teamId });
    await invited({ teamId });
    await expect(invited({ teamId })).rejects.toMatchObject({ appCode: 'team_full' });
    const { teams } = await organiser.invitation.list({ cohortId: world.cohortA });
    expect(teams.find(({ id }) => id === teamId)?.freePlaces).toBe(0);
  });

  it('invites a list as a whole or not at all, and the same request once', async () => {
    const organiser = await world.as('organiser');
    const row = () => ({ id: newId(), email: address(), name: 'N', role: 'moderator' as const });
    const rows = [row(), row()];
    const list = { cohortId: world.cohortA, reason: 'Verstärkung' };
    const broken = { ...list, rows: [row(), { ...row(), email: rows[0]!.email }, rows[0]!] };
    await expect(organiser.invitation.inviteMany(broken)).rejects.toMatchObject({
      appCode: 'already_invited',
    });
    const emails = broken.rows.map(({ email }) => email);
    expect(await world.owner.invitation.count({ where: { email: { in: emails } } })).toBe(0);
    await expect(organiser.invitation.inviteMany({ ...list, rows })).resolves.toEqual({ count: 2 });
    await expect(organiser.invitation.inviteMany({ ...list, rows })).resolves.toEqual({ count: 2 });
    expect(await world.owner.mail.count({ where: { recipient: rows[0]!.email } })).toBe(1);
  });

  it('keeps only hashes of what opens the door', async () => {
    const { id, token } = await invited();
    const row = await world.owner.invitation.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(token);
  });
});
