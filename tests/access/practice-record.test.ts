import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import type { Attachment } from '$lib/practice/fields';
import { aPicture, aStoredFile } from '../factories/files';
import { workOff } from '../factories/notice';
import { aPractice, practiceWords } from '../factories/practice';
import { aTopic, topicWords } from '../factories/topic';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const MINUTE = 60_000;
const refOf = (practiceId: string) => ({ cohortId: world.cohortA, practiceId });
const api = (who: Exclude<ActorKind, 'anonymous'> = 'member') => world.as(who);
const recordOf = async (practiceId: string) => (await api()).practice.record(refOf(practiceId));
const historyOf = async (practiceId: string, version: number | null = null) =>
  (await api()).practice.history({ ...refOf(practiceId), version });
const write = async (
  practiceId: string,
  to: string,
  who: 'member' | 'partnerMember' = 'member',
) => {
  const { content } = await recordOf(practiceId);
  const changes = [{ field: 'story' as const, from: content.story, to }];
  return (await api(who)).practice.save({ ...refOf(practiceId), changes });
};

describe('beginning', () => {
  it('takes over what the topic and the town say, and nothing where something is written', async () => {
    const topicId = await aTopic(world);
    const { owner, teams } = world;
    await owner.team.update({
      where: { id: teams.ahlen },
      data: { siteKind: 'city', inhabitants: 52_000 },
    });
    const practiceId = newId();
    const input = { ...refOf(practiceId), topicId, content: { tags: ['Eigenes'] } };
    await (await api()).practice.create(input);
    const { content, topic } = await recordOf(practiceId);
    expect(content).toMatchObject({ townKind: 'city', townSize: 'to_100k', tags: ['Eigenes'] });
    expect(topicWords.about).toContain(content.problem);
    expect(content.problem).not.toBe('');
    expect(topic?.id).toBe(topicId);
  });

  it('takes no topic of another cohort', async () => {
    const input = { ...refOf(newId()), topicId: newId() };
    await expect((await api()).practice.create(input)).rejects.toMatchObject({
      appCode: 'not_found',
    });
  });
});

describe('two people in one record', () => {
  it('lose nothing: fields meet, and where both wrote the same one both texts come back', async () => {
    const practiceId = await aPractice(world);
    const save = async (who: 'member' | 'partnerMember', field: 'story' | 'goal', to: string) =>
      (await api(who)).practice.save({
        ...refOf(practiceId),
        changes: [{ field, from: field === 'story' ? practiceWords.story : '', to }],
      });
    await save('member', 'story', 'Von Anna.');
    expect((await save('partnerMember', 'goal', 'Von Ben.')).conflicts).toEqual([]);
    expect((await save('partnerMember', 'story', 'Auch von Ben.')).conflicts).toEqual([
      { field: 'story', current: 'Von Anna.', yours: 'Auch von Ben.' },
    ]);
    const { content } = await recordOf(practiceId);
    expect(content).toMatchObject({ story: 'Von Anna.', goal: 'Von Ben.' });
  });
});

describe('versions', () => {
  it('are kept by sitting and by person, and what was there before is never overwritten', async () => {
    const practiceId = await aPractice(world);
    await write(practiceId, 'Eins.');
    await write(practiceId, 'Eins, zwei.');
    await write(practiceId, 'Drei.', 'partnerMember');
    world.clock.advance(11 * MINUTE);
    await write(practiceId, 'Vier.', 'partnerMember');
    const { versions, shown } = await historyOf(practiceId);
    expect(versions.map(({ version }) => version)).toEqual([5, 4, 3, 1]);
    expect(shown.content.story).toBe('Vier.');
    expect((await historyOf(practiceId, 3)).shown.content.story).toBe('Eins, zwei.');
  });

  it('end after a while, however steadily somebody writes', async () => {
    const practiceId = await aPractice(world);
    for (let minutes = 0; minutes < 60; minutes += 9) {
      await write(practiceId, `Nach ${minutes} Minuten.`);
      world.clock.advance(9 * MINUTE);
    }
    expect((await historyOf(practiceId)).versions).toHaveLength(3);
  });

  it('come back as a new one, and what stood there last stays too', async () => {
    const practiceId = await aPractice(world);
    await write(practiceId, 'Gerade geschrieben.');
    const first = (await historyOf(practiceId)).versions.at(-1)!.version;
    await (await api()).practice.restore({ ...refOf(practiceId), version: first });
    expect((await recordOf(practiceId)).content.story).toBe(practiceWords.story);
    const { versions } = await historyOf(practiceId);
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect((await historyOf(practiceId, 2)).shown.content.story).toBe('Gerade geschrieben.');
  });
});

