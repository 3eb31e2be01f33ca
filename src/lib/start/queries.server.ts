import { isOrganiser } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { waitingBallots } from '$lib/ballot/queries.server';
import { waitingConsultations } from '$lib/consultation/list/queries.server';
import { setUpStepOf } from '$lib/cohort/settings/queries.server';
import { subjectTitle } from '$lib/notice/queries.server';
import { isDue } from '$lib/practice/adoption/queries.server';
import { withoutOutcome } from '$lib/topic/outcome/queries.server';
import { Prisma } from '../../generated/prisma/client';
import { areOpen, type FirstSteps } from './first-steps';
import { untoldKinds, type Happening } from './happened';
import { mayReadStart } from './policy';
import type { WorkshopKind } from '$lib/workshop/schema';
import type { StartPage } from './schema';
import type { WaitingThing } from './tasks';

const ACTIVITIES_SHOWN = 16;
const COMING_SHOWN = 6;
/** So many days before it is due, an agreement waits. */
const AGREEMENT_DAYS = 7;
/** So many days before it begins, a workshop waits for the answer whether one comes. */
const WORKSHOP_DAYS = 60;

export interface ComingThing {
  id: string;
  kind: 'event' | 'ballot' | 'objections';
  /** Of an event of the series, its number where it is a workshop. */
  eventKind: WorkshopKind | null;
  number: number | null;
  title: string;
  place: string;
  /** ISO; a ballot ends at this moment. */
  startsAt: string;
  endsAt: string | null;
  /** Of a ballot: how many have voted. */
  turnout: { voted: number; eligible: number; electorate: 'teams' | 'persons' } | null;
}

export interface SiteTile {
  id: string;
  name: string;
  tileColumn: number | null;
  tileRow: number | null;
}

/** What a partner sees instead of content. */
export interface Numbers {
  people: number;
  topics: number;
  ballots: number;
}

interface Standing {
  welcome: string;
  coming: ComingThing[];
  sites: SiteTile[];
  /** Topics that an expert was invited to. */
  guestTopics: { id: string; question: string; teamName: string | null }[];
  /** Null for everyone but partners. */
  numbers: Numbers | null;
}

export interface StartView extends Standing {
  waiting: WaitingThing[];
  happened: Happening[];
  /** For a member who is new; null where nothing of it is left to do. */
  firstSteps: FirstSteps | null;
  /** Where what happened before begins; null at the beginning. */
  older: string | null;
}

/**
 * What is next, what waits for the reader, and what has happened, in four statements; an organiser
 * needs one more, for the set-up.
 */
export async function readStart(scope: PersonScope, input: StartPage): Promise<StartView> {
  ensure(mayReadStart(scope.actor, input.cohortId));
  const { steps, ...standing } = await readStanding(scope, input.cohortId);
  const waiting = await readWaiting(scope, input.cohortId);
  const happened = await readHappened(scope, input);
  const shown = happened.slice(0, ACTIVITIES_SHOWN);
  return {
    ...standing,
    waiting,
    happened: shown,
    firstSteps: steps && areOpen(steps, scope.clock.now()) ? steps : null,
    older: happened.length > ACTIVITIES_SHOWN ? shown.at(-1)!.id : null,
  };
}

