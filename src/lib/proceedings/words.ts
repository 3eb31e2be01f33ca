/** How minutes are put into words, on pages and on paper. Pure. */
import type { Locale } from '$lib/access/actor';
import { clockRange } from '$lib/agenda/text';
import type { ReactionAnswer } from '$lib/day/schema';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { formatDate, formatList } from '$lib/ui/format';
import type { SectionItem } from './content';

/** When, where and who, each as one fact: "09:30–10:30 Uhr", "Saal", "Leonie Brandhorst". */
export function itemFacts(
  { date, from, until, track, room, peopleIds }: SectionItem,
  people: Readonly<Record<string, string>>,
  isOneDay: boolean,
  locale: Locale = getLocale(),
): string[] {
  const day =
    isOneDay || date === null ? '' : formatDate(`${date}T12:00:00Z`, locale, 'UTC', 'weekday');
  const names = peopleIds.flatMap((id) => people[id] ?? []);
  return [day, clockRange(from, until, locale), track, room, formatList(names, locale)].filter(
    (fact) => fact !== '',
  );
}

/** Whether all of them were on the same day, so that it need not be said each time. */
export const areOfOneDay = (sections: readonly { item: SectionItem | null }[]): boolean =>
  new Set(sections.flatMap(({ item }) => item?.date ?? item?.dayId ?? [])).size <= 1;

const answers: Record<ReactionAnswer, typeof m.day_answer_yes> = {
  yes: m.day_answer_yes,
  partly: m.day_answer_partly,
  no: m.day_answer_no,
};

/** What a team says to its topic: "Beantwortet das die Frage? Team Ahlen: Zum Teil. Das Geld fehlt noch." */
export function reactionText(
  { teamName, answer, sentence }: { teamName: string; answer: ReactionAnswer; sentence: string },
  locale: Locale = getLocale(),
): string {
  const options = { locale };
  const said = m.proceedings_reaction(
    { team: teamName, answer: answers[answer]({}, options) },
    options,
  );
  return sentence === '' ? `${said}.` : `${said}. ${sentence}`;
}
