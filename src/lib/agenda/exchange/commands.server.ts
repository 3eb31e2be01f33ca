import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { mayPlan } from '../policy';
import { workshopOf } from '../publish/queries.server';
import { addToPlan, type TakenOver } from '../template/commands.server';
import { templateContent } from '../template/template';
import { readAgendaFile, type Problem, type Refusal } from './format';
import type { ImportAgenda } from './schema';

export type Imported = { refusal: Refusal } | { problems: Problem[] } | { taken: TakenOver };

/** Adds the items of a file to the plan: all of them, or, where something in it is wrong, none. */
export async function importAgenda(scope: PersonScope, input: ImportAgenda): Promise<Imported> {
  const { cohortId } = input;
  const { cohortState, state: workshopState } = await workshopOf(scope, input);
  ensure(mayPlan(scope.actor, { cohortId, cohortState, workshopState }));
  const read = readAgendaFile(input.text);
  if (!('file' in read)) return read;
  // Without what is only told: topics and people.
  return { taken: await addToPlan(scope, input, templateContent.parse(read.file)) };
}
