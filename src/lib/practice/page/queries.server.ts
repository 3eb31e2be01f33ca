import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { CohortState } from '$lib/cohort/frame';
import { readComments } from '$lib/comment/queries.server';
import { notFound } from '$lib/platform/errors';
import { practiceContent, type PracticeContent } from '../fields';
import type { ShownAdoption } from '../adoption/queries.server';
import { stepsThatCount } from '../adoption/trail';
import type { ListedPractice } from '../list/queries.server';
import { shown as shownPersons } from '../person/queries.server';
import { mayAdopt, mayChange, mayComment, mayRead, mayThank } from '../policy';
import type { PageInput, PracticeRef } from '../schema';

/** A text that the team has shown. */
interface ShownText {
  content: unknown;
  fromVersion: number;
  releasedAt: string;
}

/** The team's own text; null for everybody else. */
interface OwnText {
  content: unknown;
  version: number;
  changedAt: string;
  changedByName: string | null;
  isDiscarded: boolean;
}

/** How many examples stand below the heading "like this one". */
const SIMILAR = 3;

interface Row {
  cohortState: CohortState;
  timeZone: string;
  team: { id: string; name: string };
  shown: ShownText | null;
  publicAt: string | null;
  own: OwnText | null;
  firstShownAt: string | null;
  /** The topic that it began with, where the reader sees it. */
  topic: { id: string; question: string } | null;
  adoptions: ShownAdoption[];
  /** Who said thanks. */
  thanks: { accountId: string; name: string }[];
  commentCount: number;
  similar: Omit<ListedPractice, 'nextTime' | 'isOwn' | 'adopterCount'>[];
}

const parse = (content: unknown): PracticeContent => practiceContent.parse(content);

/** The texts of an example, as far as the reader may see them; one that he may not is not there. */
async function readTexts({ db }: PersonScope, { cohortId, practiceId }: PracticeRef): Promise<Row> {
  const [found] = await db.$queryRaw<{ row: Row }[]>`
    SELECT json_build_object('cohortState', c.state,
        'team', json_build_object('id', team.id, 'name', team.name),
        'shown', CASE WHEN r."practiceId" IS NOT NULL THEN json_build_object('content', r.content,
            'fromVersion', r."fromVersion", 'releasedAt', r."releasedAt") END,
        'firstShownAt', r."firstAt", 'timeZone', c."timeZone",
        'topic', (SELECT json_build_object('id', t.id, 'question', t.question) FROM topic t
           WHERE t.id = ANY (app.topics_of_practices(ARRAY[${practiceId}::uuid]))),
        'adoptions', (SELECT coalesce(json_agg(json_build_object(
              'team', json_build_object('id', at.id, 'name', at.name), 'state', d.state, 'why', d.why,
              'changed', d.changed, 'result', d.result, 'version', d.version, 'changedAt', d."changedAt",
              'contact', CASE WHEN m."endedAt" IS NULL AND ca.id IS NOT NULL THEN json_build_object(
                  'membershipId', m.id, 'name', ca.name) END,
              'steps', (SELECT coalesce(json_agg(json_build_object('state', s.state, 'at', s.at)
                    ORDER BY s.number), '[]') FROM practice_adoption_step s
                  WHERE s."practiceId" = d."practiceId" AND s."teamId" = d."teamId"))
              ORDER BY d."startedAt", d."teamId"), '[]')
           FROM practice_adoption d JOIN team at ON at.id = d."teamId"
           LEFT JOIN membership m ON m.id = d."contactId" LEFT JOIN account ca ON ca.id = m."accountId"
          WHERE d."practiceId" = ${practiceId}::uuid),
        'thanks', (SELECT coalesce(json_agg(json_build_object('accountId', k."accountId", 'name', ka.name)
              ORDER BY k.at), '[]')
           FROM practice_thanks k JOIN account ka ON ka.id = k."accountId"
          WHERE k."practiceId" = ${practiceId}::uuid AND ka."deletedAt" IS NULL),
        'commentCount', (SELECT count(*)::int FROM comment k
          WHERE k."practiceId" = ${practiceId}::uuid AND k."deletedAt" IS NULL),
        'similar', (SELECT coalesce(json_agg(json_build_object('id', o."practiceId", 'gist', o.gist,
              'kind', o.kind, 'team', json_build_object('id', ot.id, 'name', ot.name),
              'townSize', o."townSize", 'costBand', o."costBand", 'evidence', o.evidence,
              'tags', o.tags, 'releasedAt', o."releasedAt") ORDER BY near.place), '[]')
           FROM app.practice_similar(${cohortId}::uuid, ${practiceId}::uuid, ${SIMILAR})
                WITH ORDINALITY near ("practiceId", place)
           JOIN practice_release o ON o."practiceId" = near."practiceId" AND o.rung = 'cohort'
           JOIN team ot ON ot.id = o."teamId"),
        'publicAt', (SELECT open."releasedAt" FROM practice_release open
            WHERE open."practiceId" = ${practiceId}::uuid AND open.rung = 'public'),
        'own', CASE WHEN p.id IS NOT NULL THEN json_build_object('content', p.content,
            'version', p.version, 'changedAt', p."changedAt", 'changedByName', a.name,
            'isDiscarded', p."discardedAt" IS NOT NULL) END) AS row
      FROM cohort c
      LEFT JOIN practice_release r ON r."cohortId" = c.id AND r."practiceId" = ${practiceId}::uuid
           AND r.rung = 'cohort'
      LEFT JOIN practice p ON p."cohortId" = c.id AND p.id = ${practiceId}::uuid
      LEFT JOIN account a ON a.id = p."changedById"
      JOIN team ON team.id = coalesce(r."teamId", p."teamId")
     WHERE c.id = ${cohortId}::uuid`;
  if (!found) throw notFound();
  return found.row;
}

