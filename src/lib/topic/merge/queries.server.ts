import type { Actor } from '$lib/access/actor';
import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { TopicState } from '../life';
import { mayModerate } from '../policy';
import type { CohortFacts } from '../policy';
import { objectionDeadline } from './objection';
import * as policy from './policy';
import type { Candidates } from './schema';

/** A merge as the page's statement reads it. */
export interface MergeRow {
  id: string;
  state: policy.MergeState;
  reason: string;
  createdAt: string;
  proposedByName: string | null;
  from: MergedTopic;
  into: MergedTopic;
  consents: {
    teamId: string;
    teamName: string;
    agrees: boolean;
    at: string;
    byId: string | null;
    byName: string | null;
  }[];
}

interface MergedTopic {
  id: string;
  question: string;
  state: TopicState;
  teamId: string;
  teamName: string;
}

/** A merge as the reader sees it: who has agreed, who is still to be asked, what she or he may do. */
export function shapeMerge(
  row: MergeRow,
  {
    actor,
    cohort,
    timeZone,
    now,
  }: { actor: Actor; cohort: CohortFacts; timeZone: string; now: Date },
) {
  const { id, state, reason, createdAt, proposedByName, from, into } = row;
  const facts: policy.MergeFacts = {
    ...cohort,
    state,
    from: { ...cohort, ...from },
    into: { ...cohort, ...into },
  };
  const consents = row.consents.map((consent) => {
    const objectUntil = objectionDeadline(new Date(consent.at), timeZone);
    return {
      ...consent,
      objectUntil: objectUntil.toISOString(),
      canStillObject: now < objectUntil,
    };
  });
  const ownTeam = teamOf(actor, cohort.cohortId);
  const ownConsent = consents.find((consent) => consent.teamId === ownTeam) ?? null;
  const concerned = new Map([
    [from.teamId, from.teamName],
    [into.teamId, into.teamName],
  ]);
  return {
    id,
    state,
    reason,
    createdAt,
    proposedByName,
    from: { id: from.id, question: from.question, teamName: from.teamName },
    into: { id: into.id, question: into.question, teamName: into.teamName },
    teams: [...concerned].map(([teamId, name]) => {
      const said = consents.find((consent) => consent.teamId === teamId);
      return {
        id: teamId,
        name,
        agreedBy: said?.agrees ? said.byName : null,
        hasAgreed: said?.agrees ?? false,
      };
    }),
    ownAgreement: ownConsent?.agrees
      ? { byName: ownConsent.byName, objectUntil: ownConsent.objectUntil }
      : null,
    may: {
      consent: policy.mayConsent(actor, facts).isAllowed && !ownConsent?.agrees,
      object: policy.mayObject(actor, { merge: facts, consent: ownConsent }).isAllowed,
      undo: policy.mayUndoMerge(actor, facts).isAllowed,
    },
  };
}

export type ShownMerge = ReturnType<typeof shapeMerge>;

/** Topics that another one could be merged into, the ones that share most words and tags first. */
export async function candidates({ db, actor }: PersonScope, input: Candidates) {
  const { cohortId, topicId, q } = input;
  ensure(mayModerate(actor, { cohortId }));
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return db.$queryRaw<
    { id: string; question: string; teamName: string; supportCount: number; tags: string[] }[]
  >`
    SELECT t.id, t.question, team.name AS "teamName", t."supportCount", t.tags
      FROM topic t
      JOIN team ON team.id = t."teamId"
      JOIN topic this ON this.id = ${topicId}::uuid AND this."cohortId" = t."cohortId"
     WHERE t."cohortId" = ${cohortId}::uuid AND t.id <> this.id
       AND t.state IN ('proposed', 'carried_over')
       AND concat_ws(' ', t.question, team.name, array_to_string(t.tags, ' ')) ILIKE ${pattern}
     ORDER BY cardinality(ARRAY(SELECT unnest(t.tags) INTERSECT SELECT unnest(this.tags))) DESC,
              t."activeAt" DESC, t.id
     LIMIT 50`;
}
