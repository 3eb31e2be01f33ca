import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { writeDocx } from '$lib/platform/docx.server';
import { unzip } from '$lib/platform/unzip.fixture';
import { everyField } from '../every-field.fixture';
import { emptyContent, filesOf, type PracticeContent } from '../fields';
import { outlineOf } from '../outline';
import { councilPaper } from './council-paper';
import type { PaperSource } from './paper';
import type { CouncilForm } from './schema';

const at = new Date('2026-11-27T09:00:00Z');
const READERS = 'Nur für den Durchgang „A“.';

async function written(
  options: {
    content?: PracticeContent;
    rung?: 'cohort' | 'public';
    form?: CouncilForm;
    townName?: string;
  } = {},
) {
  const { content = everyField, rung = 'cohort', form = 'decision' } = options;
  const { townName = 'Stadt Menden' } = options;
  const source: PaperSource = {
    practiceId: 'x',
    teamName: 'Ahlen',
    rung,
    at,
    content,
    adoptions: [
      { teamName: 'Soest', state: 'adapted', changed: 'Kleiner.', result: 'Läuft.', why: '' },
    ],
    persons: [{ name: 'Erika Musterfrau', role: 'Freiwilligenagentur', contact: 'e@m.example' }],
  };
  const picture = await sharp({
    create: { width: 1200, height: 800, channels: 3, background: '#26a' },
  })
    .jpeg()
    .toBuffer();
  const document = councilPaper({
    source,
    pictures: new Map(
      filesOf(content).map((fileId) => [fileId, { bytes: picture, width: 1200, height: 800 }]),
    ),
    form,
    townName,
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
    'Wer es übernimmt',
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

it('leaves nothing out that the example says, of whom, under which terms and with which pictures', async () => {
  const { xml, files } = await written();
  const words = [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text!).join('\n');
  const read = words.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  const said = outlineOf(everyField, 'de').flatMap(({ entries }) =>
    entries.flatMap(({ field, value }) => {
      if (field === 'language' || field === 'startedOn' || field === 'endedOn') return [];
      if (value.kind === 'table') return value.rows.flat();
      return value.text.split('\n').map((line) => line.replace(/^- /, ''));
    }),
  );
  const attached = everyField.attachments.map(({ title }) => title);
  for (const text of [...said, ...attached, 'Soest', 'Läuft.', 'Erika Musterfrau'])
    expect(read).toContain(text);
  expect(read).toContain('https://creativecommons.org/licenses/by-sa/4.0/');
  const alt = everyField.attachments.flatMap((one) => (one.kind === 'picture' ? [one.alt] : []));
  expect(alt).not.toEqual([]);
  for (const text of alt) expect(xml).toContain(`descr="${text}"`);
  expect([...files.keys()].filter((name) => name.endsWith('.jpg'))).toHaveLength(alt.length);
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

it('tells the council of the own example instead of asking to copy it', async () => {
  const { xml } = await written({ townName: 'Ahlen' });
  expect(xml).toContain('bei den weiteren Planungen');
  expect(xml).not.toContain('unsere Kommune');
  expect(xml).not.toContain('Bei uns');
});
