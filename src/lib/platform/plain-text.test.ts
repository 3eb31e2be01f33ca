import { describe, expect, it } from 'vitest';
import { hasWords, paragraphsFrom, withoutMarkup } from './plain-text';

describe('rich text without its markup', () => {
  it.each(['', 'Ein Satz.', 'Erstens\nzweitens\n\nNeuer Absatz', '1 < 2 & "drei" &amp; vier'])(
    '%j comes back as it was typed',
    (typed) => expect(withoutMarkup(paragraphsFrom(typed))).toBe(typed),
  );
});

describe('rich text', () => {
  it.each(['', '<p></p>', '<p>&nbsp;<br /></p>', '<ul><li> \n</li></ul>'])(
    '%j has no words',
    (html) => expect(hasWords(html)).toBe(false),
  );
  it.each(['a', '<p>a</p>', '1 < 2', '<p>–</p>'])('%j has words', (html) =>
    expect(hasWords(html)).toBe(true),
  );
});
