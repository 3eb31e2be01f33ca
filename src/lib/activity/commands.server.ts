import type { Scope } from '$lib/access/scope.server';
import { publish } from '$lib/platform/events.server';
import { newId } from '$lib/platform/id';
import { enqueue } from '$lib/platform/jobs.server';
import type { ActivityFacts, ActivityKind, SubjectKind } from './kinds';

export interface NewActivity {
  cohortId: string;
  kind: ActivityKind;
  subjectKind: SubjectKind;
  subjectId: string;
  facts?: ActivityFacts;
}

/**
 * Writes down what happened, in the transaction in which it happens, and tells the open pages, and,
 * a moment later, everyone whom it concerns.
 * Returns the activity's id.
 */
export async function record(scope: Scope, activity: NewActivity): Promise<string> {
  const { db, clock, actor } = scope;
  const { cohortId, kind, subjectKind, subjectId, facts = {} } = activity;
  const id = newId(clock.now());
  const actorId = actor.kind === 'person' ? actor.accountId : null;
  await db.activity.createMany({
    data: [{ cohortId, id, at: clock.now(), kind, actorId, subjectKind, subjectId, facts }],
  });
  await publish(db, { cohortId, kind: subjectKind, id: subjectId });
  await enqueue(db, 'notice.fan-out', { cohortId, activityId: id });
  return id;
}
