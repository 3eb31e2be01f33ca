import { expect, test } from 'vitest';
import { practiceContent } from '../fields';
import { readWording } from './wording';

const one = '0190a3b2-0000-7000-8000-000000000001';
const other = '0190a3b2-0000-7000-8000-000000000002';
const content = practiceContent.parse({
  gist: 'Wir haben gefragt.',
  cost: 500,
  tags: ['Ehrenamt'],
  partners: [
    { id: one, name: 'Rosa Lind', role: 'Sprecherin' },
    { id: other, name: 'Sportverein', role: 'Raum' },
  ],
});
const form = (sent: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(sent)) data.set(name, value);
  return data;
};

test('a text is what was typed, with the ends of lines that we keep', () => {
  expect(readWording(form({ value: 'Erst.\r\nDann.' }), content, 'story')).toBe('Erst.\nDann.');
});

test('an entry of a list is worded otherwise, and another one left out', () => {
  const sent = form({ [`${one}.name`]: 'Eine Sprecherin', [`${other}.remove`]: 'on' });
  expect(readWording(sent, content, 'partners')).toEqual([
    { id: one, name: 'Eine Sprecherin', role: 'Sprecherin' },
  ]);
});

test('what can be left out says nothing then; what an example is about stays', () => {
  const sent = form({ leaveOut: 'on', value: 'Wir.' });
  expect(readWording(sent, content, 'cost')).toBeNull();
  expect(readWording(sent, content, 'tags')).toEqual([]);
  expect(readWording(sent, content, 'gist')).toBe('Wir.');
});
