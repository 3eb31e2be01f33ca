import { newId } from '$lib/platform/id';
import { aDay, aNote } from '../factories/day';
import {
  aPhoto,
  aProceedingsDraft,
  draftOf,
  somePublishedProceedings,
  toSave,
} from '../factories/proceedings';
import { aPicture, aStoredFile } from '../factories/files';
import { aWorkshop } from '../factories/workshop';
import type { World } from '../factories/world';
import { readers } from './expected';
import type { AccessRow, AccessTable, Refusal } from './table';

/** What is being written is the moderators' own; others who see the workshop are told so. */
const writers = {
  ...readers,
  member: 'only_moderators',
  partnerMember: 'only_moderators',
  otherTeam: 'only_moderators',
  organiser: 'only_moderators',
} satisfies AccessRow['expected'];

const dayRef = async (world: World) => {
  const { cohortId, workshopId } = await aDay(world);
  return { cohortId, workshopId };
};
const draftRef = async (world: World) => (await aProceedingsDraft(world)).ref;
const sectionRef = async (world: World) => {
  const { ref, sections } = await aProceedingsDraft(world);
  return { ...ref, sectionId: sections[1]!.id };
};
const toPublish = async (world: World) => {
  const { ref, revision } = await aProceedingsDraft(world);
  return { ...ref, revision, version: 1 };
};

/** A photo of Anna's; her team does not see it before the moderators have taken it in. */
const ofPhoto = {
  anonymous: 'sign_in_required',
  member: 'ok',
  moderator: 'ok',
  rest: 'not_found',
} satisfies AccessRow['expected'];
const photoOf = async (world: World) => aPhoto(world, await draftRef(world));

export const table: AccessTable = {
  'proceedings.status': { input: dayRef, expected: readers },
  'proceedings.read': {
    input: async (world) => (await somePublishedProceedings(world)).ref,
    expected: readers,
  },
  'proceedings.begin': { input: dayRef, expected: writers },
  'proceedings.draft': { input: draftRef, expected: writers },
  'proceedings.saveSection': {
    input: async (world) => toSave(await aProceedingsDraft(world), 0, '<p>Alle waren da.</p>'),
    expected: writers,
  },
  'proceedings.addSection': {
    input: async (world) => {
      const { ref, sections } = await aProceedingsDraft(world);
      return { ...ref, sectionId: newId(), afterId: sections[0]!.id, title: 'Presse' };
    },
    expected: writers,
  },
  'proceedings.addMissing': { input: draftRef, expected: writers },
  'proceedings.removeSection': { input: sectionRef, expected: writers },
  'proceedings.moveSection': {
    input: async (world) => ({ ...(await sectionRef(world)), to: 'down' }),
    expected: writers,
  },
  'proceedings.settleNotes': {
    input: async (world) => {
      const { ref, day, sections } = await aProceedingsDraft(world);
      const note = aNote(day, 'Spät noch eine.');
      await (await world.as('member')).day.writeNote(note);
      return { ...ref, sectionId: sections[2]!.id, noteIds: [note.id], isTaken: true };
    },
    expected: writers,
  },
  'proceedings.sectionHistory': { input: sectionRef, expected: writers },
  'proceedings.restoreSection': {
    input: async (world) => ({ ...(await sectionRef(world)), version: 1 }),
    expected: writers,
  },
  'proceedings.preview': { input: draftRef, expected: writers },
  'proceedings.publish': { input: toPublish, expected: writers },
  'proceedings.pdf': {
    input: async (world) => (await somePublishedProceedings(world)).ref,
    expected: readers,
  },
  'proceedings.photos': { input: dayRef, expected: readers },
  'proceedings.addPhoto': {
    // Each brings a picture of her or his own; who brings none does not get so far.
    input: async (world, kind) => {
      const ref = await dayRef(world);
      const bytes = await aPicture();
      const mayBring = !['anonymous', 'partner', 'administrator', 'former'].includes(kind);
      const cohortId = kind === 'outsider' ? world.cohortB : world.cohortA;
      const file = mayBring
        ? await aStoredFile(world, kind as 'member', { bytes, accept: 'pictures', cohortId })
        : { id: newId() };
      return { ...ref, photoId: newId(), fileId: file.id };
    },
    expected: readers,
  },
  'proceedings.describePhoto': {
    input: async (world) => {
      const { photo } = await photoOf(world);
      return { ...photo, version: 1, alt: 'Stellwand', caption: '' };
    },
    expected: ofPhoto,
  },
  'proceedings.choosePhoto': {
    input: async (world) => ({ ...(await photoOf(world)).photo, isAccepted: true }),
    expected: writers,
  },
  'proceedings.movePhoto': {
    input: async (world) => {
      const { photo } = await aPhoto(world, await draftRef(world), 'moderator');
      return { ...photo, to: 'up' };
    },
    expected: writers,
  },
  'proceedings.removePhoto': {
    input: async (world) => (await photoOf(world)).photo,
    expected: ofPhoto,
  },
};

