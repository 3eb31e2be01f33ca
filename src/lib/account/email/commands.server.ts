import type { PersonScope, Scope } from '$lib/access/scope.server';
import { AppError } from '$lib/platform/errors';
import { hashToken, newToken } from '$lib/platform/token.server';
import { ensurePresentSecret } from '../commands.server';
import { mailAddressTaken, mailConfirmAddress, mailEmailChanged } from '../mail.server';
import type { ChangeEmail } from '../schema';

const CONFIRM_HOURS = 48;

/**
 * Mails a link to the present address and one to the new one; both have to be confirmed. If another
 * account has the new address, its owner is told instead, and the page shows no difference.
 */
export async function beginEmailChange(
  scope: PersonScope,
  origin: string,
  { email, presentSecret }: ChangeEmail,
): Promise<void> {
  const { db, clock } = scope;
  await ensurePresentSecret(scope, presentSecret);
  const forOld = newToken();
  const forNew = newToken();
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + CONFIRM_HOURS * 3_600_000);
  const [change] = await db.$queryRaw<{ presentAddress: string; isFree: boolean }[]>`
    SELECT * FROM app.email_change_begin(${email}, ${forOld.hash}, ${forNew.hash},
      ${now}::timestamptz, ${expiresAt}::timestamptz)`;
  const { presentAddress, isFree } = change!;
  if (presentAddress === email) throw new AppError('address_unchanged');
  const linkFor = (token: string) => `${origin}/email/${token}`;
  const facts = { newAddress: email, hours: CONFIRM_HOURS };
  await mailConfirmAddress(scope, { ...facts, to: presentAddress, url: linkFor(forOld.token) });
  if (isFree) await mailConfirmAddress(scope, { ...facts, to: email, url: linkFor(forNew.token) });
  else await mailAddressTaken(scope, { to: email, url: `${origin}/reset` });
}

export async function cancelEmailChange({ db }: PersonScope): Promise<void> {
  await db.$executeRaw`SELECT app.email_change_cancel()`;
}

interface Confirmed {
  isChanged: boolean;
  oldAddress: string;
  newAddress: string;
  name: string;
  locale: 'de' | 'en';
}

/**
 * Confirms one of the two addresses; the second one makes the change.
 *
 * @throws AppError `link_not_valid`
 */
export async function confirmEmail(
  scope: Scope,
  { token }: { token: string },
): Promise<{ isChanged: boolean }> {
  const [row] = await scope.db.$queryRaw<Confirmed[]>`
    SELECT * FROM app.email_link_confirm(${hashToken(token)}, ${scope.clock.now()}::timestamptz)`;
  if (!row) throw new AppError('link_not_valid');
  const { isChanged, oldAddress, ...rest } = row;
  if (isChanged) await mailEmailChanged(scope, { ...rest, to: oldAddress });
  return { isChanged };
}
