/**
 * An agenda that can be taken to another workshop: its blocks, tracks and times, without people, topics and
 * dates, which are of one workshop alone. Templates, copies and files are all of this form. Pure.
 */
import { z } from 'zod';
import { itemKinds, newItem, type AgendaContent } from '../document';
import type { Operation } from '../operations';
import { MOST_ITEMS } from '../schema';
import type { Day } from '../timing';

const MOST_TRACKS = 12;
const text = z.string().max(4_000).default('');

export const templateItem = z.object({
  /** 1 for the first day; null: put aside. */
  day: z.int().min(1).max(31).nullable().default(null),
  /** 1 for the first track; null: for everyone. */
  track: z.int().min(1).max(MOST_TRACKS).nullable().default(null),
  kind: z.enum(itemKinds),
  title: z.string().max(200).default(''),
  minutes: z.int().min(1).max(1_440),
  /** Minutes after midnight as clocks show them; null: it flows. */
  pinnedAt: z.int().min(0).max(2_880).nullable().default(null),
  method: z.string().max(100).nullable().default(null),
  goal: text,
  room: z.string().max(100).default(''),
  material: text,
  notes: text,
  about: text,
});

export const templateContent = z.object({
  tracks: z.array(z.string().max(100)).max(MOST_TRACKS).default([]),
  items: z.array(templateItem).max(MOST_ITEMS).default([]),
});
export type TemplateContent = z.output<typeof templateContent>;

const placeOf = (list: readonly { id: string }[], id: string | null): number | null => {
  const at = list.findIndex((one) => one.id === id);
  return at === -1 ? null : at + 1;
};

/** What of an agenda can be taken along. */
export function templateOf(content: AgendaContent, days: readonly Day[]): TemplateContent {
  return {
    tracks: content.tracks.map(({ name }) => name),
    items: content.items.map((item) => {
      const { kind, title, minutes, pinnedAt, methodId, goal, room, material, notes, about } = item;
      return {
        day: placeOf(days, item.dayId),
        track: placeOf(content.tracks, item.trackId),
        kind,
        title,
        minutes,
        pinnedAt,
        method: methodId,
        goal,
        room,
        material,
        notes,
        about,
      };
    }),
  };
}

export interface Taken {
  operations: Operation[];
  items: number;
  /** Those whose day this workshop does not have: they are put aside. */
  putAside: number;
  /** Those whose method is not in the library here. */
  withoutMethod: number;
}

/**
 * What adds a template to an agenda; what stands there already stays.
 *
 * @param knowsMethod whether a method is in the library of this cohort
 */
export function takeTemplate(
  template: TemplateContent,
  days: readonly Day[],
  knowsMethod: (id: string) => boolean,
  newId: () => string,
): Taken {
  const tracks = template.tracks.map((name) => ({ id: newId(), name }));
  let [putAside, withoutMethod] = [0, 0];
  const items = template.items.map(({ day, track, method, ...words }) => {
    const dayId = day === null ? null : (days[day - 1]?.id ?? null);
    const methodId = method !== null && knowsMethod(method) ? method : null;
    if (day !== null && dayId === null) putAside += 1;
    if (method !== null && methodId === null) withoutMethod += 1;
    const trackId = track === null ? null : (tracks[track - 1]?.id ?? null);
    return newItem({ ...words, id: newId(), dayId, trackId, methodId });
  });
  const operations: Operation[] = [
    ...tracks.map((track): Operation => ({ type: 'insert_track', track, beforeId: null })),
    ...items.map((item): Operation => ({ type: 'insert_item', item, beforeId: null })),
  ];
  return { operations, items: items.length, putAside, withoutMethod };
}
