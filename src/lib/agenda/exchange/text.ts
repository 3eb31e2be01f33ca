/** What is wrong with a file, in sentences. Pure. */
import { m } from '$lib/paraglide/messages.js';
import type { Problem, Refusal } from './format';

const refusals: Record<Refusal, () => string> = {
  not_json: m.agenda_file_not_json,
  not_agenda: m.agenda_file_not_agenda,
  newer_version: m.agenda_file_newer_version,
  empty: m.agenda_file_empty,
};
export const refusalText = (refusal: Refusal): string => refusals[refusal]();

const problems: Record<Problem['code'], (words: { field: string }) => string> = {
  missing: m.agenda_file_missing,
  too_long: m.agenda_file_too_long,
  invalid: m.agenda_file_invalid,
};

/** "Programmpunkt 3: „minutes“ fehlt." */
export function problemText({ item, field, code }: Problem): string {
  const what = problems[code]({ field });
  return item === null ? what : m.agenda_file_in_item({ number: item, problem: what });
}
