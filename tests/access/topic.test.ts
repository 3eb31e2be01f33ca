import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { aPractice } from '../factories/practice';
import { aDraft, anEnteredTopic, aTopic, topicWords } from '../factories/topic';
import { openWorld, type World, type WorldPerson } from '../factories/world';

let world: World;
/** A member of a third team. */
let selma: WorldPerson;

beforeAll(async () => {
  world = await openWorld();
  const teamId = await world.addTeam(world.cohortA, 'Senden');
  const place = { cohortId: world.cohortA, role: 'member', teamId } as const;
  selma = await world.addPerson('Selma', place);
});
afterAll(() => world?.close());

const refOf = (topicId: string) => ({ cohortId: world.cohortA, topicId });
const pageOf = async (topicId: string, who: Parameters<World['as']>[0] = 'member') =>
  (await world.as(who)).topic.page(refOf(topicId));

describe('proposing', () => {
  it('is the same request when it is sent twice, also at the same time', async () => {
    const api = await world.as('member');
    const topic = { ...topicWords, ...refOf(newId()), version: 0 };
    const answers = await Promise.all([api.topic.propose(topic), api.topic.propose(topic)]);
    expect(answers[0]).toEqual(answers[1]);
    const activities = await world.owner.activity.count({ where: { subjectId: topic.topicId } });
    expect(activities).toBe(1);
  });

  it('refuses the id of a foreign topic as not found, and leaves that as it was', async () => {
    const topicId = newId();
    const foreign = await world.as('outsider');
    const theirs = { ...topicWords, cohortId: world.cohortB, topicId, version: 0 };
    await foreign.topic.propose(theirs);
    const api = await world.as('member');
    const taken = { ...topicWords, question: 'Übernommen?', ...refOf(topicId), version: 0 };
    await expect(api.topic.propose(taken)).rejects.toMatchObject({ appCode: 'not_found' });
    const { topic } = await foreign.topic.page({ cohortId: world.cohortB, topicId });
    expect(topic.question).toBe(topicWords.question);
  });

  it('keeps a draft from everyone but the team', async () => {
    const draft = await aDraft(world);
    expect((await pageOf(draft, 'partnerMember')).topic.state).toBe('draft');
    for (const who of ['otherTeam', 'moderator', 'organiser'] as const)
      await expect(pageOf(draft, who)).rejects.toMatchObject({ appCode: 'not_found' });
    const { topics } = await (
      await world.as('otherTeam')
    ).topic.list({
      cohortId: world.cohortA,
      phase: 'drafts',
    });
    expect(topics).toEqual([]);
  });

  it('ends when the cohort is concluded, and nothing else does', async () => {
    const topicId = await aTopic(world);
    const api = await world.as('member');
    const proposal = () => ({ ...topicWords, ...refOf(newId()), version: 0 });
    const comment = () => ({ ...refOf(topicId), id: newId(), body: '<p>Danke</p>' });
    const setState = (state: 'closed' | 'concluded') =>
      world.owner.cohort.update({ where: { id: world.cohortA }, data: { state } });
    await setState('concluded');
    const refused = { appCode: 'cohort_takes_nothing_new' };
    await expect(api.topic.propose(proposal())).rejects.toMatchObject(refused);
    await expect(api.comment.create(comment())).rejects.toMatchObject(refused);
    await expect(pageOf(topicId)).resolves.toBeDefined();
    await setState('closed');
    await expect(api.topic.propose(proposal())).resolves.toBeDefined();
    await expect(api.comment.create(comment())).resolves.toBeDefined();
  });
});

describe('a topic entered by a moderator', () => {
  it('is read by all once its team has confirmed it', async () => {
    const topicId = await anEnteredTopic(world);
    await expect(pageOf(topicId, 'otherTeam')).rejects.toMatchObject({ appCode: 'not_found' });
    await (await world.as('partnerMember')).topic.confirm(refOf(topicId));
    const { topic } = await pageOf(topicId, 'otherTeam');
    expect(topic).toMatchObject({ state: 'proposed', proposedBy: { name: 'Ben' } });
    expect(topic.enteredByName).toBe('Mona');
  });

  it('becomes the draft of a team that wants it otherwise', async () => {
    const topicId = await anEnteredTopic(world);
    await (await world.as('member')).topic.takeBack(refOf(topicId));
    expect((await pageOf(topicId)).topic.state).toBe('draft');
    await expect(pageOf(topicId, 'moderator')).rejects.toMatchObject({ appCode: 'not_found' });
  });

  it('tells nobody its question before', async () => {
    const topicId = await anEnteredTopic(world);
    const activities = await world.owner.activity.findMany({ where: { subjectId: topicId } });
    expect(JSON.stringify(activities)).not.toContain(topicWords.question);
  });
});

