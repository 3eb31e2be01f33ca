import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { Factors } from './policy';
import { mayHaveSecondFactor, mayResetSecondFactor } from './policy';

export interface OwnSecondFactor extends Factors {
  /** When the app was set up. */
  appSince: Date | null;
  /** Codes on the sheet that work still; null where none were made. */
  codesLeft: number | null;
  email: string;
}

/** What whoever acts has beside the password. */
export async function ownFactors({ db, actor }: PersonScope): Promise<Factors> {
  const { accountId } = actor;
  const [factor, passkeyCount, installation] = await Promise.all([
    db.secondFactor.findUnique({ where: { accountId }, select: { confirmedAt: true } }),
    db.passkey.count({ where: { accountId } }),
    db.installation.findUniqueOrThrow({ where: { id: 1 }, select: { isDemo: true } }),
  ]);
  const hasApp = Boolean(factor?.confirmedAt);
  return { hasApp, passkeyCount, isDemo: installation.isDemo };
}

export async function ownSecondFactor(scope: PersonScope): Promise<OwnSecondFactor> {
  const { db, actor } = scope;
  const { accountId } = actor;
  ensure(mayHaveSecondFactor(actor));
  const factors = await ownFactors(scope);
  const factor = await db.secondFactor.findUnique({
    where: { accountId },
    select: { confirmedAt: true },
  });
  const [codes] = await db.$queryRaw<{ left: number | null }[]>`
    SELECT (count(*) FILTER (WHERE "usedAt" IS NULL))::int AS "left"
      FROM backup_code WHERE "accountId" = ${accountId}::uuid HAVING count(*) > 0`;
  const { email } = await db.credential.findUniqueOrThrow({
    where: { accountId },
    select: { email: true },
  });
  return {
    ...factors,
    appSince: factor?.confirmedAt ?? null,
    codesLeft: codes?.left ?? null,
    email,
  };
}

export interface StaffPerson {
  accountId: string;
  name: string;
  isAdministrator: boolean;
  hasApp: boolean;
  passkeyCount: number;
  dueAt: Date | null;
}

export interface PastReset {
  id: string;
  at: Date;
  name: string;
  /** null: by the command on the machine. */
  byName: string | null;
  reason: string;
}

/** Everybody who needs a second factor, and whose was taken off. */
export async function staffSecondFactors({
  db,
  actor,
}: PersonScope): Promise<{ people: StaffPerson[]; resets: PastReset[] }> {
  ensure(mayResetSecondFactor(actor));
  const people = await db.$queryRaw<StaffPerson[]>`SELECT * FROM app.second_factor_people()`;
  const resets = await db.$queryRaw<PastReset[]>`SELECT * FROM app.second_factor_resets()`;
  return { people, resets };
}
