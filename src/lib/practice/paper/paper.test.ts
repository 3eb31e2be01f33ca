import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderPdf } from '$lib/platform/pdf.server';
import { everyField, missingHere } from '../every-field.fixture';
import { emptyContent } from '../fields';
import { collected, single } from './document';
import { paperOf, type PaperSource } from './paper';
import template from './practice.typ?raw';

const at = new Date('2026-11-27T09:00:00Z');
const place = { cohortName: 'Durchgang A', timeZone: 'Europe/Berlin' };
const source = (content = everyField): PaperSource => ({
  practiceId: '01990000-0000-7000-8000-000000000099',
  teamName: 'Ahlen',
  rung: 'cohort',
  at,
  content,
  adoptions: [],
  persons: [],
});

/** All words of a piece of paper. */
const words = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value && typeof value === 'object'
      ? Object.values(value).map(words).join('\n')
      : '';

it('says every field of a record', () => {
  expect(missingHere).toEqual([]);
  const all = words(paperOf(source()));
  for (const field of ['problem', 'mandate', 'steps', 'partners', 'why', 'core', 'evidenceNote'])
    expect(all).toContain(`Zu ${field};`);
  for (const word of ['Gescheitert', 'März 2024 bis November 2025', '3.480 Euro', '12 von 500'])
    expect(all).toContain(word);
});

it('names the terms of the text, and to the public that one has to ask where none are', () => {
  expect(paperOf(source()).terms).toMatchObject({
    url: 'https://creativecommons.org/licenses/by-sa/4.0/',
  });
  expect(paperOf(source(emptyContent())).terms).toBeNull();
  expect(paperOf({ ...source(emptyContent()), rung: 'public' }).terms).toMatchObject({
    licence: 'Nachnutzung nur mit Erlaubnis',
    url: null,
  });
});

describe('a PDF', () => {
  const written = async (document: Parameters<typeof renderPdf>[1]) => {
    const bytes = Buffer.from(await renderPdf(template, document));
    if (process.env.KEEP_PDF)
      writeFileSync(`${process.env.KEEP_PDF}-${document.title.length}.pdf`, bytes);
    return bytes.toString('utf8');
  };

  it('of one example is accessible, and in the language of its text', async () => {
    const pdf = await written(single(source(), place));
    expect(pdf).toContain('/Lang (de)');
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.match(/\/S \/H1\n/g)).toHaveLength(1);
    expect(pdf.match(/\/S \/Table\n/g)).toHaveLength(4);
  });

  it('shows pictures, and says what is to be seen on them', async () => {
    const picture = everyField.attachments.find(({ kind }) => kind === 'picture')!;
    const { fileId, alt } = picture as Extract<typeof picture, { kind: 'picture' }>;
    const bytes = await sharp({
      create: { width: 960, height: 400, channels: 3, background: '#0d5560' },
    })
      .webp()
      .toBuffer();
    const document = single(source(), place, new Set([fileId]));
    const made = await renderPdf(template, document, new Map([[fileId, bytes]]));
    const pdf = Buffer.from(made).toString('latin1');
    expect(pdf).toContain('/S /Figure\n');
    expect(pdf.match(/\/Subtype \/Image/g)).not.toBeNull();
    expect(words(document)).toContain(alt);
    // The next document knows nothing of it.
    await expect(renderPdf(template, document)).rejects.toThrow('PDF:');
  });

  it('of an empty record is made as well', async () => {
    expect(await written(single(source(emptyContent()), place))).toContain('/S /H1');
  });

  it('of several has a table of contents, and each in its own language', async () => {
    const english = { ...everyField, language: 'en' as const, gist: 'Nobody fetched the cards.' };
    const pdf = await written(collected([source(), source(english)], place, at, 'de'));
    expect(pdf).toContain('/S /TOC\n');
    expect(pdf.match(/\/S \/TOCI\n/g)).toHaveLength(2);
    expect(pdf).toContain('/Lang (en)');
  });
});
