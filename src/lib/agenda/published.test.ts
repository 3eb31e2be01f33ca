import { describe, expect, it } from 'vitest';
import { emptyAgenda, newItem } from './document';
import { onPresentDays, publishedAgenda } from './published';
import type { Day } from './timing';

const day = (id: string, date: string | null): Day => ({
  ...{ id, date },
  ...{ startMinute: 540, endMinute: 960 },
});
const told = publishedAgenda(
  {
    ...emptyAgenda(),
    items: ['d1', 'd2'].map((dayId) =>
      newItem({ id: `in ${dayId}`, kind: 'plenary', minutes: 60, dayId, title: 'Runde' }),
    ),
  },
  [day('d1', '2026-11-28'), day('d2', '2026-11-29')],
  'Europe/Berlin',
);
const datesOn = (days: Pick<Day, 'id' | 'date'>[]) =>
  onPresentDays(told, days).days.map(({ date }) => date);

describe('a programme on its present days', () => {
  it('takes their dates and nothing else', () => {
    const now = onPresentDays(told, [
      { ...day('d2', '2026-12-05'), startMinute: 600 },
      { ...day('d1', '2026-12-04'), endMinute: 700 },
      day('d3', '2026-12-06'),
    ]);
    expect(now.days).toEqual([day('d1', '2026-12-04'), day('d2', '2026-12-05')]);
    expect({ ...now, days: [] }).toEqual({ ...told, days: [] });
  });

  it('has no date where the day has none any more, and keeps the one of a day that is gone', () => {
    expect(datesOn([day('d1', null)])).toEqual([null, '2026-11-29']);
    expect(datesOn([])).toEqual(['2026-11-28', '2026-11-29']);
  });

  it('leaves what was told as it is', () => {
    onPresentDays(told, [day('d1', '2026-12-04')]);
    expect(told.days[0]!.date).toBe('2026-11-28');
  });
});
