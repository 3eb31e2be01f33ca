import type { Job } from '$lib/access/job';
import type { Scope } from '$lib/access/scope.server';
import {
  CLOCK_QUEUE,
  closeBallot,
  enqueueClock,
  manage,
  openWhereReady,
  REMIND_QUEUE,
  remindBeforeClosing,
} from './commands.server';
import { dueAct, nextMoment } from './lifecycle';
import { finalise } from './objection/commands.server';
import { ballotRef, type BallotRef } from './schema';

/** A clock that is ahead by less than this starts the job again. */
const CLOCKS_APART_MS = 60_000;

/**
 * What the clock has to do: opens a draft whose time has come, closes a ballot whose time is over,
 * makes a decision final when the time for objections is.
 */
async function followClock(scope: Scope, ref: BallotRef) {
  const now = scope.clock.now();
  const ballot = await manage(scope, ref);
  const act = dueAct(ballot, now);
  if (act === 'close') return closeBallot(scope, ref);
  if (act === 'open') return openWhereReady(scope, ref, ballot);
  if (act === 'finalise') return finalise(scope, ref);
  const next = nextMoment(ballot);
  const isNear = next && next > now && next.getTime() - now.getTime() < CLOCKS_APART_MS;
  if (isNear) await enqueueClock(scope, ref, next);
}

const clock: Job = {
  queue: CLOCK_QUEUE,
  run: (scope, data) => followClock(scope, ballotRef.parse(data)),
};

const reminder: Job = {
  queue: REMIND_QUEUE,
  run: (scope, data) => remindBeforeClosing(scope, ballotRef.parse(data)),
};

export const ballotJobs: Job[] = [clock, reminder];
