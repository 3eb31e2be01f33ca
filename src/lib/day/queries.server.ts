import { teamOf, type Locale } from '$lib/access/actor';
import type { PersonScope } from '$lib/access/scope.server';
import type { AgendaItem } from '$lib/agenda/document';
import { listMethods } from '$lib/agenda/method/queries.server';
import { onPresentDays, type PublishedAgenda } from '$lib/agenda/published';
import { storedAgenda } from '$lib/agenda/queries.server';
import type { Day } from '$lib/agenda/timing';
import { openAgreements } from '$lib/agreement/queries.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import type { TopicState } from '$lib/topic/life';
import { Prisma } from '../../generated/prisma/client';
import { endings, type Ending } from './held/endings';
import * as policy from './policy';
import type { DayFacts } from './policy';
import type { RunEvent } from './run';
import type { DayRef, ReactionAnswer, TopicRef } from './schema';

const factsQuery = ({ clock }: PersonScope, { cohortId, workshopId }: DayRef) => Prisma.sql`
  SELECT w."cohortId", c.state::text AS "cohortState", w.state::text AS "workshopState",
         coalesce((SELECT max(d.date) <= (${clock.now()}::timestamptz AT TIME ZONE c."timeZone")::date
            FROM workshop_day d WHERE d."workshopId" = w.id), false) AS "hasBegunLastDay"
    FROM workshop w JOIN cohort c ON c.id = w."cohortId"
   WHERE w.id = ${workshopId}::uuid AND w."cohortId" = ${cohortId}::uuid`;

/** What decides who may do what; a foreign workshop is not found. */
export async function dayFacts(scope: PersonScope, ref: DayRef): Promise<DayFacts> {
  const [facts] = await scope.db.$queryRaw<DayFacts[]>(factsQuery(scope, ref));
  if (!facts) throw notFound();
  return facts;
}

/** The same, the workshop locked until the transaction ends: for those who run it, others do not find it. */
export async function lockDay(scope: PersonScope, ref: DayRef): Promise<DayFacts> {
  const [facts] = await scope.db.$queryRaw<DayFacts[]>(
    Prisma.sql`${factsQuery(scope, ref)} FOR UPDATE OF w`,
  );
  if (!facts) throw notFound();
  return facts;
}

/** A topic that the workshop works on: it has a slot, or stands in the programme. */
export async function topicOfDay(db: Db, { cohortId, workshopId, topicId }: TopicRef) {
  const [topic] = await db.$queryRaw<{ teamId: string }[]>`
    SELECT t."teamId" FROM topic t
     WHERE t.id = ${topicId}::uuid AND t."cohortId" = ${cohortId}::uuid
       AND (EXISTS (SELECT 1 FROM topic_slot s
                     WHERE s."topicId" = t.id AND s."workshopId" = ${workshopId}::uuid)
            OR EXISTS (SELECT 1 FROM agenda_version v
                        WHERE v."workshopId" = ${workshopId}::uuid
                          AND v.content @> jsonb_build_object('items',
                                jsonb_build_array(jsonb_build_object('topicId', t.id)))))`;
  if (!topic) throw notFound();
  return topic;
}

export interface ShownTap extends RunEvent {
  byName: string | null;
}

interface Written {
  id: string;
  body: string;
  version: number;
  createdAt: string;
  authorName: string | null;
  isOwn: boolean;
}

export interface ShownNote extends Written {
  itemId: string;
}

export interface ShownParked extends Written {
  itemId: string | null;
  team: { id: string; name: string } | null;
  topicId: string | null;
}

export interface ShownReaction {
  teamId: string;
  answer: ReactionAnswer;
  sentence: string;
  version: number;
}

export interface DayTopic {
  id: string;
  question: string;
  state: TopicState;
  teamId: string;
  teamName: string;
  reactions: ShownReaction[];
}

interface DayRow extends DayFacts {
  workshop: {
    id: string;
    title: string;
    number: number | null;
    place: string;
    onlineUrl: string;
    /** Why it does not take place. */
    cancelReason: string;
  };
  heldAt: string | null;
  programme: PublishedAgenda | null;
  /** As the workshop has them now: it may have been put off since the programme was published. */
  days: Pick<Day, 'id' | 'date'>[];
  taps: ShownTap[];
  notes: ShownNote[];
  parked: ShownParked[];
  topics: DayTopic[];
  people: Record<string, string>;
  practices: { id: string; gist: string }[];
  consultationIds: string[];
  files: { id: string; name: string }[];
}

/** All ids that the newest programme names under this key. */
const named = (key: string) => Prisma.sql`
  (SELECT (i->>${key}::text)::uuid FROM programme, jsonb_array_elements(content->'items') i
    WHERE i->>${key}::text IS NOT NULL)`;

