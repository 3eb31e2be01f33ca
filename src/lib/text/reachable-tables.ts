/**
 * Pages without a script cannot find out whether a table is wider than the page (ui/Prose.svelte
 * does, elsewhere). So the keyboard reaches every one, and can scroll it.
 *
 * @param html as platform/rich-text lets it through, so that a table has no attributes
 */
export const withReachableTables = (html: string): string =>
  html.replaceAll('<table>', '<table tabindex="0">');
