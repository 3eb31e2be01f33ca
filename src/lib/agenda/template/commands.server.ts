import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { AppError, notFound } from '$lib/platform/errors';
import { newId } from '$lib/platform/id';
import { change } from '../commands.server';
import { listMethods } from '../method/queries.server';
import { mayPlan, mayReadPlan } from '../policy';
import { workshopOf } from '../publish/queries.server';
import type { WorkshopRef } from '../publish/schema';
import { daysOf, storedAgenda } from '../queries.server';
import type { Change } from '../schema';
import type { SaveTemplate, TemplateRef, UseTemplate } from './schema';
import {
  takeTemplate,
  templateContent,
  templateOf,
  type Taken,
  type TemplateContent,
} from './template';

const MOST_TEMPLATES = 100;

/** Keeps the plan as it stands as something to begin others with. Sent twice, it is kept once. */
export async function saveTemplate(scope: PersonScope, input: SaveTemplate): Promise<void> {
  const { db, clock, actor } = scope;
  const { cohortId, workshopId, templateId, name } = input;
  const { days } = await workshopOf(scope, input);
  ensure(mayReadPlan(actor, input));
  const { content } = await storedAgenda(db, { cohortId, workshopId });
  if (content.items.length === 0) throw new AppError('agenda_is_empty');
  if ((await db.agendaTemplate.count({ where: { cohortId } })) >= MOST_TEMPLATES)
    throw new AppError('agenda_too_many_templates', { limit: MOST_TEMPLATES });
  const row = { cohortId, id: templateId, name, content: templateOf(content, days) as object };
  await db.agendaTemplate.createMany({
    data: [{ ...row, createdById: actor.accountId, createdAt: clock.now() }],
    skipDuplicates: true,
  });
}

export async function removeTemplate(
  { db, actor }: PersonScope,
  { cohortId, templateId }: TemplateRef,
): Promise<void> {
  ensure(mayReadPlan(actor, { cohortId }));
  const { count } = await db.agendaTemplate.deleteMany({ where: { id: templateId, cohortId } });
  if (count === 0) throw notFound();
}

export type TakenOver = Omit<Taken, 'operations'>;

/** Adds what a template says to the plan, as one change, which open boards follow. */
export async function addToPlan(
  scope: PersonScope,
  ref: WorkshopRef & { changeId: string },
  template: TemplateContent,
): Promise<TakenOver> {
  const { changeId, cohortId, workshopId } = ref;
  const { days } = await workshopOf(scope, ref);
  const methods = new Set((await listMethods(scope, ref, 'de')).map(({ id }) => id));
  const taken = takeTemplate(template, days, (id) => methods.has(id), newId);
  const { operations, ...told } = taken;
  if (operations.length === 0) throw new AppError('agenda_is_empty');
  const { revision } = await storedAgenda(scope.db, { cohortId, workshopId });
  await change(scope, {
    cohortId,
    workshopId,
    id: changeId,
    since: revision,
    operations,
  } as Change);
  return told;
}

export async function useTemplate(scope: PersonScope, input: UseTemplate): Promise<TakenOver> {
  const { cohortId, from } = input;
  const { cohortState, state: workshopState } = await workshopOf(scope, input);
  ensure(mayPlan(scope.actor, { cohortId, cohortState, workshopState }));
  if (from.kind === 'template') {
    const found = await scope.db.agendaTemplate.findFirst({
      where: { id: from.templateId, cohortId },
      select: { content: true },
    });
    if (!found) throw notFound();
    return addToPlan(scope, input, templateContent.parse(found.content));
  }
  const other = { cohortId, workshopId: from.workshopId };
  await workshopOf(scope, other);
  const { content } = await storedAgenda(scope.db, other);
  return addToPlan(scope, input, templateOf(content, await daysOf(scope.db, other)));
}
