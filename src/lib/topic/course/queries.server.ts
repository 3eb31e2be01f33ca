import type { AgreementState } from '$lib/agreement/schema';
import type { ReactionAnswer } from '$lib/day/schema';
import type { WorkshopKind } from '$lib/workshop/schema';
import { Prisma } from '../../../generated/prisma/client';
import type { ToldOutcome } from '../outcome/queries.server';
import type { TopicRef } from '../schema';

/** What came of a topic at one workshop. */
export interface OutcomeAtWorkshop {
  workshop: { id: string; title: string; kind: WorkshopKind; number: number | null };
  /** The newest first. */
  told: ToldOutcome[];
}

export interface ReactionAtWorkshop {
  workshopId: string;
  workshopTitle: string;
  teamName: string;
  answer: ReactionAnswer;
  sentence: string;
  at: string;
}

export interface AgreementOfTopic {
  id: string;
  what: string;
  state: AgreementState;
  at: string;
  /** Where it was made. */
  workshopId: string | null;
}

/** Where the minutes of a workshop say what came of a topic. */
export interface TopicInProceedings {
  workshopId: string;
  workshopTitle: string;
  sectionId: string;
  /** When they were published first. */
  at: string;
}

/** What the workshops have made of a topic. */
export interface TopicCourse {
  /** The newest first. */
  outcomes: OutcomeAtWorkshop[];
  reactions: ReactionAtWorkshop[];
  agreements: AgreementOfTopic[];
  /** How many notes were taken while it was worked on, by workshop. */
  notes: { workshopId: string; count: number }[];
  proceedings: TopicInProceedings[];
}

/** A TopicCourse, as far as the reader finds it (guests read no agreements): part of the page's one statement. */
export const courseOf = ({ cohortId, topicId }: TopicRef): Prisma.Sql => Prisma.sql`(
    WITH at AS (SELECT ${topicId}::uuid AS topic, ${cohortId}::uuid AS cohort),
    -- Every item that ever stood in a programme for this topic.
    item AS (
      SELECT DISTINCT v."workshopId", (i ->> 'id')::uuid AS id
        FROM at, agenda_version v, jsonb_array_elements(v.content -> 'items') i
       WHERE v."workshopId" IN (SELECT "workshopId" FROM topic_slot WHERE "topicId" = at.topic)
         AND i ->> 'topicId' = at.topic::text)
    SELECT jsonb_build_object(
      'outcomes', (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'workshop', jsonb_build_object('id', w.id, 'title', w.title, 'kind', w.kind, 'number', w.number),
          'told', o.told) ORDER BY o.latest DESC), '[]')
         FROM (SELECT t."workshopId", max(t."toldAt") AS latest,
                      jsonb_agg(jsonb_build_object('version', t.version, 'answer', t.answer, 'body', t.body,
                        'toldAt', t."toldAt", 'byName', a.name) ORDER BY t.version DESC) AS told
                 FROM topic_outcome t LEFT JOIN account a ON a.id = t."toldById"
                WHERE t."topicId" = at.topic GROUP BY t."workshopId") o
         JOIN workshop w ON w.id = o."workshopId"),
      'reactions', (SELECT coalesce(jsonb_agg(jsonb_build_object('workshopId', w.id, 'workshopTitle', w.title,
          'teamName', n.name, 'answer', r.answer, 'sentence', r.sentence, 'at', r.at) ORDER BY r.at), '[]')
         FROM topic_reaction r JOIN workshop w ON w.id = r."workshopId" JOIN team n ON n.id = r."teamId"
        WHERE r."topicId" = at.topic),
      'agreements', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'what', g.what,
          'state', g.state, 'at', g."createdAt", 'workshopId', g."workshopId") ORDER BY g."createdAt", g.id), '[]')
         FROM agreement g
        WHERE g."cohortId" = at.cohort
          AND (g."topicId" = at.topic OR (g."workshopId", g."itemId") IN (SELECT * FROM item))),
      'notes', (SELECT coalesce(jsonb_agg(jsonb_build_object('workshopId', s."workshopId", 'count', s.count)), '[]')
         FROM (SELECT n."workshopId", count(*) FROM block_note n
                WHERE (n."workshopId", n."itemId") IN (SELECT * FROM item)
                GROUP BY n."workshopId") s),
      'proceedings', (SELECT coalesce(jsonb_agg(jsonb_build_object('workshopId', w.id, 'workshopTitle', w.title,
          'sectionId', p."sectionId", 'at', p."firstAt")), '[]')
         FROM (SELECT DISTINCT ON (v."workshopId") v."workshopId", s.section ->> 'id' AS "sectionId", f."firstAt"
                 FROM (SELECT "workshopId", max(version) AS newest, min("publishedAt") AS "firstAt"
                         FROM proceedings_version WHERE "workshopId" IN (SELECT "workshopId" FROM item)
                        GROUP BY "workshopId") f
                 JOIN proceedings_version v ON v."workshopId" = f."workshopId" AND v.version = f.newest,
                      jsonb_array_elements(v.content -> 'sections') WITH ORDINALITY s (section, place)
                WHERE s.section -> 'item' ->> 'topicId' = at.topic::text
                ORDER BY v."workshopId", s.place) p
         JOIN workshop w ON w.id = p."workshopId"))
      FROM at)`;
