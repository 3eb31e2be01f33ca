import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { aComment, aDraft, aMerge, anEnteredTopic, aTopic, topicWords } from '../factories/topic';
import { openWorld, type World, type WorldPerson } from '../factories/world';

let world: World;
let senden: { teamId: string; person: WorldPerson };

beforeAll(async () => {
  world = await openWorld({
    superuserUrl: inject('superuserUrl'),
    ownerUrl: inject('ownerUrl'),
    appUrl: inject('appUrl'),
  });
  const teamId = await world.addTeam(world.cohortA, 'Senden');
  const place = { cohortId: world.cohortA, role: 'member', teamId } as const;
  senden = { teamId, person: await world.addPerson('Selma', place) };
});
afterAll(() => world?.close());

const refOf = (topicId: string) => ({ cohortId: world.cohortA, topicId });
const pageOf = async (topicId: string, who: Parameters<World['as']>[0] = 'member') =>
  (await world.as(who)).topic.page(refOf(topicId));
const DAY = 24 * 60 * 60 * 1000;

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
    await expect(api.topic.withdraw(refOf(topicId))).rejects.toMatchObject({
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
    await (await world.as(senden.person)).topic.setSupport(support);
    const view = await pageOf(topicId);
    expect(view.supporters.map(({ name }) => name)).toEqual(['Ahlen', 'Senden']);
    expect(view.topic.supportCount).toBe(2);
    await ben.topic.setSupport({ ...support, isSupported: false });
    expect((await pageOf(topicId)).topic.supportCount).toBe(1);
  });
});

