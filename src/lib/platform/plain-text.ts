/** From plain text to rich text (HTML as rich-text.server.ts lets it through). Pure. */

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** One space between words, at most one empty line between paragraphs. */
const normalise = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Plain text as rich text: an empty line parts paragraphs. */
export function paragraphsFrom(text: string): string {
  return normalise(text)
    .split('\n\n')
    .filter(Boolean)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br />')}</p>`)
    .join('');
}

/**
 * Reads a field of ui/RichTextField.svelte. With the editor it is HTML. Without JavaScript it is
 * plain text; where that was not touched, the stored HTML stays, or its headings would be lost.
 */
export function readRichText(form: FormData, name: string): string {
  const value = (part: string) => String(form.get(`${name}${part}`) ?? '');
  if (value('.rich')) return value('.html');
  const text = normalise(value(''));
  const isUntouched = value('.html') !== '' && text === normalise(value('.plain'));
  return isUntouched ? value('.html') : paragraphsFrom(text);
}

/** Whether rich text says anything; also before it is cleaned, so that a schema can ask. */
export const hasWords = (html: string): boolean =>
  html.replaceAll(/<[^<>]*>|&nbsp;|[\s\u200B\uFEFF]/g, '') !== '';

/** Rich text of a form that is shown again, as a field without the editor has it. */
export const withoutMarkup = (html: string): string =>
  html
    .replaceAll(/<br[^<>]*>/g, '\n')
    .replaceAll(/<\/(?:p|h[2-4]|li|tr)>/g, '\n\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
