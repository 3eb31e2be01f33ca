// Trusted Types forbid the browser to make elements of a string, rightly: a hole in the cleaning
// would be a hole in the page. Stored rich text is regular (platform/rich-text.server.ts writes it),
// so a few lines read it and make only what is on this list.

const ELEMENTS = new Set(
  'h2 h3 h4 p br ul ol li a strong em blockquote table thead tbody tr th td'.split(' '),
);
const EMPTY = new Set(['br']);
const ATTRIBUTES = new Set(['href', 'rel', 'start', 'colspan', 'rowspan', 'scope']);
const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\]))/i;

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z]+="[^"]*")*)\s*\/?>|([^<]+)/g;
const ATTRIBUTE = /([a-z]+)="([^"]*)"/g;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: '\u00A0' };

const decode = (text: string): string =>
  text.replace(/&(?:(lt|gt|quot|amp|nbsp)|#(\d{1,6}));/g, (_, name?: string, code?: string) =>
    name ? ENTITIES[name]! : String.fromCodePoint(Number(code)),
  );

function elementFor(name: string, attributes: string): HTMLElement {
  const element = document.createElement(name);
  for (const [, attribute, value] of attributes.matchAll(ATTRIBUTE)) {
    const text = decode(value!);
    const isSafe = attribute !== 'href' || SAFE_LINK.test(text);
    if (ATTRIBUTES.has(attribute!) && isSafe) element.setAttribute(attribute!, text);
  }
  return element;
}

/** Makes the elements of stored rich text; whatever is not on the list is left out. */
export function elementsFrom(html: string): DocumentFragment {
  const root = document.createDocumentFragment();
  const open: { name: string; element: ParentNode }[] = [{ name: '', element: root }];
  for (const [, slash, name, attributes, text] of html.matchAll(TOKEN)) {
    const parent = open.at(-1)!;
    if (text !== undefined) parent.element.append(decode(text));
    else if (!ELEMENTS.has(name!)) continue;
    else if (slash) {
      const at = open.findLastIndex((each) => each.name === name);
      if (at > 0) open.length = at;
    } else {
      const element = elementFor(name!, attributes!);
      parent.element.append(element);
      if (!EMPTY.has(name!)) open.push({ name: name!, element });
    }
  }
  return root;
}
