import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { mayPlan, mayReadPlan } from '../policy';
import { workshopOf } from '../publish/queries.server';
import type { WorkshopRef } from '../publish/schema';

interface Source {
  id: string;
  name: string;
  items: number;
  minutes: number;
}

/** What a plan can begin with: templates, and the plans of other workshops. */
export async function listTemplates(
  scope: PersonScope,
  ref: WorkshopRef,
): Promise<{
  title: string;
  templates: Source[];
  workshops: Source[];
  mayPlan: boolean;
  /** How much stands in this plan already. */
  plannedItems: number;
}> {
  const { db, actor } = scope;
  const { cohortId, workshopId } = ref;
  const { title, cohortState, state: workshopState } = await workshopOf(scope, ref);
  ensure(mayReadPlan(actor, ref));
  const templates = await db.$queryRaw<Source[]>`
    SELECT t.id, t.name, i.items, i.minutes FROM agenda_template t, LATERAL (
      SELECT count(*)::int AS items, coalesce(sum((item->>'minutes')::int), 0)::int AS minutes
        FROM jsonb_array_elements(t.content->'items') item) i
     WHERE t."cohortId" = ${cohortId}::uuid ORDER BY t.name, t.id`;
  const workshops = await db.$queryRaw<Source[]>`
    SELECT w.id, w.title AS name, i.items, i.minutes FROM agenda a JOIN workshop w ON w.id = a."workshopId", LATERAL (
      SELECT count(*)::int AS items, coalesce(sum((item->>'minutes')::int), 0)::int AS minutes
        FROM jsonb_array_elements(a.content->'items') item) i
     WHERE a."cohortId" = ${cohortId}::uuid AND w.id <> ${workshopId}::uuid AND i.items > 0
     ORDER BY w."createdAt" DESC, w.id`;
  const [own] = await db.$queryRaw<{ items: number }[]>`
    SELECT jsonb_array_length(content->'items') AS items FROM agenda WHERE "workshopId" = ${workshopId}::uuid`;
  const may = mayPlan(actor, { cohortId, cohortState, workshopState }).isAllowed;
  return { title, templates, workshops, mayPlan: may, plannedItems: own?.items ?? 0 };
}
