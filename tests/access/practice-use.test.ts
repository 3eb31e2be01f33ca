import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { practiceContent } from '$lib/practice/fields';
import { releaseColumns } from '$lib/practice/ladder/release';
import { aPractice } from '../factories/practice';
import { aTopic, topicWords } from '../factories/topic';
import { workOff } from '../factories/notice';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const ref = (practiceId: string) => ({ cohortId: world.cohortA, practiceId });
/** An example of Menden (Clara), shown to the cohort; Ahlen (Anna and Ben) may adopt it. */
const fromMenden = (content = {}) =>
  aPractice(world, {
    team: 'menden',
    rung: 'cohort',
    content: { gist: 'Der Bürgerbus fährt.', kind: 'success', ...content },
  });
/** The topic beside an example, and in the index that finds it. */
async function beginWith(topicId: string, practiceId: string): Promise<void> {
  await world.owner.practice.update({ where: { id: practiceId }, data: { topicId } });
  await world.owner.practiceRelease.updateMany({ where: { practiceId }, data: { rung: 'cohort' } });
}
const pageOf = async (practiceId: string, who: ActorKind = 'member') =>
  (await world.as(who)).practice.page(ref(practiceId));
const idsOf = ({ practices }: { practices: { id: string }[] }) => practices.map(({ id }) => id);
const noticesOf = async (who: Exclude<ActorKind, 'anonymous'>, practiceId: string) =>
  world.owner.notice.findMany({
    where: { accountId: world.people[who].accountId, subjectId: practiceId },
    orderBy: { createdAt: 'asc' },
  });

/** So many examples of Menden at once, the oldest first; each says the word once, the oldest in its gist too. */
async function many(word: string, count: number): Promise<string[]> {
  const { owner, cohortA: cohortId, teams, clock } = world;
  const at = clock.now();
  const rows = Array.from({ length: count }, (_, index) => ({
    practiceId: newId(new Date(at.getTime() + index)),
    content: practiceContent.parse({
      gist: index === 0 ? `${word} ${word}` : 'Noch ein Beispiel',
      kind: index === 0 ? 'failed' : 'success',
      story: word,
    }),
  }));
  const stamp = { changedAt: at, createdAt: at };
  const place = { cohortId, teamId: teams.menden };
  await owner.practice.createMany({
    data: rows.map(({ practiceId: id, content }) => ({ ...place, ...stamp, id, content })),
  });
  const shown = { rung: 'cohort', fromVersion: 1, firstAt: at, releasedAt: at } as const;
  await owner.practiceRelease.createMany({
    data: rows.map(({ practiceId, content }) => ({
      ...place,
      ...shown,
      ...releaseColumns(content),
      practiceId,
    })),
  });
  return rows.map(({ practiceId }) => practiceId);
}

describe('a search that finds very many', () => {
  it('compares the newest, says so, and finds the others by a narrower one', async () => {
    const word = 'Vielzahligkeit';
    const [oldest] = await many(word, 302);
    const { practice, search } = await world.as('moderator');
    const asked = { cohortId: world.cohortA, q: word };
    const list = await practice.list(asked);
    expect(list.isCut).toBe(true);
    expect(idsOf(list)).toHaveLength(30);
    // It fits best, but the newest 300 alone are compared.
    expect(idsOf(list)).not.toContain(oldest);
    const narrower = await practice.list({ ...asked, kind: 'failed' });
    expect(idsOf(narrower)).toEqual([oldest]);
    expect(narrower.isCut).toBe(false);
    const found = await search.find(asked);
    expect(found.isCut).toBe(true);
    expect(found.hits.map(({ id }) => id)).not.toContain(oldest);
  });

  it('puts what fits best first where all are compared, though it is the oldest', async () => {
    const word = 'Überschaubarkeit';
    const [oldest, ...others] = await many(word, 31);
    const { practice, search } = await world.as('moderator');
    const asked = { cohortId: world.cohortA, q: word };
    const list = await practice.list(asked);
    expect(idsOf(list)[0]).toBe(oldest);
    expect(list.isCut).toBe(true);
    const found = await search.find(asked);
    expect(found.hits[0]!.id).toBe(oldest);
    expect(found.hits).toHaveLength(others.length + 1);
    expect(found.isCut).toBe(false);
  });
});

