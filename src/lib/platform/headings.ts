/** Headings of rich text between the editor and a page that the text fills. Pure. */

const shifted = (html: string, levels: RegExp, by: number): string =>
  html.replace(levels, (_, slash: string, level: string) => `<${slash}h${Number(level) + by}>`);

/**
 * The editor knows two levels of headings, 3 and 4, because texts mostly stand in a section. A text
 * that has a page to itself is stored with levels 2 and 3.
 */
export const headingsForEditor = (html: string): string => shifted(html, /<(\/?)h([23])>/g, 1);

/** Undoes `headingsForEditor`. */
export const headingsForPage = (html: string): string => shifted(html, /<(\/?)h([34])>/g, -1);
