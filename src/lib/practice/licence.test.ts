import { expect, test } from 'vitest';
import { everyField } from './every-field.fixture';
import { emptyContent, textLicences } from './fields';
import { lacksLicence, licenceOf, undescribed, unsettled } from './licence';

test('a text lacks its licence on the way to the public alone, until one is chosen', () => {
  expect(lacksLicence('public', emptyContent())).toBe(true);
  expect(lacksLicence('cohort', emptyContent())).toBe(false);
  for (const textLicence of textLicences)
    expect(lacksLicence('public', { ...emptyContent(), textLicence })).toBe(false);
});

test('a text that was public before licences were asked for may be used with permission only', () => {
  expect(licenceOf(emptyContent())).toBe('permission');
  expect(licenceOf({ textLicence: 'cc0' })).toBe('cc0');
});

test('attachments are settled first whose terms nobody knows', () => {
  const [first, ...others] = everyField.attachments;
  const attachments = [{ ...first!, licence: 'unknown' as const }, ...others];
  expect(unsettled({ attachments }).map(({ title }) => title)).toEqual([first!.title]);
  expect(unsettled(everyField)).toEqual([]);
});

test('a picture without a word about it is undescribed, and nothing else is', () => {
  const isPicture = ({ kind }: { kind: string }) => kind === 'picture';
  const attachments = everyField.attachments.map((entry) => ({ ...entry, alt: '' }));
  expect(undescribed({ attachments })).toEqual(attachments.filter(isPicture));
  expect(undescribed(everyField)).toEqual([]);
});
