import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { formatDate } from '$lib/ui/format';
import { paperOf, type PaperDocument, type PaperSource } from './paper';

interface Place {
  cohortName: string;
  timeZone: string;
}

/** Who may read a text, as each sheet of it says. */
export function readersNote(
  { rung, teamName }: Pick<PaperSource, 'rung' | 'teamName'>,
  { cohortName }: Place,
  locale: Locale,
): string {
  const options = { locale };
  if (rung === 'team') return m.practice_paper_for_team({ team: teamName ?? '' }, options);
  if (rung === 'public') return m.practice_paper_for_all({}, options);
  return m.practice_paper_for_cohort({ cohort: cohortName }, options);
}

const note = (readers: string, at: Date, { timeZone }: Place, locale: Locale): string => {
  const day = formatDate(at, locale, timeZone);
  return [readers, m.practice_paper_as_of({ day }, { locale })].join(' ');
};

/** One example, in its own language. */
export function single(
  source: PaperSource,
  place: Place,
  pictures?: ReadonlySet<string>,
): PaperDocument {
  const practice = paperOf(source, pictures);
  const { language } = practice;
  return {
    title: practice.title,
    language,
    note: note(readersNote(source, place, language), source.at, place, language),
    cover: null,
    practices: [practice],
  };
}

/** Several, each in its own language, in a frame in the reader's. */
export function collected(
  sources: PaperSource[],
  place: Place,
  today: Date,
  locale: Locale,
  pictures?: ReadonlySet<string>,
): PaperDocument {
  const options = { locale };
  const { cohortName } = place;
  return {
    title: m.practice_paper_collection_name({ cohort: cohortName }, options),
    language: locale,
    note: note(readersNote(sources[0]!, place, locale), today, place, locale),
    cover: {
      title: m.practice_title({}, options),
      lead: m.practice_paper_collection_lead(
        { cohort: cohortName, count: sources.length },
        options,
      ),
      contents: m.practice_paper_contents({}, options),
    },
    practices: sources.map((source) => paperOf(source, pictures)),
  };
}
