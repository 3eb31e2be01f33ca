import { describe, expect, it } from 'vitest';
import { exchanged } from '$lib/practice/exchange/format';
import { demoContent } from './index';
import { minutesFromToday } from './timeline';
import type { Act } from './types';

const cohort = demoContent.cohorts.at(-1)!;
const { practices } = cohort;
const teamOf = (person: string) => cohort.members.find((one) => one.person === person)?.site;
const minutes = ({ at }: Pick<Act, 'at'>) => minutesFromToday(at);
const shownAt = ({ shown }: (typeof practices)[number]) => shown?.agreed?.at ?? shown?.due ?? null;

describe('the practice examples', () => {
  it('are as many and as varied as the demo promises', () => {
    expect(practices).toHaveLength(12);
    expect(new Set(practices.map(({ key }) => key)).size).toBe(12);
    expect(practices.filter(({ text }) => text.kind === 'failed')).toHaveLength(3);
    expect(practices.filter(({ published }) => published)).toHaveLength(2);
    // One waits for the second person of its team, one is read by nobody else yet.
    expect(practices.filter((one) => one.shown && !shownAt(one))).toHaveLength(1);
    expect(practices.filter(({ shown }) => !shown)).toHaveLength(1);
    const towns = practices.map(({ adoptions = [] }) => new Set(adoptions.map(({ site }) => site)));
    expect(Math.max(...towns.map(({ size }) => size))).toBe(4);
  });

  it('are records that the form would take', () => {
    for (const { key, text, edits = [], published } of practices)
      for (const one of [text, ...edits.map(({ changes }) => changes), published?.changes ?? {}])
        expect([key, exchanged.safeParse(one).error?.issues ?? []]).toEqual([key, []]);
  });

  it('are written, shown and answered by the two of their team', () => {
    for (const { key, site, author, edits = [], shown, published } of practices) {
      const acts = [...edits, shown, shown?.agreed, published, published?.agreed];
      const people = [author, ...acts.flatMap((act) => (act ? [act.by] : []))];
      expect([key, people.map(teamOf)]).toEqual([key, people.map(() => site)]);
      for (const step of [shown, published])
        if (step?.agreed) expect(step.agreed.by, key).not.toBe(step.by);
    }
  });

  it('begin with topics that are there by then', () => {
    for (const { key, topic, begun } of practices) {
      if (!topic) continue;
      const { proposedAt } = cohort.topics.find((one) => one.key === topic)!;
      expect(minutesFromToday(begun), key).toBeGreaterThan(minutesFromToday(proposedAt!));
    }
  });

  it('are adopted by other teams, once they are shown, in the order of time', () => {
    for (const practice of practices) {
      const { key, site, adoptions = [] } = practice;
      for (const adoption of adoptions) {
        expect(teamOf(adoption.by), key).toBe(adoption.site);
        expect(adoption.site, key).not.toBe(site);
        expect(minutes(adoption), key).toBeGreaterThan(minutesFromToday(shownAt(practice)!));
        if (adoption.state === 'dropped') expect(adoption.why, key).toBeTruthy();
      }
      expect(adoptions.map(minutes)).toEqual(adoptions.map(minutes).toSorted((a, b) => a - b));
    }
  });
});
