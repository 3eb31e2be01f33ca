import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clockOf, soonAt as soonBefore } from '$lib/consultation/engine/clock';
import { consultationJobs } from '$lib/consultation/jobs.server';
import { aConsultation, aRunningConsultation, step, type Ref } from '../factories/consultation';
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

/** When the present phase ends by what the page is served, and when that is announced. */
async function momentsOf(ref: Ref) {
  const { engine, now } = await (await api('member')).read(ref);
  const endsAt = clockOf(engine, now).endsAt!;
  return { endsAt: new Date(endsAt), soonAt: new Date(soonBefore(engine, endsAt)) };
}

describe('the clock', () => {
  it('tells that the time of a phase is soon over, and over, and moves nothing on', async () => {
    const ref = await aRunningConsultation(world);
    await step(world, 'moderator', ref, { type: 'advance' });
    await workOff(world);
    await world.owner.notice.deleteMany();
    const { phase } = await stored(ref);
    await runJob('consultation.clock', ref);
    expect(await told()).toEqual([]);
    const { soonAt, endsAt } = await momentsOf(ref);
    world.clock.set(soonAt);
    await runJob('consultation.clock', ref);
    expect(await told()).toEqual([
      'Anna time_soon',
      'Ben time_soon',
      'Clara time_soon',
      'Mona time_soon',
    ]);
    world.clock.set(endsAt);
    await runJob('consultation.clock', ref);
    expect(await told()).toEqual(expect.arrayContaining(['Anna time_over', 'Mona time_over']));
    expect(await stored(ref)).toMatchObject({ phase, state: 'running' });
    // More time: what was planned for the end before says nothing any more.
    await step(world, 'moderator', ref, { type: 'extend', ms: 5 * DAY_MS });
    await world.owner.notice.deleteMany();
    await runJob('consultation.clock', ref);
    expect(await told()).toEqual([]);
  });

  it('has a job for the end of the phase, and for the working day before', async () => {
    await world.owner.$executeRaw`DELETE FROM pgboss.job WHERE name = 'consultation.clock'`;
    const ref = await aRunningConsultation(world);
    await step(world, 'moderator', ref, { type: 'advance' });
    const rows = await world.owner.$queryRaw<{ at: Date }[]>`
      SELECT start_after AS at FROM pgboss.job WHERE name = 'consultation.clock'
       AND data->>'consultationId' = ${ref.consultationId} ORDER BY 1 DESC LIMIT 2`;
    const { soonAt, endsAt } = await momentsOf(ref);
    expect(rows.map(({ at }) => at)).toEqual([endsAt, soonAt]);
  });

  it('reminds the circle once of the date of a live one, also where it was put off and back', async () => {
    await world.owner.$executeRaw`DELETE FROM pgboss.job WHERE name = 'consultation.remind'`;
    const ref = await aConsultation(world, { form: 'live' });
    const wednesday = (weeks: number) => {
      const day = new Date(world.clock.now().getTime() + weeks * 7 * DAY_MS);
      day.setUTCDate(day.getUTCDate() + ((10 - day.getUTCDay()) % 7));
      return day;
    };
    const [soon, later] = [wednesday(1), wednesday(2)];
    const plan = async (plannedFor: Date) => (await api('member')).plan({ ...ref, plannedFor });
    await plan(soon);
    await plan(later);
    await plan(soon);
    const jobs = await world.owner.$queryRaw<{ at: Date }[]>`
      SELECT start_after AS at FROM pgboss.job WHERE name = 'consultation.remind' ORDER BY 1`;
    const dayBefore = (date: Date) => new Date(date.getTime() - DAY_MS);
    expect(jobs.map(({ at }) => at)).toEqual([soon, soon, later].map(dayBefore));

    await workOff(world);
    await world.owner.notice.deleteMany();
    await runJob('consultation.remind', ref);
    expect(await told()).toEqual([]);
    world.clock.set(dayBefore(soon));
    await runJob('consultation.remind', ref);
    await world.owner.notice.updateMany({ data: { readAt: world.clock.now() } });
    await runJob('consultation.remind', ref);
    const everyone = ['Anna', 'Ben', 'Clara', 'Mona'].map((name) => `${name} reminder`);
    expect(await told()).toEqual(everyone);
    const { mailDueAt, facts } = await world.owner.notice.findFirstOrThrow();
    expect(mailDueAt).not.toBeNull();
    // Nothing of what it is about, and not even when.
    expect(Object.keys(facts as object).sort()).toEqual(['activity', 'actorId']);

    await plan(later);
    world.clock.set(dayBefore(later));
    for (const kind of actorKinds) await world.signInAgain(kind);
    await workOff(world);
    await world.owner.notice.deleteMany();
    await runJob('consultation.remind', ref);
    expect(await told()).toEqual(everyone);
    // Too late after a standstill: it has met.
    await world.owner.consultation.update({
      where: { id: ref.consultationId },
      data: { remindedFor: null },
    });
    await world.owner.notice.deleteMany();
    world.clock.set(later);
    await runJob('consultation.remind', ref);
    expect(await told()).toEqual([]);
  });
});
