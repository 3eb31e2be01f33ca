import { Parser } from 'htmlparser2';
import { cleanWordHtml } from '$lib/platform/word-paste';

/** Elements that the editor knows; of all others only the content stays. */
const KNOWN = new Set(
  'p br h1 h2 h3 h4 h5 h6 ul ol li a strong b em i blockquote table thead tbody tr th td'.split(
    ' ',
  ),
);
const RENAMED: Record<string, string> = { h1: 'h3', h2: 'h3', h5: 'h4', h6: 'h4', div: 'p' };
const UNREADABLE = new Set(['script', 'style', 'title', 'xml', 'template', 'svg', 'math']);
const SAFE_LINK = /^(https?:|mailto:|tel:|\/(?!\/))/i;

function elementFor(name: string, attributes: Record<string, string>): HTMLElement | null {
  const isBold = /font-weight\s*:\s*(bold|[6-9]00)/i.test(attributes.style ?? '');
  const isItalic = /font-style\s*:\s*italic/i.test(attributes.style ?? '');
  if (name === 'span' && (isBold || isItalic))
    return document.createElement(isBold ? 'strong' : 'em');
  // Google Docs wraps everything into a bold element that is not bold.
  if (name === 'b' && /font-weight\s*:\s*normal/i.test(attributes.style ?? '')) return null;
  const known = RENAMED[name] ?? name;
  if (!KNOWN.has(known)) return null;
  const element = document.createElement(known);
  const href = attributes.href?.trim();
  if (known === 'a' && href && SAFE_LINK.test(href)) element.setAttribute('href', href);
  for (const span of ['colspan', 'rowspan']) {
    const value = attributes[span];
    if (value) element.setAttribute(span, value);
  }
  return element;
}

/**
 * Builds elements from pasted HTML, Word's included. The string never reaches the browser's own
 * parser: nothing in it can run or be fetched, and Trusted Types have nothing to forbid.
 */
export function pastedFragment(html: string): HTMLElement {
  const root = document.createElement('div');
  const open: (HTMLElement | null)[] = [];
  let unreadable = 0;
  const parent = (): HTMLElement => open.findLast((element) => element !== null) ?? root;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (UNREADABLE.has(name)) unreadable += 1;
      const element = unreadable > 0 ? null : elementFor(name, attributes);
      if (element) parent().append(element);
      open.push(element);
    },
    ontext(text) {
      if (unreadable === 0) parent().append(text.replace(/\s+/g, ' '));
    },
    onclosetag(name) {
      if (UNREADABLE.has(name)) unreadable -= 1;
      open.pop();
    },
  });
  parser.end(cleanWordHtml(html));
  return root;
}
