import { expect, it } from 'vitest';
import { abstainingPaper, blankMarks, blankPaper, type Marks, type Paper } from './paper';
import { blankText } from './problem';

const paper = (kind: Paper['kind'], ...marks: Partial<Marks>[]): Paper => ({
  kind,
  marks: marks.map((half) => ({ ...blankMarks(), ...half })),
});
const ranked = { ranks: [['a']] };

it.each<[string, Paper, boolean]>([
  ['an order of nothing', blankPaper('ranking'), true],
  ['scores for nothing', blankPaper('scores'), true],
  ['an order with a blank half', paper('ranking', ranked, {}), true],
  ['an order', paper('ranking', ranked), false],
  ['places that are no order yet', paper('ranking', { places: { a: 2 } }), false],
  ['a score of none', paper('scores', { numbers: { a: 0 } }), false],
  ['an abstention', abstainingPaper('ranking'), false],
  ['half an abstention', paper('ranking', ranked, { isAbstention: true }), false],
  ['approval of nothing', blankPaper('approval'), false],
])('tells whether nothing is marked: %s', (_what, sent, isBlank) => {
  expect(blankText(sent, 'de') !== null).toBe(isBlank);
});
