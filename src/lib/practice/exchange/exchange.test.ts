import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '$lib/platform/csv';
import { newId } from '$lib/platform/id';
import { everyField } from '../every-field.fixture';
import { emptyContent, licences, practiceContent, type PracticeContent } from '../fields';
import { columnNamed, columns } from './columns';
import { exchangeFile, FORMAT, toExchanged } from './format';
import { practiceSchema } from './json-schema';
import { readFile, type ReadRow } from './read-file';

const table = (contents: PracticeContent[], locale: 'de' | 'en' = 'de') =>
  writeCsv([
    columns.map(({ heading }) => heading(locale)),
    ...contents.map((content) => columns.map(({ write }) => write(content, locale))),
  ]);
const json = (practices: unknown[], version = 1) =>
  JSON.stringify({ format: FORMAT, version, practices });

const reader = { ownTown: 'Ahlen', newId };

function rowsOf(text: string): ReadRow[] {
  const read = readFile(text, reader);
  if ('refusal' in read) throw new Error(read.refusal);
  return read.rows;
}
/** What comes in when this goes out, ids and files apart. */
const through = (text: string) =>
  rowsOf(text).map(({ content }) => content && toExchanged(content));
const linksOnly = (content: PracticeContent) => {
  const one = toExchanged(content);
  return { ...one, attachments: one.attachments.filter(({ kind }) => kind === 'link') };
};
const problemsIn = (text: string) =>
  rowsOf(text).flatMap(({ problems }) => problems.map(({ field, code }) => [field, code]));

describe('a table', () => {
  it('comes back as it went out, in both languages', () => {
    for (const locale of ['de', 'en'] as const)
      expect(through(table([everyField], locale))).toEqual([linksOnly(everyField)]);
  });

  it('comes back whatever people have written', () => {
    /** What could break out of a cell, a part or a formula, and some letters. */
    const sign = fc.constantFrom(...'abÄ 1|\\,;"\'=+-@\t–€🙂');
    const word = (max: number) =>
      fc.string({ unit: sign, maxLength: max }).map((text) => text.replace(/\s+/g, ' ').trim());
    const long = fc.array(word(30), { maxLength: 4 }).map((texts) => texts.join('\n').trim());
    const content = fc.record({
      gist: word(60).filter((text) => text !== ''),
      story: long,
      cost: fc.option(fc.nat(1_000_000)),
      staffHours: fc.option(fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4)),
      evidence: fc.option(fc.integer({ min: 0, max: 4 })),
      tags: fc.array(
        word(40).filter((tag) => tag !== ''),
        { maxLength: 4 },
      ),
      steps: fc.array(fc.record({ id: fc.constant(newId()), when: word(20), what: word(40) }), {
        maxLength: 3,
      }),
      attachments: fc.array(
        fc.record({
          kind: fc.constant('link' as const),
          id: fc.constant(newId()),
          url: fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }),
          title: word(30),
          licence: fc.constantFrom(...licences),
          source: word(20),
        }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(content, fc.constantFrom('de' as const, 'en' as const), (said, locale) => {
        const whole = practiceContent.parse(said);
        // A step that says nothing leaves no line.
        whole.steps = whole.steps.filter(({ when, what }) => when + what !== '');
        expect(through(table([whole], locale))).toEqual([linksOnly(whole)]);
      }),
      { numRuns: 20 },
    );
    // Twenty whole records: seconds where other work is going on.
  }, 60_000);

  it.each(["'=1", "''=1", "'- so", "'s war einmal", '=1', "'", '- eins', "'\u200b=1"])(
    'gives %j back exactly',
    (gist) => {
      expect(through(table([practiceContent.parse({ gist })]))).toMatchObject([{ gist }]);
    },
  );

  it('names each column once, whatever the language', () => {
    for (const column of columns)
      for (const name of [column.key, column.heading('de'), column.heading('en')])
        expect([name, columnNamed(name)?.key]).toEqual([name, column.key]);
  });

  it('understands what people write into a spreadsheet', () => {
    const text =
      'In einem Satz;Wie ist es ausgegangen?;Beginn;Kosten;Schritte;Team\nKarte;GESCHEITERT;März 2024;3.480 Euro;Umfrage;Ahlen';
    const [row] = rowsOf(text);
    expect(row).toMatchObject({ gist: 'Karte', town: 'Ahlen', problems: [] });
    expect(row!.content).toMatchObject({ kind: 'failed', startedOn: '2024-03', cost: 3480 });
    expect(row!.content!.steps).toMatchObject([{ when: '', what: 'Umfrage' }]);
  });

  it('says of each row what is wrong with it, and what it does not know', () => {
    const head = 'gist;kind;startedOn;cost;attachments;Ampel';
    const bad = 'Karte;naja;bald;teuer;keine Adresse;rot';
    expect(problemsIn(`${head}\n${bad}`)).toEqual([
      ['kind', 'unknown_word'],
      ['startedOn', 'not_a_month'],
      ['cost', 'not_a_number'],
      ['attachments', 'not_an_address'],
    ]);
    expect(problemsIn(`gist;story\n${'x'.repeat(241)};kurz`)).toEqual([['gist', 'too_long']]);
    expect(problemsIn('gist;Ampel\n;rot')).toEqual([[null, 'empty']]);
    expect(readFile(`${head}\n${bad}`, reader)).toMatchObject({ unknownColumns: ['Ampel'] });
  });
});

