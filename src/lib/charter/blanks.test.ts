import { describe, expect, it } from 'vitest';
import { charterDraft } from '../cohort/default-texts/charter';
import { fillPlaceholders } from '../cohort/default-texts/placeholders';
import { blanksIn } from './blanks';

describe('blanks of a charter', () => {
  it.each([
    ['<p>Ruf an: [Telefonnummer], [ ] oder […].</p>', ['[Telefonnummer]', '[ ]', '[…]']],
    ['<p>[<strong>Name</strong>] und [Name]</p>', ['[Name]']],
    ['<p>Siehe [1], [2, 3] und [2026–2027].</p>', []],
    ['<p>Offen [ohne Ende</p>', []],
    ['', []],
  ])('of %j', (html, blanks) => expect(blanksIn(html)).toEqual(blanks));

  it('are those of the first draft that nobody has filled in', () => {
    const draft = fillPlaceholders(charterDraft.de, { contact: 'a@b.de' }, 'de');
    expect(blanksIn(draft)).toEqual(['[Name der Organisation]']);
  });
});
