import type { PersonScope } from '$lib/access/scope.server';
import { needChoices, type NeedChoice } from './schema';

export interface Need {
  choices: NeedChoice[];
  allergy: string;
  other: string;
}

interface Row {
  choices: string[];
  allergy: string;
  other: string;
}

export const readNeed = ({ choices, allergy, other }: Row): Need => ({
  choices: needChoices.filter((choice) => choices.includes(choice)),
  allergy,
  other,
});

export async function ownNeed(
  { db }: PersonScope,
  where: { workshopId: string; membershipId: string },
): Promise<Need | null> {
  const select = { choices: true, allergy: true, other: true };
  const row = await db.participationNeed.findFirst({ where, select });
  return row && readNeed(row);
}
