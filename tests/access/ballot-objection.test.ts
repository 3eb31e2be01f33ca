import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ballotJobs } from '$lib/ballot/jobs.server';
import { newId } from '$lib/platform/id';
import { endOfWorkingDay } from '$lib/platform/working-days';
import { workOffJobs } from '../../src/server/jobs';
import { anObjection, aProvisionalBallot } from '../factories/voting';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

type Ref = { cohortId: string; ballotId: string };

const stateOf = async ({ ballotId }: Ref) =>
  (await world.owner.ballot.findUniqueOrThrow({ where: { id: ballotId } })).state;
const kindsOf = async (subjectId: string) =>
  (await world.owner.activity.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })).map(
    ({ kind }) => kind,
  );
const toldOf = async (ref: Ref, kind: string) =>
  (await kindsOf(ref.ballotId)).filter((told) => told === kind).length;

async function topicsOf({ ballotId }: Ref) {
  const options = await world.owner.ballotOption.findMany({
    where: { ballotId },
    orderBy: { position: 'asc' },
    select: { topic: { select: { id: true, state: true } } },
  });
  return options.map(({ topic }) => topic!);
}
const topicStates = async (ref: Ref) => (await topicsOf(ref)).map(({ state }) => state);

/** What the job does when the clock strikes. */
async function clockStrikes(ref: Ref) {
  const job = ballotJobs.find(({ queue }) => queue === 'ballot.clock')!;
  await world.asSystem(ref.cohortId, (scope) => job.run(scope, ref, world.services));
}

const roundFor = async (who: ActorKind, ref: Ref) =>
  (await (await world.as(who)).ballot.get(ref)).outcome!.round!;

describe('a provisional decision', () => {
  it('says until when teams can object, and moves no topic', async () => {
    const { ref, items, objectionsUntil } = await aProvisionalBallot(world, { objectionDays: 3 });
    expect(objectionsUntil).toEqual(endOfWorkingDay(world.clock.now(), 3, 'Europe/Berlin'));
    expect(await stateOf(ref)).toBe('provisional');
    expect(await topicStates(ref)).toEqual(['on_ballot', 'on_ballot', 'on_ballot']);
    const [topic] = await topicsOf(ref);
    expect(await kindsOf(topic!.id)).toEqual([
      'topic_on_ballot',
      'topic_carried_over_provisionally',
    ]);
    await (await world.as('moderator')).ballot.decide({ ...ref, statement: '', items });
    expect(await toldOf(ref, 'ballot_provisional')).toBe(1);
    expect(await toldOf(ref, 'ballot_decided')).toBe(0);

    const { outcome } = await (await world.as('otherTeam')).ballot.get(ref);
    expect(outcome?.decision?.finalAt).toBeNull();
    expect(outcome?.result).not.toBeNull();
    expect(outcome?.round).toMatchObject({ isOver: false, objections: [], mayObject: true });
  });

  it('is made final by no moderator: neither decided again nor cancelled', async () => {
    const { ref, items } = await aProvisionalBallot(world);
    const { ballot } = await world.as('moderator');
    const turned = items.map((item) => ({ ...item, isChosen: true, reason: 'doch' }));
    const again = ballot.decide({ ...ref, statement: '', items: turned });
    await expect(again).rejects.toMatchObject({ appCode: 'ballot_is_decided' });
    const cancelling = ballot.cancel({ ...ref, reason: 'anders' });
    await expect(cancelling).rejects.toMatchObject({ appCode: 'ballot_not_in_state' });
    await clockStrikes(ref);
    expect(await stateOf(ref)).toBe('provisional');
  });

  it('becomes final by itself after the date where nobody objects, once', async () => {
    const { ref, objectionsUntil } = await aProvisionalBallot(world);
    const before = world.clock.now();
    world.clock.set(objectionsUntil);
    await clockStrikes(ref);
    await clockStrikes(ref);
    expect(await stateOf(ref)).toBe('decided');
    expect(await topicStates(ref)).toEqual(['carried_over', 'carried_over', 'carried_over']);
    expect(await toldOf(ref, 'ballot_final')).toBe(1);
    const { outcome } = await (await world.as('member')).ballot.get(ref);
    expect(outcome?.decision?.finalAt).toEqual(objectionsUntil);
    world.clock.set(before);
  });

  it('waits in the queue for its date, through every restart', async () => {
    const { ref, objectionsUntil } = await aProvisionalBallot(world);
    const jobs = await world.owner.$queryRaw<{ at: Date }[]>`
      SELECT start_after AS at FROM pgboss.job WHERE name = 'ballot.clock' AND state = 'created'
         AND data->>'ballotId' = ${ref.ballotId} ORDER BY start_after`;
    expect(jobs.map(({ at }) => at)).toContainEqual(objectionsUntil);
  });
});