describe('changing', () => {
  it('keeps every version, with who made it and what was changed', async () => {
    const topicId = await aTopic(world);
    const api = await world.as('partnerMember');
    const question = 'Wie halten wir Menschen für kurze Einsätze?';
    await api.topic.change({ ...topicWords, question, ...refOf(topicId), version: 1 });
    const { versions, shown } = await api.topic.history({ ...refOf(topicId), version: null });
    expect(versions.map(({ version, changedByName }) => [version, changedByName])).toEqual([
      [2, 'Ben'],
      [1, 'Anna'],
    ]);
    expect(shown?.fields.map(({ field }) => field)).toEqual(['question']);
    expect(shown?.fields[0]?.pieces).toContainEqual({ kind: 'removed', text: 'gewinnen' });
  });

  it('lets one of two concurrent changes win and tells the other', async () => {
    const topicId = await aTopic(world);
    const change = { ...topicWords, ...refOf(topicId), version: 1 };
    const outcomes = await Promise.allSettled([
      (await world.as('member')).topic.change({ ...change, question: 'Fassung von Anna?' }),
      (await world.as('partnerMember')).topic.change({ ...change, question: 'Fassung von Ben?' }),
    ]);
    const refused = outcomes.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { appCode: 'conflict' } });
    expect((await pageOf(topicId)).topic.version).toBe(2);
  });

  it('stops while people vote on it', async () => {
    const topicId = await aTopic(world, { state: 'on_ballot' });
    const api = await world.as('member');
    const change = { ...topicWords, ...refOf(topicId), version: 1 };
    await expect(api.topic.change(change)).rejects.toMatchObject({
      appCode: 'topic_on_ballot_keeps_words',
    });
    await expect(
      api.topic.withdraw({ ...refOf(topicId), reason: 'Erledigt' }),
    ).rejects.toMatchObject({
      appCode: 'topic_not_in_pool',
    });
  });

  it('takes hostile HTML for what it says, and refuses what is far too long', async () => {
    const api = await world.as('member');
    const topicId = newId();
    const hostile = `<p onclick="alert(1)">Text</p><script>alert(1)</script><img src=x onerror=alert(1)>
      <a href="javascript:alert(1)">Link</a><svg><script>alert(1)</script></svg>`;
    const fields = { about: hostile, whyNow: hostile, bringsCase: hostile };
    const question = '<script>alert(1)</script> Wirklich?';
    await api.topic.propose({ ...topicWords, ...fields, question, ...refOf(topicId), version: 0 });
    await api.comment.create({ ...refOf(topicId), id: newId(), body: hostile });
    const { topic, discussion } = await pageOf(topicId);
    const html = [topic.about, topic.whyNow, topic.bringsCase, discussion.comments[0]!.body].join();
    expect(html).not.toMatch(/<script|<img|<svg|onclick|onerror|javascript:/i);
    expect(html).toContain('Text');
    // The question is plain text: it is shown as it was typed, and never as HTML.
    expect(topic.question).toBe(question);
    const tooLong = { ...topicWords, about: 'a'.repeat(40_001), ...refOf(newId()), version: 0 };
    await expect(api.topic.propose(tooLong)).rejects.toMatchObject({ appCode: 'invalid_input' });
  });

  it('can be withdrawn with a reason and taken up again', async () => {
    const topicId = await aTopic(world);
    const api = await world.as('member');
    await api.topic.withdraw({ ...refOf(topicId), reason: 'Hat sich erledigt.' });
    const withdrawn = await pageOf(topicId, 'otherTeam');
    expect(withdrawn.topic.state).toBe('withdrawn');
    expect(withdrawn.passport.at(-1)).toMatchObject({
      kind: 'topic_withdrawn',
      facts: { reason: 'Hat sich erledigt.' },
    });
    await api.topic.reopen(refOf(topicId));
    expect((await pageOf(topicId)).topic.state).toBe('proposed');
  });
});

describe('supporting', () => {
  it('counts a team once, however often and by whom it is said', async () => {
    const topicId = await aTopic(world, { team: 'menden' });
    const support = { ...refOf(topicId), isSupported: true };
    const [anna, ben] = [await world.as('member'), await world.as('partnerMember')];
    await Promise.all([anna.topic.setSupport(support), ben.topic.setSupport(support)]);
    await (await world.as(selma)).topic.setSupport(support);
    const view = await pageOf(topicId);
    expect(view.supporters.map(({ name }) => name)).toEqual(['Ahlen', 'Senden']);
    expect(view.topic.supportCount).toBe(2);
    await ben.topic.setSupport({ ...support, isSupported: false });
    expect((await pageOf(topicId)).topic.supportCount).toBe(1);
  });
});

describe('an expert', () => {
  it('reads and comments the topic that she or he was invited to, until that ends', async () => {
    const topicId = await aTopic(world);
    const { membershipId } = world.people.expert;
    const guest = { ...refOf(topicId), membershipId };
    const moderator = await world.as('moderator');
    const expert = await world.as('expert');
    await moderator.topic.setGuest({ ...guest, isInvited: true });
    await expert.comment.create({ ...refOf(topicId), id: newId(), body: '<p>Mein Rat</p>' });
    expect((await pageOf(topicId, 'expert')).discussion.comments).toHaveLength(1);
    const { topics } = await expert.topic.list({ cohortId: world.cohortA });
    expect(topics.map(({ id }) => id)).toEqual([topicId]);
    await moderator.topic.setGuest({ ...guest, isInvited: false });
    await expect(pageOf(topicId, 'expert')).rejects.toMatchObject({ appCode: 'not_found' });
  });
});

