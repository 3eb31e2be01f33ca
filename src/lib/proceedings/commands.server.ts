import type { Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { itemTitle } from '$lib/agenda/text';
import { m } from '$lib/paraglide/messages.js';
import { notFound } from '$lib/platform/errors';
import { publishAll } from '$lib/platform/events.server';
import { newId } from '$lib/platform/id';
import { firstSections } from './growing';
import * as policy from './policy';
import { notesOfDay, proceedingsFacts, programmeOf } from './queries.server';
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
  const sections = firstSections(await programmeOf(scope, ref), await notesOfDay(scope, ref), {
    opening: m.proceedings_opening({}, { locale }),
    closing: m.proceedings_closing({}, { locale }),
    titleOf: (item) => itemTitle(item, locale),
  }).map((section, position) => ({ ...section, id: newId(), position }));
  const by = { changedById: actor.accountId, changedAt: now };
  await db.proceedingsSection.createMany({
    data: sections.map((section) => ({ cohortId, workshopId, ...section, ...by })),
  });
  await db.proceedingsRevision.createMany({
    data: sections.map(({ id, title, body }) => ({
      ...{ cohortId, sectionId: id, version: 1, title, body, startedAt: now },
      ...by,
    })),
  });
  await tellModerators(scope, ref);
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