describe('an objection', () => {
  it('is read at once by everybody who reads the ballot, with team and person', async () => {
    const { ref } = await aProvisionalBallot(world);
    await anObjection(world, ref);
    for (const who of ['partnerMember', 'otherTeam', 'moderator', 'organiser'] as const) {
      const { objections } = await roundFor(who, ref);
      expect(objections).toEqual([
        expect.objectContaining({
          teamName: 'Ahlen',
          raisedByName: 'Anna',
          reason: 'Wir könnten nie dabei sein.',
          answer: null,
          mayAnswer: who === 'moderator',
          mayWithdraw: who === 'partnerMember',
        }),
      ]);
    }
    expect(await toldOf(ref, 'objection_raised')).toBe(1);
  });

  it('is one for each team, however often and by whom it is sent', async () => {
    const { ref } = await aProvisionalBallot(world);
    const [anna, ben] = [await world.as('member'), await world.as('partnerMember')];
    const raise = (api: typeof anna, objectionId = newId()) =>
      api.ballot.raiseObjection({ ...ref, objectionId, reason: 'Nein.' });
    const outcomes = await Promise.allSettled([raise(anna), raise(ben)]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([
      expect.objectContaining({
        reason: expect.objectContaining({ appCode: 'objection_is_raised' }),
      }),
    ]);
    const [stored] = await world.owner.objection.findMany({ where: { ballotId: ref.ballotId } });
    const isAnnas = stored!.raisedById === world.people.member.accountId;
    await raise(isAnnas ? anna : ben, stored!.id);
    await anObjection(world, ref, 'otherTeam');
    expect((await roundFor('member', ref)).objections).toHaveLength(2);
    expect((await roundFor('member', ref)).mayObject).toBe(false);
  });

  it('comes too late after the date, even before the decision is final', async () => {
    const { ref, objectionsUntil } = await aProvisionalBallot(world);
    const before = world.clock.now();
    world.clock.set(objectionsUntil);
    await expect(anObjection(world, ref)).rejects.toMatchObject({ appCode: 'objection_is_late' });
    world.clock.set(before);
  });

  it('holds the decision until it is answered, and no longer', async () => {
    const { ref, objectionsUntil } = await aProvisionalBallot(world);
    const objection = await anObjection(world, ref);
    const before = world.clock.now();
    world.clock.set(objectionsUntil);
    await clockStrikes(ref);
    expect(await stateOf(ref)).toBe('provisional');
    const { ballot } = await world.as('moderator');
    const answer = { ...objection, answer: 'Wir bleiben dabei.', change: null };
    await ballot.answerObjection(answer);
    await ballot.answerObjection(answer);
    const other = ballot.answerObjection({ ...answer, answer: 'Oder doch nicht.' });
    await expect(other).rejects.toMatchObject({ appCode: 'objection_is_answered' });
    // The answer has woken the clock, in the real queue.
    await workOffJobs(world.urls.appUrl, world.services, {
      error: (facts, message) => expect.fail(`${message} ${JSON.stringify(facts)}`),
    });
    expect(await stateOf(ref)).toBe('decided');
    expect(await toldOf(ref, 'objection_answered')).toBe(1);
    const { objections } = await roundFor('otherTeam', ref);
    expect(objections[0]!.answer).toMatchObject({
      text: 'Wir bleiben dabei.',
      byName: 'Mona',
      changes: [],
    });
    world.clock.set(before);
  });

  it('that is answered before the date ends nothing early', async () => {
    const { ref } = await aProvisionalBallot(world);
    const objection = await anObjection(world, ref);
    const { ballot } = await world.as('moderator');
    await ballot.answerObjection({ ...objection, answer: 'Wir bleiben dabei.', change: null });
    await clockStrikes(ref);
    expect(await stateOf(ref)).toBe('provisional');
  });

  it('is withdrawn by either of its team, stays readable, and needs no answer any more', async () => {
    const { ref, objectionsUntil } = await aProvisionalBallot(world);
    const objection = await anObjection(world, ref);
    const ben = await world.as('partnerMember');
    await ben.ballot.withdrawObjection(objection);
    await ben.ballot.withdrawObjection(objection);
    expect(await toldOf(ref, 'objection_withdrawn')).toBe(1);
    await expect(anObjection(world, ref)).rejects.toMatchObject({ appCode: 'objection_is_raised' });
    const before = world.clock.now();
    world.clock.set(objectionsUntil);
    await clockStrikes(ref);
    expect(await stateOf(ref)).toBe('decided');
    const { objections } = await roundFor('otherTeam', ref);
    expect(objections[0]!.withdrawnAt).not.toBeNull();
    const late = ben.ballot.withdrawObjection(await objectionOf(ref, 'otherTeam'));
    await expect(late).rejects.toMatchObject({ appCode: 'not_found' });
    world.clock.set(before);
  });

  /** One that does not exist in the ballot. */
  const objectionOf = async (ref: Ref, who: ActorKind) => {
    const other = await aProvisionalBallot(world);
    return { ...ref, objectionId: (await anObjection(world, other.ref, who)).objectionId };
  };
});

describe('an answer that changes the decision', () => {
  it('needs reasons for departures as ever, and says what it changed', async () => {
    const { ref, items, objectionsUntil } = await aProvisionalBallot(world);
    const objection = await anObjection(world, ref);
    const { ballot } = await world.as('moderator');
    const { version } = await ballot.get(ref);
    const taking = (reason: string) =>
      items.map((item, index) => ({ ...item, isChosen: index === 1, reason }));
    const answer = (changed: typeof items, from = version) =>
      ballot.answerObjection({
        ...objection,
        answer: 'Sie haben recht.',
        change: { version: from, items: changed },
      });
    await expect(answer(taking(''))).rejects.toMatchObject({ appCode: 'decision_needs_reason' });
    await expect(answer(items)).rejects.toMatchObject({ appCode: 'decision_unchanged' });
    await expect(answer(taking('So.'), version - 1)).rejects.toMatchObject({
      appCode: 'conflict',
      facts: { currentVersion: version },
    });
    expect((await roundFor('member', ref)).objections[0]!.answer).toBeNull();

    await answer(taking('Der Einwand von Ahlen.'));
    const { outcome } = await (await world.as('otherTeam')).ballot.get(ref);
    const changes = [{ optionId: items[1]!.optionId, isChosen: true }];
    expect(outcome?.round?.objections[0]?.answer?.changes).toEqual(changes);
    expect(outcome?.decision?.items.filter(({ isDeparture }) => isDeparture)).toEqual([
      { ...changes[0], isDeparture: true, reason: 'Der Einwand von Ahlen.' },
    ]);
    const topics = await topicsOf(ref);
    expect((await kindsOf(topics[1]!.id)).at(-1)).toBe('topic_chosen_provisionally');
    expect((await kindsOf(topics[0]!.id)).at(-1)).toBe('topic_carried_over_provisionally');

    const before = world.clock.now();
    world.clock.set(objectionsUntil);
    await clockStrikes(ref);
    expect(await topicStates(ref)).toEqual(['carried_over', 'chosen', 'carried_over']);
    world.clock.set(before);
  });
});

describe('the walls around objections', () => {
  const row = (ref: Ref, teamId: string) => ({
    ...ref,
    id: newId(),
    teamId,
    reason: '-',
    raisedAt: new Date(),
  });
  const isRefused = (work: Promise<unknown>) => expect(work).rejects.toThrow();

  it('let nobody object for another team, answer as a team, or change what is final', async () => {
    const { ref, objectionsUntil } = await aProvisionalBallot(world);
    const objection = await anObjection(world, ref);
    await isRefused(
      world.scopeAs('otherTeam', ({ db }) =>
        db.objection.createMany({ data: [row(ref, world.teams.ahlen)] }),
      ),
    );
    await isRefused(
      world.scopeAs('moderator', ({ db }) =>
        db.objection.createMany({ data: [row(ref, world.teams.menden)] }),
      ),
    );
    await isRefused(
      world.scopeAs('member', ({ db }) =>
        db.objectionAnswer.createMany({
          data: [
            {
              cohortId: ref.cohortId,
              objectionId: objection.objectionId,
              answer: '-',
              answeredAt: new Date(),
            },
          ],
        }),
      ),
    );
    const turn = () =>
      world.scopeAs('moderator', ({ db }) =>
        db.decisionItem.updateMany({
          where: { ballotId: ref.ballotId },
          data: { isChosen: false },
        }),
      );
    expect(await turn()).toEqual({ count: 3 });
    await (await world.as('member')).ballot.withdrawObjection(objection);
    const before = world.clock.now();
    world.clock.set(objectionsUntil);
    await clockStrikes(ref);
    expect(await turn()).toEqual({ count: 0 });
    world.clock.set(before);
  });
});

describe('the start page', () => {
  const waitingFor = async (who: ActorKind, { cohortId, ballotId }: Ref) =>
    (await (await world.as(who)).start.page({ cohortId, before: null })).waiting
      .filter(({ id }) => id === ballotId)
      .map(({ kind, count, until }) => [kind, count, until]);

  it('tells teams until when they can object, and moderators what waits for an answer', async () => {
    const { ref, objectionsUntil } = await aProvisionalBallot(world);
    const until = new Date(objectionsUntil.getTime() - 1);
    expect(await waitingFor('member', ref)).toEqual([['objection_round', 1, until]]);
    expect(await waitingFor('moderator', ref)).toEqual([]);
    const objection = await anObjection(world, ref);
    await anObjection(world, ref, 'otherTeam');
    expect(await waitingFor('partnerMember', ref)).toEqual([]);
    expect(await waitingFor('moderator', ref)).toEqual([['answer', 2, null]]);
    const { ballot } = await world.as('moderator');
    await ballot.answerObjection({ ...objection, answer: 'Danke.', change: null });
    expect(await waitingFor('moderator', ref)).toEqual([['answer', 1, null]]);
  });
});
