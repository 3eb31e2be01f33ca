import { readsContent } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { workshopOf } from '$lib/agenda/publish/queries.server';
import { agreementsOfWorkshop } from '$lib/agreement/queries.server';
import { readComments, type CommentPage } from '$lib/comment/queries.server';
import { saidOnDay } from '$lib/day/queries.server';
import { notFound } from '$lib/platform/errors';
import { outcomesOfWorkshop } from '$lib/topic/outcome/queries.server';
import { storedFiles } from '$lib/upload/queries.server';
import type { PublishedProceedings } from '../content';
import * as policy from '../policy';
import {
  draftAsPublished,
  namesOf,
  proceedingsFacts,
  revisionOf,
  versionOf,
} from '../queries.server';
import type { ProceedingsRef, ReadProceedings } from '../schema';

export interface ListedVersion {
  version: number;
  reason: string;
  publishedAt: Date;
  byName: string | null;
}

/** Of a photo, in its largest size, so that the page keeps its place while it comes. */
export interface PhotoSize {
  width: number;
  height: number;
}

/** Minutes as a page and a paper show them. */
export interface ShownProceedings {
  version: number;
  content: PublishedProceedings;
  /** The version before; null for the first one. */
  before: PublishedProceedings | null;
  reason: string;
  publishedAt: Date;
  /** By membership; those whose account was erased are left out. */
  people: Record<string, string>;
  /** By file; a photo that was taken off since is not there any more. */
  photos: Record<string, PhotoSize>;
}

/** One version as everyone reads it; null where none is published. */
export async function shownProceedings(
  scope: Scope,
  ref: ProceedingsRef,
  version: number | null,
): Promise<ShownProceedings | null> {
  const found = await versionOf(scope, ref, version);
  if (!found) {
    if (version !== null) throw notFound();
    return null;
  }
  const { content, reason, publishedAt } = found;
  const before =
    found.version === 1
      ? null
      : ((await versionOf(scope, ref, found.version - 1))?.content ?? null);
  return {
    version: found.version,
    content,
    before,
    reason,
    publishedAt,
    people: await namesOf(scope, content.sections),
    photos: await photosOf(scope, ref, found.version),
  };
}

async function photosOf(
  scope: Scope,
  { cohortId, workshopId }: ProceedingsRef,
  version: number,
): Promise<Record<string, PhotoSize>> {
  const held = await scope.db.proceedingsVersionPhoto.findMany({
    where: { workshopId, version },
    select: { fileId: true },
  });
  const fileIds = held.map(({ fileId }) => fileId);
  const files = fileIds.length === 0 ? [] : await storedFiles(scope, { cohortId, fileIds });
  return Object.fromEntries(
    files.map(({ id, width, height }) => [id, { width: width ?? 1, height: height ?? 1 }]),
  );
}

/** What belongs to the minutes and lives on elsewhere: shown beside them as it is now. */
export async function besideProceedings(scope: PersonScope, ref: ProceedingsRef) {
  const { parked, topics } = await saidOnDay(scope, ref);
  const readsAll = readsContent(scope.actor, ref.cohortId);
  const agreements = readsAll ? await agreementsOfWorkshop(scope, ref) : null;
  const outcomes = await outcomesOfWorkshop(scope, ref);
  /** What was told last; null where nothing was. */
  const outcomeOf = (topicId: string) => {
    const told = outcomes.topics.find(({ id }) => id === topicId)?.told[0];
    return told ? { answer: told.answer, body: told.body } : null;
  };
  return {
    parked,
    topics: topics.map((topic) => ({ ...topic, outcome: outcomeOf(topic.id) })),
    agreements,
  };
}
export type BesideProceedings = Awaited<ReturnType<typeof besideProceedings>>;

const versionsOf = ({ db }: Scope, { workshopId }: ProceedingsRef): Promise<ListedVersion[]> =>
  db.$queryRaw<ListedVersion[]>`
    SELECT v.version, v.reason, v."publishedAt", a.name AS "byName"
      FROM proceedings_version v LEFT JOIN account a ON a.id = v."publishedById"
     WHERE v."workshopId" = ${workshopId}::uuid ORDER BY v.version DESC`;

interface Discussion {
  page: CommentPage;
  count: number;
}

async function discussionOf(
  scope: PersonScope,
  { cohortId, workshopId, before, from }: ReadProceedings,
  cohortState: policy.ProceedingsFacts['cohortState'],
): Promise<Discussion> {
  const subject = { cohortId, topicId: null, practiceId: null, workshopId };
  return {
    page: await readComments(scope, { ...subject, before, from }, { cohortId, cohortState }),
    count: await scope.db.comment.count({ where: { workshopId, deletedAt: null } }),
  };
}

/** All that the page of minutes shows, and what its reader may do there. */
export async function readProceedings(scope: PersonScope, input: ReadProceedings) {
  const { actor } = scope;
  const workshop = await workshopOf(scope, input);
  const facts = await proceedingsFacts(scope, input);
  const shown = await shownProceedings(scope, input, input.version);
  return {
    workshop,
    shown,
    versions: await versionsOf(scope, input),
    beside: await besideProceedings(scope, input),
    discussion: shown && (await discussionOf(scope, input, facts.cohortState)),
    /** Of the moderators' draft; null where none has begun, and for everyone else. */
    draftRevision: await revisionOf(scope, input),
    may: {
      begin: policy.mayBegin(actor, facts).isAllowed,
      write: policy.mayWrite(actor, facts).isAllowed,
      comment: policy.mayComment(actor, facts).isAllowed,
      addPhoto: policy.mayAddPhoto(actor, facts).isAllowed,
      listPhotos: policy.mayListPhotos(actor, facts).isAllowed,
    },
  };
}
export type ProceedingsPage = Awaited<ReturnType<typeof readProceedings>>;

/** What would change if the draft were published as it stands. */
export async function previewPublishing(scope: PersonScope, ref: ProceedingsRef) {
  const workshop = await workshopOf(scope, ref);
  const { cohortId, cohortState } = workshop;
  ensure(policy.mayWrite(scope.actor, { cohortId, cohortState }));
  const revision = await revisionOf(scope, ref);
  if (revision === null) throw notFound();
  const last = await versionOf(scope, ref);
  return {
    workshop,
    revision,
    version: (last?.version ?? 0) + 1,
    before: last?.content ?? null,
    after: await draftAsPublished(scope, ref, workshop.timeZone),
    waitingPhotos: await scope.db.proceedingsPhoto.count({
      where: { workshopId: ref.workshopId, isAccepted: false },
    }),
  };
}
export type PublishPreview = Awaited<ReturnType<typeof previewPublishing>>;

/** How far the minutes of a workshop have come, for its page. */
export async function proceedingsStatus(scope: PersonScope, ref: ProceedingsRef) {
  const facts = await proceedingsFacts(scope, ref);
  const [newest] = await versionsOf(scope, ref);
  return {
    newest: newest ?? null,
    draftRevision: await revisionOf(scope, ref),
    mayBegin: policy.mayBegin(scope.actor, facts).isAllowed,
  };
}
export type ProceedingsStatus = Awaited<ReturnType<typeof proceedingsStatus>>;
