import { describe, expect, it } from 'vitest';
import { accessibilityDraft } from './accessibility';
import { charterDraft } from './charter';
import { imprintDraft } from './imprint';
import { fillPlaceholders, placeholderLabels } from './placeholders';
import { privacyDraft } from './privacy';
import { welcomeDraft } from './welcome';

const drafts = { accessibilityDraft, charterDraft, imprintDraft, privacyDraft, welcomeDraft };
const placeholdersIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
const tagsIn = (text: string) => [...text.matchAll(/<(\/?\w+)>/g)].map(([, tag]) => tag);

describe.each(Object.entries(drafts))('%s', (_name, { de, en }) => {
  it('says the same in both languages: same structure, same placeholders', () => {
    expect(tagsIn(en)).toEqual(tagsIn(de));
    expect(new Set(placeholdersIn(en))).toEqual(new Set(placeholdersIn(de)));
  });

  it('uses known placeholders and simple HTML only', () => {
    for (const name of placeholdersIn(de)) expect(Object.keys(placeholderLabels)).toContain(name);
    expect(de.replace(/<\/?(h2|h3|p|ul|ol|li|strong|em)>/g, '')).not.toMatch(/[<>]/);
  });
});

describe('fillPlaceholders', () => {
  it('puts values in, escaped', () => {
    expect(fillPlaceholders('<p>{organisation}</p>', { organisation: 'A & <b>' }, 'de')).toBe(
      '<p>A &amp; &lt;b&gt;</p>',
    );
  });

  it('shows what is missing, in the reader’s language', () => {
    expect(fillPlaceholders('{phone}', { phone: ' ' }, 'de')).toBe(
      '<strong>[Telefonnummer]</strong>',
    );
    expect(fillPlaceholders('{phone}', {}, 'en')).toBe('<strong>[telephone number]</strong>');
  });

  it('leaves foreign braces alone, inherited names among them', () => {
    expect(fillPlaceholders('{other} {toString}', {}, 'de')).toBe('{other} {toString}');
  });
});
