/** A public example as structured data (schema.org, JSON-LD), for search engines. Pure. */
import type { Locale } from '$lib/access/actor';
import type { PracticeContent } from '../fields';
import { textLicenceLabel, textLicenceMeaning } from '../labels';
import { licenceOf, termsOf } from '../licence';
import { blocksOf } from '../plain-text';

export interface DescribedPractice {
  content: PracticeContent;
  language: Locale;
  firstAt: Date;
  releasedAt: Date;
  /** The town, where the team names it. */
  site: string | null;
  persons: { name: string }[];
}

/** A text as running words: the entries of a list become a sentence. */
const inOneLine = (text: string): string =>
  blocksOf(text)
    .map((block) =>
      block.kind === 'list'
        ? `${block.items.map((item) => item.replace(/[.,;]+$/, '')).join(', ')}.`
        : block.lines.join(' '),
    )
    .join(' ')
    .replaceAll(/\s+/g, ' ');

/** The beginning of the story, as long as a preview shows it. */
export function summaryOf({ story, happened, problem }: PracticeContent, limit = 200): string {
  const text = inOneLine(story || happened || problem);
  if (text.length <= limit) return text;
  return `${text.slice(0, text.lastIndexOf(' ', limit))} …`;
}

/** The address of the terms, or in words that one has to ask; in the language of the text. */
function terms(content: PracticeContent, locale: Locale): object {
  const licence = licenceOf(content);
  const url = termsOf[licence];
  if (url) return { license: url };
  const name = textLicenceLabel(licence, { locale });
  const text = textLicenceMeaning(licence, { locale });
  return { usageInfo: { '@type': 'CreativeWork', name, text } };
}

const area = (name: string) => ({ '@type': 'AdministrativeArea', name });
/** A place writes nothing: an author is a person or an organisation. */
const administration = (name: string) => ({ '@type': 'GovernmentOrganization', name });

/**
 * @param address where the example is read
 * @param collection where all are read
 * @returns JSON that may stand in a page: no character in it ends or opens an element
 */
export function structuredData(
  practice: DescribedPractice,
  { address, collection }: { address: string; collection: string },
): string {
  const { content, language, firstAt, releasedAt, site, persons } = practice;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': address,
    url: address,
    headline: content.gist,
    description: summaryOf(content),
    inLanguage: language,
    datePublished: firstAt.toISOString(),
    dateModified: releasedAt.toISOString(),
    isAccessibleForFree: true,
    ...terms(content, language),
    isPartOf: { '@type': 'CollectionPage', url: collection },
    ...(content.tags.length > 0 ? { keywords: content.tags } : {}),
    ...(site ? { author: administration(site), spatialCoverage: area(site) } : {}),
    ...(persons.length > 0
      ? { mentions: persons.map(({ name }) => ({ '@type': 'Person', name })) }
      : {}),
  };
  return JSON.stringify(data)
    .replaceAll('&', '\\u0026')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e');
}
