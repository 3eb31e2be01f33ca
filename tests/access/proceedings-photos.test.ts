import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CohortState } from '$lib/cohort/frame';
import { uploadJobs } from '$lib/upload/jobs.server';
import { objectsOf } from '../factories/files';
import {
  aPhoto,
  aProceedingsDraft,
  publishDraft,
  type SomeProceedings,
} from '../factories/proceedings';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const api = async (who: ActorKind = 'moderator') => (await world.as(who)).proceedings;

const listed = async (who: ActorKind, ref: SomeProceedings['ref']) =>
  (await (await api(who)).photos(ref)).photos.map(({ id }) => id);
const shownTo = async (who: ActorKind, ref: SomeProceedings['ref']) => {
  const { shown } = await (await api(who)).read(ref);
  return shown!.content.photos.filter(({ fileId }) => fileId in shown!.photos);
};
const pictureFor = async (who: ActorKind, fileId: string) => {
  const found = await (
    await world.as(who)
  ).upload
    .progress({ cohortId: world.cohortA, id: fileId })
    .catch((error: { appCode: string }) => error.appCode);
  return typeof found === 'string' ? found : 'there';
};

describe('photos', () => {
  it('of members are seen by them and the moderators, and by everyone once these have taken them in', async () => {
    const { ref } = await aProceedingsDraft(world);
    const { photo, fileId } = await aPhoto(world, ref, 'member', { alt: 'Stellwand mit Karten' });
    expect(await listed('member', ref)).toEqual([photo.photoId]);
    expect(await listed('moderator', ref)).toEqual([photo.photoId]);
    expect(await listed('partnerMember', ref)).toEqual([]);
    expect(await pictureFor('partnerMember', fileId)).toBe('not_found');
    await publishDraft(world, ref, 1);
    expect(await shownTo('partnerMember', ref)).toEqual([]);
    await (await api()).choosePhoto({ ...photo, isAccepted: true });
    await publishDraft(world, ref, 2, 'Mit Foto.');
    expect(await shownTo('partnerMember', ref)).toMatchObject([{ alt: 'Stellwand mit Karten' }]);
    expect(await pictureFor('partnerMember', fileId)).toBe('there');
    expect(await pictureFor('outsider', fileId)).toBe('not_found');
  });

  it('go from every version when they are taken off, their bytes too', async () => {
    const { ref } = await aProceedingsDraft(world);
    const { photo, fileId } = await aPhoto(world, ref, 'member', { alt: 'Gruppe' });
    await (await api()).choosePhoto({ ...photo, isAccepted: true });
    await publishDraft(world, ref, 1);
    const objects = await world.owner.storedObject.findMany({ where: { fileId } });
    expect(objectsOf(world)).toContain(objects[0]!.key);
    await (await api('member')).removePhoto(photo);
    expect(await shownTo('otherTeam', ref)).toEqual([]);
    expect(await world.owner.storedFile.count({ where: { id: fileId } })).toBe(0);
    await world.asSystem(null, (scope) => uploadJobs[0]!.run(scope, {}, world.services));
    for (const { key } of objects) expect(objectsOf(world)).not.toContain(key);
  });

  it('can be taken off in an archive, by who added them and by the moderators', async () => {
    const { ref } = await aProceedingsDraft(world);
    const own = await aPhoto(world, ref, 'member', { alt: 'Gruppe' });
    const other = await aPhoto(world, ref, 'member', { alt: 'Saal' });
    for (const { photo } of [own, other])
      await (await api()).choosePhoto({ ...photo, isAccepted: true });
    await publishDraft(world, ref, 1);
    const setState = (state: CohortState) =>
      world.owner.cohort.update({ where: { id: ref.cohortId }, data: { state } });
    await setState('archived');
    try {
      const listing = await (await api('member')).photos(ref);
      expect(listing).toMatchObject({ mayAdd: false, mayChoose: false });
      await (await api('member')).removePhoto(own.photo);
      expect(await shownTo('otherTeam', ref)).toMatchObject([{ alt: 'Saal' }]);
      await (await api()).removePhoto(other.photo);
      expect(await shownTo('otherTeam', ref)).toEqual([]);
      const files = { in: [own.fileId, other.fileId] };
      expect(await world.owner.storedFile.count({ where: { id: files } })).toBe(0);
    } finally {
      await setState('concluded');
      await setState('closed');
    }
  });

  it('are not described with nothing', async () => {
    const { ref } = await aProceedingsDraft(world);
    const { photo, version } = await aPhoto(world, ref, 'moderator', { alt: 'Eins' });
    const { describePhoto } = await api();
    await expect(
      describePhoto({ ...photo, version, alt: ' ', caption: 'Die Wand' }),
    ).rejects.toMatchObject({ appCode: 'invalid_input' });
  });

  it('stand in the order that moderators give them, each where it belongs', async () => {
    const { ref, sections } = await aProceedingsDraft(world);
    const one = await aPhoto(world, ref, 'moderator', { alt: 'Eins' });
    const two = await aPhoto(world, ref, 'moderator', { alt: 'Zwei' });
    await (await api()).movePhoto({ ...two.photo, to: 'up' });
    await (
      await api()
    ).describePhoto({
      ...{ ...one.photo, version: one.version, alt: 'Eins' },
      ...{ caption: 'Die Wand', sectionId: sections[2]!.id },
    });
    await publishDraft(world, ref, 1);
    expect(await shownTo('member', ref)).toMatchObject([
      { alt: 'Zwei', sectionId: null },
      { alt: 'Eins', caption: 'Die Wand', sectionId: sections[2]!.id },
    ]);
  });

  it('stand in the PDF', async () => {
    const { ref } = await aProceedingsDraft(world);
    await aPhoto(world, ref, 'moderator', { alt: 'Stellwand im Saal' });
    await publishDraft(world, ref, 1);
    const { content, mediaType } = await (await api('member')).pdf(ref);
    expect(mediaType).toBe('application/pdf');
    expect(Buffer.from(content, 'base64').toString('latin1')).toContain('Stellwand im Saal');
  });
});
