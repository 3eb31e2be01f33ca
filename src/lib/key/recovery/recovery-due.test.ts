import { expect, it } from 'vitest';
import { isRecoveryDue } from './recovery-due';

const now = new Date('2027-03-12T10:00:00Z');

it.each([
  ['there is nothing to lose yet', null, false],
  ['nobody has asked before', { confirmedAt: null, putOffUntil: null }, true],
  ['it was put off', { confirmedAt: null, putOffUntil: '2027-03-13T10:00:00Z' }, false],
  ['the time is over', { confirmedAt: null, putOffUntil: '2027-03-12T10:00:00Z' }, true],
  ['the page was tested', { confirmedAt: '2027-01-01T10:00:00Z', putOffUntil: null }, false],
])('%s: asked %#', (_case, facts, isDue) => {
  expect(isRecoveryDue(facts, now)).toBe(isDue);
});
