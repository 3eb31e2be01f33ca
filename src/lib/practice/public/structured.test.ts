import { expect, test } from 'vitest';
import { practiceContent, type TextLicence } from '../fields';
import { structuredData, summaryOf } from './structured';

const practice = {
  content: practiceContent.parse({
    gist: 'Fragen & warten </script><b>',
    story: 'Erst fragen.\n\nDann drucken.',
    tags: ['Ehrenamt'],
  }),
  language: 'de' as const,
  firstAt: new Date('2026-03-01T10:00:00Z'),
  releasedAt: new Date('2026-04-01T10:00:00Z'),
  site: null,
  persons: [],
};
const places = {
  address: 'https://x.example/practices/1',
  collection: 'https://x.example/practices',
};

test('says what search engines read, and nothing that ends the element', () => {
  const json = structuredData(practice, places);
  expect(json).not.toMatch(/[<>&]/);
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'Article',
    headline: 'Fragen & warten </script><b>',
    inLanguage: 'de',
    datePublished: '2026-03-01T10:00:00.000Z',
    keywords: ['Ehrenamt'],
  });
});

test('names neither a town nor people that the team does not name', () => {
  const data = JSON.parse(structuredData(practice, places)) as Record<string, unknown>;
  expect(data).not.toHaveProperty('author');
  expect(data).not.toHaveProperty('mentions');
});

test('names the terms of the text: the address of the licence, or that one has to ask', () => {
  const dataOf = (textLicence: TextLicence | null): unknown =>
    JSON.parse(
      structuredData({ ...practice, content: { ...practice.content, textLicence } }, places),
    );
  expect(dataOf('cc_by')).toMatchObject({
    license: 'https://creativecommons.org/licenses/by/4.0/',
    inLanguage: 'de',
  });
  expect(dataOf('cc_by')).not.toHaveProperty('usageInfo');
  for (const asks of ['permission', null] as const) {
    expect(dataOf(asks)).toMatchObject({ usageInfo: { name: 'Nachnutzung nur mit Erlaubnis' } });
    expect(dataOf(asks)).not.toHaveProperty('license');
  }
});

test('an organisation is the author, and its town the place', () => {
  expect(JSON.parse(structuredData({ ...practice, site: 'Ahlen' }, places))).toMatchObject({
    author: { '@type': 'GovernmentOrganization', name: 'Ahlen' },
    spatialCoverage: { '@type': 'AdministrativeArea', name: 'Ahlen' },
  });
});

test('a list in a summary is a sentence', () => {
  const content = practiceContent.parse({
    story: 'Wir hatten:\n- einen Bus,\n- 12 Karten\n\nDas war alles.',
  });
  expect(summaryOf(content)).toBe('Wir hatten: einen Bus, 12 Karten. Das war alles.');
});

test('a summary ends with a whole word', () => {
  const content = practiceContent.parse({ story: 'eins zwei drei' });
  expect(summaryOf(content, 9)).toBe('eins zwei …');
});
