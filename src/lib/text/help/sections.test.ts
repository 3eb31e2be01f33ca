import { describe, expect, it } from 'vitest';
import { helpSections } from './sections';

const tagsIn = (text: string) => [...text.matchAll(/<(\/?\w+)/g)].map(([, tag]) => tag);

describe.each(helpSections)('help: $id', ({ title, body }) => {
  it('says the same in both languages', () => {
    expect(tagsIn(body.en)).toEqual(tagsIn(body.de));
    expect(title.de).not.toBe('');
    expect(title.en).not.toBe('');
  });

  it('uses simple HTML below the part’s own heading', () => {
    const simple =
      /<\/?(h3|p|ul|ol|li|strong|em|kbd|table|thead|tbody|tr|th|td)( scope="(row|col)")?>/g;
    expect(body.de.replace(simple, '')).not.toMatch(/[<>]/);
  });
});
