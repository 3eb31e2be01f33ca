import type { Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { mayReadPlan } from '../policy';
import type { Method } from './method';
import { ourMethods } from './ours';
import type { MethodRef, OfCohort } from './schema';

export const columns = {
  id: true,
  name: true,
  purpose: true,
  minutesFrom: true,
  minutesUntil: true,
  peopleFrom: true,
  peopleUntil: true,
  material: true,
  steps: true,
} as const;

/** The cohort's own methods, and ours. */
export async function listMethods(
  { db, actor }: PersonScope,
  { cohortId }: OfCohort,
  locale: Locale,
): Promise<Method[]> {
  ensure(mayReadPlan(actor, { cohortId }));
  const own = await db.agendaMethod.findMany({
    where: { cohortId },
    select: columns,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const shaped = own.map(({ steps, ...method }) => ({
    ...method,
    isOurs: false,
    steps: steps.split('\n').filter((step) => step.trim() !== ''),
  }));
  return [...shaped, ...ourMethods(locale)];
}

/** One of the cohort's own, to be changed. */
export async function readMethod(
  { db, actor }: PersonScope,
  { cohortId, methodId }: MethodRef,
): Promise<
  { methodId: string; version: number } & Omit<Method, 'id' | 'isOurs' | 'steps'> & {
      steps: string;
    }
> {
  ensure(mayReadPlan(actor, { cohortId }));
  const found = await db.agendaMethod.findFirst({
    where: { id: methodId, cohortId },
    select: { ...columns, version: true },
  });
  if (!found) throw notFound();
  const { id, ...method } = found;
  return { ...method, methodId: id };
}
