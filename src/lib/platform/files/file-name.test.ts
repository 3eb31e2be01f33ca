import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, withEnding } from './file-name';

describe('a cleaned file name', () => {
  it.each([
    ['Bericht 2026.pdf', 'Bericht 2026.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\anna\\plan.docx', 'plan.docx'],
    ['rechnung\u202efdp.exe', 'rechnungfdp.exe'],
    ['a\u0000b\r\nc.pdf', 'abc.pdf'],
    ['.htaccess', 'htaccess'],
    ['<script>.pdf', 'script.pdf'],
    ['  viel   Raum .pdf ', 'viel Raum.pdf'],
    ['Köln\u0308.pdf'.normalize('NFD'), 'Köln\u0308.pdf'.normalize('NFC')],
    ['...', ''],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanFileName(given)).toBe(clean);
  });

  it('never leads anywhere, deceives, or is too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = cleanFileName(given);
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|^\.|^\s|\.\.$/u);
        expect([...name].length).toBeLessThanOrEqual(131);
      }),
    );
  });
});

describe('the ending', () => {
  it.each([
    ['plan.PDF', ['pdf'], 'plan.PDF'],
    ['plan.exe', ['pdf'], 'plan.pdf'],
    ['plan', ['docx'], 'plan.docx'],
    ['', ['webp'], 'Datei.webp'],
    ['v1.2 Entwurf.docx', ['pdf'], 'v1.2 Entwurf.pdf'],
  ])('of %j as %j', (given, endings, expected) => {
    expect(withEnding(given, endings)).toBe(expected);
  });
});
