import type { Locale, System } from '$lib/access/actor';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import type { OfCohort } from '../schema';

export interface Addressee {
  email: string;
  name: string;
  locale: Locale;
  /** Administrators and organisers read the certificate afterwards. */
  readsCertificate: boolean;
}

/** Everyone in the cohort, and the administrators. */
export const addresseesOf = ({ db }: Scope, cohortId: string): Promise<Addressee[]> =>
  db.$queryRaw<Addressee[]>`SELECT * FROM app.erasure_addressees(${cohortId}::uuid)`;

/** Cohorts whose time to object has passed. */
export const dueErasures = ({ db, clock }: Scope<System>) =>
  db.$queryRaw<{ cohortId: string; name: string }[]>`
    SELECT * FROM app.erasures_due(${clock.now()}::timestamptz)`;

export interface ErasedCohort {
  id: string;
  name: string;
  erasedAt: Date;
  isOrganiser: boolean;
}

/** What the person belonged to before it was erased: that it was, and nothing more. */
export const erasedCohortsOf = ({ db }: PersonScope): Promise<ErasedCohort[]> =>
  db.$queryRaw<ErasedCohort[]>`SELECT * FROM app.erased_cohorts()`;

export interface Certificate {
  cohort: string;
  programme: string;
  startsOn: string | null;
  endsOn: string | null;
  sites: number;
  people: number;
  topics: number;
  /** How many rows of each table were erased. */
  counts: Record<string, number>;
  askedByName: string;
  askedAt: Date;
  erasedAt: Date;
  backupNote: string;
}

/** What remains of an erased cohort. The database shows it to administrators and its organisers. */
export async function certificateOf(
  { db }: PersonScope,
  { cohortId }: OfCohort,
): Promise<Certificate> {
  const row = await db.erasure.findFirst({
    where: { cohortId, erasedAt: { not: null } },
    select: {
      askedByName: true,
      askedAt: true,
      erasedAt: true,
      backupNote: true,
      certificate: true,
    },
  });
  if (!row) throw notFound();
  const { certificate, erasedAt, ...asked } = row;
  return { ...(certificate as unknown as Certificate), ...asked, erasedAt: erasedAt! };
}
