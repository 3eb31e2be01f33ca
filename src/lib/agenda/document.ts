/** What the moderators plan for one workshop, as one document. Pure; in browser and server. */

export const itemKinds = [
  'welcome',
  'input',
  'group_work',
  'plenary',
  'consultation',
  'practice',
  'break',
  'open_space',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** A whole day. */
export const LONGEST_MINUTES = 1_440;
/** People or files of one item. */
export const MOST_NAMED = 30;
/** Of goal, notes and the like, in characters. */
export const LONGEST_TEXT = 4_000;

/** An agenda item: one block of time. Texts are plain text. */
export interface AgendaItem {
  id: string;
  /** Null: put aside, on no day yet. */
  dayId: string | null;
  /** Null: for everyone, across all tracks. */
  trackId: string | null;
  kind: ItemKind;
  title: string;
  minutes: number;
  /** The time that it keeps, in minutes after the day's midnight as clocks show it; null: it flows. */
  pinnedAt: number | null;
  topicId: string | null;
  practiceId: string | null;
  consultationId: string | null;
  /** A method of the library: the key of one of ours, or the id of one of the cohort's. */
  methodId: string | null;
  goal: string;
  /** Memberships. */
  responsibleIds: string[];
  /** Memberships of experts. */
  expertIds: string[];
  room: string;
  material: string;
  /** For the moderators alone: never published. */
  notes: string;
  /** For participants. */
  about: string;
  fileIds: string[];
}

/** What runs beside each other. */
export interface Track {
  id: string;
  name: string;
}

/** When an expert or a room is there. Of whom nothing is said, that one always is. */
export interface Availability {
  id: string;
  /** A membership, or a room by its name. */
  subject: { kind: 'expert'; membershipId: string } | { kind: 'room'; room: string };
  dayId: string;
  /** Minutes after midnight as clocks show it. */
  from: number;
  until: number;
}

export interface AgendaContent {
  tracks: Track[];
  /** In their order; what runs beside each other is told apart by its track. */
  items: AgendaItem[];
  availability: Availability[];
  /** Why a chosen topic gets fewer minutes than decided, or none: by topic, read by everyone once published. */
  reasons: Record<string, string>;
}

export const emptyAgenda = (): AgendaContent => ({
  tracks: [],
  items: [],
  availability: [],
  reasons: {},
});

/** What stood on a day that the workshop has no more is put aside: nothing is lost, and nothing counts as planned. */
export function onDays(content: AgendaContent, dayIds: readonly string[]): AgendaContent {
  const isLost = ({ dayId }: AgendaItem) => dayId !== null && !dayIds.includes(dayId);
  if (!content.items.some(isLost)) return content;
  const items = content.items.map((item) =>
    isLost(item) ? { ...item, dayId: null, trackId: null } : item,
  );
  return { ...content, items };
}

/** The files that items name, each once. */
export const filesIn = ({ items }: { items: readonly Pick<AgendaItem, 'fileIds'>[] }): string[] => [
  ...new Set(items.flatMap(({ fileIds }) => fileIds)),
];

/** A new item with nothing in it yet but what is said. */
export const newItem = (
  item: Pick<AgendaItem, 'id' | 'kind' | 'minutes'> & Partial<AgendaItem>,
): AgendaItem => ({
  dayId: null,
  trackId: null,
  title: '',
  pinnedAt: null,
  topicId: null,
  practiceId: null,
  consultationId: null,
  methodId: null,
  goal: '',
  responsibleIds: [],
  expertIds: [],
  room: '',
  material: '',
  notes: '',
  about: '',
  fileIds: [],
  ...item,
});
