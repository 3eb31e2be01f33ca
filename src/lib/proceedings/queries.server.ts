import type { Actor, Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import type { PublishedAgenda } from '$lib/agenda/published';
import { versionOf as programmeVersionOf, workshopOf } from '$lib/agenda/publish/queries.server';
import { itemTitle } from '$lib/agenda/text';
import { notFound } from '$lib/platform/errors';
import { toPlainText } from '$lib/platform/rich-text.server';
import type { PublishedPhoto, PublishedProceedings, SectionItem } from './content';
import {
  itemSections,
  missingSections,
  offeredNotes,
  proceedingsOf,
  sectionItem,
  type DayNote,
  type GrownSection,
} from './growing';
import * as policy from './policy';
import type { ProceedingsFacts } from './policy';
import type { ProceedingsRef } from './schema';

/** What decides who may do what; a foreign workshop is not found. */
export async function proceedingsFacts(
  { db, clock }: Scope,
  { cohortId, workshopId }: ProceedingsRef,
): Promise<ProceedingsFacts> {
  const [facts] = await db.$queryRaw<ProceedingsFacts[]>`
    SELECT w."cohortId", c.state::text AS "cohortState", w.state::text AS "workshopState",
           coalesce((SELECT min(d.date) <= (${clock.now()}::timestamptz AT TIME ZONE c."timeZone")::date
              FROM workshop_day d WHERE d."workshopId" = w.id), false) AS "hasBegun",
           EXISTS (SELECT 1 FROM proceedings_version v WHERE v."workshopId" = w.id) AS "isPublished"
      FROM workshop w JOIN cohort c ON c.id = w."cohortId"
     WHERE w.id = ${workshopId}::uuid AND w."cohortId" = ${cohortId}::uuid`;
  if (!facts) throw notFound();
  return facts;
}

/** The newest programme: what the sections are about. */
export async function programmeOf(
  scope: Scope,
  { cohortId, workshopId }: ProceedingsRef,
): Promise<PublishedAgenda | null> {
  const found = await programmeVersionOf(scope, { cohortId, workshopId });
  return found?.content ?? null;
}

/** What was noted down on the day, in the order in which it was. */
export const notesOfDay = ({ db }: Scope, { workshopId }: ProceedingsRef): Promise<DayNote[]> =>
  db.$queryRaw<DayNote[]>`
    SELECT n.id, n."itemId", n.body, a.name AS "authorName"
      FROM block_note n LEFT JOIN account a ON a.id = n."authorId"
     WHERE n."workshopId" = ${workshopId}::uuid ORDER BY n."createdAt", n.id`;

/** What the newest programme and the notes of the day give, in the language of whoever writes. */
export const sectionsOfItems = async (
  scope: Scope,
  ref: ProceedingsRef,
  locale: Locale,
): Promise<GrownSection[]> =>
  itemSections(await programmeOf(scope, ref), await notesOfDay(scope, ref), (item) =>
    itemTitle(item, locale),
  );

export interface StoredSection {
  id: string;
  itemId: string | null;
  title: string;
  body: string;
  noteIds: string[];
  version: number;
  position: number;
  changedAt: Date;
  changedById: string | null;
  changedByName: string | null;
}

/** The sections of the draft in their order; none where the actor does not write it. */
export const sectionsOf = (
  { db }: Scope,
  { workshopId }: ProceedingsRef,
): Promise<StoredSection[]> =>
  db.$queryRaw<StoredSection[]>`
    SELECT s.id, s."itemId", s.title, s.body, s."noteIds", s.version, s.position, s."changedAt",
           s."changedById", a.name AS "changedByName"
      FROM proceedings_section s LEFT JOIN account a ON a.id = s."changedById"
     WHERE s."workshopId" = ${workshopId}::uuid ORDER BY s.position, s.id`;

/** The state of the draft; null where none has begun, or the actor does not write it. */
export async function revisionOf(
  { db }: Scope,
  { cohortId, workshopId }: ProceedingsRef,
): Promise<number | null> {
  const found = await db.proceedings.findFirst({
    where: { cohortId, workshopId },
    select: { revision: true },
  });
  return found?.revision ?? null;
}

/** The photos that the moderators have taken in, in their order. */
export const acceptedPhotos = (
  { db }: Scope,
  { workshopId }: ProceedingsRef,
): Promise<PublishedPhoto[]> =>
  db.proceedingsPhoto.findMany({
    where: { workshopId, isAccepted: true },
    orderBy: [{ position: 'asc' }, { addedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, fileId: true, alt: true, caption: true, sectionId: true },
  });

export interface StoredVersion {
  version: number;
  content: PublishedProceedings;
  reason: string;
  publishedAt: Date;
  publishedById: string | null;
}

/** The version with this number, or the newest one. */
export async function versionOf(
  { db }: Scope,
  { cohortId, workshopId }: ProceedingsRef,
  version: number | null = null,
): Promise<StoredVersion | null> {
  const found = await db.proceedingsVersion.findFirst({
    where: { cohortId, workshopId, ...(version === null ? {} : { version }) },
    orderBy: { version: 'desc' },
    select: { version: true, content: true, reason: true, publishedAt: true, publishedById: true },
  });
  return found && { ...found, content: found.content as unknown as PublishedProceedings };
}

/** The draft as everyone would read it. */
export const draftAsPublished = async (
  scope: Scope,
  ref: ProceedingsRef,
  timeZone: string,
): Promise<PublishedProceedings> =>
  proceedingsOf(
    await sectionsOf(scope, ref),
    await acceptedPhotos(scope, ref),
    await programmeOf(scope, ref),
    timeZone,
  );

/** A section as its writer sees it. */
export interface DraftSection {
  id: string;
  title: string;
  body: string;
  /** The text without markup, for a field without the editor. */
  plain: string;
  version: number;
  changedAt: Date;
  changedByName: string | null;
  isChangedByOther: boolean;
  /** Null for one of its own, and where the item is no longer in the programme: it can be removed. */
  item: SectionItem | null;
  /** Notes that came after it had begun. */
  offered: DayNote[];
}

const isOther = (actor: Actor, accountId: string | null): boolean =>
  actor.kind === 'person' && accountId !== null && actor.accountId !== accountId;

/** The draft, for those who write it. */
export async function openDraft(scope: PersonScope, ref: ProceedingsRef, locale: Locale) {
  const { db, actor } = scope;
  const workshop = await workshopOf(scope, ref);
  const { cohortId, cohortState } = workshop;
  ensure(policy.mayWrite(actor, { cohortId, cohortState }));
  const revision = await revisionOf(scope, ref);
  if (revision === null) throw notFound();
  const agenda = await programmeOf(scope, ref);
  const notes = await notesOfDay(scope, ref);
  const stored = await sectionsOf(scope, ref);
  const sections = stored.map((section): DraftSection => ({
    id: section.id,
    title: section.title,
    body: section.body,
    plain: toPlainText(section.body),
    version: section.version,
    changedAt: section.changedAt,
    changedByName: section.changedByName,
    isChangedByOther: isOther(actor, section.changedById),
    item: agenda && sectionItem(agenda, section.itemId),
    offered: offeredNotes(section, notes),
  }));
  const missing = missingSections(
    stored,
    itemSections(agenda, notes, (item) => itemTitle(item, locale)),
  );
  const last = await versionOf(scope, ref);
  const waitingPhotos = await db.proceedingsPhoto.count({
    where: { workshopId: ref.workshopId, isAccepted: false },
  });
  return {
    workshop,
    revision,
    sections,
    /** Titles of items that the programme has, and the draft has not yet. */
    missing: missing.map(({ title }) => title),
    people: await namesOf(scope, sections),
    publishedVersion: last?.version ?? null,
    waitingPhotos,
  };
}

/** The people whom sections name, by membership; those whose account was erased are left out. */
export async function namesOf(
  { db }: Scope,
  sections: readonly { item: SectionItem | null }[],
): Promise<Record<string, string>> {
  const ids = sections.flatMap(({ item }) => item?.peopleIds ?? []);
  if (ids.length === 0) return {};
  const people = await db.membership.findMany({
    where: { id: { in: ids } },
    select: { id: true, account: { select: { name: true } } },
  });
  return Object.fromEntries(people.map(({ id, account }) => [id, account.name]));
}
