import { z } from 'zod';
import type { System } from '$lib/access/actor';
import type { Job } from '$lib/access/job';
import type { Scope } from '$lib/access/scope.server';
import { tellPrivately } from '$lib/notice/commands.server';
import {
  CLOCK_QUEUE,
  FOLLOW_UP_QUEUE,
  refreshPages,
  REMIND_QUEUE,
  TELL_QUEUE,
} from './commands.server';
import { clockOf, soonAt } from './engine/clock';
import { findFacts, type Facts } from './queries.server';
import { recipients, type TellingKind } from './recipients';
import { consultationRef } from './schema';

// What the clock does here is telling: no job moves a consultation on, people do.

/** A clock that is ahead by less than this starts the job again. */
const CLOCKS_APART_MS = 60_000;
const DAY_MS = 86_400_000;

const telling = consultationRef.extend({
  kind: z.string(),
  actorId: z.uuid().nullable(),
  to: z.uuid().nullable(),
});

async function tellCircle(
  scope: Scope<System>,
  { row, engine }: Facts,
  kind: TellingKind,
  whom: { actorId: string | null; only: string | null } = { actorId: null, only: null },
): Promise<void> {
  await tellPrivately(scope, {
    cohortId: row.cohortId,
    kind,
    noticeKind: 'consultation',
    subjectKind: 'consultation',
    subjectId: row.id,
    actorId: whom.actorId,
    accountIds: recipients(kind, engine, whom),
  });
}

const tell: Job = {
  queue: TELL_QUEUE,
  async run(scope, data) {
    const { kind, actorId, to, ...ref } = telling.parse(data);
    const facts = await findFacts(scope, ref);
    if (facts) await tellCircle(scope, facts, kind as TellingKind, { actorId, only: to });
  },
};

/** The end of a phase of the written form, or the working day before it. */
const clock: Job = {
  queue: CLOCK_QUEUE,
  async run(scope, data) {
    const facts = await findFacts(scope, consultationRef.parse(data));
    if (facts?.engine.state !== 'running' || facts.engine.form !== 'written') return;
    const now = scope.clock.now().getTime() + CLOCKS_APART_MS;
    const endsAt = clockOf(facts.engine, now).endsAt!;
    if (now >= endsAt) await tellCircle(scope, facts, 'consultation_time_over');
    else if (now >= soonAt(facts.engine, endsAt))
      await tellCircle(scope, facts, 'consultation_time_soon');
  },
};

/** The date of a live one comes near; once for each date, whatever is planned and planned again. */
const remind: Job = {
  queue: REMIND_QUEUE,
  async run(scope, data) {
    const facts = await findFacts(scope, consultationRef.parse(data));
    if (facts?.engine.state !== 'planned') return;
    const { id, plannedFor, remindedFor } = facts.row;
    if (plannedFor === null || remindedFor?.getTime() === plannedFor.getTime()) return;
    const now = scope.clock.now().getTime();
    const meetsAt = plannedFor.getTime();
    const isNear = now + CLOCKS_APART_MS >= soonAt(facts.engine, meetsAt);
    // It was put off since (the job of the new date comes), or the program stood still for too long.
    if (!isNear || now >= meetsAt) return;
    await scope.db.consultation.updateMany({ where: { id }, data: { remindedFor: plannedFor } });
    await tellCircle(scope, facts, 'consultation_reminder');
  },
};

/** Some weeks after the end, the case giver is asked what came of it; the circle reads the answer. */
const followUp: Job = {
  queue: FOLLOW_UP_QUEUE,
  async run(scope, data) {
    const facts = await findFacts(scope, consultationRef.parse(data));
    if (!facts) return;
    const { row } = facts;
    const isOpen =
      row.state === 'closed' && row.followUpAskedAt === null && row.destroyedAt === null;
    if (!isOpen || row.closedAt === null) return;
    const now = scope.clock.now();
    const dueAt = row.closedAt.getTime() + row.followUpDays * DAY_MS;
    // It was put off since; the job of the new moment comes.
    if (dueAt > now.getTime() + CLOCKS_APART_MS) return;
    await scope.db.consultation.updateMany({
      where: { id: row.id },
      data: { followUpAskedAt: now, version: row.version + 1 },
    });
    await tellCircle(scope, facts, 'consultation_follow_up');
    await refreshPages(scope, facts);
  },
};

/** Destroys texts and keys whose time is over, in archived cohorts too. */
const expire: Job = {
  queue: 'consultation.expire',
  cron: '23 * * * *',
  async run({ db, clock: { now } }) {
    await db.$executeRaw`
      SELECT app.consultation_destroy(id, ${now()}::timestamptz)
        FROM app.consultations_expired(${now()}::timestamptz) AS id`;
  },
};

export const consultationJobs: Job[] = [tell, clock, remind, followUp, expire];
