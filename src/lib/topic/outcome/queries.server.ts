import type { PersonScope } from '$lib/access/scope.server';
import { isModerator } from '$lib/access/actor';
import type { AgreementState } from '$lib/agreement/schema';
import type { ReactionAnswer } from '$lib/day/schema';
import { notFound } from '$lib/platform/errors';
import { toPlainText } from '$lib/platform/rich-text.server';
import type { WorkshopKind } from '$lib/workshop/schema';
import { Prisma } from '../../../generated/prisma/client';
import type { CohortState, TopicState } from '../life';
import type { OutcomeAnswer } from './answer';
import * as policy from './policy';
import type { WorkshopRef } from './schema';

/** What was told of a topic, one version of it. */
export interface ToldOutcome {
  version: number;
  answer: OutcomeAnswer;
  body: string;
  toldAt: string;
  byName: string | null;
}

export interface OutcomeDraft {
  answer: OutcomeAnswer | null;
  body: string;
  version: number;
  changedAt: string;
  byName: string | null;
}

/** A topic that a workshop has worked on, with what came of it. */
interface OutcomeTopic {
  id: string;
  question: string;
  state: TopicState;
  teamId: string;
  teamName: string;
  /** The newest first. */
  told: ToldOutcome[];
  /** For moderators alone. */
  draft: OutcomeDraft | null;
  reactions: { teamName: string; answer: ReactionAnswer; sentence: string; at: string }[];
  /** What was noted down on the day, while it was worked on. */
  notes: { id: string; body: string; authorName: string | null }[];
  agreements: { id: string; what: string; state: AgreementState }[];
  isReturned: boolean;
  /** What was told last of it, at whichever workshop. */
  lastAnswer: OutcomeAnswer | null;
}

/** A topic that a vote has chosen and no programme has a slot for. */
interface LeftTopic {
  id: string;
  question: string;
  state: TopicState;
  teamName: string;
  /** Why this workshop had no slot for it. */
  reason: string;
  /** The workshop in whose plan it stands, not published yet. */
  plannedIn: string | null;
  isReturned: boolean;
}

interface Row {
  cohortState: CohortState;
  workshop: {
    id: string;
    title: string;
    kind: WorkshopKind;
    number: number | null;
    state: policy.OutcomeFacts['workshopState'];
  };
  topics: OutcomeTopic[];
  left: LeftTopic[];
}

/** Everything that a workshop has worked on, and what came of it; in one statement. */
async function readOutcomes({ db }: PersonScope, ref: WorkshopRef): Promise<Row> {
  const { cohortId, workshopId } = ref;
  const [found] = await db.$queryRaw<{ row: Row }[]>`
    WITH programme AS (
      SELECT item ->> 'id' AS item, item ->> 'topicId' AS topic, place
        FROM agenda_version v,
             jsonb_array_elements(v.content -> 'items') WITH ORDINALITY AS items(item, place)
       WHERE v."workshopId" = ${workshopId}::uuid AND v.version =
             (SELECT max(version) FROM agenda_version WHERE "workshopId" = ${workshopId}::uuid))
    SELECT jsonb_build_object(
      'cohortState', c.state,
      'workshop', jsonb_build_object('id', w.id, 'title', w.title, 'kind', w.kind, 'number', w.number,
                                     'state', w.state),
      'topics', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'question', t.question,
          'state', t.state, 'teamId', t."teamId", 'teamName', team.name,
          'isReturned', t."returnedFrom" IS NOT NULL,
          'lastAnswer', (SELECT o.answer FROM topic_outcome o WHERE o."topicId" = t.id
                          ORDER BY o."toldAt" DESC, o.version DESC LIMIT 1),
          'told', (SELECT coalesce(jsonb_agg(jsonb_build_object('version', o.version, 'answer', o.answer,
              'body', o.body, 'toldAt', o."toldAt", 'byName', a.name) ORDER BY o.version DESC), '[]')
             FROM topic_outcome o LEFT JOIN account a ON a.id = o."toldById"
            WHERE o."topicId" = t.id AND o."workshopId" = w.id),
          'draft', (SELECT jsonb_build_object('answer', d.answer, 'body', d.body, 'version', d.version,
              'changedAt', d."changedAt", 'byName', a.name)
             FROM topic_outcome_draft d LEFT JOIN account a ON a.id = d."changedById"
            WHERE d."topicId" = t.id AND d."workshopId" = w.id),
          'reactions', (SELECT coalesce(jsonb_agg(jsonb_build_object('teamName', rt.name, 'answer', r.answer,
              'sentence', r.sentence, 'at', r.at) ORDER BY rt.name), '[]')
             FROM topic_reaction r JOIN team rt ON rt.id = r."teamId"
            WHERE r."topicId" = t.id AND r."workshopId" = w.id),
          'notes', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'body', n.body,
              'authorName', a.name) ORDER BY n."createdAt", n.id), '[]')
             FROM block_note n LEFT JOIN account a ON a.id = n."authorId"
            WHERE n."workshopId" = w.id
              AND n."itemId"::text IN (SELECT item FROM programme WHERE topic = t.id::text)),
          'agreements', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'what', g.what,
              'state', g.state) ORDER BY g."createdAt", g.id), '[]')
             FROM agreement g WHERE g."topicId" = t.id AND g."workshopId" = w.id))
          ORDER BY (SELECT min(place) FROM programme WHERE topic = t.id::text), t.question), '[]')
         FROM topic t JOIN team ON team.id = t."teamId"
        WHERE t."cohortId" = w."cohortId"
          AND (EXISTS (SELECT 1 FROM topic_slot s WHERE s."topicId" = t.id AND s."workshopId" = w.id
                          AND s.minutes > 0)
               OR EXISTS (SELECT 1 FROM topic_outcome o WHERE o."topicId" = t.id
                             AND o."workshopId" = w.id))),
      'left', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'question', t.question,
          'state', t.state, 'teamName', team.name, 'isReturned', t."returnedFrom" IS NOT NULL,
          'reason', coalesce((SELECT s.reason FROM topic_slot s WHERE s."topicId" = t.id
                                 AND s."workshopId" = w.id), ''),
          'plannedIn', (SELECT p.title FROM agenda g JOIN workshop p ON p.id = g."workshopId",
                               jsonb_array_elements(g.content -> 'items') item
                         WHERE g."cohortId" = w."cohortId" AND p.state IN ('planned', 'fixed')
                           AND item ->> 'topicId' = t.id::text AND item ->> 'dayId' IS NOT NULL LIMIT 1))
          ORDER BY t.question), '[]')
         FROM topic t JOIN team ON team.id = t."teamId"
        WHERE t."cohortId" = w."cohortId"
          AND (t.state = 'chosen' OR (t.state = 'carried_over' AND t."returnedFrom" = 'chosen')))) AS row
      FROM workshop w JOIN cohort c ON c.id = w."cohortId"
     WHERE w.id = ${workshopId}::uuid AND w."cohortId" = ${cohortId}::uuid`;
  if (!found) throw notFound();
  return found.row;
}

