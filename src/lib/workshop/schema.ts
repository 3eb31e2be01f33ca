import { z } from 'zod';

const MAXIMUM_TITLE = 160;
const MAXIMUM_PLACE = 300;
const MAXIMUM_TEXT = 20_000;
const MAXIMUM_REASON = 2_000;
const MAXIMUM_ADDRESS = 1_000;
export const MAXIMUM_SEATS = 1_000;
export const MAXIMUM_DAYS = 10;
const MAXIMUM_GUESTS = 50;
export const MAXIMUM_NUMBER = 99;

export const cohortRef = z.object({ cohortId: z.uuid() });
export type CohortRef = z.infer<typeof cohortRef>;

export const workshopRef = z.object({ cohortId: z.uuid(), workshopId: z.uuid() });
export type WorkshopRef = z.infer<typeof workshopRef>;

export const workshopKinds = ['workshop', 'symposium', 'online_meeting', 'visit', 'other'] as const;
export type WorkshopKind = (typeof workshopKinds)[number];
export type WorkshopState = 'planned' | 'fixed' | 'held' | 'cancelled';

/** A day as clocks show it: minutes after midnight, above 1440 on the next day. */
export const workshopDay = z
  .object({
    id: z.uuid(),
    /** "2026-03-13"; null while the date is being looked for. */
    date: z.iso.date().nullable(),
    startMinute: z.int().min(0).max(1_439),
    endMinute: z.int().min(1).max(2_880),
  })
  .refine(({ startMinute, endMinute }) => startMinute < endMinute, {
    error: 'end_before_start',
    path: ['endMinute'],
  });
export type WorkshopDay = z.infer<typeof workshopDay>;

const areUnique = (values: readonly unknown[]) => new Set(values).size === values.length;

/** All days have a date, or none has. */
const areDatedTogether = (days: WorkshopDay[]) => {
  const dates = days.flatMap(({ date }) => date ?? []);
  return (dates.length === 0 || dates.length === days.length) && areUnique(dates);
};

/** An address that a browser opens, and nothing else. */
export const webAddress = z
  .string()
  .trim()
  .max(MAXIMUM_ADDRESS)
  .refine((text) => text === '' || /^https?:\/\/[^\s/]+\S*$/i.test(text), 'not_an_address');

export const workshopText = z.object({
  kind: z.enum(workshopKinds),
  title: z.string().trim().min(1).max(MAXIMUM_TITLE),
  /** Rich text: what participants should know. */
  about: z.string().max(MAXIMUM_TEXT).default(''),
  place: z.string().trim().max(MAXIMUM_PLACE).default(''),
  onlineUrl: webAddress.default(''),
});

export const saveWorkshop = workshopRef
  .extend({
    /** The version that the editor started from; 0 for a new one. */
    version: z.int().min(0),
    ...workshopText.shape,
    /** Its place in the series; null: behind the last one. Only of kind workshop. */
    number: z.int().min(1).max(MAXIMUM_NUMBER).nullable(),
    /** Seats in the house; null: as many as come. */
    seats: z.int().min(1).max(MAXIMUM_SEATS).nullable(),
    days: z.array(workshopDay).min(1).max(MAXIMUM_DAYS),
    /** Experts who are invited to it: memberships. */
    guestIds: z.array(z.uuid()).max(MAXIMUM_GUESTS).default([]),
  })
  .refine(({ days }) => areDatedTogether(days), { error: 'dates_together', path: ['days'] })
  .refine(({ days }) => areUnique(days.map(({ id }) => id)), { error: 'invalid', path: ['days'] });
export type SaveWorkshop = z.infer<typeof saveWorkshop>;

export const cancelWorkshop = workshopRef.extend({
  reason: z.string().trim().min(1).max(MAXIMUM_REASON),
});
export type CancelWorkshop = z.infer<typeof cancelWorkshop>;
