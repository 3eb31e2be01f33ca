import type { Role } from '$lib/access/actor';
import type { PersonScope } from '$lib/access/scope.server';
import { newId } from '$lib/platform/id';

export interface Change {
  cohortId: string;
  change: 'left' | 'replaced' | 'role_given' | 'role_ended' | 'cohort_closed' | 'cohort_reopened';
  personName: string;
  successorName?: string;
  role?: Role;
  teamName?: string | null;
  reason?: string;
}

/** Writes a change of people into the log that everyone in the cohort can read. */
export async function logChange(
  { db, clock, actor }: PersonScope,
  { cohortId, change, personName, successorName, role, teamName, reason }: Change,
): Promise<void> {
  await db.membershipLog.createMany({
    data: [
      {
        cohortId,
        id: newId(clock.now()),
        at: clock.now(),
        change,
        personName,
        successorName: successorName ?? null,
        role: role ?? null,
        teamName: teamName ?? null,
        byName: actor.name,
        reason: reason ?? '',
      },
    ],
  });
}
