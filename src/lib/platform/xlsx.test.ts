import { describe, expect, it } from 'vitest';
import { unzip } from './unzip.fixture';
import { writeXlsx, type XlsxSheet } from './xlsx.server';

const read = async (sheet: Partial<XlsxSheet>) => {
  const files = unzip(
    await writeXlsx({
      name: 'Mitglieder',
      columns: [{ heading: 'Ort', width: 30 }, { heading: 'Zahl' }],
      rows: [],
      timeZone: 'Europe/Berlin',
      ...sheet,
    }),
  );
  const find = (ending: string) => [...files].find(([name]) => name.endsWith(ending))![1];
  return {
    files,
    sheet: find('sheet1.xml'),
    workbook: find('workbook.xml'),
    texts: [...files.values()].join('\n'),
  };
};

describe('a workbook', () => {
  it('has the parts that Excel asks for, a name and headings that stay in sight', async () => {
    const { files, workbook, sheet, texts } = await read({});
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml', 'xl/styles.xml']),
    );
    expect(workbook).toContain('name="Mitglieder"');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toMatch(/<col [^>]*width="30"/);
    expect(texts).toContain('>Ort<');
  });

  it('keeps numbers numbers, and text that looks like a formula text', async () => {
    const { sheet, texts } = await read({
      rows: [
        ['=1+1', 2.5],
        ['<b>&', null],
      ],
    });
    expect(sheet).not.toContain('<f>');
    expect(sheet).toMatch(/<c r="B2"[^>]*><v>2.5<\/v>/);
    expect(texts).toContain('>=1+1<');
    expect(texts).toContain('&lt;b&gt;&amp;');
  });

  it('writes a moment as the clock on the wall shows it, in summer and in winter', async () => {
    const serial = async (iso: string) => {
      const { sheet } = await read({ rows: [[new Date(iso), 1]] });
      return Number(/<c r="A2"[^>]*><v>([\d.]+)<\/v>/.exec(sheet)![1]);
    };
    // Excel counts days from 30 December 1899; 1 July 2026 is day 46204, 1 January 2026 day 46023.
    expect(await serial('2026-07-01T10:00:00Z')).toBeCloseTo(46_204.5, 5);
    expect(await serial('2026-01-01T11:00:00Z')).toBeCloseTo(46_023.5, 5);
    expect(await serial('2025-12-31T23:00:00Z')).toBeCloseTo(46_023, 5);
  });

  it('survives what XML and Excel forbid', async () => {
    const { workbook, texts } = await read({
      name: "'Durchgang 2025/26: [Liste] mit einem sehr langen Namen'",
      rows: [
        ['a\u0000\u000Bb\uD800', 1],
        ['x'.repeat(40_000), 2],
      ],
    });
    expect(workbook).toMatch(/name="[^"[\]:*?/\\]{1,31}"/);
    expect(texts.includes('>ab<')).toBe(true);
    expect(texts.includes('x'.repeat(32_768))).toBe(false);
    expect((await read({ name: '///' })).workbook).toContain('name="Werkraum"');
  });

  it('writes two thousand rows', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [`Ort ${index}`, index]);
    expect((await read({ rows })).sheet.match(/<row /g)).toHaveLength(2_001);
  });
});