/** All that an example's page shows, and what its reader may do there. */
export async function page(scope: PersonScope, input: PageInput) {
  const { actor, clock } = scope;
  const { cohortId, practiceId } = input;
  ensure(mayRead(actor, input));
  const { cohortState, timeZone, team, shown, own, thanks, adoptions, ...rest } = await readTexts(
    scope,
    input,
  );
  const cohort = { cohortId, cohortState };
  const facts = { ...cohort, teamId: team.id };
  const ownTeam = teamOf(actor, cohortId);
  const subject = { cohortId, topicId: null, practiceId, workshopId: null };
  const isShown = shown !== null;
  return {
    practiceId,
    now: clock.now(),
    team,
    ...rest,
    adoptions: adoptions.map((adoption) => ({
      ...adoption,
      steps: stepsThatCount(adoption.steps, timeZone),
    })),
    isOwn: team.id === ownTeam,
    /** What the cohort reads; null before the team has shown anything. */
    shown: shown && { ...shown, content: parse(shown.content) },
    /** Who is named beside what the cohort reads. */
    persons: isShown ? await shownPersons(scope, { cohortId, practiceId, rung: 'cohort' }) : [],
    own: own && {
      ...own,
      content: parse(own.content),
      hasUnshownChanges: isShown && own.version > shown.fromVersion,
    },
    ownTeamId: ownTeam,
    thanks: thanks.map(({ name }) => name),
    isThanked: thanks.some(({ accountId }) => accountId === actor.accountId),
    discussion: await readComments(scope, { ...input, ...subject }, cohort),
    may: {
      change:
        own !== null && mayChange(actor, { ...facts, isDiscarded: own.isDiscarded }).isAllowed,
      comment: isShown && mayComment(actor, facts).isAllowed,
      thank: isShown && mayThank(actor, facts).isAllowed,
      adopt: isShown && mayAdopt(actor, facts).isAllowed,
    },
  };
}

export type PracticePage = Awaited<ReturnType<typeof page>>;
