/** How a draft of minutes grows from what was planned and noted down. Pure. */
import type { PublishedAgenda } from '$lib/agenda/published';
import { dayClock } from '$lib/agenda/clock';
import { escapeHtml, hasWords } from '$lib/platform/plain-text';
import type { PublishedPhoto, PublishedProceedings, SectionItem } from './content';

/** What somebody noted down to an item of the programme. */
export interface DayNote {
  id: string;
  itemId: string;
  body: string;
  /** Null where the account was erased. */
  authorName: string | null;
}

export interface GrownSection {
  itemId: string | null;
  title: string;
  body: string;
  noteIds: string[];
}

/** Notes as a list, each with who wrote it. */
export function notesAsText(notes: readonly Pick<DayNote, 'body' | 'authorName'>[]): string {
  if (notes.length === 0) return '';
  const entries = notes.map(({ body, authorName }) => {
    const text = escapeHtml(body.trim()).replaceAll('\n', '<br />');
    return `<li>${text}${authorName === null ? '' : ` <em>(${escapeHtml(authorName)})</em>`}</li>`;
  });
  return `<ul>${entries.join('')}</ul>`;
}

/** What a section says once these notes are taken over: they come behind what stands there. */
export const withNotes = (
  body: string,
  notes: readonly Pick<DayNote, 'body' | 'authorName'>[],
): string => `${body}${notesAsText(notes)}`;

/** Notes that nobody has taken over or put aside yet, for a section. */
export const offeredNotes = (
  section: { itemId: string | null; noteIds: readonly string[] },
  notes: readonly DayNote[],
): DayNote[] =>
  section.itemId === null
    ? []
    : notes.filter(({ id, itemId }) => itemId === section.itemId && !section.noteIds.includes(id));

/**
 * One section for each item of the programme but the breaks, with what was noted down to it.
 *
 * @param agenda null where no programme was published
 */
export function itemSections(
  agenda: Pick<PublishedAgenda, 'items'> | null,
  notes: readonly DayNote[],
  titleOf: (item: PublishedAgenda['items'][number]) => string,
): GrownSection[] {
  const isNoted = (itemId: string) => notes.some((note) => note.itemId === itemId);
  const items = (agenda?.items ?? []).filter(({ kind, id }) => kind !== 'break' || isNoted(id));
  return items.map((item) => {
    const said = notes.filter(({ itemId }) => itemId === item.id);
    return {
      itemId: item.id,
      title: titleOf(item),
      body: notesAsText(said),
      noteIds: said.map(({ id }) => id),
    };
  });
}

/** The sections that a draft begins with: those of the programme between two of its own. */
export function firstSections(
  ofItems: readonly GrownSection[],
  words: { opening: string; closing: string },
): GrownSection[] {
  const own = (title: string): GrownSection => ({ itemId: null, title, body: '', noteIds: [] });
  return [own(words.opening), ...ofItems, own(words.closing)];
}

/** Items that came into the programme, or were noted down to, after the draft had begun. */
export const missingSections = (
  sections: readonly { itemId: string | null }[],
  ofItems: readonly GrownSection[],
): GrownSection[] =>
  ofItems.filter(({ itemId }) => !sections.some((section) => section.itemId === itemId));

/** Puts what is missing where the programme has it: behind the section of an item before it. */
export function withMissing<Stored extends { itemId: string | null }>(
  sections: readonly Stored[],
  ofItems: readonly GrownSection[],
): (Stored | GrownSection)[] {
  const all: (Stored | GrownSection)[] = [...sections];
  for (const section of missingSections(sections, ofItems)) {
    const earlier = ofItems.slice(0, ofItems.indexOf(section)).map(({ itemId }) => itemId);
    const behind = all.findLastIndex(({ itemId }) => itemId !== null && earlier.includes(itemId));
    all.splice(behind === -1 ? Math.min(1, all.length) : behind + 1, 0, section);
  }
  return all;
}

/** When and where an item was planned, and who was responsible. */
export function sectionItem(agenda: PublishedAgenda, itemId: string | null): SectionItem | null {
  const item = agenda.items.find(({ id }) => id === itemId);
  if (!item) return null;
  const { dayId, start, end } = item;
  const date = agenda.days.find(({ id }) => id === dayId)?.date ?? null;
  const clock = dayClock(date, agenda.timeZone);
  return {
    ...{ dayId, date, from: clock.shownAt(start), until: clock.shownAt(end) },
    track: agenda.tracks.find(({ id }) => id === item.trackId)?.name ?? '',
    room: item.room,
    peopleIds: [...new Set([...item.responsibleIds, ...item.expertIds])],
    topicId: item.topicId,
  };
}

/**
 * The draft as everyone would read it. A section that says nothing is left out, unless a topic was worked
 * on in it: what its team says to that stands there all the same.
 */
export function proceedingsOf(
  sections: readonly { id: string; itemId: string | null; title: string; body: string }[],
  photos: readonly PublishedPhoto[],
  agenda: PublishedAgenda | null,
  timeZone: string,
): PublishedProceedings {
  const shown = sections
    .map(({ id, itemId, title, body }) => ({
      ...{ id, title, body },
      item: agenda && sectionItem(agenda, itemId),
    }))
    .filter(({ body, item }) => hasWords(body) || (item?.topicId ?? null) !== null);
  const isShown = (sectionId: string | null) => shown.some(({ id }) => id === sectionId);
  return {
    timeZone,
    sections: shown,
    photos: photos.map((photo) => ({
      ...photo,
      sectionId: isShown(photo.sectionId) ? photo.sectionId : null,
    })),
  };
}
