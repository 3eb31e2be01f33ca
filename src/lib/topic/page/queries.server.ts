import { readsContent, teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { ActivityFacts, ActivityKind } from '$lib/activity/kinds';
import type { HalfVotes } from '$lib/ballot/count/turnout';
import { notFound } from '$lib/platform/errors';
import { readComments } from '$lib/comment/queries.server';
import { takesNewThings } from '$lib/cohort/life';
import { isInPool, type CohortState, type TopicFormat, type TopicState } from '../life';
import type { TopicPractice } from '$lib/practice/list/schema';
import { mayCreate as mayRecord } from '$lib/practice/policy';
import { courseOf, type TopicCourse } from '../course/queries.server';
import { shapeMerge, type MergeRow } from '../merge/queries.server';
import * as policy from '../policy';
import type { PageInput } from '../schema';

export interface PassportEntry {
  id: string;
  at: string;
  kind: ActivityKind;
  actorName: string | null;
  facts: ActivityFacts;
  /** How it fared in the ballot of this step; null elsewhere, and for whoever may not read ballots. */
  votes: { approvals: HalfVotes; answered: HalfVotes; electorate: 'teams' | 'persons' } | null;
}

interface TopicRow {
  cohortState: CohortState;
  timeZone: string;
  topic: {
    id: string;
    teamId: string;
    teamName: string;
    state: TopicState;
    question: string;
    about: string;
    whyNow: string;
    bringsCase: string;
    bringsFailure: string;
    bringsExpert: string;
    needs: boolean;
    offers: boolean;
    tags: string[];
    minutes: number | null;
    format: TopicFormat;
    version: number;
    supportCount: number;
    commentCount: number;
    createdAt: string;
    proposedAt: string | null;
    changedAt: string;
    isPinned: boolean;
    isFollowed: boolean;
    proposedBy: { name: string; membershipId: string | null } | null;
    enteredByName: string | null;
  };
  mergedInto: { id: string; question: string } | null;
  united: { id: string; question: string; teamId: string; teamName: string }[];
  supporters: { id: string; name: string }[];
  merges: MergeRow[];
  passport: PassportEntry[];
  /** Examples that began with it, or with a topic that was merged into it. */
  practices: TopicPractice[];
  course: TopicCourse;
  notes: { id: string; body: string; at: string; authorName: string | null }[];
  guests: { membershipId: string; name: string }[];
  experts: { membershipId: string; name: string }[];
}

/** The steps at which a ballot's result is known. */
const decidedKinds: ActivityKind[] = [
  'topic_chosen_provisionally',
  'topic_carried_over_provisionally',
  'topic_chosen',
  'topic_carried_over',
];

/** What belongs into a topic's passport: its way, not its conversation. */
const passportKinds: ActivityKind[] = [
  'topic_proposed',
  'topic_entered',
  'topic_confirmed',
  'topic_withdrawn',
  'topic_reopened',
  'topic_merged',
  'merge_undone',
  'topic_on_ballot',
  ...decidedKinds,
  'topic_scheduled',
  'topic_rescheduled',
  'topic_unscheduled',
  'topic_worked_on',
  'topic_work_taken_back',
  'topic_left_out',
  'topic_outcome_told',
  'topic_outcome_corrected',
  'topic_returned',
  'topic_return_taken_back',
];

/** Everything about one topic but its comments, in one statement. */
async function readTopic({ db, actor }: PersonScope, { cohortId, topicId }: PageInput) {
  const accountId = actor.accountId;
  const [found] = await db.$queryRaw<{ row: TopicRow }[]>`
    WITH RECURSIVE united AS (
      SELECT id, question, "teamId", 0 AS depth FROM topic WHERE id = ${topicId}::uuid
      UNION ALL
      SELECT t.id, t.question, t."teamId", u.depth + 1
        FROM topic t JOIN united u ON t."mergedIntoId" = u.id
    )
    SELECT json_build_object(
      'cohortState', c.state, 'timeZone', c."timeZone",
      'topic', json_build_object('id', t.id, 'teamId', t."teamId", 'teamName', team.name,
        'state', t.state, 'question', t.question, 'about', t.about, 'whyNow', t."whyNow",
        'bringsCase', t."bringsCase", 'bringsFailure', t."bringsFailure",
        'bringsExpert', t."bringsExpert", 'needs', t.needs, 'offers', t.offers, 'tags', t.tags,
        'minutes', t.minutes, 'format', t.format, 'version', t.version,
        'supportCount', t."supportCount", 'commentCount', t."commentCount",
        'createdAt', t."createdAt", 'proposedAt', t."proposedAt", 'changedAt', t."changedAt",
        'isPinned', t."pinnedAt" IS NOT NULL,
        'isFollowed', EXISTS (SELECT 1 FROM follow f
           WHERE f."topicId" = t.id AND f."accountId" = ${accountId}::uuid),
        'proposedBy', CASE WHEN p.id IS NOT NULL THEN json_build_object('name', p.name,
           'membershipId', (SELECT m.id FROM membership m WHERE m."accountId" = p.id
              AND m."cohortId" = t."cohortId" ORDER BY m."teamId" IS NULL, m.id LIMIT 1)) END,
        'enteredByName', e.name),
      'mergedInto', (SELECT json_build_object('id', into_t.id, 'question', into_t.question)
         FROM topic into_t WHERE into_t.id = t."mergedIntoId"),
      'united', (SELECT coalesce(json_agg(json_build_object('id', u.id, 'question', u.question,
           'teamId', u."teamId", 'teamName', ut.name) ORDER BY u.depth, u.id), '[]')
         FROM united u JOIN team ut ON ut.id = u."teamId" WHERE u.depth > 0),
      'supporters', (SELECT coalesce(json_agg(json_build_object('id', st.id, 'name', st.name)
           ORDER BY st.name), '[]') FROM team st
         WHERE st.id IN (SELECT s."teamId" FROM support s JOIN united u ON u.id = s."topicId"
                         UNION SELECT u."teamId" FROM united u) AND st.id <> t."teamId"),
      'merges', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'state', g.state,
           'reason', g.reason, 'createdAt', g."createdAt", 'proposedByName', gp.name,
           'from', json_build_object('id', f.id, 'question', f.question, 'state', f.state,
              'teamId', f."teamId", 'teamName', ft.name),
           'into', json_build_object('id', i.id, 'question', i.question, 'state', i.state,
              'teamId', i."teamId", 'teamName', it.name),
           'consents', (SELECT coalesce(json_agg(json_build_object('teamId', mc."teamId",
                'teamName', ct.name, 'agrees', mc.agrees, 'at', mc.at, 'byId', mc."byId",
                'byName', ca.name)), '[]')
              FROM merge_consent mc JOIN team ct ON ct.id = mc."teamId"
              LEFT JOIN account ca ON ca.id = mc."byId" WHERE mc."mergeId" = g.id))
           ORDER BY g."createdAt" DESC), '[]')
         FROM merge g JOIN topic f ON f.id = g."fromId" JOIN team ft ON ft.id = f."teamId"
         JOIN topic i ON i.id = g."intoId" JOIN team it ON it.id = i."teamId"
         LEFT JOIN account gp ON gp.id = g."proposedById"
        WHERE (g."fromId" = t.id OR g."intoId" = t.id) AND g.state IN ('proposed', 'merged')),
      'passport', (SELECT coalesce(json_agg(json_build_object('id', v.id, 'at', v.at, 'kind', v.kind,
           'actorName', va.name, 'facts', v.facts, 'votes', fared.votes) ORDER BY v.at, v.id), '[]')
         FROM activity v LEFT JOIN account va ON va.id = v."actorId"
         LEFT JOIN LATERAL (
           SELECT json_build_object('approvals', place -> 'approvals',
                    'answered', b.result -> 'turnout' -> 'answered', 'electorate', b.electorate) AS votes
             FROM ballot b
             JOIN ballot_option o ON o."ballotId" = b.id AND o."topicId" = t.id
            CROSS JOIN jsonb_array_elements(b.result -> 'ranking') place
            WHERE v.kind = ANY (${decidedKinds}) AND b.id = (v.facts ->> 'ballotId')::uuid
              AND place ->> 'optionId' = o.id::text
              AND place -> 'approvals' IS NOT NULL) fared ON true
        WHERE v."cohortId" = t."cohortId" AND v.kind = ANY (${passportKinds})
          AND (v."subjectId" = t.id
               OR (v."subjectId" IN (SELECT g."fromId" FROM merge g WHERE g."intoId" = t.id)
                   AND v.kind IN ('topic_merged', 'merge_undone')
                   AND v.facts ->> 'intoId' = t.id::text))),
      'practices', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'gist', x.gist, 'kind', x.kind,
           'teamName', x.name, 'isShown', x.shown, 'shownAt', x.at) ORDER BY x.shown DESC, x.gist), '[]') FROM (
         SELECT r."practiceId" AS id, r.gist, r.kind, n.name, true AS shown, r."firstAt" AS at
           FROM practice_release r JOIN team n ON n.id = r."teamId"
          WHERE r.rung = 'cohort' AND r."practiceId" = ANY
                (app.practices_of_topics(ARRAY(SELECT u.id FROM united u)))
         UNION ALL
         SELECT q.id, q.content ->> 'gist', q.content ->> 'kind', n.name, false, NULL
           FROM practice q JOIN team n ON n.id = q."teamId"
          WHERE q."topicId" IN (SELECT u.id FROM united u) AND q."discardedAt" IS NULL
            AND NOT EXISTS (SELECT 1 FROM practice_release r
                             WHERE r."practiceId" = q.id AND r.rung = 'cohort')) x),
      'course', ${courseOf({ cohortId, topicId })},
      'notes', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'body', n.body,
           'at', n."createdAt", 'authorName', na.name) ORDER BY n."createdAt"), '[]')
         FROM topic_note n LEFT JOIN account na ON na.id = n."authorId" WHERE n."topicId" = t.id),
      'guests', (SELECT coalesce(json_agg(json_build_object('membershipId', gm.id, 'name', ga.name)
           ORDER BY ga.name), '[]')
         FROM topic_guest tg JOIN membership gm ON gm.id = tg."membershipId"
         JOIN account ga ON ga.id = gm."accountId"
        WHERE tg."topicId" = t.id AND gm."endedAt" IS NULL),
      'experts', (SELECT coalesce(json_agg(json_build_object('membershipId', xm.id, 'name', xa.name)
           ORDER BY xa.name), '[]')
         FROM membership xm JOIN account xa ON xa.id = xm."accountId"
        WHERE xm."cohortId" = t."cohortId" AND xm.role = 'expert' AND xm."endedAt" IS NULL)
      ) AS row
      FROM topic t
      JOIN cohort c ON c.id = t."cohortId"
      JOIN team ON team.id = t."teamId"
      LEFT JOIN account p ON p.id = t."proposedById"
      LEFT JOIN account e ON e.id = t."enteredById"
     WHERE t.id = ${topicId}::uuid AND t."cohortId" = ${cohortId}::uuid`;
  if (!found) throw notFound();
  return found.row;
}

/** All that a topic's page shows, and what its reader may do there. */
export async function page(scope: PersonScope, input: PageInput) {
  const { actor, clock } = scope;
  ensure(policy.mayRead(actor, input));
  const row = await readTopic(scope, input);
  const { topic, cohortState, timeZone, experts, ...rest } = row;
  const cohort = { cohortId: input.cohortId, cohortState };
  const facts: policy.TopicFacts = { ...cohort, teamId: topic.teamId, state: topic.state };
  const subject = {
    cohortId: input.cohortId,
    topicId: input.topicId,
    practiceId: null,
    workshopId: null,
  };
  const discussion = await readComments(scope, { ...input, ...subject }, cohort);
  const ownTeam = teamOf(actor, input.cohortId);
  const isAllowed = (may: (a: typeof actor, f: policy.TopicFacts) => { isAllowed: boolean }) =>
    may(actor, facts).isAllowed;
  const mayInviteGuests = isAllowed(policy.mayInviteGuests);
  const mayModerate = isAllowed(policy.mayModerate);
  const isArchived = cohortState === 'archived';
  const hasMergeRunning = row.merges.some((merge) => merge.state === 'proposed');
  return {
    topic,
    ...rest,
    // Whom one could invite, only those who may invite need to know.
    experts: mayInviteGuests ? experts : [],
    notes: mayModerate ? row.notes : null,
    merges: row.merges.map((merge) =>
      shapeMerge(merge, { actor, cohort, timeZone, now: clock.now() }),
    ),
    discussion,
    isOwn: topic.teamId === ownTeam,
    isSupported: row.supporters.some((team) => team.id === ownTeam),
    /** Whether the own team proposed a topic that was merged into this one. */
    isUnitedWithOwn: row.united.some((topic) => topic.teamId === ownTeam),
    may: {
      change: isAllowed(policy.mayChange),
      confirm: isAllowed(policy.mayConfirm),
      discard: isAllowed(policy.mayDiscard),
      withdraw: isAllowed(policy.mayWithdraw),
      reopen: isAllowed(policy.mayReopen),
      support: isAllowed(policy.maySupport),
      comment: isAllowed(policy.mayComment),
      moderate: mayModerate && !isArchived,
      follow: !isArchived,
      inviteGuests: mayInviteGuests,
      propose: topic.state === 'draft' && isAllowed(policy.mayChange),
      record: mayRecord(actor, cohort).isAllowed,
      readHistory: isAllowed(policy.mayReadHistory),
      readBallots: readsContent(actor, input.cohortId),
      merge:
        mayModerate && takesNewThings(cohortState) && isInPool(topic.state) && !hasMergeRunning,
    },
  };
}

export type TopicPage = Awaited<ReturnType<typeof page>>;
