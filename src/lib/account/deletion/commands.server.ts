import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { enterRemovals } from '$lib/key/directory/commands.server';
import { m } from '$lib/paraglide/messages.js';
import { AppError, notFound } from '$lib/platform/errors';
import { ensurePresentSecret, tellOpenPages } from '../commands.server';
import { mailDeletionAsked, mailDeletionReceived } from '../mail.server';
import { mayEraseAccounts } from '../policy';
import { deletionDueAt, latestDueRequest } from './waiting-time';

/**
 * Asks for the deletion of the own account; asking again changes nothing.
 *
 * @throws AppError `last_administrator`: an installation without one could not be run
 */
export async function askForDeletion(
  scope: PersonScope,
  origin: string,
  { presentSecret }: { presentSecret: string },
): Promise<void> {
  const { db, clock, actor } = scope;
  await ensurePresentSecret(scope, presentSecret);
  if (actor.isAdministrator) await ensureAnotherAdministrator(scope);
  const now = clock.now();
  const { count } = await db.account.updateMany({
    where: { id: actor.accountId, deletionAsked: null },
    data: { deletionAsked: now },
  });
  if (count === 0) return;
  const dueAt = deletionDueAt(now);
  await mailDeletionReceived(scope, { url: `${origin}/account/deletion`, dueAt });
  await mailDeletionAsked(scope, { url: `${origin}/account/requests`, dueAt });
}

async function ensureAnotherAdministrator({ db, actor }: PersonScope): Promise<void> {
  const others = await db.account.count({
    where: {
      isAdministrator: true,
      deletedAt: null,
      deletionAsked: null,
      id: { not: actor.accountId },
    },
  });
  if (others === 0) throw new AppError('last_administrator');
}

/** Takes it back: everything stays. */
export async function keepAccount({ db, actor }: PersonScope): Promise<void> {
  await db.account.updateMany({ where: { id: actor.accountId }, data: { deletionAsked: null } });
}

/**
 * Ends the account of someone who asked for it long enough ago.
 *
 * @throws AppError `not_found` where nobody asked, it is too early, or it is somebody else's to do
 */
export async function eraseAccount(
  scope: PersonScope,
  { accountId }: { accountId: string },
): Promise<void> {
  const { db, clock, actor } = scope;
  ensure(mayEraseAccounts(actor));
  const now = clock.now();
  // What stays in the database is in the installation's own language.
  const own = { locale: 'de' } as const;
  const [row] = await db.$queryRaw<{ isErased: boolean }[]>`
    SELECT app.account_erase(${accountId}::uuid, ${latestDueRequest(now)}::timestamptz,
      ${now}::timestamptz, ${m.account_former_member({}, own)},
      ${m.account_deletion_log_reason({}, own)}) AS "isErased"`;
  if (!row?.isErased) throw notFound();
  await enterRemovals(scope, accountId);
  await tellOpenPages(scope, accountId);
}
