import { ensure } from '$lib/access/decision';
import type { Services } from '$lib/access/procedure.server';
import { installationPepper } from '$lib/access/attempts.server';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { imprintDraft } from '$lib/cohort/default-texts/imprint';
import { fillPlaceholders } from '$lib/cohort/default-texts/placeholders';
import { keepNewKeys } from '$lib/key/keeping/commands.server';
import { AppError } from '$lib/platform/errors';
import { hashToken, newToken } from '$lib/platform/token.server';
import {
  actAs,
  startSession,
  storedSecret,
  type Place,
  type StartedSession,
} from '../commands.server';
import { mailTest } from '../mail.server';
import { mayTestMail } from '../policy';
import type { SetUp } from '../schema';

const SETUP_DAYS = 7;

/** The one-time link of an installation that nobody has set up yet; null where somebody has. */
export async function createSetupLink(
  services: Pick<Services, 'database' | 'clock' | 'origin'>,
): Promise<string | null> {
  const { database, clock, origin } = services;
  // Makes the installation's row too.
  await installationPepper(database);
  const { token, hash } = newToken();
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + SETUP_DAYS * 86_400_000);
  const { rows } = await database.pool.query<{ isOpen: boolean }>(
    'SELECT app.setup_link_create($1, $2, $3) AS "isOpen"',
    [hash, now, expiresAt],
  );
  return rows[0]!.isOpen ? `${origin}/setup/${token}` : null;
}

/**
 * Describes the installation, makes its first administrator and signs her or him in.
 *
 * @throws AppError `link_not_valid`, also when somebody else was faster
 */
export async function setUpInstallation(
  scope: Scope,
  place: Place,
  input: SetUp,
): Promise<StartedSession> {
  const { db, clock } = scope;
  const { organisation, contactEmail, address, representative, phone, password } = input;
  const accountId = input.id;
  const secretHash = await storedSecret(password.signInSecret);
  const values = { organisation, contact: contactEmail, address, representative, phone };
  const imprint = (locale: 'de' | 'en') =>
    fillPlaceholders(imprintDraft[locale], values, locale).trim();
  const [row] = await db.$queryRaw<{ isDone: boolean }[]>`
    SELECT app.setup_finish(${hashToken(input.token)}, ${clock.now()}::timestamptz,
      ${accountId}::uuid, ${input.name}, ${input.locale}, ${input.email},
      ${JSON.stringify(password.stretching)}::jsonb, ${secretHash},
      ${organisation}, ${contactEmail}, ${imprint('de')}, ${imprint('en')}) AS "isDone"`;
  if (!row?.isDone) throw new AppError('link_not_valid');
  const session = await startSession(scope, place, accountId);
  await actAs(scope, accountId);
  await keepNewKeys({ db, clock, accountId }, input.keys);
  return session;
}

/** Sends a mail to the administrator's own address; returns its id, to see what became of it. */
export async function sendTestMail(scope: PersonScope): Promise<{ mailId: string }> {
  ensure(mayTestMail(scope.actor));
  return { mailId: await mailTest(scope) };
}
