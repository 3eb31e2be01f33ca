import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import { publish } from '$lib/platform/events.server';
import * as policy from '../policy';
import { readShown } from '../queries.server';
import type { SetThanks } from '../schema';

/** "Danke", said or taken back; the team is told once for each time it is said. */
export async function setThanks(scope: PersonScope, input: SetThanks): Promise<void> {
  const { db, clock, actor } = scope;
  const { cohortId, practiceId, isThanked } = input;
  ensure(policy.mayThank(actor, await readShown(db, input)));
  const { accountId } = actor;
  if (!isThanked) {
    await db.practiceThanks.deleteMany({ where: { practiceId, accountId } });
    await publish(db, { cohortId, kind: 'practice', id: practiceId });
    return;
  }
  const row = { cohortId, practiceId, accountId, at: clock.now() };
  const { count } = await db.practiceThanks.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) return;
  await record(scope, {
    cohortId,
    kind: 'practice_thanked',
    subjectKind: 'practice',
    subjectId: practiceId,
  });
}
