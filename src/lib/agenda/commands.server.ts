import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { AppError, notFound } from '$lib/platform/errors';
import { publishAll } from '$lib/platform/events.server';
import { keepFiles } from './attachment/commands.server';
import { emptyAgenda } from './document';
import { apply, type Applied, type Operation } from './operations';
import * as policy from './policy';
import {
  agendaFacts,
  linksIn,
  newsSince,
  storedAgenda,
  type News,
  type StoredAgenda,
} from './queries.server';
import { MOST_ITEMS, type AgendaRef, type Change } from './schema';

/**
 * Does what one board wants, in the order in which the changes come. What somebody else has changed
 * meanwhile stays as it is and comes back refused; all else is done. Answers what the board does not know
 * yet, its own change among it.
 */
export async function change(
  scope: PersonScope,
  input: Change,
): Promise<News & { refused: Applied['refused'] }> {
  const { db, actor } = scope;
  ensure(policy.mayPlan(actor, await agendaFacts(db, input)));
  const before = await lockAgenda(scope, input);
  if (await isRepeated(db, input))
    return { ...(await newsSince(db, input, input.since, before)), refused: [] };
  const { content, applied, refused } = apply(before.content, input.operations as Operation[]);
  if (applied.length === 0)
    return { ...(await newsSince(db, input, input.since, before)), refused };
  if (content.items.length > MOST_ITEMS) throw new AppError('agenda_is_full');
  await ensureKnown(db, input, applied);
  await keepFiles(scope, input, before.content, content);
  const after = { content, revision: before.revision + 1 };
  await write(scope, input, after, applied);
  return { ...(await newsSince(db, input, input.since, after)), refused };
}

/** The plan, its row locked until the transaction ends; the first one to plan makes it. */
async function lockAgenda({ db, clock }: PersonScope, ref: AgendaRef): Promise<StoredAgenda> {
  const { cohortId, workshopId } = ref;
  await db.agenda.createMany({
    data: [{ cohortId, workshopId, content: emptyAgenda() as object, changedAt: clock.now() }],
    skipDuplicates: true,
  });
  await db.$queryRaw`
    SELECT 1 AS held FROM agenda WHERE "workshopId" = ${workshopId}::uuid FOR NO KEY UPDATE`;
  return storedAgenda(db, ref);
}

async function isRepeated(db: Db, { workshopId, id }: Change): Promise<boolean> {
  const found = await db.agendaChange.findFirst({
    where: { id, workshopId },
    select: { revision: true },
  });
  return found !== null;
}

async function write(
  { db, clock, actor }: PersonScope,
  { cohortId, workshopId, id }: Change,
  { content, revision }: StoredAgenda,
  operations: Operation[],
): Promise<void> {
  const at = clock.now();
  const by = actor.accountId;
  await db.agenda.update({
    where: { workshopId },
    data: { content: content as object, revision, changedById: by, changedAt: at },
    select: { revision: true },
  });
  const row = {
    cohortId,
    workshopId,
    revision,
    id,
    operations: operations as object[],
    byId: by,
    at,
  };
  await db.agendaChange.createMany({ data: [row] });
  await tellModerators(db, { cohortId, workshopId });
}

/** Open boards fetch what is new; to nobody else is there anything to tell. */
export async function tellModerators(db: Db, { cohortId, workshopId }: AgendaRef): Promise<void> {
  const moderators = await db.membership.findMany({
    where: { cohortId, role: 'moderator', endedAt: null },
    select: { accountId: true },
  });
  const events = moderators.map(({ accountId }) => ({
    cohortId,
    kind: 'agenda',
    id: workshopId,
    accountId,
  }));
  await publishAll(db, events);
}

/** What is put into an agenda is of its cohort: topics, people, examples and consultations. */
async function ensureKnown(db: Db, ref: AgendaRef, operations: Operation[]): Promise<void> {
  const { cohortId } = ref;
  const said = operations.flatMap(saidBy);
  const idsOf = (...fields: string[]): string[] => {
    const values = said.filter(({ field }) => fields.includes(field)).map(({ value }) => value);
    return [...new Set(values.flatMap((value) => (value ?? []) as string | string[]))];
  };
  const where = (ids: string[]) => ({ cohortId, id: { in: ids } });
  const topicIds = idsOf('topicId');
  const membershipIds = idsOf('responsibleIds', 'expertIds');
  const topics = topicIds.length === 0 ? 0 : await db.topic.count({ where: where(topicIds) });
  const people =
    membershipIds.length === 0 ? 0 : await db.membership.count({ where: where(membershipIds) });
  if (topics !== topicIds.length || people !== membershipIds.length) throw notFound();

  const { practices, consultationIds } = await linksIn({ db }, cohortId, {
    practiceIds: idsOf('practiceId'),
    consultationIds: idsOf('consultationId'),
  });
  const isKnown = (id: string) =>
    practices.some((practice) => practice.id === id) || consultationIds.includes(id);
  const unknown = idsOf('practiceId', 'consultationId').filter((id) => !isKnown(id));
  if ((await namedBefore(db, ref, unknown)) < unknown.length) throw notFound();
}

/**
 * How many of these ids the plan has named before. Whoever takes back or doubles need not be in the circle of the
 * consultation, and an example may have been taken back by its team: they were looked at when they came in.
 */
async function namedBefore(db: Db, { workshopId }: AgendaRef, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM unnest(${ids}::text[]) AS named
     WHERE EXISTS (SELECT 1 FROM agenda_change c, jsonb_array_elements(c.operations) o
                    WHERE c."workshopId" = ${workshopId}::uuid
                      AND named IN (o->'item'->>'practiceId', o->'item'->>'consultationId', o->>'to'))`;
  return found?.count ?? 0;
}

const saidBy = (operation: Operation): { field: string; value: unknown }[] => {
  if (operation.type === 'set_item') return [{ field: operation.field, value: operation.to }];
  if (operation.type !== 'insert_item') return [];
  return Object.entries(operation.item).map(([field, value]) => ({ field, value }));
};
