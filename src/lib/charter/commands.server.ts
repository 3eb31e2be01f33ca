import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import { conflict, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { sanitiseRichText } from '$lib/platform/rich-text.server';
import { mayAskAgain, mayPublishCharter, mayReadCharter } from './policy';
import type { AcceptCharter, PublishCharter } from './schema';

/** Accepts the newest version; the rest of the cohort opens with it. */
export async function accept(
  { db, actor, clock }: PersonScope,
  { cohortId, charterId }: AcceptCharter,
): Promise<void> {
  ensure(mayReadCharter(actor, cohortId));
  const newest = await db.charter.findFirst({
    where: { cohortId },
    orderBy: { version: 'desc' },
    select: { id: true, version: true },
  });
  if (!newest) throw notFound();
  // Somebody published a newer version while this one was being read.
  if (newest.id !== charterId) throw conflict(newest.version);
  const { accountId } = actor;
  await db.charterAcceptance.createMany({
    data: [{ cohortId, charterId, accountId, at: clock.now() }],
    skipDuplicates: true,
  });
  // Roles count from now on: the person's open stream looks again.
  await publish(db, { cohortId, kind: 'account', id: accountId, accountId });
}

/** Publishes a new version, which everyone is asked to accept; whoever publishes it has accepted it. */
export async function publishVersion(
  scope: PersonScope,
  { cohortId, id, bodyDe, bodyEn, changesDe, changesEn, baseVersion }: PublishCharter,
): Promise<{ version: number }> {
  const { db, actor, clock } = scope;
  ensure(mayPublishCharter(actor, cohortId));
  const repeated = await db.charter.findFirst({
    where: { cohortId, id },
    select: { version: true },
  });
  if (repeated) return repeated;
  const newest = await db.charter.findFirst({
    where: { cohortId },
    orderBy: { version: 'desc' },
    select: { version: true },
  });
  const currentVersion = newest?.version ?? 0;
  if (currentVersion !== baseVersion) throw conflict(currentVersion);
  ensure(mayAskAgain(currentVersion, { changesDe, changesEn }));
  const version = currentVersion + 1;
  // Told first: from the moment the new version stands, the actor owes its acceptance as well.
  await record(scope, {
    cohortId,
    kind: 'charter_published',
    subjectKind: 'cohort',
    subjectId: cohortId,
    facts: { version },
  });
  const publishedAt = clock.now();
  const text = {
    bodyDe: sanitiseRichText(bodyDe),
    bodyEn: sanitiseRichText(bodyEn),
    changesDe,
    changesEn,
  };
  await db.charter.createMany({ data: [{ cohortId, id, version, ...text, publishedAt }] });
  await db.charterAcceptance.createMany({
    data: [{ cohortId, charterId: id, accountId: actor.accountId, at: publishedAt }],
  });
  return { version };
}
