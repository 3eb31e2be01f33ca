const LIST_PARAGRAPH = /<p\b(?=[^>]*mso-list\s*:\s*(?!none))[^>]*>([\s\S]*?)<\/p>/gi;
const LEVEL = /mso-list:[^;"']*\blevel(\d)/i;
/** Word puts the bullet or number between these marks, for programs that know no lists. */
const MARKER =
  /<!--\[if !supportLists\]-->([\s\S]*?)<!--\[endif\]-->|<!\[if !supportLists\]>([\s\S]*?)<!\[endif\]>|<span\b[^>]*mso-list\s*:\s*Ignore[^>]*>([\s\S]*?)<\/span>\s*(?:<\/span>)?/i;
const NUMBERED = /^\s*(?:\(?[0-9]{1,3}|\(?[a-z]|[ivxlc]{1,6})[.)]/i;
const DEEPEST_LEVEL = 6;

/**
 * HTML as Word, Outlook and Excel put it on the clipboard, made readable for others: the invisible
 * parts go (styles, conditional comments, Office's own elements), and paragraphs that only look like
 * lists become lists. Nothing here makes HTML safe; the result still goes through the editor's schema
 * and, on the server, through `sanitiseRichText`. HTML from elsewhere comes back nearly as it was.
 */
export function cleanWordHtml(html: string): string {
  const fragment = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/i.exec(html)?.[1] ?? html;
  const withLists = fragment.includes('mso-list') ? paragraphsToLists(fragment) : fragment;
  return withLists
    .replace(/<(style|script|xml|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[(?:if|endif)[^>]*>/gi, '')
    .replace(/<\/?[a-z]+:[a-z]+[^>]*>/gi, '')
    .replace(/<\/?(?:meta|link|font)\b[^>]*>/gi, '')
    .replace(/\s(?:class|lang|style)=(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, keepsEmphasis);
}

/** Bold and italics by style instead of by element: kept as the style alone, for the editor to read. */
function keepsEmphasis(attribute: string): string {
  const isBold = /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attribute);
  const isItalic = /font-style\s*:\s*italic/i.test(attribute);
  const kept = [isBold && 'font-weight:bold', isItalic && 'font-style:italic'].filter(Boolean);
  return kept.length > 0 ? ` style="${kept.join(';')}"` : '';
}

type Entry = { level: number; isNumbered: boolean; content: string };

/** Runs of list paragraphs become nested lists; whatever stands between them stays where it is. */
function paragraphsToLists(html: string): string {
  let result = '';
  let position = 0;
  let entries: Entry[] = [];
  for (const match of html.matchAll(LIST_PARAGRAPH)) {
    const between = html.slice(position, match.index);
    const isNewList = between.replace(/<!--[\s\S]*?-->/g, '').trim() !== '';
    if (isNewList) {
      result += listOf(entries) + between;
      entries = [];
    }
    entries.push(readEntry(match[0], match[1]!));
    position = match.index + match[0].length;
  }
  return result + listOf(entries) + html.slice(position);
}

function readEntry(paragraph: string, content: string): Entry {
  const marker = MARKER.exec(content);
  const markerText = (marker?.slice(1).find((group) => group !== undefined) ?? '')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;|\u00A0/g, ' ');
  return {
    level: Math.min(Number(LEVEL.exec(paragraph)?.[1] ?? 1), DEEPEST_LEVEL),
    isNumbered: NUMBERED.test(markerText),
    content: content.replace(MARKER, '').trim(),
  };
}

function listOf(entries: readonly Entry[]): string {
  const open: string[] = [];
  let html = '';
  const close = () => (html += `</li></${open.pop()}>`);

  for (const { level, isNumbered, content } of entries) {
    while (open.length > level) close();
    if (open.length === level) html += '</li>';
    while (open.length < level) {
      const isInBetween = open.length < level - 1;
      open.push(isNumbered ? 'ol' : 'ul');
      html += `<${open.at(-1)}>${isInBetween ? '<li>' : ''}`;
    }
    html += `<li>${content}`;
  }
  while (open.length > 0) close();
  return html;
}
