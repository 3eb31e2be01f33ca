import type { Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { m } from '$lib/paraglide/messages.js';
import { notFound } from '$lib/platform/errors';
import { publishAll } from '$lib/platform/events.server';
import { newId } from '$lib/platform/id';
import { firstSections, type GrownSection } from './growing';
import * as policy from './policy';
import { proceedingsFacts, sectionsOfItems } from './queries.server';
import type { ProceedingsRef } from './schema';

/** Begins the draft: with a section for each item of the programme, and what was noted down to it. */
export async function begin(
  scope: PersonScope,
  ref: ProceedingsRef,
  locale: Locale,
): Promise<void> {
  const { db, actor, clock } = scope;
  const { cohortId, workshopId } = ref;
  ensure(policy.mayBegin(actor, await proceedingsFacts(scope, ref)));
  const now = clock.now();
  const { count } = await db.proceedings.createMany({
    data: [{ cohortId, workshopId, begunById: actor.accountId, begunAt: now }],
    skipDuplicates: true,
  });
  // Two moderators who begin at once begin the same draft.
  if (count === 0) return;
  const sections = firstSections(await sectionsOfItems(scope, ref, locale), {
    opening: m.proceedings_opening({}, { locale }),
    closing: m.proceedings_closing({}, { locale }),
  });
  await insertSections(
    scope,
    ref,
    sections.map((section, position) => ({ ...section, id: newId(), position })),
  );
  await tellModerators(scope, ref);
}

/** A section that comes into the draft: what grew from the programme, or one of its own. */
export interface NewSection extends GrownSection {
  id: string;
  position: number;
}

/** Writes sections into the draft, each with its first version. */
export async function insertSections(
  { db, actor, clock }: PersonScope,
  { cohortId, workshopId }: ProceedingsRef,
  sections: readonly NewSection[],
): Promise<void> {
  const by = { changedById: actor.accountId, changedAt: clock.now() };
  await db.proceedingsSection.createMany({
    data: sections.map(({ id, position, itemId, title, body, noteIds }) => ({
      ...{ cohortId, workshopId, id, position, itemId, title, body, noteIds },
      ...by,
    })),
  });
  await db.proceedingsRevision.createMany({
    data: sections.map(({ id, title, body }) => ({
      ...{ cohortId, sectionId: id, version: 1, title, body, startedAt: by.changedAt },
      ...by,
    })),
  });
}

/** Open drafts fetch again; to nobody else is there anything to tell. */
export async function tellModerators(
  { db }: PersonScope,
  { cohortId, workshopId }: ProceedingsRef,
): Promise<void> {
  const people = await db.membership.findMany({
    where: { cohortId, role: 'moderator', endedAt: null },
    select: { accountId: true },
  });
  const of = { cohortId, kind: 'proceedings', id: workshopId };
  await publishAll(
    db,
    people.map(({ accountId }) => ({ ...of, accountId })),
  );
}

/** Refuses who may not write, and holds the draft until the transaction ends: changes come one after the other. */
export async function lockDraft(
  scope: PersonScope,
  ref: ProceedingsRef,
): Promise<{ revision: number }> {
  const { db, actor } = scope;
  const { cohortId, workshopId } = ref;
  ensure(policy.mayWrite(actor, await proceedingsFacts(scope, ref)));
  const [row] = await db.$queryRaw<{ revision: number }[]>`
    SELECT revision FROM proceedings
     WHERE "workshopId" = ${workshopId}::uuid AND "cohortId" = ${cohortId}::uuid FOR NO KEY UPDATE`;
  if (!row) throw notFound();
  return row;
}

/** Something in the draft has changed: it is counted, and open drafts hear of it. */
export async function changed(scope: PersonScope, ref: ProceedingsRef): Promise<void> {
  const { cohortId, workshopId } = ref;
  await scope.db.proceedings.updateMany({
    where: { cohortId, workshopId },
    data: { revision: { increment: 1 } },
  });
  await tellModerators(scope, ref);
}
