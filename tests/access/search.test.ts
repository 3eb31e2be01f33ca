import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

async function aTopic(question: string, facts: object = {}): Promise<string> {
  const at = world.clock.now();
  const id = newId();
  await world.owner.topic.create({
    data: {
      cohortId: world.cohortA,
      id,
      teamId: world.teams.ahlen,
      state: 'proposed',
      question,
      createdAt: at,
      changedAt: at,
      activeAt: at,
      ...facts,
    },
  });
  return id;
}

const find = async (q: string, who: ActorKind = 'otherTeam', cohortId = world.cohortA) => {
  const api = await world.as(who);
  return (await api.search.find({ cohortId, q })).hits.map(({ id }) => id);
};

describe('search', () => {
  it.each([
    ['other German forms of a word', 'Wie gewinnen wir Vereinsvorstände?', 'Vereinsvorstand'],
    ['other English forms of a word', 'Recruiting volunteers', 'recruit volunteer'],
    ['an umlaut as its letter', 'Fragen an Frau Müllerschön', 'Mullerschon'],
    ['an umlaut spelled out', 'Fragen an Herrn Gößling', 'Goessling'],
    ['a spelled out umlaut by the letter', 'Fragen an Herrn Baecker', 'Bäcker'],
    ['Turkish letters as plain ones', 'Fragen an Frau Yıldızşoğlu', 'Yildizsoglu'],
    ['the beginning of a word', 'Wer kümmert sich um Hochwasserspontanhelfende?', 'hochwassersp'],
    ['quotation marks', 'Was heißt hier „Kümmererstelle“?', 'Kümmererstelle'],
    ['dashes without spaces', 'Nachbarschaftsmeister–warum?', 'Nachbarschaftsmeister'],
    ['words in the text', 'Kurz gefragt', 'Ehrenamtskoordinatorin'],
  ])('forgives %s', async (_what, question, typed) => {
    const id = await aTopic(question, { about: '<p>Die <b>Ehrenamtskoordinatorin</b> geht.</p>' });
    expect(await find(typed)).toContain(id);
  });

  it('finds comments, sites and people, and forgets a deleted comment', async () => {
    const topicId = await aTopic('Worum geht es?');
    const commenter = await world.as('member');
    const ref = { cohortId: world.cohortA, topicId };
    const { id } = await commenter.comment.create({
      ...ref,
      id: newId(),
      body: '<p>Schildkröte</p>',
    });
    expect(await find('schildkrote')).toEqual([id]);
    await commenter.comment.delete({ ...ref, id });
    expect(await find('schildkrote')).toEqual([]);
    expect(await find('Ahlen')).toContain(world.teams.ahlen);
    expect(await find('Clara')).toContain(world.people.otherTeam.membershipId);
  });

  it('follows a new name', async () => {
    await (
      await world.as('member')
    ).account.changeProfile({ name: 'Anna Wacholder', locale: 'de' });
    expect(await find('Wacholder')).toContain(world.people.member.membershipId);
  });

  it('finds nothing that the reader may not read', async () => {
    const draft = await aTopic('Rhabarber im Entwurf', { state: 'draft' });
    const open = await aTopic('Rhabarber für alle');
    expect(await find('Rhabarber', 'member')).toEqual(expect.arrayContaining([draft, open]));
    expect(await find('Rhabarber', 'otherTeam')).toEqual([open]);
    expect(await find('Rhabarber', 'expert')).toEqual([]);
    expect(await find('Rhabarber', 'outsider', world.cohortB)).toEqual([]);
    await expect(find('Rhabarber', 'outsider')).rejects.toMatchObject({ appCode: 'not_found' });
  });

  it('shows an expert the topic to which she was invited, and what was said on it', async () => {
    const topicId = await aTopic('Quitte und Haftung');
    const at = world.clock.now();
    const { membershipId } = world.people.expert;
    await world.owner.topicGuest.create({
      data: { cohortId: world.cohortA, topicId, membershipId, at },
    });
    expect(await find('Quitte', 'expert')).toEqual([topicId]);
    expect(await find('Ahlen', 'expert')).toEqual([]);
  });

  it.each([
    "'",
    '":*',
    '!!!',
    '&|!()',
    '<->',
    '\\',
    'a'.repeat(200),
    '   ',
    '%_',
    "'); DROP TABLE topic; --",
  ])('takes %s calmly', async (typed) => {
    await expect(find(typed)).resolves.toBeInstanceOf(Array);
  });
});
