import { expect, test } from 'vitest';
import { activityText } from './text';

const said = (facts: Record<string, string>, locale: 'de' | 'en') =>
  activityText(
    {
      kind: 'workshop_fixed',
      facts,
      actorName: null,
      subjectKind: 'workshop',
      subjectId: 'one',
      subjectTitle: 'Zelten',
    },
    locale,
  );

test('a date is told by its day, one of several days from the first to the last', () => {
  const day = { date: '2026-03-13', lastDate: '2026-03-13' };
  expect(said(day, 'de')).toContain('Freitag, 13. März 2026');
  expect(said({ ...day, from: '14:00', until: '15:30' }, 'de')).toContain(
    'Freitag, 13. März 2026, 14:00–15:30 Uhr',
  );
  const days = { date: '2026-03-13', lastDate: '2026-03-14' };
  expect(said(days, 'de').replace(/\s*–\s*/, '–')).toContain('13.–14. März 2026');
  expect(said({ date: '2026-03-13' }, 'en')).toContain('Friday');
});
