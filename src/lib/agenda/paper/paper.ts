/** What stands on the papers of a workshop, in the language of the reader. Pure; the same for pages and PDF. */
import type { Locale } from '$lib/access/actor';
import type { OpenAgreements } from '$lib/agreement/queries.server';
import { openingLine } from '$lib/agreement/text';
import { m } from '$lib/paraglide/messages.js';
import type { PdfData } from '$lib/platform/pdf.server';
import { formatDateTime, formatList } from '$lib/ui/format';
import { openingId, type PublishedAgenda, type PublishedItem } from '../published';
import { shownTime, trackName } from '../publish/difference';
import { minutesFor } from '../publish/departure';
import { whenText } from '../publish/text';
import { clockRange, clockText, dayText, itemTitle, kindWord } from '../text';

/** What the papers are made of. */
export interface PaperSource {
  workshop: { title: string; place: string; cohortName: string };
  agenda: PublishedAgenda;
  /** Null: a draft. */
  version: number | null;
  people: readonly { membershipId: string; name: string; teamName: string | null }[];
  topics: readonly { id: string; question: string; teamName: string }[];
  practices: readonly { id: string; gist: string }[];
  files: readonly { id: string; name: string }[];
  /** For the run sheet: what is open from last time. */
  openAgreements: OpenAgreements | null;
  /** Of moderators alone: their notes by item. */
  notes: Readonly<Record<string, string>>;
  /** Names of methods by their id. */
  methods: Readonly<Record<string, string>>;
}

interface Place {
  locale: Locale;
  now: Date;
}

/** One line of a day. Empty texts are left out. */
export interface PaperRow {
  time: string;
  length: string;
  /** "Strang A"; empty: for everyone. */
  track: string;
  title: string;
  /** What kind it is, where the title does not say so. */
  kind: string;
  topic: string;
  facts: string[];
  goal: string;
  about: string[];
  /** What goes with it: the example, the names of its files. */
  links: string[];
  /** What is open from last time, with its heading, where the workshop opens. */
  opening: { title: string; lines: string[] } | null;
  material: string[];
  notes: string[];
  isBreak: boolean;
}

interface Head extends PdfData {
  kicker: string;
  name: string;
  lead: string;
  /** At the foot of each page. */
  note: string;
}

export interface DaysPaper extends Head {
  sheet: 'programme' | 'run-sheet';
  columns: { time: string; what: string; where: string; material: string; notes: string };
  days: { title: string; rows: PaperRow[] }[];
  /** Everything that has to be there, and for what; null for participants. */
  materials: { title: string; none: string; items: { name: string; uses: string }[] } | null;
}

export interface CardsPaper extends Head {
  sheet: 'cards';
  hint: string;
  cards: { question: string; team: string; minutes: string; when: string }[];
}

export type Paper = DaysPaper | CardsPaper;

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** "Pinnwand, Karten" and one a line are meant alike. */
const things = (material: string): string[] =>
  material
    .split(/[\n,;]/)
    .map((thing) => thing.trim())
    .filter(Boolean);

function head(source: PaperSource, paper: string, { locale, now }: Place): Head {
  const { workshop, version, agenda } = source;
  const options = { locale };
  const state =
    version === null
      ? m.agenda_paper_draft({}, options)
      : m.agenda_version({ version: String(version) }, options);
  const moment = formatDateTime(now, locale, agenda.timeZone);
  return {
    title: m.agenda_paper_title({ paper, title: workshop.title }, options),
    language: locale,
    kicker: `${workshop.cohortName} · ${paper}`,
    name: workshop.title,
    lead: workshop.place.replaceAll(/\s*\n\s*/g, ', '),
    note: m.agenda_paper_note({ title: workshop.title, state, moment }, options),
  };
}

const namesOf = (ids: readonly string[], { people }: PaperSource): string[] =>
  ids.flatMap((id) => people.find(({ membershipId }) => membershipId === id)?.name || []);

function rowOf(
  item: PublishedItem,
  source: PaperSource,
  isStaff: boolean,
  locale: Locale,
): PaperRow {
  const { agenda } = source;
  const { from, until } = shownTime(agenda, item);
  const topic = source.topics.find(({ id }) => id === item.topicId);
  const [title, kind] = [itemTitle(item, locale), kindWord(item.kind, locale)];
  const people = namesOf([...new Set([...item.responsibleIds, ...item.expertIds])], source);
  const method = isStaff && item.methodId ? (source.methods[item.methodId] ?? '') : '';
  const options = { locale };
  return {
    time: clockRange(from, until, locale),
    length: m.agenda_paper_minutes({ count: item.end - item.start }, options),
    track: trackName(agenda, item),
    title,
    kind: [kind === title || item.kind === 'break' ? '' : kind, method].filter(Boolean).join(' · '),
    topic: topic
      ? m.agenda_paper_topic({ question: topic.question, team: topic.teamName }, options)
      : '',
    facts: [item.room, people.length > 0 ? formatList(people, locale) : ''].filter(Boolean),
    goal: item.goal ? m.agenda_item_goal({ goal: item.goal }, options) : '',
    about: lines(item.about),
    links: linkNames(item, source, locale),
    opening: isStaff && item.id === openingId(agenda) ? openingOf(source, locale) : null,
    material: isStaff ? things(item.material) : [],
    notes: isStaff ? lines(source.notes[item.id] ?? '') : [],
    isBreak: item.kind === 'break',
  };
}