describe('putting away', () => {
  it('takes an example from the team, gives it back, and clears it after thirty days with its files', async () => {
    const practiceId = await aPractice(world);
    const file = await aStoredFile(world, 'member', {
      bytes: await aPicture(),
      accept: 'pictures',
    });
    await attach(practiceId, [pictureOf(file.id)]);
    const isListed = async () =>
      (await (await api('partnerMember')).practice.own({ cohortId: world.cohortA })).find(
        ({ id }) => id === practiceId,
      )?.isDiscarded;
    await (await api()).practice.discard(refOf(practiceId));
    expect(await isListed()).toBe(true);
    await (await api('partnerMember')).practice.bringBack(refOf(practiceId));
    expect(await isListed()).toBe(false);

    await (await api()).practice.discard(refOf(practiceId));
    const clear = async (days: number) => {
      world.clock.advance(days * 24 * 60 * MINUTE);
      for (const who of ['member', 'partnerMember', 'otherTeam'] as const)
        await world.signInAgain(who);
      await world.owner.$executeRaw`
        INSERT INTO pgboss.job (name, data) VALUES ('practice.clear', '{"cohortId":null}')`;
      await workOff(world);
    };
    await clear(29);
    expect(await isListed()).toBe(true);
    await clear(2);
    expect(await isListed()).toBeUndefined();
    expect(await world.owner.storedFile.count({ where: { id: file.id } })).toBe(0);
  });
});

const attach = async (practiceId: string, attachments: Attachment[]) => {
  const { content } = await recordOf(practiceId);
  const changes = [{ field: 'attachments' as const, from: content.attachments, to: attachments }];
  return (await api()).practice.save({ ...refOf(practiceId), changes });
};
const terms = { title: 'Plan', licence: 'own', source: '' } as const;
const pictureOf = (fileId: string): Attachment => ({
  kind: 'picture',
  id: newId(),
  fileId,
  alt: 'Ein Platz',
  ...terms,
});

describe('attachments', () => {
  it("are the team's from the moment they are written down, and go with the last version that names them", async () => {
    const practiceId = await aPractice(world);
    const file = await aStoredFile(world, 'member', {
      bytes: await aPicture(),
      accept: 'pictures',
    });
    await attach(practiceId, [pictureOf(file.id)]);
    const held = (who: ActorKind) =>
      world.as(who).then((one) => one.upload.progress({ cohortId: world.cohortA, id: file.id }));
    await expect(held('partnerMember')).resolves.toMatchObject({ file: { id: file.id } });
    await expect(held('otherTeam')).rejects.toMatchObject({ appCode: 'not_found' });
    // In the same sitting nothing else names it; it was attached by mistake.
    await attach(practiceId, []);
    expect(await world.owner.storedFile.count({ where: { id: file.id } })).toBe(0);
  });

  it('stay while an earlier version names them', async () => {
    const practiceId = await aPractice(world);
    const file = await aStoredFile(world, 'member', {
      bytes: await aPicture(),
      accept: 'pictures',
    });
    await attach(practiceId, [pictureOf(file.id)]);
    world.clock.advance(11 * MINUTE);
    await attach(practiceId, []);
    expect(await world.owner.storedFile.count({ where: { id: file.id } })).toBe(1);
  });

  it('take no file of another team, and none of another kind than they say', async () => {
    const practiceId = await aPractice(world);
    const theirs = await aStoredFile(world, 'otherTeam');
    await expect(attach(practiceId, [pictureOf(theirs.id)])).rejects.toMatchObject({
      appCode: 'not_found',
    });
    const document = await aStoredFile(world, 'member');
    await expect(attach(practiceId, [pictureOf(document.id)])).rejects.toMatchObject({
      appCode: 'file_kind_wrong',
    });
  });

  it('take no address that runs a script', async () => {
    const practiceId = await aPractice(world);
    const link: Attachment = { kind: 'link', id: newId(), url: 'javascript:alert(1)', ...terms };
    await expect(attach(practiceId, [link])).rejects.toMatchObject({ appCode: 'invalid_input' });
  });
});
