import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { mayEraseAccounts } from '../policy';
import { deletionDueAt } from './waiting-time';

export interface DeletionRequest {
  accountId: string;
  name: string;
  askedAt: Date;
  dueAt: Date;
  isDue: boolean;
  cohorts: string[];
}

/** Who asked for the deletion of the account, the longest waiting first. */
export async function deletionRequests({
  db,
  clock,
  actor,
}: PersonScope): Promise<DeletionRequest[]> {
  ensure(mayEraseAccounts(actor));
  const rows = await db.$queryRaw<Omit<DeletionRequest, 'dueAt' | 'isDue'>[]>`
    SELECT * FROM app.deletion_requests()`;
  return rows.map((row) => {
    const dueAt = deletionDueAt(row.askedAt);
    return { ...row, dueAt, isDue: dueAt <= clock.now() };
  });
}
