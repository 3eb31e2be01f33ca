import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consultationJobs } from '$lib/consultation/jobs.server';
import { noticeJobs } from '$lib/notice/jobs.server';
import {
  aConsultation,
  anEpoch,
  aRunningConsultation,
  keysOf,
  outcome,
  sealedNote,
  step,
  written,
  type Ref,
} from '../factories/consultation';
import { workOff } from '../factories/notice';
import { actorKinds, openWorld, type ActorKind, type World } from '../factories/world';

const DAY_MS = 86_400_000;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  await workOff(world);
  await world.owner.notice.deleteMany();
});

/** Later, when everybody has to sign in again. */
async function wait(milliseconds: number) {
  world.clock.advance(milliseconds);
  for (const kind of actorKinds) await world.signInAgain(kind);
}

const api = async (who: ActorKind) => (await world.as(who)).consultation;

/** Runs a job of the room as the clock would. */
async function runJob(queue: string, data: Ref | null) {
  const job = consultationJobs.find((one) => one.queue === queue)!;
  await world.asSystem(data?.cohortId ?? null, (scope) =>
    job.run(scope, { ...data }, world.services),
  );
}

/** Who was told what, once the jobs have run: "Clara consultation_asked". */
async function told(): Promise<string[]> {
  await workOff(world);
  const notices = await world.owner.notice.findMany({ where: { kind: 'consultation' } });
  const names = new Map(Object.values(world.people).map((one) => [one.accountId, one.name]));
  return notices
    .map(({ accountId, facts }) => {
      const { activity } = facts as { activity: string };
      return `${names.get(accountId)} ${activity.replace('consultation_', '')}`;
    })
    .sort();
}

const stored = ({ consultationId: id }: Ref) =>
  world.owner.consultation.findUniqueOrThrow({ where: { id } });

/** A written one that was closed in its last phase. */
async function aClosedConsultation(): Promise<Ref> {
  const ref = await aRunningConsultation(world);
  await world.owner.consultation.update({
    where: { id: ref.consultationId },
    data: { phase: 5, phaseStartedAt: world.clock.now() },
  });
  await (await api('member')).contribute(await written(world, 'member', ref, 'takeaway'));
  await step(world, 'member', ref, { type: 'close' });
  return ref;
}

/** How much of what was written, sealed and noted is left. */
async function leftOf({ consultationId }: Ref): Promise<number[]> {
  const { owner } = world;
  const where = { consultationId };
  return [
    await owner.contribution.count({ where }),
    await owner.consultationEpoch.count({ where }),
    await owner.consultationKey.count({ where }),
    await owner.consultationNote.count({ where }),
  ];
}

