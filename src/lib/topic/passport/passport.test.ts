import { describe, expect, it } from 'vitest';
import type { PassportEntry } from '../page/queries.server';
import { passportSteps } from './passport';

const topic = {
  ...{ id: 't1', cohortId: 'c1', teamName: 'Ahlen', linksBallots: true },
  state: 'outcome' as const,
};
const course = { outcomes: [], reactions: [], agreements: [], notes: [], proceedings: [] };
const reaction = {
  ...{ workshopId: 'w1', workshopTitle: 'Ehrenamt', teamName: 'Ahlen' },
  ...{ answer: 'yes' as const, sentence: '', at: '2026-10-14T09:00:00Z' },
};
const facts = { workshopId: 'w1', workshopTitle: 'Ehrenamt', date: '2026-10-12' };
const entry = (kind: PassportEntry['kind'], at: string): PassportEntry => ({
  ...{ id: at, kind, at, facts, actorName: 'Mona', votes: null },
});
const told = (entries: PassportEntry[], reactions = [reaction]) =>
  passportSteps(entries, topic, { course: { ...course, reactions }, practices: [] }).map(
    ({ title, moment }) => [title, moment],
  );
const WORKED_ON = 'Im Workshop bearbeitet';

describe('the passport of a topic', () => {
  it('dates the work on it by the day of the workshop, however late somebody said that it was over', () => {
    const [work, word] = told([entry('topic_worked_on', '2026-10-18T08:00:00Z')]);
    expect(work).toEqual([WORKED_ON, '2026-10-12T20:00:00Z']);
    expect(word![1]).toBe(reaction.at);
    const onTheDay = '2026-10-12T14:00:00Z';
    expect(told([entry('topic_worked_on', onTheDay)])[0]).toEqual([WORKED_ON, onTheDay]);
  });

  it('keeps the order in which it was said, taken back and said again', () => {
    const entries = [
      entry('topic_worked_on', '2026-10-12T15:00:00Z'),
      entry('topic_work_taken_back', '2026-10-13T08:00:00Z'),
      entry('topic_worked_on', '2026-10-18T08:00:00Z'),
    ];
    const titles = told(entries, []).map(([title]) => title);
    expect([titles[0], titles[2]]).toEqual([WORKED_ON, WORKED_ON]);
    expect(titles[1]).not.toBe(WORKED_ON);
  });
});
