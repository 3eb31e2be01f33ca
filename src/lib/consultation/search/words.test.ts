import { expect, test } from 'vitest';
import { findWords, type Words } from './words';

const words = (text: string, writtenAt: number, title = 'Der Beirat'): Words => ({
  ...{ href: `#${writtenAt}`, title, place: 'Jana Rameil · Beratung', text, writtenAt },
});
const all = [
  words('Rufen Sie in Mülheim an.', 1),
  words('Noch einmal in\n\nMülheim fragen.', 3),
  words('Warten.', 2),
];

test('finds in every spelling, the newest first', () => {
  expect(findWords(all, 'muelheim').map(({ href }) => href)).toEqual(['#3', '#1']);
  expect(findWords(all, 'MULHEIM anrufen')).toEqual([]);
  expect(findWords(all, 'mulheim rufen').map(({ href }) => href)).toEqual(['#1']);
});

test('takes words of the title and of the text together, and shows the text in one line', () => {
  const [found] = findWords(all, 'beirat fragen');
  expect(found?.excerpt).toBe('Noch einmal in Mülheim fragen.');
});

test('does not find everything that stands below a title', () => {
  expect(findWords(all, 'beirat')).toEqual([]);
});

test('finds nothing before something is typed', () => {
  expect(findWords(all, '  ')).toEqual([]);
});