describe('an example of another town', () => {
  const from = (town: string, said: object = {}) =>
    rowsOf(json([{ town, gist: 'Karte.', textLicence: 'cc_by', ...said }]))[0]!;

  it('is told, and names whose it was', () => {
    const row = from('Menden');
    expect(row).toMatchObject({ town: 'Menden', isForeign: true, problems: [] });
    expect(row.content).toMatchObject({
      takenFrom: 'Menden, CC BY (Namensnennung)',
      textLicence: 'cc_by',
    });
    // What Menden had taken itself keeps the first name as well.
    expect(from('Menden', { takenFrom: 'Soest' }).content!.takenFrom).toBe(
      'Menden, CC BY (Namensnennung); Soest',
    );
  });

  it('stays out where its terms do not allow it', () => {
    for (const textLicence of [null, 'permission'])
      expect(from('Menden', { textLicence })).toMatchObject({
        content: null,
        problems: [{ field: 'textLicence', code: 'not_allowed' }],
      });
  });

  it('is none where the town is the own one, however it is called, or not named', () => {
    for (const row of [
      from('Stadt Ahlen', { textLicence: null }),
      rowsOf(json([{ gist: 'Karte.' }]))[0]!,
    ]) {
      expect(row).toMatchObject({ isForeign: false, problems: [] });
      expect(row.content!.takenFrom).toBe('');
    }
  });
});

describe('JSON', () => {
  it('comes back as it went out; of files only that they were there', () => {
    const [row] = rowsOf(json([toExchanged(everyField)]));
    expect(toExchanged(row!.content!)).toEqual(linksOnly(everyField));
    expect(row!.filesLeftOut).toBe(2);
  });

  it('says of each example what is wrong with it', () => {
    const good = { gist: 'Gut.' };
    const rows = rowsOf(json([good, { gist: 'Schlecht.', cost: 'viel' }, 'nichts', {}]));
    expect(rows.map(({ place, problems }) => [place, problems.map(({ code }) => code)])).toEqual([
      [1, []],
      [2, ['not_a_number']],
      [3, ['invalid']],
      [4, ['empty']],
    ]);
  });

  it('takes no address that runs something', () => {
    const attachments = [{ kind: 'link', url: 'javascript:alert(1)' }];
    expect(problemsIn(json([{ gist: 'x', attachments }]))).toEqual([
      ['attachments', 'not_an_address'],
    ]);
  });
});

it('refuses what is no list of examples', () => {
  const refusalOf = (text: string) => readFile(text, reader);
  expect(refusalOf('')).toEqual({ refusal: 'empty' });
  expect(refusalOf('Name;Alter\nAnna;40')).toEqual({ refusal: 'not_practices' });
  expect(refusalOf('{"format":"anderes"')).toEqual({ refusal: 'not_practices' });
  expect(refusalOf('{"practices":[]}')).toEqual({ refusal: 'not_practices' });
  expect(refusalOf(json([], 2))).toEqual({ refusal: 'newer_version' });
  expect(refusalOf(json([]))).toEqual({ refusal: 'empty' });
  expect(refusalOf(json(Array(101).fill({})))).toEqual({ refusal: 'too_many' });
});

it('publishes the schema of exactly what it reads', () => {
  const schema = practiceSchema('https://werkraum.example') as unknown as {
    $id: string;
    properties: { practices: { items: { properties: Record<string, { title: string }> } } };
  };
  expect(schema.$id).toBe('https://werkraum.example/schemas/practice.json');
  const { properties } = schema.properties.practices.items;
  expect(Object.keys(properties)).toEqual(
    expect.arrayContaining(Object.keys(toExchanged(emptyContent()))),
  );
  expect(properties.kind!.title).toBe('How did it turn out?');
  expect(exchangeFile.safeParse(JSON.parse(json([toExchanged(everyField)]))).success).toBe(true);
});
