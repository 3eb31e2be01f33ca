import { z } from 'zod';
import {
  itemKinds,
  LONGEST_MINUTES,
  LONGEST_TEXT,
  MOST_NAMED,
  type AgendaContent,
  type AgendaItem,
} from './document';
import type { ItemField, Operation } from './operations';

const id = z.uuid();

/** So much fits into one agenda: far more than a week of workshops needs. */
export const MOST_ITEMS = 400;
const MOST_TRACKS = 12;
const MOST_AVAILABILITIES = 200;
const TITLE = 200;
const SHORT = 100;

const shownMinute = z.int().min(0).max(2_880);
const ids = z.array(id).max(MOST_NAMED);

/** An item as it is stored: what came later says nothing where it is missing. */
const agendaItem = z.strictObject({
  id,
  dayId: id.nullable().default(null),
  trackId: id.nullable().default(null),
  kind: z.enum(itemKinds),
  title: z.string().max(TITLE).default(''),
  minutes: z.int().min(1).max(LONGEST_MINUTES),
  pinnedAt: shownMinute.nullable().default(null),
  topicId: id.nullable().default(null),
  practiceId: id.nullable().default(null),
  consultationId: id.nullable().default(null),
  methodId: z.string().max(SHORT).nullable().default(null),
  goal: z.string().max(LONGEST_TEXT).default(''),
  responsibleIds: ids.default([]),
  expertIds: ids.default([]),
  room: z.string().max(SHORT).default(''),
  material: z.string().max(LONGEST_TEXT).default(''),
  notes: z.string().max(LONGEST_TEXT).default(''),
  about: z.string().max(LONGEST_TEXT).default(''),
  fileIds: ids.default([]),
}) satisfies z.ZodType<AgendaItem>;

const track = z.strictObject({ id, name: z.string().max(SHORT) });

const availability = z.strictObject({
  id,
  subject: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('expert'), membershipId: id }),
    z.strictObject({ kind: z.literal('room'), room: z.string().min(1).max(SHORT) }),
  ]),
  dayId: id,
  from: shownMinute,
  until: shownMinute,
});

export const agendaContent = z.strictObject({
  tracks: z.array(track).max(MOST_TRACKS).default([]),
  items: z.array(agendaItem).max(MOST_ITEMS).default([]),
  availability: z.array(availability).max(MOST_AVAILABILITIES).default([]),
  reasons: z.record(id, z.string().max(LONGEST_TEXT)).default({}),
}) satisfies z.ZodType<AgendaContent>;

const fieldNames = Object.keys(agendaItem.shape).filter(
  (name) => !['id', 'dayId', 'trackId'].includes(name),
) as [ItemField, ...ItemField[]];

/** What of a field may be said; `from` is compared, and kept nowhere. */
const setItem = z
  .strictObject({
    type: z.literal('set_item'),
    itemId: id,
    field: z.enum(fieldNames),
    from: z.unknown(),
    to: z.unknown(),
  })
  .refine(({ field, to }) => agendaItem.shape[field].safeParse(to).success && to !== undefined, {
    path: ['to'],
    message: 'invalid',
  });

const beforeId = id.nullable();
const operation = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('insert_item'), item: agendaItem, beforeId }),
  z.strictObject({ type: z.literal('remove_item'), itemId: id }),
  z.strictObject({
    type: z.literal('move_item'),
    itemId: id,
    dayId: id.nullable(),
    trackId: id.nullable(),
    beforeId,
  }),
  setItem,
  z.strictObject({ type: z.literal('insert_track'), track, beforeId }),
  z.strictObject({ type: z.literal('remove_track'), trackId: id }),
  z.strictObject({
    type: z.literal('rename_track'),
    trackId: id,
    from: z.string().max(SHORT),
    to: z.string().max(SHORT),
  }),
  z.strictObject({ type: z.literal('insert_availability'), availability }),
  z.strictObject({ type: z.literal('remove_availability'), id }),
  z.strictObject({
    type: z.literal('set_reason'),
    topicId: id,
    from: z.string().max(LONGEST_TEXT),
    to: z.string().max(LONGEST_TEXT),
  }),
]) satisfies z.ZodType<Operation>;

/** The agenda of one workshop. */
export const agendaRef = z.object({ cohortId: id, workshopId: id });
export type AgendaRef = z.infer<typeof agendaRef>;

/** What a board knows already. */
const since = z.int().min(0);

export const changesSince = agendaRef.extend({ since });
export type ChangesSince = z.infer<typeof changesSince>;

export const change = agendaRef.extend({
  /** Made by the browser: sent twice, it is one change. */
  id,
  since,
  operations: z.array(operation).min(1).max(500),
});
export type Change = z.infer<typeof change>;
