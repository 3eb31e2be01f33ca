import type { FileStore } from '$lib/platform/files/store.server';
import type { System } from './actor';
import type { Scope } from './scope.server';

/** Work that a room does later or by the clock; src/server/jobs.ts lists them all. */
export interface Job {
  /** "room.work"; a migration makes it: `SELECT app.make_queue('room.work')`. */
  queue: string;
  /** When it is due by itself, for no cohort: a cron expression in Berlin time. */
  cron?: string;
  /**
   * Runs in one transaction that acts as the system for the cohort of the job, and in which the job
   * is marked as done: it happens once, whenever the program is killed. Mails go to the outbox.
   */
  run(
    scope: Scope<System>,
    data: Record<string, unknown>,
    house: { origin: string; files: FileStore },
  ): Promise<void>;
}
