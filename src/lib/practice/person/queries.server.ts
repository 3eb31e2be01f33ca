import type { Scope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { hashToken } from '$lib/platform/token.server';
import { ownPractice } from '../queries.server';
import type { PracticeRef, Rung } from '../schema';
import { consentState, isNamedOn } from './consent';
import { mayNamePersons } from './policy';
import type { ConsentLink, ShownPersons } from './schema';

interface PersonRow {
  id: string;
  name: string;
  role: string;
  contact: string;
  scope: Rung;
  until: string | null;
  consentedAt: string | null;
  isOwnWord: boolean;
  withdrawnAt: string | null;
}

/** Everyone whom an example names, as far as the walls let the reader see, and the cohort's day. */
export async function readPersons(
  { db, clock }: Scope,
  { cohortId, practiceId }: PracticeRef,
): Promise<{ persons: PersonRow[]; today: string }> {
  const found = await db.$queryRaw<{ today: string; persons: PersonRow[] }[]>`
    SELECT (${clock.now()}::timestamptz AT TIME ZONE c."timeZone")::date::text AS today,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name, 'role', n.role,
                'contact', n.contact, 'scope', n.scope, 'until', n.until, 'consentedAt', n."consentedAt",
                'isOwnWord', n."isOwnWord", 'withdrawnAt', n."withdrawnAt")
              ORDER BY n."createdAt", n.id), '[]')
              FROM practice_person n
             WHERE n."practiceId" = ${practiceId}::uuid AND n."cohortId" = c.id) AS persons
      FROM cohort c WHERE c.id = ${cohortId}::uuid`;
  return found[0] ?? { persons: [], today: '' };
}

/** Everyone whom an example names, for its team: how far, and whether the consent holds. */
export async function list(scope: Scope, ref: PracticeRef) {
  const own = await ownPractice(scope.db, ref);
  const { persons, today } = await readPersons(scope, ref);
  return {
    ...own,
    mayName: mayNamePersons(scope.actor, own).isAllowed,
    persons: persons.map((person) => ({ ...person, state: consentState(person, today) })),
  };
}

/** Who is named beside the text of a rung. The walls show a cohort nobody else. */
export async function shown(scope: Scope, ref: ShownPersons) {
  const { persons, today } = await readPersons(scope, ref);
  return persons
    .filter((person) => isNamedOn(ref.rung, person, today))
    .map(({ id, name, role, contact }) => ({ id, name, role, contact }));
}

interface ConsentRow extends Omit<PersonRow, 'id' | 'isOwnWord' | 'consentedAt' | 'withdrawnAt'> {
  consentedAt: Date | null;
  withdrawnAt: Date | null;
  gist: string;
  site: string;
  cohort: string;
  cohortId: string;
  practiceId: string;
}

export async function findConsent({ db }: Scope, { token }: ConsentLink): Promise<ConsentRow> {
  const [row] = await db.$queryRaw<ConsentRow[]>`
    SELECT name, role, contact, scope, until::text, "consentedAt", "withdrawnAt", gist, site, cohort,
           "cohortId", "practiceId"
      FROM app.practice_consent(${hashToken(token)})`;
  if (!row) throw notFound();
  return row;
}

/** What a named person is asked, behind the link. */
export async function consent(scope: Scope, link: ConsentLink) {
  const { cohortId: _cohort, practiceId: _practice, ...asked } = await findConsent(scope, link);
  return asked;
}
