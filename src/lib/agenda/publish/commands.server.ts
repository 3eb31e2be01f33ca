import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import type { ActivityFacts } from '$lib/activity/kinds';
import { AppError, conflict } from '$lib/platform/errors';
import { newId } from '$lib/platform/id';
import { isSame } from '$lib/platform/same';
import { placeTopic } from '$lib/topic/schedule/commands.server';
import { topicsOfProgramme, topicsToPlace } from '$lib/topic/schedule/queries.server';
import { publishFiles } from '../attachment/commands.server';
import type { AgendaContent } from '../document';
import { change } from '../commands.server';
import type { Operation } from '../operations';
import { mayPlan } from '../policy';
import { storedAgenda } from '../queries.server';
import type { PublishedAgenda } from '../published';
import type { Change } from '../schema';
import { minutesFor, type Departure } from './departure';
import { shownTime } from './difference';
import { obstacle } from './obstacle';
import {
  departuresOf,
  programmeOf,
  versionOf,
  workshopOf,
  type WorkshopOfAgenda,
} from './queries.server';
import type { PublishProgramme, WorkshopRef } from './schema';

/** Makes the plan as it stands the programme that everyone reads, and tells everyone. */
export async function publishProgramme(
  scope: PersonScope,
  input: PublishProgramme,
): Promise<{ version: number }> {
  const { db, clock, actor } = scope;
  const { cohortId, workshopId, version, reason } = input;
  const workshop = await lockWorkshop(scope, input);
  const { state: workshopState, cohortState } = workshop;
  ensure(mayPlan(actor, { cohortId, cohortState, workshopState }));
  const last = await versionOf(scope, { cohortId, workshopId });
  const plan = await storedAgenda(scope.db, input);
  const isRepeated = last?.version === version && last.publishedById === actor.accountId;
  if (isRepeated) return { version };
  if (plan.revision !== input.revision) throw conflict(plan.revision);
  if ((last?.version ?? 0) + 1 !== version) throw conflict(last?.version ?? 0);

  const content = await keepReasons(scope, plan, input);
  const before = last?.content ?? null;
  const departures = await departuresOf(scope, workshop, content);
  const after = programmeOf(workshop, content, departures);
  const found = obstacle({ before, after, departures, reason });
  if (found) throw new AppError(found);
  await db.agendaVersion.create({
    data: {
      cohortId,
      workshopId,
      version,
      content: after as object,
      reason,
      publishedById: actor.accountId,
      publishedAt: clock.now(),
    },
    select: { version: true },
  });
  await publishFiles(scope, { cohortId, workshopId }, after);
  // Passports hold the day that was told: another one is entered now.
  const told = last && (await versionOf(scope, { cohortId, workshopId, version: last.version }));
  await placeTopics(scope, workshop, { before: told?.content ?? null, after, departures });
  const { title } = workshop;
  await record(scope, {
    cohortId,
    kind: 'agenda_published',
    subjectKind: 'workshop',
    subjectId: workshopId,
    facts: { title, version, reason },
  });
  return { version };
}

/** Two who publish at once come one after the other; what boards change meanwhile comes after that. */
async function lockWorkshop(scope: PersonScope, ref: WorkshopRef): Promise<WorkshopOfAgenda> {
  await scope.db.$queryRaw`
    SELECT 1 AS held FROM workshop
     WHERE id = ${ref.workshopId}::uuid AND "cohortId" = ${ref.cohortId}::uuid FOR NO KEY UPDATE`;
  await scope.db.$queryRaw`
    SELECT 1 AS held FROM agenda WHERE "workshopId" = ${ref.workshopId}::uuid FOR NO KEY UPDATE`;
  return workshopOf(scope, ref);
}

/** Reasons given while publishing become part of the plan, as if they had been written there. */
async function keepReasons(
  scope: PersonScope,
  { content, revision }: { content: AgendaContent; revision: number },
  { cohortId, workshopId, reasons }: PublishProgramme,
): Promise<AgendaContent> {
  const operations = Object.entries(reasons).flatMap(([topicId, to]): Operation[] => {
    const from = content.reasons[topicId] ?? '';
    return from === to ? [] : [{ type: 'set_reason', topicId, from, to }];
  });
  if (operations.length === 0) return content;
  const ref = { cohortId, workshopId };
  await change(scope, { ...ref, id: newId(), since: revision, operations } as Change);
  return (await storedAgenda(scope.db, ref)).content;
}

interface Programmes {
  before: PublishedAgenda | null;
  after: PublishedAgenda;
  departures: readonly Departure[];
}

/** When a topic is first worked on, and for how long in all: what its passport says. */
function placeOf(agenda: PublishedAgenda | null, topicId: string) {
  const items = agenda?.items.filter((item) => item.topicId === topicId) ?? [];
  const [first] = items;
  if (!agenda || !first) return null;
  const { dayId, date, from } = shownTime(agenda, first);
  return { dayId, date, from, minutes: minutesFor(items, topicId) };
}

async function placeTopics(
  scope: PersonScope,
  { cohortId, id: workshopId, title }: WorkshopOfAgenda,
  { before, after, departures }: Programmes,
): Promise<void> {
  const asked = await topicsToPlace(scope, { cohortId, workshopId });
  const planned = after.items.flatMap(({ topicId }) => (topicId === null ? [] : [topicId]));
  const slots = await scope.db.topicSlot.findMany({ where: { workshopId } });
  const wanted = [
    ...new Set([
      ...planned,
      ...slots.map(({ topicId }) => topicId),
      ...departures.map(({ topicId }) => topicId),
    ]),
  ];
  const topics = await topicsOfProgramme(scope, cohortId, wanted);
  for (const { id: topicId } of topics.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const [then, now] = [placeOf(before, topicId), placeOf(after, topicId)];
    const decidedMinutes =
      asked.find(({ id }) => id === topicId)?.decidedMinutes ??
      slots.find((slot) => slot.topicId === topicId)?.decidedMinutes ??
      null;
    const facts: ActivityFacts = {
      workshopTitle: title,
      date: now?.date ?? null,
      from: now?.from ?? null,
    };
    const slot = {
      cohortId,
      workshopId,
      topicId,
      minutes: now?.minutes ?? 0,
      decidedMinutes,
      reason: after.reasons[topicId] ?? '',
    };
    await placeTopic(scope, slot, facts, then !== null && !isSame(then, now));
  }
}
