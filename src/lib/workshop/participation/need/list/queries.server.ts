import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import * as workshopPolicy from '../../../policy';
import type { WorkshopFacts } from '../../../queries.server';
import type { WorkshopRef } from '../../../schema';
import * as policy from '../../policy';
import { gathering } from '../../queries.server';
import { readNeed, type Need } from '../queries.server';
import { needChoices, type NeedChoice } from '../schema';

export interface NeedsPage {
  workshop: Pick<WorkshopFacts, 'id' | 'title' | 'state' | 'days'>;
  timeZone: string;
  /** How often each is asked for; what nobody asks for is left out. */
  sums: { choice: NeedChoice; count: number }[];
  /** Who needs what, by name. */
  people: (Need & { membershipId: string; name: string; isOnline: boolean })[];
}

/** What has to be seen to: for the organiser alone. */
export async function listNeeds(scope: PersonScope, ref: WorkshopRef): Promise<NeedsPage> {
  const { db, actor } = scope;
  ensure(workshopPolicy.mayRead(actor, ref));
  const { workshop, timeZone, expected, said } = await gathering(scope, ref);
  ensure(policy.mayReadNeeds(actor, ref));
  const rows = await db.participationNeed.findMany({
    where: { cohortId: ref.cohortId, workshopId: ref.workshopId },
    select: { membershipId: true, choices: true, allergy: true, other: true },
  });
  const people = expected.flatMap(({ membershipId, name }) => {
    const row = rows.find((one) => one.membershipId === membershipId);
    const answer = said.find((one) => one.membershipId === membershipId);
    if (!row || !answer) return [];
    const isOnline = answer.answer === 'online';
    return [{ ...readNeed(row), membershipId, name: answer.guestName || name, isOnline }];
  });
  // Whoever is not in the house eats nothing there.
  const there = people.filter(({ isOnline }) => !isOnline);
  const sums = needChoices.map((choice) => ({
    choice,
    count: (isAboutFood(choice) ? there : people).filter(({ choices }) => choices.includes(choice))
      .length,
  }));
  const { id, title, state, days } = workshop;
  return {
    workshop: { id, title, state, days },
    timeZone,
    sums: sums.filter(({ count }) => count > 0),
    people,
  };
}

const isAboutFood = (choice: NeedChoice): boolean =>
  choice === 'vegetarian' || choice === 'vegan' || choice === 'no_pork';
