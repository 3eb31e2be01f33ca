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

/** How long this phase should last: its time box, that of an open loop, and what was added. */
export function boxMs(consultation: Consultation): number {
  const phase = phaseOf(consultation);
  const parts = [phase, ...(consultation.isLoopOpen && phase.loop ? [phase.loop] : [])];
  const box = parts.reduce(
    (sum, { minutes, days }) =>
      sum + (consultation.form === 'live' ? minutes * MINUTE_MS : days * DAY_MS),
    0,
  );
  return box + consultation.extraMs;
}

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