function openingOf({ openAgreements }: PaperSource, locale: Locale): PaperRow['opening'] {
  const { agreements, today } = openAgreements ?? { agreements: [], today: '' };
  if (agreements.length === 0) return null;
  return {
    title: m.agreement_opening({}, { locale }),
    lines: agreements.map((agreement) => openingLine(agreement, today, locale)),
  };
}

function linkNames(
  { practiceId, fileIds }: PublishedItem,
  { practices, files }: PaperSource,
  locale: Locale,
): string[] {
  const practice = practices.find(({ id }) => id === practiceId);
  const names = fileIds.flatMap((fileId) => files.find(({ id }) => id === fileId)?.name ?? []);
  return [
    ...(practice ? [m.agenda_item_to_practice({ gist: practice.gist }, { locale })] : []),
    ...(names.length > 0
      ? [m.agenda_item_files_of({ files: formatList(names, locale) }, { locale })]
      : []),
  ];
}

/** Each thing once, with when and what for. */
function materialsOf(source: PaperSource, locale: Locale): DaysPaper['materials'] {
  const uses = new Map<string, { name: string; uses: string[] }>();
  for (const item of source.agenda.items) {
    const { dayId, from } = shownTime(source.agenda, item);
    const isOneDay = source.agenda.days.length === 1;
    const day = isOneDay
      ? ''
      : `${dayText(source.agenda.days, dayId, locale, source.agenda.timeZone, 'short')}, `;
    const use = `${day}${clockText(from, locale)} ${itemTitle(item, locale)}`;
    for (const name of new Set(things(item.material))) {
      const key = name.toLocaleLowerCase();
      const known = uses.get(key) ?? { name, uses: [] };
      uses.set(key, { ...known, uses: [...known.uses, use] });
    }
  }
  const items = [...uses.values()]
    .toSorted((one, other) => one.name.localeCompare(other.name, locale))
    .map(({ name, uses: all }) => ({ name, uses: all.join('; ') }));
  return {
    title: m.agenda_paper_materials({}, { locale }),
    none: m.agenda_paper_materials_none({}, { locale }),
    items,
  };
}

function daysPaper(source: PaperSource, sheet: DaysPaper['sheet'], place: Place): DaysPaper {
  const { agenda } = source;
  const { locale } = place;
  const options = { locale };
  const isStaff = sheet === 'run-sheet';
  const paper = isStaff ? m.agenda_paper_run_sheet({}, options) : m.agenda_programme({}, options);
  const days = agenda.days.flatMap((day) => {
    const items = agenda.items.filter(({ dayId }) => dayId === day.id);
    if (items.length === 0) return [];
    const title = dayText(agenda.days, day.id, locale, agenda.timeZone);
    return [{ title, rows: items.map((item) => rowOf(item, source, isStaff, locale)) }];
  });
  return {
    ...head(source, paper, place),
    sheet,
    columns: {
      time: m.agenda_paper_time({}, options),
      what: m.agenda_paper_what({}, options),
      where: m.agenda_paper_where({}, options),
      material: m.agenda_method_material({}, options),
      notes: m.agenda_paper_notes({}, options),
    },
    days,
    materials: isStaff ? materialsOf(source, locale) : null,
  };
}

/** What participants get: times, rooms, people, and what it is about. */
export const programmePaper = (source: PaperSource, place: Place): DaysPaper =>
  daysPaper(source, 'programme', place);

/** What those who run the day hold in their hands: everything, their notes and all material too. */
export const runSheetPaper = (source: PaperSource, place: Place): DaysPaper =>
  daysPaper(source, 'run-sheet', place);

/** The topics of a workshop as cards to cut out, in the order in which they come. */
export function cardsPaper(source: PaperSource, place: Place): CardsPaper {
  const { locale } = place;
  const { items } = source.agenda;
  const ids = [...new Set(items.flatMap(({ topicId }) => (topicId === null ? [] : [topicId])))];
  const cards = ids.flatMap((id) => {
    const topic = source.topics.find((one) => one.id === id);
    const first = items.find(({ topicId }) => topicId === id);
    if (!topic || !first) return [];
    const { question, teamName } = topic;
    const minutes = m.agenda_paper_minutes({ count: minutesFor(items, id) }, { locale });
    const when = [whenText(source.agenda, first, locale), first.room].filter(Boolean).join(' · ');
    return [{ question, team: teamName, minutes, when }];
  });
  return {
    ...head(source, m.agenda_paper_cards({}, { locale }), place),
    sheet: 'cards',
    hint:
      cards.length === 0
        ? m.agenda_paper_cards_none({}, { locale })
        : m.agenda_paper_cards_hint({}, { locale }),
    cards,
  };
}