/**
 * What a workshop has worked on and what came of it; for moderators, with what they write. Who reads a workshop
 * and its topics, the database says.
 */
export async function outcomesOfWorkshop(scope: PersonScope, ref: WorkshopRef) {
  const { actor } = scope;
  const { cohortId } = ref;
  const { cohortState, workshop, topics, left } = await readOutcomes(scope, ref);
  const facts = { cohortId, cohortState, workshopState: workshop.state };
  const mayWrite = policy.mayWrite(actor, facts).isAllowed;
  const ways = (topic: Pick<OutcomeTopic, 'state' | 'isReturned' | 'lastAnswer'>) => {
    const { state, isReturned, lastAnswer: answer } = topic;
    const asked = { ...facts, state, isReturned, answer };
    return {
      mayReturn: policy.mayReturn(actor, asked).isAllowed,
      mayTakeFromPool: policy.mayTakeFromPool(actor, asked).isAllowed,
    };
  };
  return {
    workshop,
    topics: topics.map((topic) => {
      const basis = topic.draft ?? topic.told[0];
      return {
        ...topic,
        ...ways(topic),
        /** For a form without script. */
        plain: mayWrite ? toPlainText(basis?.body ?? '') : '',
      };
    }),
    // What had no slot, moderators decide about; members read it in the topic's passport.
    left:
      isModerator(actor, cohortId) && workshop.state === 'held'
        ? left.map((topic) => ({ ...topic, ...ways({ ...topic, lastAnswer: null }) }))
        : [],
    may: { write: mayWrite, moderate: isModerator(actor, cohortId) },
  };
}

export type OutcomesOfWorkshop = Awaited<ReturnType<typeof outcomesOfWorkshop>>;
export type ShownOutcome = OutcomesOfWorkshop['topics'][number];

/** Workshops of this cohort that are over, with how many of their topics lack an outcome; for their moderators. */
export const withoutOutcome = (cohortId: string): Prisma.Sql => Prisma.sql`(
  SELECT w.id, w.title, count(*)
    FROM workshop w JOIN topic_slot s ON s."workshopId" = w.id AND s.minutes > 0
    JOIN cohort c ON c.id = w."cohortId"
   WHERE w."cohortId" = ${cohortId}::uuid AND w.state = 'held' AND c.state <> 'archived'
     AND w."cohortId" = ANY (app.my_cohorts_as('moderator'))
     AND NOT EXISTS (SELECT 1 FROM topic_outcome o
                      WHERE o."workshopId" = w.id AND o."topicId" = s."topicId")
   GROUP BY w.id, w.title)`;
