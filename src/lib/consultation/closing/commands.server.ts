import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { AppError } from '$lib/platform/errors';
import { planFollowUp, refreshPages, tell } from '../commands.server';
import * as policy from '../policy';
import { lockFacts } from '../queries.server';
import type { ConsultationRef, SetExpiry, SetFollowUp } from '../schema';

/** Longer than this after the end nothing stays, whatever the case giver wishes. */
const LONGEST_DAYS = 730;
const DAY_MS = 86_400_000;

/** Until when everything stays, as the case giver decides once it has ended. */
export async function setExpiry(scope: PersonScope, input: SetExpiry): Promise<void> {
  const { db, clock, actor } = scope;
  const { expiresAt } = input;
  const facts = await lockFacts(scope, input);
  const { row } = facts;
  ensure(policy.mayDecide(actor, row));
  if (row.destroyedAt !== null) throw new AppError('consultation_destroyed');
  if (row.closedAt === null) throw new AppError('consultation_not_ended');
  const latest = row.closedAt.getTime() + LONGEST_DAYS * DAY_MS;
  const isSensible = expiresAt > clock.now() && expiresAt.getTime() <= latest;
  if (!isSensible) throw new AppError('consultation_expiry_invalid');
  await db.consultation.updateMany({
    where: { id: row.id },
    data: { expiresAt, version: row.version + 1 },
  });
  await refreshPages(scope, facts);
}

/** Destroys all texts and keys, at once and for good. */
export async function destroy(scope: PersonScope, ref: ConsultationRef): Promise<void> {
  const { db, clock, actor } = scope;
  const facts = await lockFacts(scope, ref);
  ensure(policy.mayDecide(actor, facts.row));
  if (facts.row.destroyedAt !== null) return;
  await db.$executeRaw`
    SELECT app.consultation_destroy(${facts.row.id}::uuid, ${clock.now()}::timestamptz)`;
  await tell(scope, ref, 'consultation_destroyed');
  await refreshPages(scope, facts);
}

/** When the case giver is asked what came of it. */
export async function setFollowUp(scope: PersonScope, input: SetFollowUp): Promise<void> {
  const { db, actor } = scope;
  const { followUpDays } = input;
  const facts = await lockFacts(scope, input);
  const { row } = facts;
  ensure(policy.mayDecide(actor, row));
  if (row.followUpAskedAt !== null) throw new AppError('consultation_follow_up_asked');
  await db.consultation.updateMany({
    where: { id: row.id },
    data: { followUpDays, version: row.version + 1 },
  });
  if (row.state === 'closed' && row.closedAt !== null)
    await planFollowUp(scope, { ...facts, row: { ...row, followUpDays } }, row.closedAt);
  await refreshPages(scope, facts);
}
