import { expect, it } from 'vitest';
import { readAnswers, writeAnswer } from './free-answers';

it.each([
  ['Stadtrundgang, 30 Minuten', 'Stadtrundgang', 30],
  ['Stadtrundgang (45 min)', 'Stadtrundgang', 45],
  ['  Stadt; 5 Min. ', 'Stadt', 5],
  ['Walk, 1 minute', 'Walk', 1],
  ['Wer kommt um 30?', 'Wer kommt um 30?', null],
  ['Treffen in 30 Minuten', 'Treffen in 30 Minuten', null],
  ['Nichts, 0 Minuten', 'Nichts, 0 Minuten', null],
  ['Plan, 30', 'Plan, 30', null],
])(
  'reads %o as %o of %o minutes, and writes it so that it is read again',
  (line, title, minutes) => {
    expect(readAnswers(line)).toEqual([{ title, minutes }]);
    expect(readAnswers(writeAnswer({ title, minutes }))).toEqual([{ title, minutes }]);
  },
);

it('takes one answer from each line', () => {
  expect(readAnswers(' Eins \n\nZwei, 20 min\n')).toEqual([
    { title: 'Eins', minutes: null },
    { title: 'Zwei', minutes: 20 },
  ]);
});