/** The walls decide what each role finds: experts no ballots, partners neither teams nor topics. */
async function readStanding(
  { db, clock, actor }: PersonScope,
  cohortId: string,
): Promise<Standing & { steps: FirstSteps | null }> {
  const now = clock.now();
  const [row] = await db.$queryRaw<
    (Standing & { overview: Partner | null; steps: FirstSteps | null })[]
  >`
    SELECT
      CASE WHEN c.id = ANY (app.my_cohorts_as('partner')) THEN '' ELSE c.welcome END AS welcome,
      app.partner_overview(c.id) AS overview,
      (SELECT coalesce(jsonb_agg(coming ORDER BY coming."startsAt"), '[]') FROM (
         SELECT e.*, NULL::jsonb AS turnout FROM (
           SELECT w.id, 'event' AS kind, w.kind::text AS "eventKind", w.number, w.title, w.place,
                  min((d.date + make_interval(mins => d."startMinute")) AT TIME ZONE c."timeZone")
                    AS "startsAt",
                  max((d.date + make_interval(mins => d."endMinute")) AT TIME ZONE c."timeZone")
                    AS "endsAt"
             FROM workshop w JOIN workshop_day d ON d."workshopId" = w.id
            WHERE w."cohortId" = c.id AND w.state = 'fixed' GROUP BY w.id) e
          WHERE e."endsAt" >= ${now}::timestamptz
         UNION ALL
         SELECT b.id, 'ballot', NULL, NULL, b.title, '', b."closesAt", NULL,
                (SELECT jsonb_build_object('electorate', b.electorate, 'eligible', count(*),
                                           'voted', count(*) FILTER (WHERE v."hasVoted"))
                   FROM voter v WHERE v."ballotId" = b.id)
           FROM ballot b
          WHERE b."cohortId" = c.id AND b.state = 'open' AND b."closesAt" > ${now}::timestamptz
         UNION ALL
         SELECT b.id, 'objections', NULL, NULL, b.title, '', b."objectionsUntil" - interval '1 millisecond', NULL,
                NULL
           FROM ballot b
          WHERE b."cohortId" = c.id AND b.state = 'provisional'
            AND b."objectionsUntil" > ${now}::timestamptz
          ORDER BY "startsAt" LIMIT ${COMING_SHOWN}) coming) AS coming,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
                 'id', t.id, 'name', t.name, 'tileColumn', t."tileColumn", 'tileRow', t."tileRow")
               ORDER BY t.name), '[]') FROM team t WHERE t."cohortId" = c.id) AS sites,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
                 'id', t.id, 'question', t.question, 'teamName', s.name) ORDER BY t.id), '[]')
         FROM topic t LEFT JOIN team s ON s.id = t."teamId"
        WHERE t."cohortId" = c.id AND t.id = ANY (app.my_guest_topics())) AS "guestTopics",
      (SELECT jsonb_build_object(
                'joinedAt', p."joinedAt",
                'mates', (SELECT coalesce(jsonb_agg(a.name ORDER BY a.name), '[]')
                            FROM membership q JOIN account a ON a.id = q."accountId"
                           WHERE q."teamId" = p."teamId" AND q.id <> p.id AND q."endedAt" IS NULL),
                'hasEntry', p.occupation <> '' OR p."contactEmail" IS NOT NULL
                            OR p."contactPhone" IS NOT NULL OR p."contactHint" <> '',
                'hasJoinedIn', EXISTS (SELECT 1 FROM comment o WHERE o."authorId" = p."accountId"
                                          AND o."cohortId" = c.id)
                            OR EXISTS (SELECT 1 FROM support s WHERE s."byId" = p."accountId"
                                          AND s."cohortId" = c.id),
                'hasTopic', EXISTS (SELECT 1 FROM topic t WHERE t."teamId" = p."teamId"
                                       AND t.state <> 'withdrawn'))
         FROM membership p
        WHERE p."cohortId" = c.id AND p."accountId" = ${actor.accountId}::uuid
          AND p.role = 'member' AND p."endedAt" IS NULL AND c.state IN ('forming', 'closed')
        LIMIT 1) AS steps
      FROM cohort c WHERE c.id = ${cohortId}::uuid`;
  if (!row)
    return { welcome: '', coming: [], sites: [], guestTopics: [], numbers: null, steps: null };
  const { overview, ...standing } = row;
  return {
    ...standing,
    ...(overview && { coming: comingOf(overview.events, now) }),
    sites: overview?.sites ?? standing.sites,
    numbers: overview?.numbers ?? null,
  };
}

type PartnerEvent = Pick<ComingThing, 'id' | 'number' | 'title' | 'startsAt'> & {
  kind: WorkshopKind;
  endsAt: string;
};

interface Partner {
  sites: SiteTile[];
  numbers: Numbers;
  events: PartnerEvent[];
}

const comingOf = (events: PartnerEvent[], now: Date): ComingThing[] =>
  events
    .filter(({ endsAt }) => new Date(endsAt) >= now)
    .slice(0, COMING_SHOWN)
    .map(({ kind, ...event }) => ({
      ...event,
      kind: 'event',
      eventKind: kind,
      place: '',
      turnout: null,
    }));

