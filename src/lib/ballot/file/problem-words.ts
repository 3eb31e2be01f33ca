import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { FileProblem, FileRemark } from './election';

type Word = (facts: never, options: { locale: Locale }) => string;

/** Where, what is wrong, and what to do: "Zeile 13: Die Stimme nennt das Projekt Z. …" */
export function fileProblemText(
  { line, code, facts = {} }: FileProblem & { line: number | null },
  locale: Locale,
): string {
  const word: Word = m[`ballot_file_problem_${code}`];
  const problem = word(facts as never, { locale });
  return line === null ? problem : m.ballot_file_line({ line, problem }, { locale });
}

export const fileRemarkText = ({ key, ...facts }: FileRemark, locale: Locale): string =>
  m[`ballot_file_remark_${key}`](facts, { locale });
