import { expect, it } from 'vitest';
import { m } from '$lib/paraglide/messages.js';
import { leftGroups } from './left';

const topic = { topicId: 'one' };
const answer = { topicId: null };
const { ballot_decision_carried: inPool, ballot_decision_left: left } = m;

it.each([
  ['topics and answers apart', [topic, answer], [topic, answer], [inPool, left]],
  ['no heading over nothing', [answer], [topic, answer], [left]],
  ['what could have stayed, where all is taken', [], [topic, answer], [inPool]],
  ['answers, where there were no topics', [], [answer], [left]],
])('tells %s', (_what, items, all, titles) => {
  const groups = leftGroups(items, all);
  expect(groups.map(({ title }) => title)).toEqual(titles);
  expect(groups.flatMap((group) => group.items)).toEqual(items);
});
