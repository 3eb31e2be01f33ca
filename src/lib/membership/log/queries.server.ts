import type { Role } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { mayReadLog } from '../policy';
import type { ReadLog } from '../schema';

const PAGE_SIZE = 50;

export interface LogEntry {
  id: string;
  at: Date;
  change:
    | 'joined'
    | 'left'
    | 'replaced'
    | 'role_given'
    | 'role_ended'
    | 'cohort_closed'
    | 'cohort_reopened';
  personName: string;
  successorName: string | null;
  role: Role | null;
  teamName: string | null;
  byName: string;
  reason: string;
  /** An expert who joined: the questions of the topics that she or he reads. */
  topics: string[];
}

/** Every change of people, the latest first; `next` is where the following page begins. */
export async function readLog(
  { db, actor }: PersonScope,
  { cohortId, before }: ReadLog,
): Promise<{ entries: LogEntry[]; next: string | null }> {
  ensure(mayReadLog(actor, cohortId));
  const entries = await db.membershipLog.findMany({
    where: { cohortId, ...(before && { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
    omit: { cohortId: true },
  });
  const page = entries.slice(0, PAGE_SIZE);
  return { entries: page, next: entries.length > PAGE_SIZE ? page[PAGE_SIZE - 1]!.id : null };
}