/** Everything about a workshop's day, for everyone who is there; in one statement. */
async function readDay(scope: PersonScope, ref: DayRef): Promise<DayRow> {
  const { db, actor } = scope;
  const { workshopId } = ref;
  const isOwn = Prisma.sql`e."authorId" IS NOT DISTINCT FROM ${actor.accountId}::uuid`;
  const [found] = await db.$queryRaw<{ row: DayRow }[]>`
    WITH facts AS (${factsQuery(scope, ref)}),
    programme AS (SELECT content FROM agenda_version WHERE "workshopId" = ${workshopId}::uuid
                   ORDER BY version DESC LIMIT 1)
    SELECT to_jsonb(f) || jsonb_build_object(
      'workshop', jsonb_build_object('id', w.id, 'title', w.title, 'number', w.number,
                                     'place', w.place, 'onlineUrl', w."onlineUrl",
                                     'cancelReason', w."cancelReason"),
      'heldAt', to_char(w."heldAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'programme', (SELECT content FROM programme),
      'days', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'date', d.date)), '[]')
         FROM workshop_day d WHERE d."workshopId" = w.id),
      'taps', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'itemId', e."itemId",
          'otherItemId', e."otherItemId", 'minutes', e.minutes, 'undoneId', e."undoneId", 'byName', a.name,
          'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY e.at, e.id), '[]')
         FROM run_event e LEFT JOIN account a ON a.id = e."byId" WHERE e."workshopId" = w.id),
      'notes', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'itemId', e."itemId", 'body', e.body,
          'version', e.version, 'createdAt', e."createdAt", 'authorName', a.name, 'isOwn', ${isOwn})
          ORDER BY e."createdAt", e.id), '[]')
         FROM block_note e LEFT JOIN account a ON a.id = e."authorId" WHERE e."workshopId" = w.id),
      'parked', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'itemId', e."itemId", 'body', e.body,
          'version', e.version, 'createdAt', e."createdAt", 'authorName', a.name, 'isOwn', ${isOwn},
          'topicId', e."topicId",
          'team', CASE WHEN t.id IS NOT NULL THEN jsonb_build_object('id', t.id, 'name', t.name) END)
          ORDER BY e."createdAt", e.id), '[]')
         FROM parking_entry e LEFT JOIN account a ON a.id = e."authorId" LEFT JOIN team t ON t.id = e."teamId"
        WHERE e."workshopId" = w.id),
      'topics', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'question', t.question,
          'state', t.state, 'teamId', t."teamId", 'teamName', team.name,
          'reactions', (SELECT coalesce(jsonb_agg(jsonb_build_object('teamId', r."teamId", 'answer', r.answer,
              'sentence', r.sentence, 'version', r.version)), '[]')
             FROM topic_reaction r WHERE r."topicId" = t.id AND r."workshopId" = w.id))), '[]')
         FROM topic t JOIN team ON team.id = t."teamId" WHERE t.id IN ${named('topicId')}),
      'people', (SELECT coalesce(jsonb_object_agg(m.id, a.name), '{}')
         FROM membership m JOIN account a ON a.id = m."accountId"
        WHERE m.id IN (SELECT p::uuid FROM programme, jsonb_array_elements(content->'items') i,
                              jsonb_array_elements_text((i->'responsibleIds') || (i->'expertIds')) p)),
      'practices', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r."practiceId", 'gist', r.gist)), '[]')
         FROM practice_release r
        WHERE r.rung = 'cohort' AND r."practiceId" IN ${named('practiceId')}),
      'consultationIds', (SELECT coalesce(jsonb_agg(k.id), '[]') FROM consultation k
        WHERE k.id IN ${named('consultationId')}),
      'files', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name)), '[]') FROM stored_file f
        WHERE f."cohortId" = w."cohortId"
          AND f.id IN (SELECT p::uuid FROM programme, jsonb_array_elements(content->'items') i,
                              jsonb_array_elements_text(i->'fileIds') p))) AS row
      FROM facts f JOIN workshop w ON w.id = ${workshopId}::uuid`;
  if (!found) throw notFound();
  return found.row;
}

/** The newest programme on the days as they are now. */
const presentProgramme = ({ programme, days }: DayRow): PublishedAgenda | null =>
  programme && onPresentDays(programme, days);

/** What was begun and not ended, as of now. */
export async function leftRunning(scope: PersonScope, ref: DayRef): Promise<Ending[]> {
  const row = await readDay(scope, ref);
  const programme = presentProgramme(row);
  return programme ? endings(programme, row.taps, scope.clock.now().getTime()) : [];
}

