import sanitizeHtml from 'sanitize-html';
import { AppError } from './errors';

/** Characters of HTML; a concept of fifty pages has about 200,000. */
export const MAXIMUM_RICH_TEXT_LENGTH = 1_000_000;
/** A list in a quotation in a table needs 8; beyond, the text stays and the markup goes. */
const DEEPEST_NESTING = 16;
/** Nobody writes this; the parser's work grows with the square of it. */
const ABSURD_NESTING = 2_000;
/** Cleaning can bring forth what the next pass cleans (a paragraph in a paragraph); it soon ends. */
const MOST_PASSES = 5;
const LARGEST_SPAN = 20;
const HIGHEST_LIST_START = 9_999;

const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\]))/i;
/** Invisible characters that turn the reading direction or hide text; joiners of emoji stay. */
const DECEPTIVE = /[\u200B\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
/** Elements that say something even when they are empty. */
const MAY_BE_EMPTY = new Set(['br', 'td', 'th']);
/** Their content is no text of the writer; without this it would appear as such. */
const NOT_TEXT = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'template',
  'title',
  'svg',
].concat(['math', 'xmp', 'iframe', 'object', 'noembed', 'noframes', 'xml']);

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    'h2',
    'h3',
    'h4',
    'p',
    'br',
    'ul',
    'ol',
    'li',
    'a',
    'strong',
    'em',
    'blockquote',
  ].concat(['table', 'thead', 'tbody', 'tr', 'th', 'td']),
  allowedAttributes: {
    a: ['href', 'rel'],
    ol: ['start'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nestingLimit: DEEPEST_NESTING,
  nonTextTags: NOT_TEXT,
  transformTags: {
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    b: 'strong',
    i: 'em',
    div: 'p',
    a: (_, { href = '' }) => link(href.trim()),
    span: (_, { style = '' }) => ({ tagName: emphasisOf(style), attribs: {} }),
    ol: (_, { start }) => withNumbers('ol', { start }, HIGHEST_LIST_START),
    td: (_, { colspan, rowspan }) => withNumbers('td', { colspan, rowspan }, LARGEST_SPAN),
    th: (_, { colspan, rowspan, scope }) => {
      const cell = withNumbers('th', { colspan, rowspan }, LARGEST_SPAN);
      const isScope = scope === 'row' || scope === 'col';
      return isScope ? { ...cell, attribs: { ...cell.attribs, scope } } : cell;
    },
  },
  textFilter: (text) => text.replace(DECEPTIVE, '').replace(/[ \u00A0]{2,}/g, ' '),
  // Word leaves hundreds of empty paragraphs.
  exclusiveFilter: ({ tag, text }) => !MAY_BE_EMPTY.has(tag) && text.trim() === '',
};

/**
 * What may stay of HTML that somebody wrote or pasted: headings (2 to 4), paragraphs, lists, links,
 * strong, emphasis, quotations, tables; nothing else, in one regular spelling. The same text again
 * comes out unchanged; a text without any word comes out empty. Every rich text goes through here
 * before it is stored, and may then be shown with {@html}.
 *
 * @throws AppError `rich_text_too_long` above `MAXIMUM_RICH_TEXT_LENGTH`; `rich_text_too_deep`
 */
export function sanitiseRichText(html: string): string {
  if (html.length > MAXIMUM_RICH_TEXT_LENGTH) {
    throw new AppError('rich_text_too_long', { maximum: MAXIMUM_RICH_TEXT_LENGTH });
  }
  let clean = html.toWellFormed();
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const before = clean;
    clean = cleanOnce(before);
    if (clean === before) break;
  }
  return isBlank(clean) ? '' : clean;
}

function cleanOnce(html: string): string {
  let depth = 0;
  return sanitizeHtml(html, {
    ...options,
    onOpenTag: () => {
      depth += 1;
      if (depth > ABSURD_NESTING) throw new AppError('rich_text_too_deep');
    },
    onCloseTag: () => {
      depth -= 1;
    },
  }).trim();
}

/** A link to elsewhere tells the other site nothing about us, and gains nothing for search engines. */
function link(href: string): sanitizeHtml.Tag {
  if (!SAFE_LINK.test(href)) return { tagName: 'a', attribs: {} };
  if (href.startsWith('/')) return { tagName: 'a', attribs: { href } };
  return { tagName: 'a', attribs: { href, rel: 'noopener noreferrer nofollow ugc' } };
}

function emphasisOf(style: string): string {
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) return 'strong';
  return /font-style\s*:\s*italic/i.test(style) ? 'em' : 'span';
}

function withNumbers(
  tagName: string,
  numbers: Record<string, string | undefined>,
  highest: number,
): sanitizeHtml.Tag {
  const attribs: Record<string, string> = {};
  for (const [name, text] of Object.entries(numbers)) {
    const number = /^\d{1,4}$/.test(text ?? '') ? Number(text) : 1;
    if (number > 1) attribs[name] = String(Math.min(number, highest));
  }
  return { tagName, attribs };
}

// What follows reads only what `sanitiseRichText` has let through. That output is regular (small
// letters, quoted attributes, nothing but & < > " escaped), so simple patterns read it rightly.
const TAG = /<(\/?)([a-z0-9]+)[^>]*>/g;
const BLOCKS = new Set(['h2', 'h3', 'h4', 'p', 'ul', 'ol', 'blockquote', 'table', 'tr', 'li']);
const ENTITIES = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&amp;', '&'],
]);

/**
 * The words without the markup, for search, mails and length limits: a line for each paragraph and
 * table row, a dash before each list entry, cells divided by a bar.
 */
export function toPlainText(richText: string): string {
  const lines = richText.replace(TAG, (_, slash: string, name: string) => {
    const isEnd = slash === '/';
    if (name === 'br') return '\n';
    if (name === 'li') return isEnd ? '\n' : '\n– ';
    if (name === 'td' || name === 'th') return isEnd ? ' | ' : '';
    return BLOCKS.has(name) ? '\n' : '';
  });
  return lines
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES.get(entity)!)
    .split('\n')
    .map((line) =>
      line
        .replace(/[ \t]+/g, ' ')
        .replace(/ \| $/, '')
        .trim(),
    )
    .join('\n')
    .replace(/^– *\n+/gm, '– ')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** True where nothing can be read: also for empty paragraphs, spaces and line breaks. */
export function isBlank(richText: string): boolean {
  return toPlainText(richText).replace(/[\s–|]/g, '') === '';
}

/**
 * The beginning of a text in one line, cut at the end of a word.
 * @param maximumLength in characters, the ellipsis included
 */
export function excerpt(richText: string, maximumLength: number): string {
  const line = toPlainText(richText).replace(/\s+/g, ' ');
  if (line.length <= maximumLength) return line;
  const cut = line
    .slice(0, Math.max(maximumLength - 2, 0))
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  const isWordComplete = line[cut.length] === ' ';
  const lastSpace = cut.lastIndexOf(' ');
  const words = isWordComplete || lastSpace <= 0 ? cut : cut.slice(0, lastSpace);
  return `${words.replace(/[\s,;:–|-]+$/, '')} …`;
}