/** The most pressing first: what has an end, then what others wait for, then what can wait. */
async function readWaiting(scope: PersonScope, cohortId: string): Promise<WaitingThing[]> {
  const { db, clock, actor } = scope;
  const now = clock.now();
  const runs = Prisma.sql`EXISTS (SELECT 1 FROM cohort c WHERE c.id = ${cohortId}::uuid
                                     AND c.state IN ('forming', 'closed'))`;
  const others = await db.$queryRaw<WaitingThing[]>`
    WITH own AS (SELECT unnest(app.my_teams()) AS id),
    waiting(rank, kind, id, title, into_title, count, until) AS (
      SELECT 1, 'decide', b.id, b.title, NULL, 1, NULL::timestamptz FROM ballot b
       WHERE b."cohortId" = ${cohortId}::uuid
         AND b."cohortId" = ANY (app.my_cohorts_as('moderator'))
         AND (b.state = 'closed' OR (b.state = 'open' AND b."closesAt" <= ${now}::timestamptz))
      UNION ALL
      SELECT 1, 'answer', b.id, b.title, NULL, count(*), NULL
        FROM ballot b JOIN objection o ON o."ballotId" = b.id
       WHERE b."cohortId" = ${cohortId}::uuid AND b.state = 'provisional'
         AND b."cohortId" = ANY (app.my_cohorts_as('moderator')) AND o."withdrawnAt" IS NULL
         AND NOT EXISTS (SELECT 1 FROM objection_answer a WHERE a."objectionId" = o.id)
       GROUP BY b.id, b.title
      UNION ALL
      SELECT 2, 'objection_round', b.id, b.title, NULL, 1, b."objectionsUntil" - interval '1 millisecond'
        FROM ballot b
       WHERE b."cohortId" = ${cohortId}::uuid AND b.state = 'provisional'
         AND b."objectionsUntil" > ${now}::timestamptz
         AND b."cohortId" = ANY (app.my_cohorts_as('member'))
         AND NOT EXISTS (SELECT 1 FROM objection o JOIN own ON own.id = o."teamId"
                          WHERE o."ballotId" = b.id)
      UNION ALL
      SELECT 1, 'fix_date', w.id, w.title, NULL, 1, NULL
        FROM date_search s JOIN workshop w ON w.id = s."workshopId" JOIN cohort c ON c.id = w."cohortId"
       WHERE w."cohortId" = ${cohortId}::uuid AND w.state = 'planned' AND ${runs}
         AND w."cohortId" = ANY (app.my_cohorts_as('moderator', 'organiser'))
         AND s."answerUntil" < (${now}::timestamptz AT TIME ZONE c."timeZone")::date
      UNION ALL
      SELECT 2, 'answer_dates', w.id, w.title, NULL, count(*),
             (s."answerUntil" + interval '1 day' - interval '1 millisecond') AT TIME ZONE c."timeZone"
        FROM date_search s JOIN workshop w ON w.id = s."workshopId" JOIN cohort c ON c.id = w."cohortId"
        JOIN date_option o ON o."workshopId" = w.id
       WHERE w."cohortId" = ${cohortId}::uuid AND w.state = 'planned' AND ${runs}
         AND NOT EXISTS (SELECT 1 FROM date_option_answer a WHERE a."optionId" = o.id
                            AND a."accountId" = ${actor.accountId}::uuid)
       GROUP BY w.id, w.title, s."answerUntil", c."timeZone"
      UNION ALL
      -- Whoever has not said yet whether she or he comes, or said it of another date.
      SELECT 2, 'answer_workshop', w.id, w.title, NULL, 1, s."startsAt"
        FROM workshop w JOIN cohort c ON c.id = w."cohortId"
        JOIN LATERAL (
          SELECT min(d.date) AS first,
                 min((d.date + make_interval(mins => d."startMinute")) AT TIME ZONE c."timeZone") AS "startsAt"
            FROM workshop_day d WHERE d."workshopId" = w.id) s ON true
       WHERE w."cohortId" = ${cohortId}::uuid AND w.state = 'fixed' AND c.state <> 'archived'
         AND s."startsAt" > ${now}::timestamptz
         AND s.first <= (${now}::timestamptz AT TIME ZONE c."timeZone")::date + ${WORKSHOP_DAYS}::int
         AND (w."cohortId" = ANY (app.my_cohorts_as('member', 'moderator', 'organiser'))
              OR w.id = ANY (app.my_guest_workshops()))
         AND NOT EXISTS (SELECT 1 FROM participation p
                          WHERE p."workshopId" = w.id AND p."forDate" = s.first
                            AND p."membershipId" = ANY (app.my_memberships()))
      UNION ALL
      SELECT 2, 'confirm', t.id, t.question, NULL, 1, NULL FROM topic t JOIN own ON own.id = t."teamId"
       WHERE t."cohortId" = ${cohortId}::uuid AND t.state = 'unconfirmed' AND ${runs}
      UNION ALL
      -- The other person of the team answers; nobody waits for the own proposal.
      SELECT 2, 'practice_' || s.rung, p.id, s.content ->> 'gist', NULL, 1,
             s."objectUntil" - interval '1 millisecond'
        FROM practice_step s JOIN practice p ON p.id = s."practiceId" JOIN own ON own.id = s."teamId"
        JOIN cohort c ON c.id = s."cohortId"
       WHERE s."cohortId" = ${cohortId}::uuid AND s.state = 'proposed' AND p."discardedAt" IS NULL
         AND s."proposedById" IS DISTINCT FROM ${actor.accountId}::uuid AND c.state <> 'archived'
      UNION ALL
      SELECT 3, 'consent', f.id, f.question, i.question, 1, NULL
        FROM merge g JOIN topic f ON f.id = g."fromId" JOIN topic i ON i.id = g."intoId"
       WHERE g."cohortId" = ${cohortId}::uuid AND g.state = 'proposed' AND ${runs}
         AND EXISTS (SELECT 1 FROM own WHERE own.id IN (f."teamId", i."teamId")
                        AND NOT EXISTS (SELECT 1 FROM merge_consent s
                                         WHERE s."mergeId" = g.id AND s."teamId" = own.id))
      UNION ALL
      SELECT 3, 'outcomes', id, title, NULL, count, NULL FROM ${withoutOutcome(cohortId)} missing
      UNION ALL
      -- At noon of its day, in the cohort's time zone.
      SELECT 3, 'agreement', g.id, g.what, NULL, 1,
             (g."dueOn" + time '12:00') AT TIME ZONE c."timeZone"
        FROM agreement g JOIN cohort c ON c.id = g."cohortId"
       WHERE g."cohortId" = ${cohortId}::uuid AND g.state = 'open' AND c.state <> 'archived'
         AND g."dueOn" <= (${now}::timestamptz AT TIME ZONE c."timeZone")::date + ${AGREEMENT_DAYS}::int
         AND EXISTS (SELECT 1 FROM agreement_responsible r LEFT JOIN membership p ON p.id = r."membershipId"
                      WHERE r."agreementId" = g.id
                        AND (r."teamId" IN (SELECT own.id FROM own)
                             OR (p."accountId" = ${actor.accountId}::uuid AND p."endedAt" IS NULL)))
      UNION ALL
      SELECT 2, 'feedback', w.id, w.title, NULL, 1, f."closesAt" - interval '1 millisecond'
        FROM feedback_form f JOIN workshop w ON w.id = f."workshopId" JOIN cohort c ON c.id = w."cohortId"
       WHERE f."cohortId" = ${cohortId}::uuid AND f."closesAt" > ${now}::timestamptz
         AND w.state <> 'cancelled' AND c.state <> 'archived'
         AND f."cohortId" = ANY (app.my_cohorts_as('member'))
         AND NOT EXISTS (SELECT 1 FROM feedback_answered a WHERE a."workshopId" = w.id
                            AND a."accountId" = ${actor.accountId}::uuid)
      UNION ALL
      SELECT 4, 'mentions', NULL, NULL, NULL, count(*), NULL FROM notice n
       WHERE n."accountId" = ${actor.accountId}::uuid AND n."cohortId" = ${cohortId}::uuid
         AND n.kind = 'mention' AND n."readAt" IS NULL HAVING count(*) > 0
      UNION ALL
      SELECT 5, 'adoption', r."practiceId", r.gist, NULL, 1, NULL
        FROM practice_adoption a JOIN own ON own.id = a."teamId"
        JOIN practice_release r ON r."practiceId" = a."practiceId" AND r.rung = 'cohort'
        JOIN cohort c ON c.id = a."cohortId"
       WHERE a."cohortId" = ${cohortId}::uuid AND c.state <> 'archived' AND ${isDue}
      UNION ALL
      SELECT 5, 'invitations', NULL, NULL, NULL, count(*), NULL FROM invitation v
       WHERE v."cohortId" = ${cohortId}::uuid AND ${isOrganiser(actor, cohortId)}
         AND v."acceptedAt" IS NULL AND v."revokedAt" IS NULL HAVING count(*) > 0
      UNION ALL
      SELECT 6, 'draft_ballot', b.id, b.title, NULL, 1, NULL FROM ballot b
       WHERE b."cohortId" = ${cohortId}::uuid AND b.state = 'draft'
      UNION ALL
      SELECT 7, 'draft_topic', t.id, t.question, NULL, 1, NULL FROM topic t JOIN own ON own.id = t."teamId"
       WHERE t."cohortId" = ${cohortId}::uuid AND t.state = 'draft' AND ${runs}
      UNION ALL
      -- Partners have nothing to lose: nobody asks them into a consultation.
      SELECT 8, 'recovery', NULL, NULL, NULL, 1, NULL FROM account_keys k
       WHERE k."accountId" = ${actor.accountId}::uuid AND k."retiredAt" IS NULL
         AND (k."recoveryPutOffUntil" IS NULL OR k."recoveryPutOffUntil" <= ${now}::timestamptz)
         AND NOT EXISTS (SELECT 1 FROM key_slot s WHERE s."keysId" = k.id AND s.kind = 'recovery'
                            AND s."confirmedAt" IS NOT NULL)
         AND ${cohortId}::uuid = ANY (app.my_cohorts_as('member', 'moderator', 'organiser', 'expert')))
    SELECT kind, id, title, into_title AS "intoTitle", count::int, until
      FROM waiting ORDER BY rank, id`;
  const setUp = isOrganiser(actor, cohortId) ? await readSetUp(scope, cohortId) : [];
  return [
    ...(await readVotes(scope, cohortId)),
    ...(await readConsultations(scope, cohortId)),
    ...setUp,
    ...others,
  ];
}