describe('the list', () => {
  it('shows what is shown to the cohort, by each filter, and nothing else', async () => {
    const own = await aPractice(world);
    const shown = await fromMenden({
      townSize: 'to_20k',
      cost: 3_000,
      evidence: 2,
      tags: ['Mobilität'],
    });
    const other = await fromMenden({ kind: 'failed', tags: ['Jugend'] });
    const topicId = await aTopic(world);
    await beginWith(topicId, shown);
    const api = await world.as('moderator');
    const list = async (filter: object) =>
      idsOf(await api.practice.list({ cohortId: world.cohortA, ...filter }));
    expect(await list({})).toEqual(expect.arrayContaining([shown, other]));
    expect(await list({})).not.toContain(own);
    for (const filter of [
      { kind: 'success' },
      { townSize: 'to_20k' },
      { costBand: 'to_5000' },
      { evidence: 2 },
      { tag: 'Mobilität' },
      { topicId },
      { q: 'bürgerbus', topicId },
      { q: 'bürgerbus', tag: 'Mobilität', evidence: 1, costBand: 'to_5000' },
    ]) {
      expect(await list(filter), JSON.stringify(filter)).toContain(shown);
      expect(await list(filter), JSON.stringify(filter)).not.toContain(other);
    }
    const { topics } = await api.practice.list({ cohortId: world.cohortA });
    expect(topics).toContainEqual({ id: topicId, question: topicWords.question });
    expect(await list({ evidence: 3 })).not.toContain(shown);
    expect(await list({ q: 'bürgerbus', kind: 'failed' })).not.toContain(shown);
  });

  it('finds words of every part, and no word of an example that is no longer shown', async () => {
    const practiceId = await fromMenden({
      dontIf: 'Ihr Rat den Findling verkündet hat.',
      steps: [{ id: newId(), when: '', what: 'Quastenflosser gekauft' }],
    });
    const api = await world.as('otherTeam');
    const find = async (q: string) =>
      idsOf(await api.practice.list({ cohortId: world.cohortA, q }));
    expect(await find('findling')).toEqual([practiceId]);
    expect(await find('quastenfl')).toEqual([practiceId]);
    const { hits } = await api.search.find({ cohortId: world.cohortA, q: 'Findling' });
    expect(hits).toMatchObject([
      { kind: 'practice', href: expect.stringContaining(`/practices/${practiceId}`) },
    ]);
    await world.owner.practiceRelease.deleteMany({ where: { practiceId } });
    expect(await find('findling')).toEqual([]);
    expect((await api.search.find({ cohortId: world.cohortA, q: 'Findling' })).hits).toEqual([]);
  });

  it('goes on where the page before ended, in every order', async () => {
    for (let count = 0; count < 26; count += 1)
      await fromMenden({ tags: ['Blättern'], evidence: count % 3 });
    const api = await world.as('member');
    for (const sort of ['newest', 'evidence', 'adopted'] as const) {
      const input = { cohortId: world.cohortA, tag: 'Blättern', sort };
      const first = await api.practice.list(input);
      const second = await api.practice.list({ ...input, after: first.nextAfter });
      expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(26);
      expect(second.nextAfter).toBeNull();
    }
  });

  it('counts by town, and places those that are on the map', async () => {
    await fromMenden({ tags: ['Karte'] });
    const api = await world.as('member');
    const towns = await api.practice.byTown({ cohortId: world.cohortA, tag: 'Karte' });
    expect(towns.map(({ name, count }) => [name, count])).toEqual([
      ['Ahlen', 0],
      ['Menden', 1],
    ]);
    expect(towns.every(({ place }) => place !== null)).toBe(true);
  });
});

