import { Prisma } from '../../../generated/prisma/client';

/**
 * Whether the team of adoption "a" was asked how it goes and has said nothing since: what it said in
 * the four weeks before is an answer, as for the question itself.
 */
export const isDue = Prisma.sql`(a."remindedMonths" > 0 AND a.state NOT IN ('dropped', 'established')
  AND a."changedAt" < a."startedAt" + make_interval(months => a."remindedMonths") - interval '28 days')`;
