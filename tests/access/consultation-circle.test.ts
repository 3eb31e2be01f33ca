import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { openThread, resealFor } from '$lib/consultation/thread/open';
import {
  aConsultation,
  anEpoch,
  aRunningConsultation,
  giveKeys,
  keysOf,
  opened,
  outcome,
  type Ref,
  written,
} from '../factories/consultation';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const api = async (who: ActorKind) => (await world.as(who)).consultation;

const contributes = async (
  who: Exclude<ActorKind, 'anonymous'>,
  ref: Ref,
  kind: Parameters<typeof written>[3],
  text?: string,
) => outcome((await api(who)).contribute(await written(world, who, ref, kind, text)));

const reads = async (who: ActorKind, ref: Ref) => outcome((await api(who)).read(ref));
describe('whoever is out of the circle', () => {
  it('reads nothing more from this moment on, and gets nothing newer', async () => {
    const ways: [string, (ref: Ref) => Promise<unknown>][] = [
      ['leaves', async (ref) => (await api('otherTeam')).leave(ref)],
      [
        'is taken out',
        async (ref) =>
          (await api('member')).removeParticipant({
            ...ref,
            accountId: world.people.otherTeam.accountId,
          }),
      ],
    ];
    for (const [way, goes] of ways) {
      const ref = await aRunningConsultation(world);
      await goes(ref);
      expect([way, await reads('otherTeam', ref)]).toEqual([way, 'not_found']);
      // The others write under a new key, which the next writer makes.
      expect(await contributes('partnerMember', ref, 'statement')).toBe(
        'consultation_epoch_needed',
      );
      const { otherTeam } = world.people;
      const leavingIds = [otherTeam.accountId];
      await (
        await api('partnerMember')
      ).beginEpoch(await anEpoch(world, 'partnerMember', ref, { leavingIds }));
      expect(await contributes('partnerMember', ref, 'statement', 'Unter uns.')).toBe('ok');
      const { page } = await opened(world, 'member', ref);
      expect(
        page.holders.filter(({ epoch }) => epoch === 2).map((one) => one.accountId),
      ).not.toContain(otherTeam.accountId);
      // What she had seen opens no more than that, even with all that the server has.
      const keys = await keysOf(world, otherTeam);
      const seen = await openThread(
        keys,
        (await opened(world, 'member', ref)).thread.directory,
        { ...page, sealed: await everySealed(ref) },
        null,
      );
      expect(seen.contributions.at(-1)).toMatchObject({ text: null });
      expect(seen.contributions[0]).toMatchObject({ text: 'Der Beirat kommt nicht zusammen' });
    }
  });

  it('has declined, and reads nothing either', async () => {
    const ref = await aConsultation(world);
    expect(await reads('otherTeam', ref)).toBe('ok');
    await (await api('otherTeam')).answer({ ...ref, answer: 'declined' });
    expect(await reads('otherTeam', ref)).toBe('not_found');
  });

  it('was replaced; the successor inherits nothing', async () => {
    const place = await world.addPerson('Rita', {
      cohortId: world.cohortA,
      role: 'member',
      teamId: world.teams.menden,
    });
    const ref = await aRunningConsultation(world);
    await keysOf(world, place);
    await (
      await api('member')
    ).addParticipant({
      ...(await anEpoch(world, 'member', ref, { broughtIds: [place.accountId] })),
      accountId: place.accountId,
      role: 'adviser',
    });
    const rita = async () => (await world.as(place)).consultation.read(ref);
    expect(await outcome(rita())).toBe('ok');
    const { cohortA: cohortId } = world;
    await (
      await world.as('organiser')
    ).membership.replace({
      ...{ cohortId, membershipId: place.membershipId, id: newId(), sendsMail: false },
      ...{ email: 'nora@example.org', name: 'Nora', reason: 'Wechsel im Amt' },
    });
    const left = await world.owner.consultationParticipant.findFirstOrThrow({
      where: { consultationId: ref.consultationId, accountId: place.accountId },
    });
    expect(left.leftAt).not.toBeNull();
    const { id: sessionId } = await world.services.sessions.start(place.accountId, 'Test');
    const again = (await world.as({ ...place, sessionId })).consultation;
    expect(await outcome(again.read(ref))).toBe('not_found');
    const successor = await world.addPerson('Nora', {
      cohortId: world.cohortA,
      role: 'member',
      teamId: world.teams.menden,
    });
    const nora = (await world.as(successor)).consultation;
    expect(await outcome(nora.read(ref))).toBe('not_found');
    expect((await nora.list({ cohortId: world.cohortA })).consultations).toEqual([]);
    expect(await contributes('otherTeam', ref, 'statement')).toBe('consultation_epoch_needed');
    // Who comes back into the cohort does not come back into the circle.
    await world.owner.membership.create({
      data: {
        id: newId(),
        cohortId,
        accountId: place.accountId,
        role: 'moderator',
        joinedAt: world.clock.now(),
      },
    });
    expect(await outcome((await world.as({ ...place, sessionId })).consultation.read(ref))).toBe(
      'not_found',
    );
  });

  it('still takes part where another membership stays', async () => {
    const both = await world.addPerson('Doris', { cohortId: world.cohortA, role: 'moderator' });
    const second = newId();
    await world.owner.membership.create({
      data: {
        id: second,
        cohortId: world.cohortA,
        accountId: both.accountId,
        role: 'expert',
        joinedAt: world.clock.now(),
      },
    });
    const ref = await aRunningConsultation(world);
    await keysOf(world, both);
    await (
      await api('member')
    ).addParticipant({
      ...(await anEpoch(world, 'member', ref, { broughtIds: [both.accountId] })),
      accountId: both.accountId,
      role: 'adviser',
    });
    await world.owner.membership.update({
      where: { id: second },
      data: { endedAt: world.clock.now() },
    });
    expect(await outcome((await world.as(both)).consultation.read(ref))).toBe('ok');
  });
});

