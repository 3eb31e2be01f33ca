import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { writeCsv } from '$lib/platform/csv';
import { formatNumber } from '$lib/ui/format';
import { practiceContent } from '../fields';
import { fieldLabel } from '../labels';
import { columns } from './columns';
import type { Problem, ProblemCode } from './format';
import type { Refusal } from './read-file';

const problems: Record<
  Exclude<ProblemCode, 'not_allowed'>,
  (facts: { limit: string }) => string
> = {
  too_long: m.practice_exchange_problem_too_long,
  too_many: m.practice_exchange_problem_too_many,
  too_big: m.practice_exchange_problem_too_big,
  too_small: m.practice_exchange_problem_too_small,
  not_a_number: m.practice_exchange_problem_not_a_number,
  not_a_month: m.practice_exchange_problem_not_a_month,
  not_an_address: m.practice_exchange_problem_not_an_address,
  unknown_word: m.practice_exchange_problem_unknown_word,
  invalid: m.practice_exchange_problem_invalid,
  empty: m.practice_exchange_problem_empty,
  already_there: m.practice_exchange_problem_already_there,
};

/** "Kosten: Das ist keine Zahl."; of an example of another town, which town that is. */
export function problemText(
  { field, code, limit }: Problem,
  town: string | null,
  locale: Locale,
): string {
  if (code === 'not_allowed') return m.practice_exchange_not_allowed({ town: town ?? '' });
  const text = problems[code]({ limit: limit === null ? '' : formatNumber(limit, locale) });
  return field ? `${fieldLabel(field, { locale })}: ${text}` : text;
}

/** Why nothing was read at all; some of it is known before the text is. */
type Fault = Refusal | 'too_large' | 'not_text';

const faults: Record<Fault, () => string> = {
  empty: m.practice_exchange_fault_empty,
  too_many: m.practice_exchange_fault_too_many,
  too_large: m.practice_exchange_fault_too_large,
  not_practices: m.practice_exchange_fault_not_practices,
  not_text: m.practice_exchange_fault_not_text,
  newer_version: m.practice_exchange_fault_newer_version,
};

export const faultText = (fault: Fault): string => faults[fault]();

/** A table with all columns and one example, to be filled in a spreadsheet. */
export function sampleTable(locale: Locale): string {
  const example = practiceContent.parse({
    gist: m.practice_exchange_sample_gist({}, { locale }),
    kind: 'failed',
    startedOn: '2024-03',
    language: locale,
    cost: 1200,
    story: m.practice_exchange_sample_story({}, { locale }),
    nextTime: m.practice_exchange_sample_next({}, { locale }),
  });
  const rows = [
    columns.map(({ heading }) => heading(locale)),
    columns.map(({ write }) => write(example, locale)),
  ];
  return `data:text/csv;charset=utf-8,${encodeURIComponent(writeCsv(rows))}`;
}
