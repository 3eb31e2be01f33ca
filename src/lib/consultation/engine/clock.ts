import { afterWorkingTime, workingDayBefore } from '$lib/platform/working-days';
import { phaseOf, type Consultation } from './state';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

export interface PhaseClock {
  /** The time box of this phase with what was added to it. */
  boxMs: number;
  elapsedMs: number;
  /** Never below zero; how long it is over stands in `overMs`. */
  leftMs: number;
  overMs: number;
  /** When the time box ends; null while the clock rests. */
  endsAt: number | null;
}

/** The time boxes of this phase: its own, and that of an open loop. */
function boxesOf(consultation: Consultation): { minutes: number; days: number }[] {
  const phase = phaseOf(consultation);
  return consultation.isLoopOpen && phase.loop ? [phase, phase.loop] : [phase];
}

/**
 * When a phase of the written form ends: its days are working days, and it ends at an hour at which people
 * are at work, however late in the evening it began. Rest moves its beginning, so a pause never makes it
 * end earlier.
 */
function writtenEnd(consultation: Consultation, startedAt: number): number {
  const days =
    boxesOf(consultation).reduce((sum, box) => sum + box.days, 0) + consultation.extraMs / DAY_MS;
  return afterWorkingTime(startedAt, Math.ceil(days * 2), consultation.timeZone);
}

/** How long this phase should last: its time box, that of an open loop, and what was added. */
export function boxMs(consultation: Consultation): number {
  const { form, phaseStartedAt, pausedMs, extraMs } = consultation;
  if (form === 'live') {
    const minutes = boxesOf(consultation).reduce((sum, box) => sum + box.minutes, 0);
    return minutes * MINUTE_MS + extraMs;
  }
  if (phaseStartedAt === null) return 0;
  const startedAt = phaseStartedAt + pausedMs;
  return writtenEnd(consultation, startedAt) - startedAt;
}

/** When somebody is told that a phase ends soon, or that a live consultation meets: a working day before. */
export const soonAt = ({ timeZone }: Consultation, moment: number): number =>
  workingDayBefore(moment, timeZone);

/**
 * How long this phase has lasted without its pauses. Comes from stored moments alone, so a reload, and
 * every other screen, shows the same.
 */
export function elapsedMs(consultation: Consultation, now: number): number {
  const { phaseStartedAt, pausedAt, pausedMs } = consultation;
  if (phaseStartedAt === null) return 0;
  return Math.max(0, (pausedAt ?? now) - phaseStartedAt - pausedMs);
}

/** The clock of the present phase. Time that is over ends nothing by itself: people do. */
export function clockOf(consultation: Consultation, now: number): PhaseClock {
  const box = boxMs(consultation);
  const elapsed = elapsedMs(consultation, now);
  const isRunning = consultation.state === 'running';
  return {
    boxMs: box,
    elapsedMs: elapsed,
    leftMs: Math.max(0, box - elapsed),
    overMs: Math.max(0, elapsed - box),
    endsAt: isRunning ? consultation.phaseStartedAt! + consultation.pausedMs + box : null,
  };
}