/** All sealed keys of a consultation, as whoever has the database would have them. */
async function everySealed({ consultationId }: Ref) {
  const rows = await world.owner.consultationKey.findMany({ where: { consultationId } });
  return rows.map(({ epoch, accountId, keysId, sealed }) => ({
    epoch,
    accountId,
    keysId,
    sealed: Buffer.from(sealed).toString('base64url'),
  }));
}

describe('whoever has the database in hand', () => {
  it('can enter the organiser as an adviser, and reads not a word', async () => {
    const ref = await aRunningConsultation(world);
    const { accountId } = world.people.organiser;
    const keys = await keysOf(world, world.people.organiser);
    await world.owner.consultationParticipant.create({
      data: {
        ...ref,
        accountId,
        role: 'adviser',
        place: 9,
        askedAt: world.clock.now(),
        answer: 'joined',
      },
    });
    await world.owner.membership.create({
      data: {
        ...{ id: newId(), cohortId: ref.cohortId, accountId, role: 'moderator' },
        joinedAt: world.clock.now(),
      },
    });
    const page = await (await api('organiser')).read(ref);
    const { thread } = await opened(world, 'member', ref);
    const seen = await openThread(
      keys,
      thread.directory,
      { ...page, sealed: await everySealed(ref) },
      null,
    );
    expect(seen.contributions.map(({ text }) => text)).toEqual([null, null]);
    // The others' pages name who can read by what was signed.
    expect(thread.holders).not.toContain(accountId);
    // And what she writes, the server does not take: she has no key of it.
    const own = await written(world, 'otherTeam', ref, 'statement');
    expect(await outcome((await api('organiser')).contribute(own))).toBe(
      'consultation_key_missing',
    );
    await world.owner.membership.deleteMany({ where: { accountId, role: 'moderator' } });
  });
});

describe('whoever comes later', () => {
  it('reads from then on, and what was before only if the case giver passes it on', async () => {
    const ref = await aRunningConsultation(world, { advisers: ['otherTeam', 'expert'] });
    await keysOf(world, world.people.partnerMember);
    const { accountId } = world.people.partnerMember;
    await (
      await api('member')
    ).addParticipant({
      ...(await anEpoch(world, 'member', ref, { broughtIds: [accountId] })),
      accountId,
      role: 'adviser',
    });
    await (await api('partnerMember')).answer({ ...ref, answer: 'joined' });
    expect(await contributes('otherTeam', ref, 'statement', 'Willkommen.')).toBe('ok');
    const { thread } = await opened(world, 'partnerMember', ref);
    expect(thread.contributions.map(({ text }) => text)).toEqual([null, null, 'Willkommen.']);
  });

  it('comes with new keys, and gets the old ones back from the circle alone', async () => {
    const ref = await aRunningConsultation(world);
    await giveKeys(world, world.people.otherTeam);
    const lost = await opened(world, 'otherTeam', ref);
    expect(lost.thread.lostEpochs).toEqual([1]);
    await (await api('otherTeam')).askForKeys(ref);
    const { thread, keys } = await opened(world, 'partnerMember', ref);
    const resealed = await resealFor(thread, keys, world.people.otherTeam.accountId);
    // Not for keys that are no longer in force, and not for somebody outside.
    const partner = await api('partnerMember');
    const bent = resealed.map((key) => ({ ...key, accountId: world.people.expert.accountId }));
    expect(await outcome(partner.reseal({ ...ref, keys: bent }))).toBe('vault_thread_stranger');
    await partner.reseal({ ...ref, keys: resealed });
    const { thread: back } = await opened(world, 'otherTeam', ref);
    expect(back.lostEpochs).toEqual([]);
    expect(back.contributions[0]).toMatchObject({ text: 'Der Beirat kommt nicht zusammen' });
  });
});