describe('an example', () => {
  it('says from which topic it began, to whoever reads that topic', async () => {
    const topicOf = async (practiceId: string, who: ActorKind) =>
      (await pageOf(practiceId, who)).topic;
    const topicId = await aTopic(world);
    const topic = { id: topicId, question: topicWords.question };
    const practiceId = await fromMenden();
    expect(await topicOf(practiceId, 'member')).toBeNull();
    await beginWith(topicId, practiceId);
    for (const who of ['member', 'otherTeam', 'moderator', 'organiser'] as const)
      expect(await topicOf(practiceId, who), who).toEqual(topic);
    const draft = await aPractice(world);
    await beginWith(topicId, draft);
    expect(await topicOf(draft, 'member')).toEqual(topic);
    // What its team has taken back meanwhile is for that team alone.
    await world.owner.topic.update({ where: { id: topicId }, data: { state: 'draft' } });
    expect(await topicOf(practiceId, 'member')).toEqual(topic);
    expect(await topicOf(practiceId, 'otherTeam')).toBeNull();
  });

  it('is read as it was shown; its team sees that it has gone further', async () => {
    const practiceId = await fromMenden();
    const api = await world.as('otherTeam');
    const changes = [
      { field: 'gist', from: 'Der Bürgerbus fährt.', to: 'Der Bus steht.' },
    ] as const;
    await api.practice.save({ ...ref(practiceId), changes: [...changes] });
    const read = await pageOf(practiceId);
    expect(read.own).toBeNull();
    expect(read.shown?.content.gist).toBe('Der Bürgerbus fährt.');
    const own = await pageOf(practiceId, 'otherTeam');
    expect(own.own).toMatchObject({ hasUnshownChanges: true, content: { gist: 'Der Bus steht.' } });
  });

  it('names others like it: same tags first, never itself', async () => {
    const one = await fromMenden({ gist: 'Lesepaten in der Kita.', tags: ['Lesen', 'Kinder'] });
    const near = await fromMenden({ gist: 'Vorlesen im Bus.', tags: ['Lesen', 'Kinder'] });
    const far = await fromMenden({ gist: 'Paten für Senioren.', tags: ['Lesen'] });
    const { similar } = await pageOf(one);
    expect(similar.map(({ id }) => id).slice(0, 2)).toEqual([near, far]);
  });

  it('stands beside others in the order in which they were chosen', async () => {
    const [one, two] = [await fromMenden(), await fromMenden()];
    const hidden = await aPractice(world, { team: 'menden' });
    const api = await world.as('member');
    const practiceIds = [two, hidden, one];
    const compared = await api.practice.compare({ cohortId: world.cohortA, practiceIds });
    expect(compared.map(({ id }) => id)).toEqual([two, one]);
  });

  it('takes thanks, once per person, and gives them back', async () => {
    const practiceId = await fromMenden();
    const api = await world.as('member');
    await api.practice.setThanks({ ...ref(practiceId), isThanked: true });
    await api.practice.setThanks({ ...ref(practiceId), isThanked: true });
    expect(await pageOf(practiceId)).toMatchObject({ thanks: ['Anna'], isThanked: true });
    await workOff(world);
    expect(await noticesOf('otherTeam', practiceId)).toHaveLength(1);
    await api.practice.setThanks({ ...ref(practiceId), isThanked: false });
    expect(await pageOf(practiceId)).toMatchObject({ thanks: [], isThanked: false });
  });

  it('takes questions, and tells its team and those who adopt it', async () => {
    const practiceId = await fromMenden();
    await (
      await world.as('member')
    ).practice.saveAdoption({ ...ref(practiceId), state: 'planned' });
    const comment = { ...ref(practiceId), id: newId(), body: '<p>Wie war es bei Ihnen?</p>' };
    await (await world.as('moderator')).comment.create(comment);
    const { discussion, commentCount } = await pageOf(practiceId, 'organiser');
    expect(commentCount).toBe(1);
    expect(discussion.comments[0]).toMatchObject({ id: comment.id, author: { name: 'Mona' } });
    await workOff(world);
    const told = async (who: 'otherTeam' | 'partnerMember' | 'organiser') =>
      (await noticesOf(who, practiceId)).map(
        ({ facts }) => (facts as { activity: string }).activity,
      );
    expect(await told('otherTeam')).toContain('practice_commented');
    expect(await told('partnerMember')).toContain('practice_commented');
    expect(await told('organiser')).not.toContain('practice_commented');
    // Taken back by its team, it takes what was said about it along.
    await world.owner.practiceRelease.deleteMany({ where: { practiceId } });
    const words = { cohortId: world.cohortA, q: 'Wie war es bei Ihnen' };
    expect((await (await world.as('member')).search.find(words)).hits).toEqual([]);
    await expect(
      (await world.as('moderator')).comment.edit({ ...comment, body: '<p>Nun?</p>', version: 1 }),
    ).rejects.toMatchObject({ appCode: 'not_found' });
  });
});
