import { describe, expect, it } from 'vitest';
import { richBlocks } from './rich-blocks';

const plain = (text: string) => ({ text, isStrong: false, isEmphasis: false, url: null });
const cell = (text: string) => ({ pieces: [plain(text)], columns: 1, rows: 1 });

describe('rich text as blocks', () => {
  it('keeps paragraphs, breaks, emphasis and links to elsewhere', () => {
    expect(
      richBlocks(
        '<p>A &amp; <strong>B <em>C</em></strong><br /><a href="https://x.de/?a=1&amp;b=2" rel="y">D</a><a href="/cohorts/1">E</a></p>',
        2,
      ),
    ).toEqual([
      {
        kind: 'text',
        pieces: [
          plain('A & '),
          { ...plain('B '), isStrong: true },
          { ...plain('C'), isStrong: true, isEmphasis: true },
          plain('\n'),
          { ...plain('D'), url: 'https://x.de/?a=1&b=2' },
          plain('E'),
        ],
      },
    ]);
  });

  it('leaves no level of headings out', () => {
    const levels = richBlocks('<h4>A</h4><h3>B</h3><h4>C</h4><h2>D</h2>', 2).map((block) =>
      block.kind === 'heading' ? block.level : null,
    );
    expect(levels).toEqual([3, 3, 4, 3]);
  });

  it('takes lists in lists, with what stands beside them', () => {
    expect(
      richBlocks('<ol start="3"><li>A<ul><li>B</li></ul></li><li><p>C</p></li></ol>', 2),
    ).toEqual([
      {
        kind: 'list',
        isOrdered: true,
        start: 3,
        items: [
          [
            { kind: 'text', pieces: [plain('A')] },
            {
              kind: 'list',
              isOrdered: false,
              start: 1,
              items: [[{ kind: 'text', pieces: [plain('B')] }]],
            },
          ],
          [{ kind: 'text', pieces: [plain('C')] }],
        ],
      },
    ]);
  });

  it('takes tables with a header or without, and fills short rows', () => {
    expect(
      richBlocks(
        '<table><tbody><tr><th>A</th><th>B</th></tr><tr><td><p>C</p></td></tr></tbody></table>',
        2,
      ),
    ).toEqual([
      {
        kind: 'table',
        columns: 2,
        header: [cell('A'), cell('B')],
        rows: [[cell('C'), { pieces: [], columns: 1, rows: 1 }]],
      },
    ]);
    expect(richBlocks('<table><tr><td>A</td></tr></table>', 2)).toMatchObject([
      { header: [], rows: [[cell('A')]] },
    ]);
  });

  it('leaves out what says nothing', () => {
    expect(richBlocks('<p> </p><ul></ul><blockquote></blockquote>', 2)).toEqual([]);
    expect(richBlocks('', 2)).toEqual([]);
  });
});