/** What those who lead an item want to have at hand. */
export interface Guide {
  goal: string;
  method: { name: string; steps: string[] } | null;
  material: string;
  notes: string;
}

/** From the plan as it stands, for moderators alone: by item. */
async function guides(
  scope: PersonScope,
  ref: DayRef,
  locale: Locale,
): Promise<Record<string, Guide>> {
  const { content } = await storedAgenda(scope.db, ref);
  const methods = new Map(
    (await listMethods(scope, ref, locale)).map(({ id, name, steps }) => [id, { name, steps }]),
  );
  const guideOf = ({ goal, methodId, material, notes }: AgendaItem): Guide => ({
    ...{ goal, material, notes },
    method: (methodId && methods.get(methodId)) || null,
  });
  return Object.fromEntries(content.items.map((item) => [item.id, guideOf(item)]));
}

/** The day as everyone sees it, with what the reader may do. */
export async function open(scope: PersonScope, ref: DayRef, locale: Locale) {
  const { actor, clock } = scope;
  const row = await readDay(scope, ref);
  const { taps, notes, parked, topics, workshop, workshopState, heldAt } = row;
  const programme = presentProgramme(row);
  const { people, practices, consultationIds, files } = row;
  const may = (decision: { isAllowed: boolean }) => decision.isAllowed;
  const mayRun = may(policy.mayRun(actor, row));
  return {
    ...{ workshop, workshopState, heldAt, programme, taps, people },
    ...{ practices, consultationIds, files },
    /** What opens the workshop; null for those who do not read agreements. */
    openAgreements: await openAgreements(scope, ref),
    guides: mayRun ? await guides(scope, ref, locale) : null,
    /** By which the device sets its own clock right. */
    serverTime: clock.now().toISOString(),
    teamId: teamOf(actor, ref.cohortId),
    notes: notes.map((note) => ({
      ...note,
      may: {
        change: note.isOwn && may(policy.mayWrite(actor, row)),
        remove: may(policy.mayRemove(actor, row, authorOf(actor.accountId, note))),
      },
    })),
    parked: parked.map((entry) => {
      const facts = {
        ...authorOf(actor.accountId, entry),
        teamId: entry.team?.id ?? null,
        topicId: entry.topicId,
      };
      return {
        ...entry,
        may: {
          change: may(policy.mayChange(actor, row, facts)),
          remove: may(policy.mayRemove(actor, row, facts)),
          propose: entry.topicId === null && may(policy.mayPropose(actor, row, facts)),
        },
      };
    }),
    topics: topics.map((topic) => ({
      ...topic,
      mayReact: may(policy.mayReact(actor, row, topic)),
    })),
    may: {
      run: mayRun,
      write: may(policy.mayWrite(actor, row)),
      hold: may(policy.mayHold(actor, row)),
      takeUpAgain: may(policy.mayTakeUpAgain(actor, row)),
    },
  };
}

const authorOf = (accountId: string, { isOwn }: Written) => ({
  authorId: isOwn ? accountId : null,
});

export type DayView = Awaited<ReturnType<typeof open>>;

/** What stays of a day: what there was no time for, and what the teams say to their topics. */
export interface SaidOnDay {
  parked: { id: string; body: string; teamName: string | null; topicId: string | null }[];
  topics: {
    id: string;
    question: string;
    teamName: string;
    reactions: { teamName: string; answer: ReactionAnswer; sentence: string }[];
  }[];
}

/** For what is read afterwards; the topics are those of the newest programme. */
export async function saidOnDay({ db }: PersonScope, { workshopId }: DayRef): Promise<SaidOnDay> {
  const [found] = await db.$queryRaw<SaidOnDay[]>`
    WITH programme AS (SELECT content FROM agenda_version WHERE "workshopId" = ${workshopId}::uuid
                        ORDER BY version DESC LIMIT 1)
    SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'body', e.body, 'teamName', t.name,
              'topicId', e."topicId") ORDER BY e."createdAt", e.id), '[]')
              FROM parking_entry e LEFT JOIN team t ON t.id = e."teamId"
             WHERE e."workshopId" = ${workshopId}::uuid) AS parked,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'question', t.question,
              'teamName', team.name,
              'reactions', (SELECT coalesce(jsonb_agg(jsonb_build_object('teamName', rt.name,
                  'answer', r.answer, 'sentence', r.sentence) ORDER BY rt.name), '[]')
                 FROM topic_reaction r JOIN team rt ON rt.id = r."teamId"
                WHERE r."topicId" = t.id AND r."workshopId" = ${workshopId}::uuid))
              ORDER BY t.question), '[]')
              FROM topic t JOIN team ON team.id = t."teamId" WHERE t.id IN ${named('topicId')}) AS topics`;
  return found!;
}
