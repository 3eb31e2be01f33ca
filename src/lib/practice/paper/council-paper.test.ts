import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeDocx } from '$lib/platform/docx.server';
import { unzip } from '$lib/platform/unzip.fixture';
import { everyField } from '../every-field.fixture';
import { emptyContent, type PracticeContent } from '../fields';
import { councilPaper } from './council-paper';
import type { CouncilForm } from './schema';

const at = new Date('2026-11-27T09:00:00Z');
const READERS = 'Nur für den Durchgang „A“.';

async function written(
  options: { content?: PracticeContent; rung?: 'cohort' | 'public'; form?: CouncilForm } = {},
) {
  const { content = everyField, rung = 'cohort', form = 'decision' } = options;
  const source = {
    practiceId: 'x',
    teamName: 'Ahlen',
    rung,
    at,
    content,
    adoptions: [],
    persons: [],
  };
  const document = councilPaper({
    source,
    form,
    townName: 'Stadt Menden',
    readers: READERS,
    timeZone: 'Europe/Berlin',
    today: at,
  });
  const bytes = await writeDocx(document);
  if (process.env.KEEP_DOCX) writeFileSync(`${process.env.KEEP_DOCX}-${form}-${rung}.docx`, bytes);
  const files = unzip(bytes);
  return { xml: files.get('word/document.xml')!, files };
}

/** The words of the paragraphs with a style. */
const styled = (xml: string, style: string): string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) => paragraph)
    .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(''),
    );

it('has real headings in the order of a paper for a council, a language and a title', async () => {
  const { xml, files } = await written();
  expect(styled(xml, 'Heading1')).toEqual([
    'Beschlussvorschlag',
    'Kurz gefasst',
    'Anlass',
    'Sachverhalt: was in Ahlen getan wurde',
    'Ergebnisse und Belege',
    'Erfahrungen',
    'Übertragbarkeit auf unsere Kommune',
    'Finanzielle und personelle Auswirkungen',
    'Risiken',
    'Alternativen',
    'Quelle und Anlagen',
  ]);
  expect(files.get('word/styles.xml')).toContain('w:lang w:val="de-DE"');
  expect(files.get('docProps/core.xml')).toContain('<dc:title>Erfahrungen aus Ahlen: ');
  expect(xml).toContain('<w:tblHeader/>');
  // What was typed stays text.
  expect(xml).toContain('&amp; &lt;b&gt;Zeichen&lt;/b&gt;');
});

it('marks what the town itself has to say, and warns where the text is not public', async () => {
  const warned = await written();
  expect(warned.xml).toContain('w:highlight w:val="yellow"');
  expect(warned.xml).toContain('[Vor dem Versand löschen:');
  const { xml } = await written({ rung: 'public' });
  expect(xml).toContain('w:highlight w:val="yellow"');
  expect(xml).not.toContain('Vor dem Versand löschen');
});

it('asks nobody to copy what has failed, and can be for information only', async () => {
  const copy = 'Vorschlag für eine Erprobung';
  expect((await written()).xml).not.toContain(copy);
  expect((await written({ content: { ...everyField, kind: 'success' } })).xml).toContain(copy);
  const report = await written({ form: 'report' });
  expect(report.xml).toContain('Mitteilungsvorlage');
  expect(report.xml).toContain('zur Kenntnis genommen');
});

it('of an empty record is made as well, and holds nothing that Word cannot read', async () => {
  const story = 'vor\u0000\u0008\ud800nach';
  const { xml } = await written({ content: { ...emptyContent(), story } });
  expect(xml).toContain('vor\ufffdnach');
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  expect(xml).not.toMatch(/[\u0000-\u0008\ud800]/);
});
