import type { Scope } from '$lib/access/scope.server';
import type { TopicState } from '../life';

/** A topic as a programme names it. */
export interface ProgrammeTopic {
  id: string;
  question: string;
  state: TopicState;
  teamName: string;
  /** The team that proposed it, and those whose topics were merged with it. */
  teamIds: string[];
}

/** Those of these topics that the actor may read. */
export const topicsOfProgramme = (
  { db }: Scope,
  cohortId: string,
  topicIds: readonly string[],
): Promise<ProgrammeTopic[]> =>
  db.$queryRaw<ProgrammeTopic[]>`
    WITH RECURSIVE united AS (
      SELECT t.id AS root, t.id, t."teamId" FROM topic t
       WHERE t."cohortId" = ${cohortId}::uuid AND t.id = ANY (${topicIds}::uuid[])
         AND t.state NOT IN ('draft', 'unconfirmed')
      UNION ALL
      SELECT u.root, t.id, t."teamId" FROM topic t JOIN united u ON t."mergedIntoId" = u.id
    )
    SELECT t.id, t.question, t.state::text AS state, team.name AS "teamName",
           ARRAY(SELECT DISTINCT u."teamId" FROM united u WHERE u.root = t.id)::text[] AS "teamIds"
      FROM topic t JOIN team ON team.id = t."teamId"
     WHERE t.id IN (SELECT root FROM united)`;

/** A topic that a vote has chosen, as the programme of one workshop has to answer for it. */
export interface TopicToPlace {
  id: string;
  question: string;
  teamName: string;
  decidedMinutes: number | null;
  isElsewhere: boolean;
  hadSlot: boolean;
}

/** Chosen topics without a place yet, and those that the published programme of this workshop has. For moderators. */
export const topicsToPlace = (
  { db }: Scope,
  { cohortId, workshopId }: { cohortId: string; workshopId: string },
): Promise<TopicToPlace[]> =>
  db.$queryRaw<TopicToPlace[]>`
    SELECT * FROM (
      SELECT t.id, t.question, t.state, team.name AS "teamName",
             (SELECT o.minutes FROM ballot_option o
                JOIN decision d ON d."ballotId" = o."ballotId"
                JOIN decision_item i ON i."optionId" = o.id AND i."isChosen"
               WHERE o."topicId" = t.id ORDER BY d."decidedAt" DESC LIMIT 1) AS "decidedMinutes",
             EXISTS (SELECT 1 FROM topic_slot s WHERE s."topicId" = t.id AND s.minutes > 0
                        AND s."workshopId" = ${workshopId}::uuid) AS "hadSlot",
             -- What a workshop held before has had, was chosen in an earlier round.
             EXISTS (SELECT 1 FROM topic_slot s JOIN workshop w ON w.id = s."workshopId"
                      WHERE s."topicId" = t.id AND s.minutes > 0 AND w.state IN ('planned', 'fixed')
                        AND s."workshopId" <> ${workshopId}::uuid)
             OR EXISTS (SELECT 1 FROM agenda a JOIN workshop w ON w.id = a."workshopId",
                               jsonb_array_elements(a.content->'items') item
                         WHERE a."cohortId" = t."cohortId" AND a."workshopId" <> ${workshopId}::uuid
                           AND w.state IN ('planned', 'fixed') AND item->>'topicId' = t.id::text
                           AND item->>'dayId' IS NOT NULL) AS "isElsewhere"
        FROM topic t JOIN team ON team.id = t."teamId"
       WHERE t."cohortId" = ${cohortId}::uuid AND t.state IN ('chosen', 'scheduled')) found
     WHERE found.state = 'chosen' OR found."hadSlot"
     ORDER BY found.question`;
