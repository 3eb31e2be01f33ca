/** Changes of a programme in sentences. Pure. */
import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { formatList } from '$lib/ui/format';
import type { PublishedAgenda, PublishedItem } from '../published';
import { clockRange, clockText, dayText, itemTitle } from '../text';
import { shownTime, trackName, type Aspect, type ItemChange } from './difference';

/** What the sentences need to know. */
export interface ProgrammeWords {
  before: PublishedAgenda | null;
  after: PublishedAgenda;
  /** The name of a membership. */
  personOf: (membershipId: string) => string;
  locale: Locale;
}

export const programmeWords = (
  said: Omit<ProgrammeWords, 'locale'>,
  locale: Locale,
): ProgrammeWords => ({ ...said, locale });

/** "Freitag, 13. März 2026, 10:00–11:00 Uhr" */
export function whenText(agenda: PublishedAgenda, item: PublishedItem, locale: Locale): string {
  const { dayId, from, until } = shownTime(agenda, item);
  const day = dayText(agenda.days, dayId, locale, agenda.timeZone);
  return `${day}, ${clockRange(from, until, locale)}`;
}

/** "Freitag, 13. März 2026, 10:00 Uhr" */
function beginText(agenda: PublishedAgenda, item: PublishedItem, locale: Locale): string {
  const { dayId, from } = shownTime(agenda, item);
  return `${dayText(agenda.days, dayId, locale, agenda.timeZone)}, ${clockText(from, locale)}`;
}

type Changed = Extract<ItemChange, { kind: 'changed' }>;
type Told = (change: Changed, before: PublishedAgenda, words: ProgrammeWords) => string[];

const timeTold: Told = ({ item, before: old }, before, { after, locale }) => {
  const [then, now] = [shownTime(before, old), shownTime(after, item)];
  const isOtherDay = (then.date ?? then.dayId) !== (now.date ?? now.dayId);
  if (isOtherDay) {
    const times = { now: beginText(after, item, locale), before: beginText(before, old, locale) };
    return [m.agenda_change_day(times, { locale })];
  }
  const times = { now: clockText(now.from, locale), before: clockText(then.from, locale) };
  return [m.agenda_change_time(times, { locale })];
};

const lengthTold: Told = ({ item, before: old }, _before, { locale }) => [
  m.agenda_change_length({ count: item.end - item.start, before: old.end - old.start }, { locale }),
];

/** "Raum „Keller“ statt „Saal“", for rooms and for tracks. */
const insteadTold = (
  now: string,
  before: string,
  sentences: Record<
    'other' | 'given' | 'none',
    (facts: { now: string; before: string }, options: { locale: Locale }) => string
  >,
  locale: Locale,
): string[] => {
  const which = now === '' ? 'none' : before === '' ? 'given' : 'other';
  return [sentences[which]({ now, before }, { locale })];
};

const trackTold: Told = ({ item, before: old }, before, { after, locale }) =>
  insteadTold(
    trackName(after, item),
    trackName(before, old),
    {
      other: m.agenda_change_track,
      given: m.agenda_change_track_given,
      none: m.agenda_change_track_none,
    },
    locale,
  );

const roomTold: Told = ({ item, before: old }, _before, { locale }) =>
  insteadTold(
    item.room,
    old.room,
    {
      other: m.agenda_change_room,
      given: m.agenda_change_room_given,
      none: m.agenda_change_room_none,
    },
    locale,
  );

const everyoneOf = ({ responsibleIds, expertIds }: PublishedItem) => [
  ...new Set([...responsibleIds, ...expertIds]),
];

const peopleTold: Told = ({ item, before: old }, _before, { personOf, locale }) => {
  const [now, then] = [everyoneOf(item), everyoneOf(old)];
  const names = (ids: string[]) => formatList(ids.map(personOf), locale);
  const come = now.filter((id) => !then.includes(id));
  const left = then.filter((id) => !now.includes(id));
  // Whoever was an expert is responsible now, or the other way round.
  if (come.length + left.length === 0) return [m.agenda_change_roles({}, { locale })];
  return [
    ...(come.length > 0 ? [m.agenda_change_come({ people: names(come) }, { locale })] : []),
    ...(left.length > 0 ? [m.agenda_change_left({ people: names(left) }, { locale })] : []),
  ];
};

const wordsTold: Told = ({ item, before: old }, _before, { locale }) => {
  const [now, then] = [itemTitle(item, locale), itemTitle(old, locale)];
  if (now !== then) return [m.agenda_change_title({ before: then }, { locale })];
  return [m.agenda_change_words({}, { locale })];
};

const told: Record<Aspect, Told> = {
  time: timeTold,
  length: lengthTold,
  track: trackTold,
  room: roomTold,
  people: peopleTold,
  words: wordsTold,
};

/** Those that are parts of one sentence; the others are sentences of their own. */
const PARTS: readonly Aspect[] = ['time', 'length', 'track', 'room'];

/** One change as it is read: "„B“: um 11:00 Uhr statt um 10:00 Uhr, 45 statt 60 Minuten." */
export function changeText(change: ItemChange, words: ProgrammeWords): string {
  const { before, after, locale } = words;
  const title = itemTitle(change.item ?? change.before, locale);
  if (change.kind === 'new')
    return m.agenda_change_new({ title, when: whenText(after, change.item, locale) }, { locale });
  if (change.kind === 'gone' || !before) {
    const when = change.before && before ? whenText(before, change.before, locale) : '';
    return m.agenda_change_gone({ title, when }, { locale });
  }
  const sayAll = (wanted: (aspect: Aspect) => boolean) =>
    change.aspects.filter(wanted).flatMap((aspect) => told[aspect](change, before, words));
  const parts = sayAll((aspect) => PARTS.includes(aspect)).join(', ');
  const sentences = sayAll((aspect) => !PARTS.includes(aspect));
  const all = [...(parts === '' ? [] : [`${parts}.`]), ...sentences].join(' ');
  return m.agenda_change_of({ title, changes: all }, { locale });
}

/** So many are told in full: a notice is read in passing. */
const TOLD_IN_FULL = 4;

/** Several changes, one after the other. */
export function changeList(changes: readonly ItemChange[], words: ProgrammeWords): string {
  const shown = changes.slice(0, TOLD_IN_FULL).map((change) => changeText(change, words));
  const others = changes.length - shown.length;
  const more =
    others > 0 ? [m.agenda_change_more({ count: others }, { locale: words.locale })] : [];
  return [...shown, ...more].join(' ');
}