describe('what people are told', () => {
  it('is told to those in the circle alone, and stands in no log', async () => {
    const before = await world.owner.activity.count();
    const ref = await aConsultation(world);
    expect(await told()).toEqual(['Ben asked', 'Clara asked', 'Mona asked']);
    await (await api('otherTeam')).answer({ ...ref, answer: 'joined' });
    expect(await told()).toContain('Anna answered');
    expect(await world.owner.activity.count()).toBe(before);
  });

  it('says in the written form whose turn it is, and in a room nothing', async () => {
    const ref = await aRunningConsultation(world);
    await workOff(world);
    await world.owner.notice.deleteMany();
    await step(world, 'moderator', ref, { type: 'advance' });
    expect(await told()).toEqual(['Anna turn', 'Ben turn', 'Clara turn']);
    await (await api('member')).contribute(await written(world, 'member', ref, 'telling'));
    expect(await told()).toEqual(
      expect.arrayContaining(['Ben contributed', 'Clara contributed', 'Mona contributed']),
    );
    await step(world, 'moderator', ref, { type: 'advance' });
    expect(await told()).toContain('Anna end_asked');

    await world.owner.notice.deleteMany();
    const live = await aRunningConsultation(world, { form: 'live' });
    await workOff(world);
    await world.owner.notice.deleteMany();
    await step(world, 'moderator', live, { type: 'advance' });
    await (await api('member')).contribute(await written(world, 'member', live, 'telling'));
    expect(await told()).toEqual([]);
  });

  it('is told once, as long as it was not read', async () => {
    const ref = await aRunningConsultation(world);
    for (let turn = 0; turn < 3; turn += 1)
      await (
        await api('otherTeam')
      ).contribute(await written(world, 'otherTeam', ref, 'statement'));
    const contributed = (await told()).filter((one) => one === 'Anna contributed');
    expect(contributed).toHaveLength(1);
  });

  it('is mailed without a name, a title or a word of it', async () => {
    const { owner, people, clock } = world;
    const { accountId } = people.otherTeam;
    await owner.noticeSetting.create({ data: { accountId, pace: 'at_once' } });
    await aConsultation(world);
    await told();
    await owner.mailContent.deleteMany();
    await owner.notice.updateMany({ where: { accountId }, data: { mailDueAt: clock.now() } });
    const mail = noticeJobs.find(({ queue }) => queue === 'notice.mail')!;
    await world.asSystem(null, (scope) => mail.run(scope, {}, world.services));
    const [content] = await owner.mailContent.findMany();
    expect(content!.subject).toBe('Neues in einer geschützten Kollegialen Beratung');
    for (const word of ['Anna', 'Beirat', 'Sitzungen'])
      expect(content!.subject + content!.text + content!.html).not.toContain(word);
    await owner.noticeSetting.deleteMany();
  });

  it('reaches open pages of the circle, and no others', async () => {
    const heard: { kind: string; accountId?: string }[] = [];
    const unsubscribe = world.services.events.subscribe((event) => {
      if (typeof event !== 'string') heard.push(event);
    });
    const ref = await aRunningConsultation(world);
    await step(world, 'moderator', ref, { type: 'pause' });
    await expect
      .poll(() => heard.filter(({ kind }) => kind === 'consultation').length)
      .toBeGreaterThan(12);
    unsubscribe();
    const { member, moderator, otherTeam, partnerMember } = world.people;
    const circle = [member, moderator, otherTeam, partnerMember].map((one) => one.accountId);
    for (const event of heard.filter(({ kind }) => kind === 'consultation'))
      expect(circle).toContain(event.accountId);
  });
});

describe('the time after the end', () => {
  it('asks after four weeks what came of it, and the circle reads the answer', async () => {
    const ref = await aClosedConsultation();
    await workOff(world);
    await world.owner.notice.deleteMany();
    await wait(27 * DAY_MS);
    await runJob('consultation.follow-up', ref);
    expect(await told()).toEqual([]);
    await wait(DAY_MS);
    await runJob('consultation.follow-up', ref);
    await runJob('consultation.follow-up', ref);
    expect(await told()).toEqual(['Anna follow_up']);
    const { consultations } = await (await api('member')).list(ref);
    const waiting = consultations.find((one) => one.consultationId === ref.consultationId)!.waiting;
    expect(waiting).toBe('follow_up');
    const answer = await written(world, 'member', ref, 'follow_up', 'Er tagt wieder.');
    await (await api('member')).contribute(answer);
    expect(await told()).toContain('Clara contributed');
    const { consultations: after } = await (await api('member')).list(ref);
    expect(after.find((one) => one.consultationId === ref.consultationId)!.waiting).toBeNull();
  });

  it('asks at another time where the case giver wishes it', async () => {
    const ref = await aClosedConsultation();
    await (await api('member')).setFollowUp({ ...ref, followUpDays: 60 });
    await workOff(world);
    await world.owner.notice.deleteMany();
    await wait(28 * DAY_MS);
    await runJob('consultation.follow-up', ref);
    expect(await told()).toEqual([]);
    await wait(32 * DAY_MS);
    await runJob('consultation.follow-up', ref);
    expect(await told()).toEqual(['Anna follow_up']);
    expect(await outcome((await api('member')).setFollowUp({ ...ref, followUpDays: 90 }))).toBe(
      'consultation_follow_up_asked',
    );
  });
});

