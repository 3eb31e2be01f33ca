import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import * as policy from '../policy';
import { agendaFacts, daysOf, storedAgenda } from '../queries.server';
import type { AgendaRef } from '../schema';

/** Everything that the board of a workshop needs. Reading it makes nothing: the first change does. */
export async function open({ db, actor }: PersonScope, ref: AgendaRef) {
  const facts = await agendaFacts(db, ref);
  ensure(policy.mayReadPlan(actor, facts));
  const { state, title, number, kind } = facts.workshop;
  const [agenda, days] = [await storedAgenda(db, ref), await daysOf(db, ref)];
  return {
    workshop: { id: ref.workshopId, state, title, number, kind },
    timeZone: facts.timeZone,
    days,
    ...agenda,
    backlog: await backlogOf(db, ref),
    may: { plan: policy.mayPlan(actor, facts).isAllowed },
  };
}
export type OpenBoard = Awaited<ReturnType<typeof open>>;

/** What waits to be planned, and who there is to do it. */
async function backlogOf(db: Db, { cohortId, workshopId }: AgendaRef) {
  const topics = await db.topic.findMany({
    where: { cohortId, state: { in: ['chosen', 'scheduled'] } },
    orderBy: [{ question: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      question: true,
      minutes: true,
      state: true,
      team: { select: { name: true } },
    },
  });
  return {
    topics: topics.map(({ team, ...topic }) => ({ ...topic, teamName: team.name })),
    workshopId,
  };
}
