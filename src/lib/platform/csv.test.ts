import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disarmFormula, readCsv, readCsvText, writeCsv } from './csv';

const windows1252 = (text: string) =>
  Uint8Array.from(text, (sign) => (sign === '€' ? 0x80 : sign.charCodeAt(0)));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, { isBigEndian = false, hasMark = true } = {}) => {
  const signs = `${hasMark ? '\uFEFF' : ''}${text}`;
  const view = new DataView(new ArrayBuffer(signs.length * 2));
  [...signs].forEach((sign, index) => view.setUint16(index * 2, sign.charCodeAt(0), !isBigEndian));
  return new Uint8Array(view.buffer);
};

const table = 'Ort;Name;E-Mail\r\nSprockhövel;"Müller, Jörg";j@x.de\r\n';
const rows = [
  { line: 1, cells: ['Ort', 'Name', 'E-Mail'] },
  { line: 2, cells: ['Sprockhövel', 'Müller, Jörg', 'j@x.de'] },
];

describe('reading a table', () => {
  it.each([
    ['utf-8', utf8(table)],
    ['utf-8', utf8(`\uFEFF${table}`)],
    ['windows-1252', windows1252(table)],
    ['utf-16le', utf16(table)],
    ['utf-16le', utf16(table, { hasMark: false })],
    ['utf-16be', utf16(table, { isBigEndian: true })],
    ['utf-16be', utf16(table, { isBigEndian: true, hasMark: false })],
  ])('as %s', (encoding, bytes) => {
    const file = { encoding, text: table, delimiter: ';', rows, hasOpenQuote: false };
    expect(readCsv(bytes)).toEqual(file);
  });

  it('knows the euro sign and the quotation marks of Windows', () => {
    const bytes = Uint8Array.from([0x84, 0x80, 0x93, 0x3b, 0xfc]);
    expect(readCsv(bytes).rows[0]!.cells).toEqual(['„€“', 'ü']);
  });

  it.each([
    [';', 'Name;Mail\nMüller, Maria;m@x.de\nAbel, Ute;u@x.de\n'],
    [',', 'name,mail\n"Müller; Maria",m@x.de\n'],
    ['\t', 'Name\tMail\nMüller, Maria\tm@x.de\n'],
    [';', 'm@x.de\nu@x.de\n'],
    [';', 'Müller, Maria;Ahlen\nAbel, Ute;Olpe'],
    [',', 'Ort,Name,Mail\nAhlen,Ute,u@x.de\nOlpe,Jo;e,j@x.de'],
    [';', ''],
  ])('finds the delimiter %j', (delimiter, text) => {
    expect(readCsvText(text).delimiter).toBe(delimiter);
  });

  it.each(['sep=,\r\nName,Mail;x\r\n', '"sep=,"\r\nName,Mail;x\r\n'])('follows %j', (text) => {
    expect(readCsvText(text)).toMatchObject({
      delimiter: ',',
      rows: [{ line: 2, cells: ['Name', 'Mail;x'] }],
    });
  });

  it('counts lines as an editor does, also across quoted line breaks and empty rows', () => {
    const text = 'a;b\n\n;;\n"zwei\nZeilen";x\n"a ""b""";y\r\nz;\rlast;1';
    expect(readCsvText(text).rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 4, cells: ['zwei\nZeilen', 'x'] },
      { line: 6, cells: ['a "b"', 'y'] },
      { line: 7, cells: ['z', ''] },
      { line: 8, cells: ['last', '1'] },
    ]);
  });

  it('trims cells, also hard spaces, and forgets zero bytes', () => {
    expect(readCsvText(' a ;\u00A0b\u00A0;c\0').rows[0]!.cells).toEqual(['a', 'b', 'c']);
  });

  it('says that a quotation mark was never closed', () => {
    expect(readCsvText('a;b\n"c;d\ne;f')).toMatchObject({ hasOpenQuote: true });
  });

  it('never fails, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const lines = readCsv(bytes).rows.map(({ line }) => line);
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
      }),
    );
  });

  it('reads ten thousand rows at once', () => {
    const begin = performance.now();
    expect(readCsv(utf8(table.repeat(10_000))).rows).toHaveLength(20_000);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});

describe('writing a table', () => {
  it('is what German Excel opens by double click', () => {
    expect(
      writeCsv([
        ['Ort', 'Zahl', null],
        ['Köln; "Süd"', 1.5, true],
      ]),
    ).toBe('\uFEFFOrt;Zahl;\r\n"Köln; ""Süd""";1,5;true\r\n');
  });

  it.each(['=1+1', '+49 2382 1', '-2', '@SUM(A1)', '\t=1', ' =1', '\u200B=1', '＝1', '\r=1'])(
    'disarms %j',
    (text) => expect(disarmFormula(text)).toBe(`'${text}`),
  );

  it.each(['a=1', 'm@x.de', 'Rot-Weiß', '', '1+1'])('leaves %j alone', (text) => {
    expect(disarmFormula(text)).toBe(text);
  });

  it('keeps negative numbers numbers', () => {
    expect(writeCsv([[-2.5]])).toBe('\uFEFF-2,5\r\n');
  });

  it('can be read again', () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'aäß€"\';,\t\n =+-') })
      .map((text) => text.trim());
    const someTable = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(someTable, (written) => {
        const file = writeCsv([['Kopf', 'Kopf'], ...written]).replace('\uFEFF', 'sep=;\r\n');
        const read = readCsvText(file).rows.slice(1);
        const expected = written
          .map((row) => row.map((text) => disarmFormula(text).trim()))
          .filter((row) => row.some((text) => text !== ''));
        expect(read.map(({ cells }) => cells)).toEqual(expected);
      }),
    );
  });
});
