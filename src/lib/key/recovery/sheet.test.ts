import { expect, it } from 'vitest';
import { isGroup } from './sheet';

it.each(['7Q2M', '7q2m', ' 7q 2m ', '7Q-2M'])('reads %s as the group 7Q2M', (typed) => {
  expect(isGroup(typed, '7Q2M')).toBe(true);
});

it.each(['', '7Q2', '7Q2N', '7Q2M7', '7Q2M 7Q2M'])('does not take %s for it', (typed) => {
  expect(isGroup(typed, '7Q2M')).toBe(false);
});

it('forgives what is misread', () => {
  expect(isGroup('oi1l', '0111')).toBe(true);
});