/** Titles of consultations are encrypted: whose case it is says which one is meant. */
const readConsultations = async (scope: PersonScope, cohortId: string): Promise<WaitingThing[]> =>
  (await waitingConsultations(scope, { cohortId })).map(
    ({ consultationId, waiting, caseGiverName }) => ({
      kind: `consultation_${waiting}`,
      id: consultationId,
      title: caseGiverName,
      intoTitle: null,
      count: 1,
      until: null,
    }),
  );

/** The next step of the set-up. */
async function readSetUp(scope: PersonScope, cohortId: string): Promise<WaitingThing[]> {
  const step = await setUpStepOf(scope, cohortId);
  if (!step) return [];
  return [
    { kind: `set_up_${step}`, id: null, title: null, intoTitle: null, count: 1, until: null },
  ];
}

const readVotes = async (scope: PersonScope, cohortId: string): Promise<WaitingThing[]> =>
  (await waitingBallots(scope, cohortId)).map(({ id, title, closesAt, isTeamVote, isEntered }) => ({
    kind: isEntered ? 'entered_vote' : isTeamVote ? 'team_vote' : 'vote',
    id,
    title,
    intoTitle: null,
    count: 1,
    until: closesAt,
  }));

function readHappened(
  { db, actor }: PersonScope,
  { cohortId, before }: StartPage,
): Promise<Happening[]> {
  return db.$queryRaw<Happening[]>`
    SELECT a.id, a.kind, a."subjectKind", a."subjectId", a.facts, a.at, p.name AS "actorName",
           ${subjectTitle(Prisma.sql`a`)} AS "subjectTitle",
           EXISTS (SELECT 1 FROM notice n WHERE n."accountId" = ${actor.accountId}::uuid
                      AND n."activityId" = a.id AND n."readAt" IS NULL) AS "isNew"
      FROM activity a LEFT JOIN account p ON p.id = a."actorId"
     WHERE a."cohortId" = ${cohortId}::uuid AND a.kind <> ALL (${untoldKinds}::text[])
       AND (${before}::uuid IS NULL OR a.id < ${before}::uuid)
       -- Drafts and announcements to others are not for everybody's eyes, nor is what happened to them.
       AND CASE a."subjectKind"
             WHEN 'topic' THEN EXISTS (SELECT 1 FROM topic t WHERE t.id = a."subjectId")
             WHEN 'workshop' THEN EXISTS (SELECT 1 FROM workshop v WHERE v.id = a."subjectId")
             WHEN 'announcement' THEN EXISTS (SELECT 1 FROM announcement w WHERE w.id = a."subjectId")
             ELSE true END
     ORDER BY a.id DESC LIMIT ${ACTIVITIES_SHOWN + 1}`;
}
