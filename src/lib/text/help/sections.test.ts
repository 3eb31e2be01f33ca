import { describe, expect, it } from 'vitest';
import { easyProtection } from '../protection/easy';
import { plainProtection } from '../protection/plain';
import { helpSections } from './sections';

const tagsIn = (text: string) => [...text.matchAll(/<(\/?\w+)/g)].map(([, tag]) => tag);

const texts = [...helpSections, ...plainProtection, ...easyProtection];

describe.each(texts)('help and protection: $id', ({ title, body }) => {
  it('says the same in both languages', () => {
    expect(tagsIn(body.en)).toEqual(tagsIn(body.de));
    expect(title.de).not.toBe('');
    expect(title.en).not.toBe('');
  });

  it('uses simple HTML below the part’s own heading', () => {
    const simple =
      /<\/?(h3|p|ul|ol|li|strong|em|kbd|table|thead|tbody|tr|th|td|a)( scope="(row|col)"| href="\/[a-z-]+")?>/g;
    expect(body.de.replace(simple, '')).not.toMatch(/[<>]/);
  });
});
