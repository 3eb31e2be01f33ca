import { z } from 'zod';
import { readRichText } from '$lib/platform/plain-text';
import { endMinutesOf, minutesOf } from './days';
import {
  MAXIMUM_DAYS,
  MAXIMUM_NUMBER,
  MAXIMUM_SEATS,
  workshopText,
  type SaveWorkshop,
} from './schema';

/** A number that may be left out, as its field sends it. */
const optionalNumber = (maximum: number) =>
  z
    .string()
    .trim()
    .refine((text) => /^\d*$/.test(text), 'invalid')
    .refine((text) => text === '' || Number(text) >= 1, 'too_small:1')
    .refine((text) => Number(text) <= maximum, `too_big:${maximum}`)
    .default('');

/** What the form of a workshop sends: each day in four fields that stand at the same place of four lists. */
export const workshopForm = z
  .object({
    id: z.uuid(),
    version: z.number().int().min(0),
    ...workshopText.shape,
    number: optionalNumber(MAXIMUM_NUMBER),
    seats: optionalNumber(MAXIMUM_SEATS),
    isDated: z.enum(['dated', 'undated']).default('undated'),
    dayIds: z.array(z.uuid()).min(1).max(MAXIMUM_DAYS),
    dates: z.array(z.string().max(10)).max(MAXIMUM_DAYS).default([]),
    starts: z.array(z.string().max(8)).max(MAXIMUM_DAYS),
    ends: z.array(z.string().max(8)).max(MAXIMUM_DAYS),
    guestIds: z.array(z.uuid()).max(50).default([]),
  })
  .superRefine((form, context) => {
    const find = (list: 'dates' | 'starts' | 'ends', index: number, message: string) =>
      context.addIssue({ code: 'custom', path: [list, index], message });
    const known = new Set<string>();
    for (const index of form.dayIds.keys()) {
      const date = form.dates[index] ?? '';
      const start = minutesOf(form.starts[index] ?? '');
      const end = endMinutesOf(form.ends[index] ?? '');
      if (form.isDated === 'dated') {
        if (date === '') find('dates', index, 'required');
        else if (!z.iso.date().safeParse(date).success) find('dates', index, 'invalid');
        else if (known.has(date)) find('dates', index, 'dates_together');
        known.add(date);
      }
      if (start === null) find('starts', index, 'required');
      if (end === null) find('ends', index, 'required');
      else if (start !== null && end <= start) find('ends', index, 'end_before_start');
    }
  });
export type WorkshopForm = z.infer<typeof workshopForm>;

/** The form as it was sent, its rich text put together, and that text as it was typed. */
export async function readWorkshopForm(request: Request) {
  const form = await request.formData();
  const plain = String(form.get('about') ?? '');
  form.set('about', readRichText(form, 'about'));
  return { form, plain };
}

/** What a valid form says, as the procedure takes it. */
export function workshopFrom(form: WorkshopForm, cohortId: string): SaveWorkshop {
  const { id, version, kind, title, about, place, onlineUrl, guestIds } = form;
  const days = form.dayIds.map((dayId, index) => ({
    id: dayId,
    date: form.isDated === 'dated' ? form.dates[index]! : null,
    startMinute: minutesOf(form.starts[index]!)!,
    endMinute: endMinutesOf(form.ends[index]!)!,
  }));
  const number = form.number === '' ? null : Number(form.number);
  const seats = form.seats === '' ? null : Number(form.seats);
  const text = { kind, title, about, place, onlineUrl };
  return { cohortId, workshopId: id, version, ...text, number, seats, days, guestIds };
}
