import { expect, test } from 'vitest';
import { objectionDeadline } from './objection';

const berlin = 'Europe/Berlin';

test.each([
  // Monday: until the end of the Monday after
  ['2026-03-09T10:00:00Z', '2026-03-16T23:00:00.000Z'],
  // Friday: Monday to Friday of the next week
  ['2026-03-13T10:00:00Z', '2026-03-20T23:00:00.000Z'],
  // Saturday counts from Monday on
  ['2026-03-14T10:00:00Z', '2026-03-20T23:00:00.000Z'],
  // late in the evening in UTC is the next day in Berlin
  ['2026-03-12T23:30:00Z', '2026-03-20T23:00:00.000Z'],
  // over the change to summer time
  ['2026-03-26T10:00:00Z', '2026-04-02T22:00:00.000Z'],
])('who agreed at %s is bound from %s', (agreedAt, deadline) => {
  expect(objectionDeadline(new Date(agreedAt), berlin).toISOString()).toBe(deadline);
});