describe('the list', () => {
  it('finds, narrows, sorts and goes on where the page before ended', async () => {
    const cohortId = await world.addCohort('Listen');
    const teamId = await world.addTeam(cohortId, 'Olpe');
    const person = await world.addPerson('Lisa', { cohortId, role: 'member', teamId });
    const api = await world.as(person);
    const ids: string[] = [];
    for (let index = 0; index < 25; index += 1) {
      world.clock.advance(1000);
      const question = index === 3 ? 'Was tun gegen 100%_Papier?' : `Frage ${index}?`;
      const tags = index % 2 ? ['Vereine'] : ['Jugend'];
      const topicId = newId();
      ids.push(topicId);
      await api.topic.propose({ ...topicWords, question, tags, cohortId, topicId, version: 0 });
    }
    const newestFirst = [...ids].reverse();
    const idsOf = ({ topics }: { topics: { id: string }[] }) => topics.map(({ id }) => id);
    const first = await api.topic.list({ cohortId });
    expect(idsOf(first)).toEqual(newestFirst.slice(0, 20));
    const second = await api.topic.list({ cohortId, after: first.nextAfter });
    expect(idsOf(second)).toEqual(newestFirst.slice(20));
    expect(second.nextAfter).toBeNull();
    expect(idsOf(await api.topic.list({ cohortId, q: '100%_papier olpe' }))).toEqual([ids[3]]);
    expect(idsOf(await api.topic.list({ cohortId, tag: 'Vereine' }))).toHaveLength(12);
    expect(first.tags).toEqual(['Jugend', 'Vereine']);
    expect(idsOf(await api.topic.list({ cohortId, mine: 'followed', phase: 'ended' }))).toEqual([]);
  });
});

describe('queries', () => {
  /** Runs a call and counts the statements that reached the database. */
  async function countOf(call: () => Promise<unknown>): Promise<number> {
    const { pool } = world.services.database;
    const client = Object.getPrototypeOf(await pool.connect().then((c) => (c.release(), c)));
    const original = client.query;
    let count = 0;
    client.query = function (...args: unknown[]) {
      count += 1;
      return original.apply(this, args);
    };
    await call().finally(() => (client.query = original));
    return count;
  }

  it('of topic and list are as many with one row as with fifty', async () => {
    const cohortId = await world.addCohort('Zählen');
    const teamId = await world.addTeam(cohortId, 'Olpe');
    const person = await world.addPerson('Zara', { cohortId, role: 'member', teamId });
    const api = await world.as(person);
    const topicId = newId();
    const ref = { cohortId, topicId };
    const comment = () =>
      api.comment.create({ ...ref, id: newId(), body: '<p>Ein Satz mit @Zara</p>' });
    await api.topic.propose({ ...topicWords, ...ref, version: 0 });
    await comment();
    const page = () => countOf(() => api.topic.page(ref));
    const list = () => countOf(() => api.topic.list({ cohortId }));
    const withOne = [await page(), await list()];
    for (let index = 1; index < 50; index += 1) {
      await comment();
      await api.topic.propose({ ...topicWords, cohortId, topicId: newId(), version: 0 });
    }
    expect([await page(), await list()]).toEqual(withOne);
    expect(withOne[0]).toBeLessThanOrEqual(4);
  });
});

describe('what became of it at home', () => {
  it('names the examples that began with it: the shown ones to all who read them, drafts to their team', async () => {
    const topicId = await aTopic(world);
    const cohortId = world.cohortA;
    const begin = async (rung?: 'cohort') => {
      const practiceId = await aPractice(world, { ...(rung ? { rung } : {}) });
      await world.owner.practice.update({ where: { id: practiceId }, data: { topicId } });
      return practiceId;
    };
    const [shown, draft] = [await begin('cohort'), await begin()];
    await world.owner.practice.update({
      where: { id: await begin('cohort') },
      data: { discardedAt: world.clock.now() },
    });
    const idsFor = async (who: Parameters<World['as']>[0]) =>
      (await pageOf(topicId, who)).practices.map(({ id }) => id);
    expect(await idsFor('member')).toEqual([shown, draft]);
    expect(await idsFor('partnerMember')).toEqual([shown, draft]);
    for (const who of ['otherTeam', 'moderator', 'organiser'] as const)
      expect(await idsFor(who)).toEqual([shown]);
    // An expert reads the topic that she or he was invited to, and no example.
    const expert = await world.owner.membership.findFirstOrThrow({
      where: { cohortId, role: 'expert', endedAt: null },
    });
    const guest = { cohortId, topicId, membershipId: expert.id, at: world.clock.now() };
    await world.owner.topicGuest.create({ data: guest });
    expect(await idsFor('expert')).toEqual([]);
  });
});
