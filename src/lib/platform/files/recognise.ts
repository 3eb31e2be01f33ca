/** What a file is by its first bytes, as far as it matters here: accepted, or refused with words of its own. */
export type Recognised =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/avif'
  | 'image/heic'
  | 'image/svg+xml'
  | 'application/pdf'
  | 'zip'
  /** Office before 2007, and what Office encrypts. */
  | 'old office'
  | 'text'
  | 'unknown';

const SIGNATURES: [Recognised, number[]][] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['old office', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
];

const letters = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));

/** RIFF containers and ISO base media files name their kind at byte 8. */
function recogniseContainer(bytes: Uint8Array): Recognised {
  const brand = letters(bytes, 8, 12);
  if (letters(bytes, 0, 4) === 'RIFF') return brand === 'WEBP' ? 'image/webp' : 'unknown';
  if (letters(bytes, 4, 8) !== 'ftyp') return 'unknown';
  if (brand === 'avif') return 'image/avif';
  return ['heic', 'heix', 'mif1', 'msf1', 'hevc', 'heim', 'heis'].includes(brand)
    ? 'image/heic'
    : 'unknown';
}

/** Marks of text that programs take for more than text. */
const MARKUP = /^\s*(<(!doctype|html|head|body|script|iframe|\?xml|svg|!--)|\{\\rtf|#!|%!PS)/i;

/**
 * Text is UTF-8, or what German Windows programs write (windows-1252), without control characters.
 * Null where it is neither.
 */
function readText(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'windows-1252']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text;
    } catch {
      continue;
    }
  }
  return null;
}

/** Tells what the bytes are; neither a name nor what the browser says has a part in it. */
export function recognise(bytes: Uint8Array): Recognised {
  const signed = SIGNATURES.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (signed) return signed[0];
  const container = recogniseContainer(bytes);
  if (container !== 'unknown') return container;
  const text = readText(bytes);
  if (text === null) return 'unknown';
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg[\s>]/is.test(text))
    return 'image/svg+xml';
  return MARKUP.test(text) ? 'unknown' : 'text';
}
