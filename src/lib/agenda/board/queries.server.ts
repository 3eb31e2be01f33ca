import type { Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { agreementsToPlan } from '$lib/agreement/queries.server';
import { decidedTopics } from '$lib/ballot/decision/queries.server';
import type { Db } from '$lib/platform/db/client.server';
import { toPlainText } from '$lib/platform/rich-text.server';
import { storedFiles } from '$lib/upload/queries.server';
import type { Method } from '../method/method';
import { listMethods } from '../method/queries.server';
import * as policy from '../policy';
import { agendaFacts, daysOf, storedAgenda } from '../queries.server';
import type { AgendaRef } from '../schema';

/** Everything that the board of a workshop needs. Reading it makes nothing: the first change does. */
export async function open(scope: PersonScope, ref: AgendaRef, locale: Locale) {
  const { db, actor } = scope;
  const facts = await agendaFacts(db, ref);
  ensure(policy.mayReadPlan(actor, facts));
  const { state, title, number, kind } = facts.workshop;
  const agenda = await storedAgenda(db, ref);
  return {
    workshop: { id: ref.workshopId, state, title, number, kind },
    timeZone: facts.timeZone,
    days: await daysOf(db, ref),
    ...agenda,
    topics: await topicsOf(db, ref, topicIdsIn(agenda.content)),
    practices: await practicesOf(db, ref),
    people: await peopleOf(db, ref),
    teams: await teamsOf(db, ref),
    consultations: await consultationsOf(db, ref),
    files: await filesOf(scope, ref),
    agreements: await agreementsToPlan(scope, ref),
    methods: (await listMethods(scope, ref, locale)).map(methodInShort),
    may: { plan: policy.mayPlan(actor, facts).isAllowed },
  };
}
const methodInShort = ({ id, name, purpose, material }: Method) => ({
  id,
  name,
  purpose,
  material,
});

export type OpenBoard = Awaited<ReturnType<typeof open>>;
export type BoardTopic = OpenBoard['topics'][number];
export type BoardPerson = OpenBoard['people'][number];

const topicIdsIn = (content: { items: { topicId: string | null }[] }): string[] =>
  content.items.flatMap(({ topicId }) => topicId ?? []);

/** What a text says at its beginning. */
const gistOf = (html: string): string => toPlainText(html).trim().slice(0, 160);

/** Topics that were chosen, with what was decided about them; and those that stand in the plan already. */
async function topicsOf(db: Db, { cohortId, workshopId }: AgendaRef, planned: string[]) {
  const rows = await db.topic.findMany({
    where: {
      cohortId,
      OR: [{ state: { in: ['chosen', 'scheduled'] } }, { id: { in: planned } }, offering],
      state: { notIn: ['draft', 'unconfirmed', 'merged', 'withdrawn'] },
    },
    orderBy: [{ question: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      question: true,
      minutes: true,
      format: true,
      state: true,
      bringsCase: true,
      bringsFailure: true,
      bringsExpert: true,
      team: { select: { name: true } },
      slots: { where: { workshopId: { not: workshopId } }, select: { workshopId: true } },
    },
  });
  const decided = new Map((await decidedTopics(db, cohortId)).map((one) => [one.topicId, one]));
  return rows.map(({ team, slots, bringsCase, bringsFailure, bringsExpert, ...topic }) => ({
    ...topic,
    teamName: team.name,
    isChosen: topic.state === 'chosen' || topic.state === 'scheduled',
    isElsewhere: slots.length > 0,
    decision: decided.get(topic.id) ?? null,
    brings: {
      case: gistOf(bringsCase),
      failure: gistOf(bringsFailure),
      expert: gistOf(bringsExpert),
    },
  }));
}

/** Somebody offers to bring something, whether the topic was chosen or not. */
const offering = {
  state: {
    in: ['proposed', 'on_ballot', 'carried_over'] as ('proposed' | 'on_ballot' | 'carried_over')[],
  },
  OR: [{ bringsCase: { not: '' } }, { bringsFailure: { not: '' } }, { bringsExpert: { not: '' } }],
};

/** Examples that their teams have shown to the cohort. */
async function practicesOf(db: Db, { cohortId }: AgendaRef) {
  const rows = await db.practiceRelease.findMany({
    where: { cohortId, rung: 'cohort' },
    orderBy: [{ gist: 'asc' }, { practiceId: 'asc' }],
    select: { practiceId: true, gist: true, teamId: true },
  });
  return rows.map(({ practiceId, ...practice }) => ({ ...practice, id: practiceId }));
}

/** Who can be responsible or speak; those who have left, as long as the plan may name them. */
async function peopleOf(db: Db, { cohortId, workshopId }: AgendaRef) {
  const rows = await db.membership.findMany({
    where: { cohortId, role: { in: ['member', 'moderator', 'organiser', 'expert'] } },
    orderBy: [{ account: { name: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      role: true,
      endedAt: true,
      occupation: true,
      account: { select: { name: true } },
      team: { select: { name: true } },
      guestWorkshops: { where: { workshopId }, select: { workshopId: true } },
    },
  });
  return rows.map(({ account, team, guestWorkshops, endedAt, ...person }) => ({
    ...person,
    name: account.name,
    teamName: team?.name ?? null,
    isInvited: guestWorkshops.length > 0,
    hasLeft: endedAt !== null,
  }));
}

/** How many people each team sends: those who have not said yet may come. */
async function teamsOf(db: Db, { cohortId, workshopId }: AgendaRef) {
  const rows = await db.team.findMany({
    where: { cohortId },
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      _count: { select: { memberships: { where: { endedAt: null } } } },
    },
  });
  const missing = await whoIsMissing(db, { cohortId, workshopId });
  return rows.map(({ _count, ...team }) => ({
    ...team,
    people: _count.memberships - missing.filter(({ teamId }) => teamId === team.id).length,
  }));
}

/** People who do not come, have nobody from outside in their place, or wait for a seat. */
async function whoIsMissing(db: Db, { cohortId, workshopId }: AgendaRef) {
  const rows = await db.participation.findMany({
    where: {
      cohortId,
      workshopId,
      membership: { endedAt: null },
      OR: [{ answer: 'no', guestName: '' }, { waitingSince: { not: null } }],
    },
    select: { membership: { select: { teamId: true } } },
  });
  return rows.map(({ membership }) => membership);
}

/** Protected consultations in one room that are planned, as far as whoever plans is in their circle. */
async function consultationsOf(db: Db, { cohortId }: AgendaRef) {
  const rows = await db.consultation.findMany({
    where: { cohortId, form: 'live', state: 'planned' },
    orderBy: [{ plannedFor: 'asc' }, { id: 'asc' }],
    select: { id: true, plannedFor: true, caseGiverId: true },
  });
  const givers = await db.membership.findMany({
    where: { cohortId, accountId: { in: rows.map(({ caseGiverId }) => caseGiverId) } },
    select: { accountId: true, account: { select: { name: true } } },
  });
  return rows.map(({ caseGiverId, ...consultation }) => ({
    ...consultation,
    caseGiverName: givers.find(({ accountId }) => accountId === caseGiverId)?.account.name ?? null,
  }));
}

/** The files of the plan, also those that were taken out of it today: that can be taken back. */
async function filesOf(scope: PersonScope, { cohortId, workshopId }: AgendaRef) {
  const held = await scope.db.agendaFile.findMany({
    where: { workshopId, isPublished: false },
    select: { fileId: true },
  });
  return storedFiles(scope, { cohortId, fileIds: held.map(({ fileId }) => fileId) });
}
