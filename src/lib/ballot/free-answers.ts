/** An answer that is no topic. */
export interface FreeAnswer {
  title: string;
  minutes: number | null;
}

/** "Stadtrundgang, 30 Minuten": the minutes stand at the end of the line, with their word. */
const WITH_MINUTES = /^(.*\S)\s*[,;:(]\s*(\d{1,4})\s*(?:minuten|minutes|minute|min\.?)\s*\)?$/i;

/** Reads free answers, one from each line. */
export const readAnswers = (typed: string): FreeAnswer[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(readAnswer);

function readAnswer(line: string): FreeAnswer {
  const [, title, minutes] = WITH_MINUTES.exec(line) ?? [];
  const isTold = title !== undefined && Number(minutes) > 0;
  return isTold ? { title, minutes: Number(minutes) } : { title: line, minutes: null };
}

/** Whether two answers say the same: nobody could tell for which of them a vote is. */
export function isAnyTwice(answers: readonly FreeAnswer[]): boolean {
  const titles = answers.map(({ title }) => title.replace(/\s+/g, ' ').toLowerCase());
  return new Set(titles).size < titles.length;
}

/** The line that an answer is read from. */
export const writeAnswer = ({ title, minutes }: FreeAnswer): string =>
  minutes === null ? title : `${title}, ${minutes} min`;
