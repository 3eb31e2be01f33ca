import type { Context } from '$lib/access/procedure.server';
import type { Scope } from '$lib/access/scope.server';
import {
  actAs,
  startSession,
  storedSecret,
  type StartedSession,
} from '$lib/account/commands.server';
import { record } from '$lib/activity/commands.server';
import { keepNewKeys } from '$lib/key/keeping/commands.server';
import { AppError, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { newId } from '$lib/platform/id';
import { hashedWay } from '../queries.server';
import type { AcceptAsNew, AcceptSignedIn, Way } from '../schema';

/** What the database function answers; the facts only where somebody really joined. */
interface Outcome {
  outcome: string;
  cohortId: string;
  accountId: string;
  membershipId: string;
  name: string;
  role: string;
  teamName: string | null;
  reason: string;
  /** The questions of the topics that an expert reads from now on. */
  topics: string[];
}

interface NewAccount {
  id: string;
  name: string;
  locale: string;
  stretching: string;
  secretHash: Buffer;
}

export interface Joined {
  cohortId: string;
  accountId: string;
}

async function accept(scope: Scope, way: Way, account: NewAccount | null): Promise<Joined> {
  const { db, clock } = scope;
  const now = clock.now();
  const { tokenHash, codeHash, joinCodeHash, email } = hashedWay(way);
  const [row] = await db.$queryRaw<{ answer: Outcome }[]>`
    SELECT app.invitation_accept(${tokenHash}, ${codeHash}, ${joinCodeHash}, ${email},
      ${account?.id ?? null}::uuid, ${account?.name ?? null}, ${account?.locale ?? null},
      ${account?.stretching ?? null}::jsonb, ${account?.secretHash ?? null}::bytea,
      ${newId(now)}::uuid, ${newId(now)}::uuid, ${now}::timestamptz) AS answer`;
  const { outcome, ...joined } = row!.answer;
  if (outcome === 'not_found') throw notFound();
  if (outcome === 'joined') await tellCohort(scope, joined);
  else if (outcome !== 'repeated') throw new AppError(outcome);
  return joined;
}

/** The newcomer has not accepted the charter yet and may write nothing: the cohort's own job tells it. */
async function tellCohort(
  scope: Scope,
  {
    cohortId,
    accountId,
    membershipId,
    name,
    role,
    teamName,
    reason,
    topics,
  }: Omit<Outcome, 'outcome'>,
): Promise<void> {
  await scope.db.$executeRaw`SELECT set_config('app.system_cohort', ${cohortId}, true)`;
  await record(
    { ...scope, actor: { kind: 'system', cohortId } },
    {
      cohortId,
      kind: 'person_joined',
      subjectKind: 'membership',
      subjectId: membershipId,
      facts: { person: name, role, team: teamName, reason, topics },
    },
  );
  // Whoever was signed in already has a new membership: their open pages look again.
  await publish(scope.db, { cohortId, kind: 'account', id: accountId, accountId });
}

/**
 * Joins with a new account and starts its session.
 *
 * @throws AppError `invitation_sign_in_first` where the address has an account already
 */
export async function acceptAsNew(
  scope: Scope,
  context: Pick<Context, 'sessionId' | 'device'>,
  { way, id, name, locale, stretching, signInSecret, keys }: AcceptAsNew,
): Promise<Joined & { session: StartedSession }> {
  const secretHash = await storedSecret(signInSecret);
  const account = { id, name, locale, stretching: JSON.stringify(stretching), secretHash };
  const joined = await accept(scope, way, account);
  const { accountId } = joined;
  const session = await startSession(scope, context, accountId);
  await actAs(scope, accountId);
  await keepNewKeys({ ...scope, accountId }, keys);
  return { ...joined, session };
}

/** Joins as whoever is signed in. */
export const acceptSignedIn = (scope: Scope, { way }: AcceptSignedIn): Promise<Joined> =>
  accept(scope, way, null);
