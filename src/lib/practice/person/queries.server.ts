import type { Scope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { hashToken } from '$lib/platform/token.server';
import { ownPractice } from '../queries.server';
import type { PracticeRef, Rung } from '../schema';
import { consentState, isNamedOn } from './consent';
import { mayNamePersons } from './policy';
import { gatherPlaces, type MarkedText, type NamePlace } from './places';
import type { ConsentLink, PersonRef, ShownPersons } from './schema';

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
  /** Whether the name was taken out because the consent had come to its end. */
  isOver: boolean;
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
                'isOwnWord', n."isOwnWord", 'withdrawnAt', n."withdrawnAt", 'isOver', coalesce(n.until
                  < (n."withdrawnAt" AT TIME ZONE c."timeZone")::date, false))
              ORDER BY n."createdAt", n.id), '[]')
              FROM practice_person n
             WHERE n."practiceId" = ${practiceId}::uuid AND n."cohortId" = c.id) AS persons
      FROM cohort c WHERE c.id = ${cohortId}::uuid`;
  return found[0] ?? { persons: [], today: '' };
}

/** What the team alone knows of somebody: where the link is sent, and how else the texts name her or him. */
interface Details {
  email: string;
  spellings: string[];
  isFamilyNameAWord: boolean;
}

/** The same of everyone whom an example names, by id; nothing for whoever is not of its team. */
export async function readDetails(
  db: Db,
  { practiceId }: PracticeRef,
): Promise<Map<string, Details>> {
  const rows = await db.$queryRaw<(Details & { id: string })[]>`
    SELECT id, email, spellings, "isFamilyNameAWord" FROM app.practice_person_details(${practiceId}::uuid)`;
  return new Map(rows.map(({ id, ...details }) => [id, details]));
}

const noDetails: Details = { email: '', spellings: [], isFamilyNameAWord: false };

/** One of those whom the actor's own example names. */
export async function readPerson(scope: Scope, ref: PersonRef) {
  const { persons, today } = await readPersons(scope, ref);
  const person = persons.find(({ id }) => id === ref.personId);
  if (!person) throw notFound();
  const details = (await readDetails(scope.db, ref)).get(person.id) ?? noDetails;
  return { ...person, ...details, state: consentState(person, today) };
}

/** Where the name of one person stands, for the team: what goes when the consent is withdrawn. */
export async function places(scope: Scope, ref: PersonRef) {
  const { gist } = await ownPractice(scope.db, ref);
  const { id, name, spellings, isFamilyNameAWord, state, withdrawnAt } = await readPerson(
    scope,
    ref,
  );
  const texts = await scope.db.$queryRaw<MarkedText[]>`
    SELECT place, field, said, found FROM app.practice_person_places(${ref.personId}::uuid)`;
  const person = { id, name, spellings, isFamilyNameAWord, state, withdrawnAt };
  return { gist, person, places: gatherPlaces(texts) };
}

/** Everyone whom an example names, for its team: how far, and whether the consent holds. */
export async function list(scope: Scope, ref: PracticeRef) {
  const own = await ownPractice(scope.db, ref);
  const { persons, today } = await readPersons(scope, ref);
  const details = await readDetails(scope.db, ref);
  return {
    ...own,
    mayName: mayNamePersons(scope.actor, own).isAllowed,
    persons: persons.map((person) => ({
      ...person,
      ...(details.get(person.id) ?? noDetails),
      state: consentState(person, today),
    })),
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
    SELECT name, role, contact, scope, until::text, "consentedAt", "withdrawnAt", "isOver", gist, site, cohort,
           "cohortId", "practiceId"
      FROM app.practice_consent(${hashToken(token)})`;
  if (!row) throw notFound();
  return row;
}

/** What a named person is asked, behind the link. */
export async function consent(scope: Scope, link: ConsentLink) {
  const { cohortId: _cohort, practiceId: _practice, ...asked } = await findConsent(scope, link);
  const places = await scope.db.$queryRaw<{ place: NamePlace; found: number }[]>`
    SELECT place, found FROM app.practice_consent_places(${hashToken(link.token)})`;
  return { ...asked, places };
}
