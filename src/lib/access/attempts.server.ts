import { createHmac } from 'node:crypto';
import type { Clock } from '$lib/platform/clock';
import type { Database } from '$lib/platform/db/client.server';
import { AppError } from '$lib/platform/errors';
import { secureRandomBytes } from '$lib/platform/random';
import type { AttemptLimit } from './attempt-limits';

// On connections of their own, never in the transaction of the attempt: a refusal rolls that back,
// and the refused attempt has to stay counted.

const PEPPER_BYTES = 32;
const peppers = new WeakMap<Database, Buffer>();

/** The secret of this installation; made when it is asked for the first time. */
export async function installationPepper(database: Database): Promise<Buffer> {
  const known = peppers.get(database);
  if (known) return known;
  await database.pool.query('SELECT app.installation_prepare($1)', [
    Buffer.from(secureRandomBytes(PEPPER_BYTES)),
  ]);
  const { rows } = await database.pool.query<{ pepper: Buffer }>(
    'SELECT pepper FROM app.installation_public()',
  );
  const { pepper } = rows[0]!;
  peppers.set(database, pepper);
  return pepper;
}

/** An attempt that was taken and is not judged yet. */
export interface Attempt {
  /** It was right: it does not count, and what the rules forget is forgotten. */
  succeeded(): Promise<void>;
}

/**
 * Counts one attempt under all keys before anything is checked.
 *
 * @throws AppError `too_many_attempts` with the seconds to wait; then nothing is counted
 */
export async function takeAttempt(
  { database, clock }: { database: Database; clock: Clock },
  limits: AttemptLimit[],
): Promise<Attempt> {
  const pepper = await installationPepper(database);
  const hashed = (key: string) => createHmac('sha256', pepper).update(key).digest('hex');
  const keysOf = (chosen: AttemptLimit[]) => chosen.map(({ key }) => hashed(key));
  const rules = limits.map(({ rule }) => rule);
  const { rows } = await database.pool.query<{ seconds: number }>(
    'SELECT app.attempt_take($1, $2, $3, $4, $5, $6) AS seconds',
    [
      keysOf(limits),
      rules.map((rule) => rule.freeAttempts),
      rules.map((rule) => rule.forgiveSeconds),
      rules.map((rule) => rule.firstDelaySeconds),
      rules.map((rule) => rule.longestDelaySeconds),
      clock.now(),
    ],
  );
  const { seconds } = rows[0]!;
  if (seconds > 0) throw new AppError('too_many_attempts', { seconds });
  return {
    async succeeded() {
      const forgotten = limits.filter(({ rule }) => rule.onSuccess === 'forget');
      const takenBack = limits.filter(({ rule }) => rule.onSuccess === 'take_back');
      await database.pool.query('SELECT app.attempt_settle($1, $2)', [
        keysOf(forgotten),
        keysOf(takenBack),
      ]);
    },
  };
}
