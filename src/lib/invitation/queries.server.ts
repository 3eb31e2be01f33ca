import { createHash } from 'node:crypto';
import type { Locale, Role } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import type { OfCohort } from '$lib/cohort/schema';
import { notFound } from '$lib/platform/errors';
import { mayManageInvitations, mayShowJoinCode } from './policy';
import type { Way } from './schema';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const hashOfToken = (token: string): string => sha256(`token/${token}`);
export const hashOfCode = (code: string): string => sha256(`code/${code}`);
export const hashOfJoinCode = (code: string): string => sha256(`join/${code}`);

/** A way in as the database knows it: hashes only. */
export function hashedWay(way: Way) {
  const none: Record<'tokenHash' | 'codeHash' | 'joinCodeHash' | 'email', string | null> = {
    tokenHash: null,
    codeHash: null,
    joinCodeHash: null,
    email: null,
  };
  if ('token' in way) return { ...none, tokenHash: hashOfToken(way.token) };
  if ('code' in way) return { ...none, codeHash: hashOfCode(way.code) };
  return { ...none, joinCodeHash: hashOfJoinCode(way.joinCode), email: way.email };
}

/** What whoever holds an invitation may see of it before joining. */
export interface InvitationView {
  cohortId: string;
  cohortName: string;
  programme: string;
  organisation: string | null;
  teamName: string | null;
  role: Role;
  name: string;
  email: string;
  locale: Locale;
  state: 'open' | 'accepted' | 'revoked' | 'expired';
  /** False where the address already has an account: sign in first, then accept. */
  needsAccount: boolean;
}

/** @throws AppError `not_found` for anything that opens no door */
export async function lookUp({ db, clock }: Scope, way: Way): Promise<InvitationView> {
  const { tokenHash, codeHash, joinCodeHash, email } = hashedWay(way);
  const [row] = await db.$queryRaw<{ view: InvitationView | null }[]>`
    SELECT app.invitation_lookup(${tokenHash}, ${codeHash}, ${joinCodeHash}, ${email},
                                 ${clock.now()}::timestamptz) AS view`;
  if (!row?.view) throw notFound();
  return row.view;
}

export type InvitationState = 'waiting' | 'expired' | 'revoked' | 'joined' | 'left';

export interface ListedInvitation {
  id: string;
  email: string;
  name: string;
  role: Role;
  teamId: string | null;
  teamName: string | null;
  /** What an expert was invited to, by its question. */
  topics: string[];
  createdAt: Date;
  sentAt: Date | null;
  expiresAt: Date;
  acceptedAt: Date | null;
  state: InvitationState;
}

interface InvitationMoments {
  acceptedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date;
}

const stateOf = (row: InvitationMoments, hasLeft: boolean, now: Date): InvitationState => {
  if (row.acceptedAt) return hasLeft ? 'left' : 'joined';
  if (row.revokedAt) return 'revoked';
  return row.expiresAt <= now ? 'expired' : 'waiting';
};

export interface InvitationList {
  invitations: ListedInvitation[];
  teams: InvitationFacts['teams'];
  /** What an expert can be invited to. */
  topics: InvitableTopic[];
  hasCharter: boolean;
}

export interface InvitableTopic {
  id: string;
  question: string;
  teamName: string;
}

/** The topics that the cohort reads; drafts are their team's alone. */
export async function publicTopics(
  { db }: PersonScope,
  { cohortId }: OfCohort,
): Promise<InvitableTopic[]> {
  return db.$queryRaw<InvitableTopic[]>`
    SELECT t.id, t.question, s.name AS "teamName" FROM topic t JOIN team s ON s.id = t."teamId"
     WHERE t."cohortId" = ${cohortId}::uuid
       AND t.state NOT IN ('draft', 'unconfirmed', 'withdrawn', 'merged') ORDER BY t.question`;
}

