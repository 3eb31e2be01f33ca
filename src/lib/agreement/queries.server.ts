import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import type { CohortState } from '$lib/cohort/frame';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { dayIn } from '$lib/ui/format';
import type { WorkshopKind, WorkshopState } from '$lib/workshop/schema';
import { Prisma } from '../../generated/prisma/client';
import * as policy from './policy';
import { isResponsible } from './responsible';
import type { AgreementRef, AgreementState, CohortRef, WorkshopRef } from './schema';

/** An agreement as pages show it. */
export interface ListedAgreement {
  id: string;
  what: string;
  /** "2026-03-13" */
  dueOn: string | null;
  state: AgreementState;
  why: string;
  version: number;
  teams: { id: string; name: string }[];
  /** `name` is null where the account was erased. */
  people: { membershipId: string; name: string | null }[];
  workshop: { id: string; title: string; kind: WorkshopKind; number: number | null } | null;
  /** The item of the published programme in which it was made. */
  itemTitle: string | null;
  settledByName: string | null;
  settledAt: string | null;
  /** Up to the reader or the reader's team. */
  isMine: boolean;
  mayChange: boolean;
}

type Row = Omit<ListedAgreement, 'isMine' | 'mayChange'> & { createdById: string | null };

/** The agreements that `condition` (on `a`) chooses, as far as the actor may read them. */
async function readAgreements(db: Db, condition: Prisma.Sql): Promise<Row[]> {
  const rows = await db.$queryRaw<{ row: Row }[]>`
    SELECT jsonb_build_object('id', a.id, 'what', a.what, 'dueOn', a."dueOn", 'state', a.state, 'why', a.why,
        'version', a.version, 'createdById', a."createdById", 'settledAt', a."settledAt",
        'settledByName', s.name,
        'teams', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) ORDER BY t.name), '[]')
           FROM agreement_responsible r JOIN team t ON t.id = r."teamId" WHERE r."agreementId" = a.id),
        'people', (SELECT coalesce(jsonb_agg(jsonb_build_object('membershipId', r."membershipId", 'name', p.name)
              ORDER BY p.name), '[]')
           FROM agreement_responsible r LEFT JOIN membership m ON m.id = r."membershipId"
           LEFT JOIN account p ON p.id = m."accountId"
          WHERE r."agreementId" = a.id AND r."membershipId" IS NOT NULL),
        'workshop', CASE WHEN w.id IS NULL THEN NULL ELSE jsonb_build_object(
           'id', w.id, 'title', w.title, 'kind', w.kind, 'number', w.number) END,
        'itemTitle', (SELECT nullif(item->>'title', '')
           FROM agenda_version v, jsonb_path_query(v.content, '$.items[*] ? (@.id == $id)',
                jsonb_build_object('id', a."itemId"::text)) item
          WHERE a."itemId" IS NOT NULL AND v."workshopId" = a."workshopId"
          ORDER BY v.version DESC LIMIT 1)) AS row
      FROM agreement a LEFT JOIN workshop w ON w.id = a."workshopId"
      LEFT JOIN account s ON s.id = a."settledById"
     WHERE ${condition} ORDER BY a.id`;
  return rows.map(({ row }) => row);
}

const factsOf = (cohortId: string, { createdById, teams, people }: Row): policy.AgreementFacts => ({
  cohortId,
  createdById,
  teamIds: teams.map(({ id }) => id),
  membershipIds: people.map(({ membershipId }) => membershipId),
});

/** What the reader is told of it; who wrote it down is not among it. */
function shown({ actor }: PersonScope, cohortId: string, row: Row): ListedAgreement {
  const { createdById: _hidden, ...agreement } = row;
  const facts = factsOf(cohortId, row);
  return {
    ...agreement,
    isMine: isResponsible(actor, facts),
    mayChange: policy.mayChange(actor, facts).isAllowed,
  };
}

interface CohortFacts {
  state: CohortState;
  timeZone: string;
}

/** In which time zone days are meant, and whether something new may begin. */
export async function cohortOf({ db }: Scope, cohortId: string): Promise<CohortFacts> {
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId },
    select: { state: true, timeZone: true },
  });
  if (!cohort) throw notFound();
  return cohort;
}

export interface AgreementList {
  agreements: ListedAgreement[];
  /** The day that it is in the cohort. */
  today: string;
  mayMake: boolean;
}

