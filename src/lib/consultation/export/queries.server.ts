import type { PersonScope } from '$lib/access/scope.server';
import type { StoredContribution } from '$lib/vault/contribution';

/** What somebody wrote in one consultation, as it is stored: base64url, for her or his own keys. */
export interface OwnWriting {
  consultationId: string;
  cohortId: string;
  cohortName: string;
  method: string;
  /** ISO 8601, as all moments here. */
  createdAt: string;
  /** Withdrawn words are gone, and not among them. */
  contributions: (StoredContribution & { createdAt: string })[];
  /** Who the key of each was made for. */
  epochs: { epoch: number; record: string }[];
  sealed: { epoch: number; keysId: string; sealed: string }[];
  /** Null where there are none. */
  notes: string | null;
}

/** Own words and notes of every consultation that is not destroyed, also after leaving it. */
export async function readOwnWriting({ db }: PersonScope): Promise<OwnWriting[]> {
  const [row] = await db.$queryRaw<{ writing: OwnWriting[] }[]>`
    SELECT app.consultation_own_writing() AS writing`;
  return row!.writing.filter(
    ({ contributions, notes }) => contributions.length > 0 || notes !== null,
  );
}
