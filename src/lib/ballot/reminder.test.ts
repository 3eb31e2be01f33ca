import { expect, it } from 'vitest';
import { isReminderDue, reminderMoment } from './reminder';

const at = (text: string) => new Date(`2026-03-${text}Z`);

it('reminds a day before closing', () => {
  expect(reminderMoment(at('01T09:00'), at('10T18:00'))).toEqual(at('09T18:00'));
});

it('does not remind before half of the time is over', () => {
  expect(reminderMoment(at('01T10:00'), at('01T12:00'))).toEqual(at('01T11:00'));
});

it('leaves half a day between two reminders', () => {
  expect(isReminderDue(null, at('01T09:00'))).toBe(true);
  expect(isReminderDue(at('01T09:00'), at('01T20:59'))).toBe(false);
  expect(isReminderDue(at('01T09:00'), at('01T21:00'))).toBe(true);
});
