/** Minutes as they stand on paper: the words of the page, its rich text taken apart. Pure. */
import type { Locale } from '$lib/access/actor';
import type { ListedAgreement } from '$lib/agreement/queries.server';
import { dueText, responsibleText, stateWord } from '$lib/agreement/words';
import type { ReactionAnswer } from '$lib/day/schema';
import { m } from '$lib/paraglide/messages.js';
import type { PdfData } from '$lib/platform/pdf.server';
import { richBlocks, type RichBlock } from '$lib/platform/rich-blocks';
import { answerLabel } from '$lib/topic/outcome/text';
import type { OutcomeAnswer } from '$lib/topic/outcome/answer';
import { formatDate, formatDateTime } from '$lib/ui/format';
import { closesTopic, type PublishedProceedings, type PublishedSection } from '../content';
import { areOfOneDay, itemFacts, reactionText } from '../words';

/** Everything that the paper is made of. */
export interface PaperSource {
  workshop: { title: string; place: string; cohortName: string; when: string };
  version: number;
  publishedAt: Date;
  content: PublishedProceedings;
  /** By membership. */
  people: Readonly<Record<string, string>>;
  topics: {
    id: string;
    question: string;
    teamName: string;
    reactions: { teamName: string; answer: ReactionAnswer; sentence: string }[];
    outcome: { answer: OutcomeAnswer; body: string } | null;
  }[];
  parked: { body: string; teamName: string | null }[];
  agreements: Pick<ListedAgreement, 'what' | 'teams' | 'people' | 'dueOn' | 'state'>[];
  /** The day that it is in the cohort. */
  today: string;
  now: Date;
}

export interface PaperPhoto {
  /** By which the template finds it. */
  name: string;
  alt: string;
  caption: string;
}

export interface PaperSection {
  title: string;
  facts: string;
  topic: string;
  blocks: RichBlock[];
  outcome: { title: string; blocks: RichBlock[] } | null;
  reactions: string[];
  photos: PaperPhoto[];
}

export interface ProceedingsPaper extends PdfData {
  language: Locale;
  kicker: string;
  name: string;
  lead: string;
  /** At the foot of each page. */
  note: string;
  sections: PaperSection[];
  photos: { title: string; items: PaperPhoto[] };
  agreements: { title: string; items: { what: string; who: string }[] };
  parked: { title: string; items: string[] };
  /** What is not as it was published. */
  besideNote: string;
}

/** The heading of a section stands below the paper's title. */
const SECTION_LEVEL = 2;

/** @param pictures the files that can be shown */
export function proceedingsPaper(
  source: PaperSource,
  locale: Locale,
  pictures: ReadonlySet<string>,
): ProceedingsPaper {
  const { workshop, content, version } = source;
  const options = { locale };
  const isOneDay = areOfOneDay(content.sections);
  const photosOf = (sectionId: string | null): PaperPhoto[] =>
    content.photos
      .filter((photo) => photo.sectionId === sectionId && pictures.has(photo.fileId))
      .map(({ fileId, alt, caption }) => ({ name: fileId, alt, caption }));
  const moment = formatDateTime(source.publishedAt, locale, content.timeZone);
  const sections = content.sections.map((section) => ({
    ...sectionOf(section, source, isOneDay, locale),
    photos: photosOf(section.id),
  }));
  const agreements = source.agreements.map((agreement) => ({
    what: agreement.what,
    who: [
      responsibleText(agreement, locale),
      agreement.state === 'open'
        ? dueText(agreement.dueOn, source.today, locale)
        : stateWord(agreement.state, locale),
    ].join(', '),
  }));
  const parked = source.parked.map(({ body, teamName }) =>
    teamName === null ? body : m.proceedings_parked_of({ body, team: teamName }, options),
  );
  const hasBeside = agreements.length + parked.length + source.topics.length > 0;
  const day = formatDate(source.now, locale, content.timeZone);
  return {
    title: m.proceedings_of({ title: workshop.title }, options),
    language: locale,
    kicker: `${workshop.cohortName} · ${m.proceedings_title({}, options)}`,
    name: workshop.title,
    lead: [workshop.when, workshop.place.replaceAll(/\s*\n\s*/g, ', ')].filter(Boolean).join(' · '),
    note: m.proceedings_paper_note(
      { title: workshop.title, version: String(version), moment, cohort: workshop.cohortName },
      options,
    ),
    sections,
    photos: { title: m.proceedings_photos({}, options), items: photosOf(null) },
    agreements: { title: m.agreement_title({}, options), items: agreements },
    parked: { title: m.proceedings_parked({}, options), items: parked },
    besideNote: hasBeside ? m.proceedings_paper_beside({ day }, options) : '',
  };
}

function sectionOf(
  section: PublishedSection,
  { content, people, topics }: PaperSource,
  isOneDay: boolean,
  locale: Locale,
): Omit<PaperSection, 'photos'> {
  const options = { locale };
  const { title, body, item } = section;
  const topic = topics.find(({ id }) => id === item?.topicId);
  const closed = closesTopic(content.sections, section) ? topic : undefined;
  const blocks = richBlocks(body, SECTION_LEVEL);
  const nothing = m.proceedings_nothing_written({}, options);
  return {
    title,
    facts: item ? itemFacts(item, people, isOneDay, locale).join(' · ') : '',
    topic: topic
      ? `${m.proceedings_topic({}, options)}: ${topic.question} (${topic.teamName})`
      : '',
    blocks: blocks.length > 0 ? blocks : richBlocks(`<p>${nothing}</p>`, SECTION_LEVEL),
    outcome: closed?.outcome
      ? {
          title: `${m.proceedings_outcome({}, options)}: ${answerLabel(closed.outcome.answer, locale)}`,
          blocks: richBlocks(closed.outcome.body, SECTION_LEVEL + 1),
        }
      : null,
    reactions: (closed?.reactions ?? []).map((reaction) => reactionText(reaction, locale)),
  };
}
