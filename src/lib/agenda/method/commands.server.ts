import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { cohortFacts } from '$lib/topic/queries.server';
import { AppError, conflict, notFound } from '$lib/platform/errors';
import { isSame } from '$lib/platform/same';
import { mayPlan } from '../policy';
import { columns } from './queries.server';
import type { MethodRef, SaveMethod } from './schema';

/** More than anybody reads through. */
const MOST_METHODS = 200;

async function ensureMay({ db, actor }: PersonScope, cohortId: string): Promise<void> {
  const { cohortState } = await cohortFacts(db, cohortId);
  ensure(mayPlan(actor, { cohortId, cohortState, workshopState: 'planned' }));
}

/** Adds a method to the cohort's own, or changes one. Sent twice, it is the same. */
export async function saveMethod(
  scope: PersonScope,
  input: SaveMethod,
): Promise<{ version: number }> {
  const { db, clock, actor } = scope;
  const { cohortId, methodId, version, ...words } = input;
  await ensureMay(scope, cohortId);
  const at = clock.now();
  if (version === 0) {
    if ((await db.agendaMethod.count({ where: { cohortId } })) >= MOST_METHODS)
      throw new AppError('agenda_too_many_methods', { limit: MOST_METHODS });
    const moments = { createdById: actor.accountId, createdAt: at, changedAt: at };
    await db.agendaMethod.createMany({
      data: [{ cohortId, id: methodId, ...words, ...moments }],
      skipDuplicates: true,
    });
  } else {
    await db.agendaMethod.updateMany({
      where: { id: methodId, cohortId, version },
      data: { ...words, version: version + 1, changedAt: at },
    });
  }
  const found = await db.agendaMethod.findFirst({
    where: { id: methodId, cohortId },
    select: { ...columns, version: true },
  });
  if (!found) throw notFound();
  const { id: _, version: stored, ...said } = found;
  // Sent twice, it says the same; somebody else's change says something else.
  if (stored !== version + 1 || !isSame(said, words)) throw conflict(stored);
  return { version: stored };
}

/** What agendas have taken from it stays in them. */
export async function removeMethod(
  scope: PersonScope,
  { cohortId, methodId }: MethodRef,
): Promise<void> {
  await ensureMay(scope, cohortId);
  const { count } = await scope.db.agendaMethod.deleteMany({ where: { id: methodId, cohortId } });
  if (count === 0) throw notFound();
}