/** Everything that was agreed on. */
export async function listAgreements(
  scope: PersonScope,
  { cohortId }: CohortRef,
): Promise<AgreementList> {
  const { db, actor, clock } = scope;
  ensure(policy.mayRead(actor, { cohortId }));
  const { state: cohortState, timeZone } = await cohortOf(scope, cohortId);
  const rows = await readAgreements(db, Prisma.sql`a."cohortId" = ${cohortId}::uuid`);
  return {
    agreements: rows.map((row) => shown(scope, cohortId, row)),
    today: dayIn(clock.now(), timeZone),
    mayMake: policy.mayMake(actor, { cohortId, cohortState }).isAllowed,
  };
}

export interface AgreementsOfWorkshop extends AgreementList {
  /** Open ones that were made elsewhere: they open the next workshop. */
  before: ListedAgreement[];
}

/** What was agreed on at a workshop, and, where it is the next one, what is still open from before. */
export async function agreementsOfWorkshop(
  scope: PersonScope,
  { cohortId, workshopId }: WorkshopRef,
): Promise<AgreementsOfWorkshop> {
  const { db, actor, clock } = scope;
  ensure(policy.mayRead(actor, { cohortId }));
  const { state: cohortState, timeZone } = await cohortOf(scope, cohortId);
  const today = dayIn(clock.now(), timeZone);
  const { state, isNext } = await placeOf(db, { cohortId, workshopId }, today);
  const rows = await readAgreements(
    db,
    Prisma.sql`a."cohortId" = ${cohortId}::uuid
      AND (a."workshopId" = ${workshopId}::uuid OR (a.state = 'open' AND ${isNext}::boolean))`,
  );
  const isMadeHere = ({ workshop: made }: ListedAgreement) => made?.id === workshopId;
  const agreements = rows.map((row) => shown(scope, cohortId, row));
  return {
    agreements: agreements.filter(isMadeHere),
    before: agreements.filter((agreement) => !isMadeHere(agreement)),
    today,
    mayMake:
      ['fixed', 'held'].includes(state) &&
      policy.mayMake(actor, { cohortId, cohortState }).isAllowed,
  };
}

/**
 * How a workshop stands in the series. It is the next one, or going on, where it is neither over nor
 * behind another that is still to come: what is open is asked about once, not at each event.
 */
async function placeOf(
  db: Db,
  { cohortId, workshopId }: WorkshopRef,
  today: string,
): Promise<{ state: WorkshopState; isNext: boolean }> {
  const [place] = await db.$queryRaw<{ state: WorkshopState; isNext: boolean }[]>`
    WITH event AS (
      SELECT w.id, w.kind, w.state, min(d.date) AS first, max(d.date) AS last
        FROM workshop w JOIN workshop_day d ON d."workshopId" = w.id
       WHERE w."cohortId" = ${cohortId}::uuid GROUP BY w.id)
    SELECT e.state, e.kind = 'workshop' AND e.state NOT IN ('held', 'cancelled') AND NOT EXISTS (
             SELECT 1 FROM event o
              WHERE o.kind = 'workshop' AND o.state = 'fixed' AND o.last >= ${today}::date
                AND o.first < coalesce(e.first, 'infinity')) AS "isNext"
      FROM event e WHERE e.id = ${workshopId}::uuid`;
  if (!place) throw notFound();
  return place;
}

/** What is still open from before, in short: it opens the workshop. */
export interface OpenAgreements {
  /** The day that it is in the cohort. */
  today: string;
  agreements: Pick<ListedAgreement, 'id' | 'what' | 'dueOn' | 'teams' | 'people'>[];
}

/** Null for those who do not read agreements. */
export async function openAgreements(
  scope: PersonScope,
  ref: WorkshopRef,
): Promise<OpenAgreements | null> {
  const { cohortId } = ref;
  if (!policy.mayRead(scope.actor, { cohortId }).isAllowed) return null;
  const { before, today } = await agreementsOfWorkshop(scope, ref);
  return { today, agreements: before.map(inShort) };
}