describe('what was written', () => {
  it('is destroyed by the case giver at any time, with every key', async () => {
    const ref = await aRunningConsultation(world);
    await (await api('otherTeam')).writeNotes({ ...ref, version: 0, blob: sealedNote() });
    expect(await leftOf(ref)).toEqual([2, 1, 4, 1]);
    await (await api('member')).destroy(ref);
    expect(await leftOf(ref)).toEqual([0, 0, 0, 0]);
    const page = await (await api('otherTeam')).read(ref);
    expect(page.destroyedAt).not.toBeNull();
    expect(page.engine.state).toBe('cancelled');
    await (await api('member')).destroy(ref);
    expect(
      await outcome(
        (await api('otherTeam')).writeNotes({ ...ref, version: 0, blob: sealedNote() }),
      ),
    ).toBe('consultation_destroyed');
    expect((await told()).filter((one) => one.endsWith('destroyed'))).toEqual([
      'Ben destroyed',
      'Clara destroyed',
      'Mona destroyed',
    ]);
  });

  it('is destroyed half a year after the end by itself, in an archive too', async () => {
    const ref = await aClosedConsultation();
    const { closedAt, expiresAt } = await stored(ref);
    const halfAYear = new Date(closedAt!);
    halfAYear.setUTCMonth(halfAYear.getUTCMonth() + 6);
    expect(expiresAt).toEqual(halfAYear);
    await world.owner.cohort.update({ where: { id: ref.cohortId }, data: { state: 'archived' } });
    await wait(expiresAt!.getTime() - 1 - world.clock.now().getTime());
    await runJob('consultation.expire', null);
    expect((await leftOf(ref))[0]).toBe(3);
    await wait(1);
    await runJob('consultation.expire', null);
    expect(await leftOf(ref)).toEqual([0, 0, 0, 0]);
    expect(await stored(ref)).toMatchObject({ state: 'closed', destroyedAt: world.clock.now() });
    await world.owner.cohort.update({ where: { id: ref.cohortId }, data: { state: 'concluded' } });
    await world.owner.cohort.update({ where: { id: ref.cohortId }, data: { state: 'closed' } });
  });

  it('stays longer or shorter as the case giver decides, within two years', async () => {
    const ref = await aClosedConsultation();
    const member = await api('member');
    const in_ = (days: number) => ({
      ...ref,
      expiresAt: new Date(world.clock.now().getTime() + days * DAY_MS),
    });
    expect(await outcome(member.setExpiry(in_(-1)))).toBe('consultation_expiry_invalid');
    expect(await outcome(member.setExpiry(in_(800)))).toBe('consultation_expiry_invalid');
    await member.setExpiry(in_(10));
    expect((await stored(ref)).expiresAt).toEqual(in_(10).expiresAt);
    const running = await aRunningConsultation(world);
    expect(await outcome(member.setExpiry({ ...in_(10), ...running }))).toBe(
      'consultation_not_ended',
    );
  });

  it('does not stay for good where the case giver is gone', async () => {
    const { owner, people, clock } = world;
    const giver = await world.addPerson('Gerd', { cohortId: world.cohortA, role: 'moderator' });
    const ref = await aRunningConsultation(world);
    await owner.consultation.update({
      where: { id: ref.consultationId },
      data: { caseGiverId: giver.accountId },
    });
    await owner.membership.update({
      where: { id: giver.membershipId },
      data: { endedAt: clock.now() },
    });
    expect((await stored(ref)).expiresAt!.getTime()).toBeGreaterThan(
      clock.now().getTime() + 180 * DAY_MS,
    );
    expect(people.member.accountId).not.toBe(giver.accountId);
  });

  it('loses the keys and notes of an account that ends, and nothing else', async () => {
    const { owner, clock } = world;
    const person = await world.addPerson('Eda', { cohortId: world.cohortA, role: 'member' });
    await keysOf(world, person);
    const ref = await aRunningConsultation(world);
    await (
      await api('member')
    ).addParticipant({
      ...(await anEpoch(world, 'member', ref, { broughtIds: [person.accountId] })),
      accountId: person.accountId,
      role: 'adviser',
    });
    await (
      await world.as(person)
    ).consultation.writeNotes({ ...ref, version: 0, blob: sealedNote() });
    await owner.account.update({
      where: { id: person.accountId },
      data: { deletedAt: clock.now() },
    });
    const where = { accountId: person.accountId };
    expect(await owner.consultationNote.count({ where })).toBe(0);
    expect(await owner.consultationKey.count({ where })).toBe(0);
    expect((await leftOf(ref)).slice(0, 3)).toEqual([2, 2, 8]);
  });
});