const refused = (
  expected: string,
  procedure: string,
  input: (world: World) => unknown,
): Refusal => ({ procedure, as: 'moderator', input, expected });

export const refusals: Refusal[] = [
  refused('proceedings_not_begun', 'proceedings.begin', async (world) => {
    const { cohortId, workshopId } = await aWorkshop(world, { date: '2099-03-13' });
    return { cohortId, workshopId };
  }),
  refused('proceedings_empty', 'proceedings.publish', async (world) => {
    const { cohortId, workshopId } = await aWorkshop(world, { state: 'held', date: '2026-02-13' });
    const ref = { cohortId, workshopId };
    await (await world.as('moderator')).proceedings.begin(ref);
    return { ...ref, revision: (await draftOf(world, ref)).revision, version: 1 };
  }),
  refused('proceedings_unchanged', 'proceedings.publish', async (world) => {
    const { ref, revision } = await somePublishedProceedings(world);
    return { ...ref, revision, version: 2, reason: 'Weil.' };
  }),
  refused('proceedings_needs_reason', 'proceedings.publish', async (world) => {
    const made = await somePublishedProceedings(world);
    const api = (await world.as('moderator')).proceedings;
    await api.saveSection(toSave(made, 0, '<p>Alle waren da.</p>'));
    return { ...made.ref, revision: (await draftOf(world, made.ref)).revision, version: 2 };
  }),
  refused('conflict', 'proceedings.publish', async (world) => {
    const made = await aProceedingsDraft(world);
    const api = (await world.as('moderator')).proceedings;
    await api.saveSection(toSave(made, 0, '<p>Alle waren da.</p>'));
    return { ...made.ref, revision: made.revision, version: 1 };
  }),
  refused('proceedings_photo_needs_alt', 'proceedings.publish', async (world) => {
    const { ref } = await aProceedingsDraft(world);
    await aPhoto(world, ref, 'moderator');
    return { ...ref, revision: (await draftOf(world, ref)).revision, version: 1 };
  }),
  refused('proceedings_photo_not_begun', 'proceedings.photos', async (world) => {
    const { cohortId, workshopId } = await aWorkshop(world, { date: '2099-03-13' });
    return { cohortId, workshopId };
  }),
  refused('proceedings_photo_not_begun', 'proceedings.addPhoto', async (world) => {
    const { cohortId, workshopId } = await aWorkshop(world, { date: '2099-03-13' });
    return { cohortId, workshopId, photoId: newId(), fileId: newId() };
  }),
  {
    procedure: 'proceedings.photos',
    as: 'expert',
    expected: 'proceedings_photo_only_group',
    input: async (world) => {
      const ref = await dayRef(world);
      const { membershipId } = world.people.expert;
      await world.owner.workshopGuest.create({
        data: { ...ref, membershipId, at: world.clock.now() },
      });
      return ref;
    },
  },
  {
    procedure: 'proceedings.describePhoto',
    as: 'member',
    expected: 'proceedings_photo_taken_in',
    input: async (world) => {
      const { photo } = await photoOf(world);
      await (await world.as('moderator')).proceedings.choosePhoto({ ...photo, isAccepted: true });
      return { ...photo, version: 1, alt: 'Stellwand', caption: '' };
    },
  },
  {
    procedure: 'comment.create',
    as: 'member',
    expected: 'not_found',
    input: async (world) => {
      const { ref } = await aProceedingsDraft(world);
      return { ...ref, id: newId(), body: '<p>Gibt es noch gar nicht.</p>' };
    },
  },
];