/** The same for those who plan: a later workshop is planned before the next one is over. */
export async function agreementsToPlan(
  scope: PersonScope,
  { cohortId, workshopId }: WorkshopRef,
): Promise<OpenAgreements> {
  const { db, clock } = scope;
  ensure(policy.mayRead(scope.actor, { cohortId }));
  const { timeZone } = await cohortOf(scope, cohortId);
  const today = dayIn(clock.now(), timeZone);
  const { state } = await placeOf(db, { cohortId, workshopId }, today);
  const isOver = (['held', 'cancelled'] as WorkshopState[]).includes(state);
  const rows = await readAgreements(
    db,
    Prisma.sql`a."cohortId" = ${cohortId}::uuid AND a.state = 'open' AND NOT ${isOver}::boolean
      AND a."workshopId" IS DISTINCT FROM ${workshopId}::uuid`,
  );
  return { today, agreements: rows.map((row) => inShort(shown(scope, cohortId, row))) };
}

const inShort = ({ id, what, dueOn, teams, people }: ListedAgreement) => ({
  ...{ id, what, dueOn, teams, people },
});

export interface AgreementForm {
  teams: { id: string; name: string }[];
  people: { membershipId: string; name: string; teamName: string | null }[];
  /** Where it can have been made: what has a date, the newest first. */
  workshops: { id: string; title: string; kind: WorkshopKind; number: number | null }[];
  /** Null for a new one. */
  stored: ListedAgreement | null;
}

/** What the form of an agreement offers; `agreementId` is left out for a new one. */
export async function agreementForm(
  scope: PersonScope,
  { cohortId, agreementId }: CohortRef & { agreementId?: string | undefined },
): Promise<AgreementForm> {
  const { db, actor } = scope;
  ensure(policy.mayRead(actor, { cohortId }));
  let stored: ListedAgreement | null = null;
  if (agreementId === undefined) {
    const { state: cohortState } = await cohortOf(scope, cohortId);
    ensure(policy.mayMake(actor, { cohortId, cohortState }));
  } else {
    const row = await rowOf(db, { cohortId, agreementId });
    ensure(policy.mayChange(actor, factsOf(cohortId, row)));
    stored = shown(scope, cohortId, row);
  }
  const [found] = await db.$queryRaw<Omit<AgreementForm, 'stored'>[]>`
    SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) ORDER BY t.name), '[]')
              FROM team t WHERE t."cohortId" = ${cohortId}::uuid) AS teams,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('membershipId', m.id, 'name', p.name,
                      'teamName', t.name) ORDER BY t.name NULLS LAST, p.name), '[]')
              FROM membership m JOIN account p ON p.id = m."accountId" LEFT JOIN team t ON t.id = m."teamId"
             WHERE m."cohortId" = ${cohortId}::uuid AND m."endedAt" IS NULL
               AND m.role IN ('member', 'moderator', 'organiser')) AS people,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'title', w.title, 'kind', w.kind,
                      'number', w.number) ORDER BY w.number DESC NULLS LAST, w.id), '[]')
              FROM workshop w WHERE w."cohortId" = ${cohortId}::uuid
                                AND w.state IN ('fixed', 'held')) AS workshops`;
  if (!found) throw notFound();
  return { ...found, stored };
}

async function rowOf(db: Db, { cohortId, agreementId }: AgreementRef): Promise<Row> {
  const [row] = await readAgreements(
    db,
    Prisma.sql`a.id = ${agreementId}::uuid AND a."cohortId" = ${cohortId}::uuid`,
  );
  if (!row) throw notFound();
  return row;
}

export interface LockedAgreement {
  row: Row;
  facts: policy.AgreementFacts;
}

/** The agreement, locked until the transaction ends; null where there is none that the actor reads. */
export async function findAgreement(
  { db }: Scope,
  ref: AgreementRef,
): Promise<LockedAgreement | null> {
  await db.$queryRaw`
    SELECT 1 AS held FROM agreement
     WHERE id = ${ref.agreementId}::uuid AND "cohortId" = ${ref.cohortId}::uuid FOR NO KEY UPDATE`;
  const [row] = await readAgreements(
    db,
    Prisma.sql`a.id = ${ref.agreementId}::uuid AND a."cohortId" = ${ref.cohortId}::uuid`,
  );
  return row ? { row, facts: factsOf(ref.cohortId, row) } : null;
}

/** The accounts of those whom it is up to, as long as they are there. */
export async function responsibleAccounts({ db }: Scope, agreementId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ accountId: string }[]>`
    SELECT DISTINCT m."accountId" FROM agreement_responsible r
      JOIN membership m ON m.id = r."membershipId" OR m."teamId" = r."teamId"
     WHERE r."agreementId" = ${agreementId}::uuid AND m."endedAt" IS NULL
       AND m."accountId" IS NOT NULL`;
  return rows.map(({ accountId }) => accountId);
}