/** Every invitation of the cohort, by team and name, and what a new one needs. */
export async function listInvitations(
  scope: PersonScope,
  { cohortId }: OfCohort,
): Promise<InvitationList> {
  const { db, actor, clock } = scope;
  ensure(mayManageInvitations(actor, cohortId));
  const rows = await db.$queryRaw<
    (Omit<ListedInvitation, 'state'> & InvitationMoments & { hasLeft: boolean })[]
  >`
    SELECT i.id, i.email, coalesce(a.name, i.name) AS name, i.role::text AS role, i."teamId",
           t.name AS "teamName", i."createdAt", i."sentAt", i."expiresAt", i."acceptedAt",
           i."revokedAt", m."endedAt" IS NOT NULL AS "hasLeft",
           ARRAY(SELECT p.question FROM invitation_topic x JOIN topic p ON p.id = x."topicId"
                  WHERE x."invitationId" = i.id ORDER BY p.question) AS topics
      FROM invitation i
      LEFT JOIN team t ON t.id = i."teamId"
      LEFT JOIN membership m ON m.id = i."membershipId"
      LEFT JOIN account a ON a.id = m."accountId"
     WHERE i."cohortId" = ${cohortId}::uuid
     ORDER BY t.name NULLS FIRST, coalesce(nullif(a.name, ''), nullif(i.name, ''), i.email), i.id`;
  const invitations = rows.map(({ revokedAt, hasLeft, ...row }) => ({
    ...row,
    state: stateOf({ ...row, revokedAt }, hasLeft, clock.now()),
  }));
  const { teams } = await invitationFacts(scope, { cohortId });
  const charters = await db.charter.count({ where: { cohortId } });
  const topics = await publicTopics(scope, { cohortId });
  return { invitations, teams, topics, hasCharter: charters > 0 };
}

/** What an invitation is checked against: places, and addresses that are in use. */
export interface InvitationFacts {
  teams: { id: string; name: string; freePlaces: number }[];
  /** Addresses with a waiting invitation or a running membership, with their role. */
  taken: { email: string; role: Role; isJoined: boolean }[];
}

export async function invitationFacts(
  { db, clock }: Scope,
  { cohortId }: OfCohort,
): Promise<InvitationFacts> {
  const teams = await db.$queryRaw<InvitationFacts['teams']>`
    SELECT t.id, t.name, c."teamSize"
           - (SELECT count(*)::int FROM membership m WHERE m."teamId" = t.id AND m."endedAt" IS NULL)
           - (SELECT count(*)::int FROM invitation i WHERE i."teamId" = t.id AND i."acceptedAt" IS NULL
                 AND i."revokedAt" IS NULL AND i."expiresAt" > ${clock.now()}::timestamptz) AS "freePlaces"
      FROM team t JOIN cohort c ON c.id = t."cohortId"
     WHERE t."cohortId" = ${cohortId}::uuid ORDER BY t.name`;
  const taken = await db.$queryRaw<InvitationFacts['taken']>`
    SELECT i.email, i.role::text AS role, i."acceptedAt" IS NOT NULL AS "isJoined"
      FROM invitation i LEFT JOIN membership m ON m.id = i."membershipId"
     WHERE i."cohortId" = ${cohortId}::uuid AND i."revokedAt" IS NULL
       AND CASE WHEN i."acceptedAt" IS NULL THEN i."expiresAt" > ${clock.now()}::timestamptz
                ELSE m.id IS NOT NULL AND m."endedAt" IS NULL END`;
  return { teams, taken };
}

export interface Arrivals {
  /** Names of the members who have joined, the latest first. */
  arrived: string[];
  expected: number;
  openUntil: Date | null;
}

/** Who is expected and who has come, for the page on the projector. */
export async function arrivals(
  { db, actor, clock }: PersonScope,
  { cohortId }: OfCohort,
): Promise<Arrivals> {
  ensure(mayShowJoinCode(actor, cohortId));
  const [row] = await db.$queryRaw<Arrivals[]>`
    SELECT (SELECT coalesce(array_agg(a.name ORDER BY m."joinedAt" DESC, m.id), '{}')
              FROM membership m JOIN account a ON a.id = m."accountId"
             WHERE m."cohortId" = c.id AND m."endedAt" IS NULL AND m.role = 'member') AS arrived,
           (SELECT count(*)::int * c."teamSize" FROM team t WHERE t."cohortId" = c.id) AS expected,
           (SELECT max(j."expiresAt") FROM join_code j
             WHERE j."cohortId" = c.id AND j."endedAt" IS NULL
               AND j."expiresAt" > ${clock.now()}::timestamptz) AS "openUntil"
      FROM cohort c WHERE c.id = ${cohortId}::uuid`;
  return row!;
}