describe('comments', () => {
  it('link a mentioned person and store whom they mention', async () => {
    const comment = await aComment(world, '<p>Danke @Clara, und @Niemand auch.</p>');
    const { discussion } = await pageOf(comment.topicId);
    const href = `/cohorts/${world.cohortA}/people/${world.people.otherTeam.membershipId}`;
    expect(discussion.comments[0]!.body).toBe(
      `<p>Danke <a href="${href}">@Clara</a>, und @Niemand auch.</p>`,
    );
    const stored = await world.owner.comment.findUniqueOrThrow({ where: { id: comment.id } });
    expect(stored.mentionIds).toEqual([world.people.otherTeam.membershipId]);
  });

  it('quote others; what was deleted is not quoted on', async () => {
    const quoted = await aComment(world, '<p>Bei uns kamen zwölf.</p>');
    const api = await world.as('otherTeam');
    const ref = refOf(quoted.topicId);
    await api.comment.create({
      ...ref,
      id: newId(),
      body: '<p>So viele?</p>',
      quotedId: quoted.id,
    });
    const before = (await pageOf(quoted.topicId)).discussion.comments[1]!;
    expect(before.quoted).toMatchObject({ authorName: 'Anna', excerpt: 'Bei uns kamen zwölf.' });
    await (await world.as('member')).comment.delete(quoted);
    const after = (await pageOf(quoted.topicId, 'otherTeam')).discussion.comments;
    expect(JSON.stringify(after)).not.toContain('zwölf');
    await (await world.as('member')).comment.restore(quoted);
    expect((await pageOf(quoted.topicId)).topic.commentCount).toBe(2);
  });

  it('are one comment when sent twice, and refuse the id of another', async () => {
    const comment = await aComment(world);
    const again = { ...comment, body: '<p>Das kennen wir.</p>' };
    await (await world.as('member')).comment.create(again);
    expect((await pageOf(comment.topicId)).topic.commentCount).toBe(1);
    const other = await world.as('otherTeam');
    await expect(other.comment.create(again)).rejects.toMatchObject({ appCode: 'not_found' });
  });

  it('refuse an empty body, a quotation from elsewhere and an older version', async () => {
    const comment = await aComment(world);
    const elsewhere = await aComment(world);
    const api = await world.as('member');
    const next = { ...refOf(comment.topicId), id: newId() };
    await expect(api.comment.create({ ...next, body: '<p> </p>' })).rejects.toMatchObject({
      appCode: 'comment_is_empty',
    });
    await expect(
      api.comment.create({ ...next, body: '<p>Ja</p>', quotedId: elsewhere.id }),
    ).rejects.toMatchObject({ appCode: 'not_found' });
    const edit = { ...comment, version: 1 };
    await api.comment.edit({ ...edit, body: '<p>Zweite Fassung</p>' });
    await expect(api.comment.edit({ ...edit, body: '<p>Alt</p>' })).rejects.toMatchObject({
      appCode: 'conflict',
    });
  });

  it('that a moderator took off the page cannot be brought back by their author', async () => {
    const comment = await aComment(world);
    await (await world.as('moderator')).comment.delete(comment);
    await expect((await world.as('member')).comment.restore(comment)).rejects.toMatchObject({
      appCode: 'comment_only_who_deleted',
    });
    await (await world.as('moderator')).comment.restore(comment);
    expect((await pageOf(comment.topicId)).topic.commentCount).toBe(1);
  });

  it('come in pages of twenty that lead to each other', async () => {
    const topicId = await aTopic(world);
    const api = await world.as('member');
    const ids = Array.from({ length: 45 }, () => newId());
    for (const [index, id] of ids.entries())
      await api.comment.create({ ...refOf(topicId), id, body: `<p>Nummer ${index}</p>` });
    const read = async (where: { before?: string | null; from?: string | null }) =>
      (await api.topic.page({ ...refOf(topicId), ...where })).discussion;
    const idsOf = ({ comments }: Awaited<ReturnType<typeof read>>) => comments.map(({ id }) => id);
    const last = await read({});
    expect(idsOf(last)).toEqual(ids.slice(25));
    const middle = await read({ before: last.earlierBefore });
    expect(idsOf(middle)).toEqual(ids.slice(5, 25));
    const first = await read({ before: middle.earlierBefore });
    expect(idsOf(first)).toEqual(ids.slice(0, 5));
    expect(first.earlierBefore).toBeNull();
    const linked = await read({ from: ids[10]! });
    expect(idsOf(linked)).toEqual(ids.slice(10, 30));
    expect(idsOf(await read({ from: linked.laterFrom }))).toEqual(ids.slice(30));
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

describe('merging', () => {
  /** Menden's topic is to go on in Ahlen's; Senden supports both. */
  async function twoTopics() {
    const intoId = await aTopic(world);
    const fromId = await aTopic(world, { team: 'menden' });
    const api = await world.as(senden.person);
    await api.topic.setSupport({ ...refOf(intoId), isSupported: true });
    await api.topic.setSupport({ ...refOf(fromId), isSupported: true });
    return { intoId, fromId, merge: await aMerge(world, { fromId, intoId }) };
  }

  it('waits for both teams, then unites the supporters and counts each team once', async () => {
    const { intoId, fromId, merge } = await twoTopics();
    await (await world.as('otherTeam')).merge.consent({ ...merge, agrees: true });
    expect((await pageOf(fromId)).topic.state).toBe('proposed');
    await (await world.as('member')).merge.consent({ ...merge, agrees: true });
    const [from, into] = [await pageOf(fromId), await pageOf(intoId)];
    expect(from.topic.state).toBe('merged');
    expect(from.mergedInto?.id).toBe(intoId);
    // Senden supported both and counts once; Menden proposed the other one.
    expect(into.supporters.map(({ name }) => name)).toEqual(['Menden', 'Senden']);
    expect(into.topic.supportCount).toBe(2);
    expect(into.united.map(({ id }) => id)).toEqual([fromId]);
    expect(into.passport.some(({ kind }) => kind === 'topic_merged')).toBe(true);
  });

  it('can be undone: everything is as before', async () => {
    const { intoId, fromId, merge } = await twoTopics();
    const before = [(await pageOf(intoId)).topic.supportCount, (await pageOf(fromId)).supporters];
    await (await world.as('otherTeam')).merge.consent({ ...merge, agrees: true });
    await (await world.as('member')).merge.consent({ ...merge, agrees: true });
    await (await world.as('moderator')).merge.undo(merge);
    const [from, into] = [await pageOf(fromId), await pageOf(intoId)];
    expect([into.topic.supportCount, from.supporters]).toEqual(before);
    expect(from.topic.state).toBe('proposed');
    expect(into.united).toEqual([]);
  });

  it('ends when a team declines', async () => {
    const { fromId, merge } = await twoTopics();
    await (await world.as('member')).merge.consent({ ...merge, agrees: false });
    const late = (await world.as('otherTeam')).merge.consent({ ...merge, agrees: true });
    await expect(late).rejects.toMatchObject({ appCode: 'merge_is_decided' });
    expect((await pageOf(fromId)).merges).toEqual([]);
  });

  it('lets the partner object for five working days, and no longer', async () => {
    const agreed = async () => {
      const { fromId, merge } = await twoTopics();
      await (await world.as('otherTeam')).merge.consent({ ...merge, agrees: true });
      await (await world.as('member')).merge.consent({ ...merge, agrees: true });
      return { fromId, merge };
    };
    const [inTime, late] = [await agreed(), await agreed()];
    const ben = await world.as('partnerMember');
    await ben.merge.object(inTime.merge);
    expect((await pageOf(inTime.fromId)).topic.state).toBe('proposed');
    const now = world.clock.now();
    world.clock.advance(9 * DAY);
    await expect(ben.merge.object(late.merge)).rejects.toMatchObject({
      appCode: 'merge_objection_is_late',
    });
    world.clock.set(now);
    expect((await pageOf(late.fromId)).topic.state).toBe('merged');
  });

  it('follows a chain: what was merged before counts as well, and separates again', async () => {
    const { intoId, merge } = await twoTopics();
    await (await world.as('otherTeam')).merge.consent({ ...merge, agrees: true });
    await (await world.as('member')).merge.consent({ ...merge, agrees: true });
    const lastId = await aTopic(world);
    const second = await aMerge(world, { fromId: intoId, intoId: lastId });
    await (await world.as('member')).merge.consent({ ...second, agrees: true });
    expect((await pageOf(lastId)).supporters.map(({ name }) => name)).toEqual(['Menden', 'Senden']);
    await (await world.as('moderator')).merge.undo(merge);
    expect((await pageOf(lastId)).topic.supportCount).toBe(1);
  });

  it('is refused for a topic that is being voted on or already asked about', async () => {
    const { fromId, intoId } = await twoTopics();
    const moderator = await world.as('moderator');
    const propose = (from: string, into: string) =>
      moderator.merge.propose({
        cohortId: world.cohortA,
        id: newId(),
        fromId: from,
        intoId: into,
        reason: 'Doppelt',
      });
    const voted = await aTopic(world, { state: 'on_ballot' });
    await expect(propose(fromId, voted)).rejects.toMatchObject({ appCode: 'topic_not_in_pool' });
    await expect(propose(fromId, intoId)).rejects.toMatchObject({ appCode: 'merge_is_pending' });
    await expect(propose(fromId, fromId)).rejects.toMatchObject({ appCode: 'merge_with_itself' });
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
