import { z } from 'zod';
import { paces, settableKinds } from './kinds';

export const listNotices = z.object({
  cohortId: z.uuid(),
  /** Older than this one. */
  before: z.uuid().nullable().default(null),
});
export type ListNotices = z.output<typeof listNotices>;

export const markRead = z.object({ cohortId: z.uuid(), noticeId: z.uuid() });
export type MarkRead = z.output<typeof markRead>;

export const markAllRead = z.object({
  cohortId: z.uuid(),
  /** The newest one that the reader has seen in the list; later ones stay unread. */
  until: z.uuid(),
});
export type MarkAllRead = z.output<typeof markAllRead>;

/** The page that the reader looks at, as its address says. */
export const markSeen = z.object({ cohortId: z.uuid(), path: z.string().max(300) });
export type MarkSeen = z.output<typeof markSeen>;

/** Takes back "read": exactly those that were marked in that moment. */
export const undoRead = z.object({ cohortId: z.uuid(), readAt: z.coerce.date() });
export type UndoRead = z.output<typeof undoRead>;

/** "" stands for "as chosen above". */
const finerPace = z.enum(['', ...paces]).default('');
const hour = z.coerce.number().int().min(0).max(23);

export const noticeWishes = z
  .object({
    pace: z.enum(paces).default('daily'),
    ...(Object.fromEntries(settableKinds.map((kind) => [kind, finerPace])) as Record<
      (typeof settableKinds)[number],
      typeof finerPace
    >),
    hasQuietHours: z.boolean().default(false),
    quietFrom: hour.default(20),
    quietUntil: hour.default(7),
  })
  .refine((wishes) => !wishes.hasQuietHours || wishes.quietFrom !== wishes.quietUntil, {
    path: ['quietUntil'],
    error: 'quiet_hours_empty',
  });
export type NoticeWishes = z.output<typeof noticeWishes>;

export const unsubscribe = z.object({
  token: z.string().max(100),
  pace: z.enum(['daily', 'off']).default('off'),
});
export type Unsubscribe = z.output<typeof unsubscribe>;
