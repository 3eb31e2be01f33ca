import type { Locale } from '$lib/access/actor';
import type { PersonScope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { newId } from '$lib/platform/id';
import { sanitiseRichText, toPlainText } from '$lib/platform/rich-text.server';
import { goesOn } from '$lib/platform/sitting';
import { applyChanges, type SectionConflict, type SectionText } from '../change';
import { changed, insertSections, lockDraft } from '../commands.server';
import { offeredNotes, withMissing, withNotes } from '../growing';
import {
  notesOfDay,
  programmeOf,
  sectionsOf,
  sectionsOfItems,
  type StoredSection,
} from '../queries.server';
import type {
  AddSection,
  MoveSection,
  ProceedingsRef,
  RestoreSection,
  SaveSection,
  SectionRef,
  SettleNotes,
} from '../schema';

/** A section of the draft, which stays locked; another one is not found. */
async function lockSection(scope: PersonScope, ref: SectionRef): Promise<StoredSection> {
  await lockDraft(scope, ref);
  const section = (await sectionsOf(scope, ref)).find(({ id }) => id === ref.sectionId);
  if (!section) throw notFound();
  return section;
}

export interface SavedSection extends SectionText {
  version: number;
  /** The text without markup, for a field without the editor. */
  plain: string;
  conflicts: SectionConflict[];
}

/**
 * Writes what one moderator has changed. A field that somebody else has changed meanwhile stays as it is
 * and comes back as a conflict, with both texts; the other one is written.
 */
export async function saveSection(scope: PersonScope, input: SaveSection): Promise<SavedSection> {
  const section = await lockSection(scope, input);
  const clean = input.changes.map((change) =>
    change.field === 'body' ? { ...change, to: sanitiseRichText(change.to) } : change,
  );
  const { text, isChanged, conflicts } = applyChanges(section, clean);
  const version = isChanged ? await write(scope, input, section, text) : section.version;
  return { ...text, version, plain: toPlainText(text.body), conflicts };
}

/** Writes a section's text as its next version. */
async function write(
  scope: PersonScope,
  { cohortId, workshopId, sectionId }: SectionRef,
  section: StoredSection,
  text: SectionText,
  { noteIds = section.noteIds, isOfItsOwn = false } = {},
): Promise<number> {
  const { db, actor, clock } = scope;
  const version = section.version + 1;
  const by = { changedById: actor.accountId, changedAt: clock.now() };
  await db.proceedingsSection.updateMany({
    where: { id: sectionId },
    data: { ...text, noteIds, version, ...by },
  });
  await keepRevision(scope, { cohortId, sectionId }, { ...text, version, isOfItsOwn });
  await changed(scope, { cohortId, workshopId });
  return version;
}

/** Writes down a version; the one before makes room for it where it is of the same sitting. */
async function keepRevision(
  { db, actor, clock }: PersonScope,
  { cohortId, sectionId }: { cohortId: string; sectionId: string },
  { title, body, version, isOfItsOwn }: SectionText & { version: number; isOfItsOwn: boolean },
): Promise<void> {
  const now = clock.now();
  const last = await db.proceedingsRevision.findFirst({
    where: { sectionId },
    orderBy: { version: 'desc' },
    select: { version: true, changedById: true, startedAt: true, changedAt: true },
  });
  const isSameSitting = last !== null && !isOfItsOwn && goesOn(last, actor.accountId, now);
  if (isSameSitting)
    await db.proceedingsRevision.deleteMany({ where: { sectionId, version: last.version } });
  const startedAt = isSameSitting ? last.startedAt : now;
  const by = { changedById: actor.accountId, startedAt, changedAt: now };
  await db.proceedingsRevision.createMany({
    data: [{ cohortId, sectionId, version, title, body, ...by }],
  });
}

/** Goes back to what a version said, as a new version: what stood there until now stays in the list. */
export async function restoreSection(
  scope: PersonScope,
  input: RestoreSection,
): Promise<{ version: number }> {
  const section = await lockSection(scope, input);
  const kept = await scope.db.proceedingsRevision.findFirst({
    where: { sectionId: section.id, version: input.version },
    select: { title: true, body: true },
  });
  if (!kept) throw notFound();
  const { isChanged } = applyChanges(section, [
    { field: 'title', from: section.title, to: kept.title },
    { field: 'body', from: section.body, to: kept.body },
  ]);
  if (!isChanged) return { version: section.version };
  return { version: await write(scope, input, section, kept, { isOfItsOwn: true }) };
}

/** Takes notes that came later over into the text, or puts them aside. Those that were settled already stay so. */
export async function settleNotes(scope: PersonScope, input: SettleNotes): Promise<void> {
  const section = await lockSection(scope, input);
  const offered = offeredNotes(section, await notesOfDay(scope, input)).filter(({ id }) =>
    input.noteIds.includes(id),
  );
  if (offered.length === 0) return;
  const noteIds = [...section.noteIds, ...offered.map(({ id }) => id)];
  if (input.isTaken) {
    const { title, body } = section;
    const text = { title, body: sanitiseRichText(withNotes(body, offered)) };
    await write(scope, input, section, text, { noteIds, isOfItsOwn: true });
    return;
  }
  await scope.db.proceedingsSection.updateMany({ where: { id: section.id }, data: { noteIds } });
  await changed(scope, input);
}

/** Adds a section of its own behind another one. Sent twice, it is the same section. */
export async function addSection(scope: PersonScope, input: AddSection): Promise<void> {
  const { sectionId, afterId, title } = input;
  await lockDraft(scope, input);
  const sections = await sectionsOf(scope, input);
  if (sections.some(({ id }) => id === sectionId)) return;
  const place = sections.findIndex(({ id }) => id === afterId);
  if (place === -1) throw notFound();
  await order(scope, sections.toSpliced(place + 1, 0, { id: sectionId } as StoredSection));
  const own = { id: sectionId, itemId: null, title, body: '', noteIds: [] };
  await insertSections(scope, input, [{ ...own, position: place + 1 }]);
  await changed(scope, input);
}

/** Adds a section for each item that came into the programme after the draft had begun, in its place. */
export async function addMissing(
  scope: PersonScope,
  ref: ProceedingsRef,
  locale: Locale,
): Promise<void> {
  await lockDraft(scope, ref);
  const stored = await sectionsOf(scope, ref);
  const all = withMissing(stored, await sectionsOfItems(scope, ref, locale)).map(
    (section, position) => ('id' in section ? section : { ...section, id: newId(), position }),
  );
  if (all.length === stored.length) return;
  await order(scope, all);
  await insertSections(
    scope,
    ref,
    all.filter((section) => !stored.some(({ id }) => id === section.id)),
  );
  await changed(scope, ref);
}

/**
 * Takes a section of its own out, with all that it said, or one whose item is no longer in the programme.
 * What the programme has stays, at most empty.
 */
export async function removeSection(scope: PersonScope, ref: SectionRef): Promise<void> {
  await lockDraft(scope, ref);
  const items = (await programmeOf(scope, ref))?.items ?? [];
  const { count } = await scope.db.proceedingsSection.deleteMany({
    where: {
      ...{ id: ref.sectionId, workshopId: ref.workshopId },
      OR: [{ itemId: null }, { itemId: { notIn: items.map(({ id }) => id) } }],
    },
  });
  if (count > 0) await changed(scope, ref);
}

/** A section and its neighbour change places; beyond an end nothing happens. */
export async function moveSection(scope: PersonScope, input: MoveSection): Promise<void> {
  await lockDraft(scope, input);
  const sections = await sectionsOf(scope, input);
  const place = sections.findIndex(({ id }) => id === input.sectionId);
  const target = input.to === 'up' ? place - 1 : place + 1;
  const section = sections[place];
  if (!section) throw notFound();
  if (target < 0 || target >= sections.length) return;
  await order(scope, sections.toSpliced(place, 1).toSpliced(target, 0, section));
  await changed(scope, input);
}

/** Numbers the sections in this order. */
async function order(
  { db }: PersonScope,
  sections: readonly Pick<StoredSection, 'id'>[],
): Promise<void> {
  const ids = sections.map(({ id }) => id);
  await db.$executeRaw`
    UPDATE proceedings_section s SET position = wanted.place::int
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY wanted (id, place) WHERE s.id = wanted.id`;
}
