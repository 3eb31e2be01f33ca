import type { Paragraph, Table } from 'docx';
import { xmlText } from './xml-text';

/** Words, or a gap that whoever opens the document still has to fill: it is marked in yellow. */
export type DocxText = string | { gap: string };

/** A JPEG, with its size in points of the picture. */
export interface DocxPicture {
  bytes: Buffer;
  width: number;
  height: number;
}

export type DocxPart =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; lines: DocxText[] }
  | { kind: 'list'; items: string[] }
  /** `alt` is what reading programs say of it. */
  | { kind: 'picture'; picture: DocxPicture; alt: string }
  /** The first row names the columns, where they have names. */
  | { kind: 'table'; columns: string[] | null; rows: DocxText[][]; shares: number[] };

export interface DocxDocument {
  title: string;
  /** Above the title: whose paper it is. */
  kicker: DocxText;
  language: 'de' | 'en';
  /** On each page, before its number. */
  footer: string;
  pageLabel: { before: string; between: string };
  parts: DocxPart[];
}

const FONT = 'Arial';
const languageTags = { de: 'de-DE', en: 'en-GB' };
/** Twips: a page of A4 between its margins. */
const TEXT_WIDTH = 9_300;
/** Pixels of a screen, 96 to the inch: what a picture may take of a page. */
const PICTURE_BOX = { width: 560, height: 620 };

/** As large as it is, and no larger than the page has room for. */
function sizeOnPage({ width, height }: DocxPicture): { width: number; height: number } {
  const scale = Math.min(1, PICTURE_BOX.width / width, PICTURE_BOX.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** A document for Word and LibreOffice, with real headings, lists and table headers: it will be edited. */
export async function writeDocx(document: DocxDocument): Promise<Buffer> {
  // Loaded when the first document is wanted: most processes never make one.
  const docx = await import('docx');
  const { title, kicker, language, footer, pageLabel, parts } = document;

  const run = (text: DocxText, options: { isBold?: boolean; break?: number } = {}) =>
    typeof text === 'string'
      ? new docx.TextRun({ text: xmlText(text), bold: options.isBold, break: options.break })
      : new docx.TextRun({
          text: `[${xmlText(text.gap)}]`,
          bold: options.isBold,
          break: options.break,
          highlight: 'yellow',
        });
  const lines = (texts: DocxText[], isBold = false) =>
    texts.map((text, index) => run(text, { isBold, break: index === 0 ? undefined : 1 }));
  const headings = [
    docx.HeadingLevel.HEADING_1,
    docx.HeadingLevel.HEADING_2,
    docx.HeadingLevel.HEADING_3,
  ];

  const row = (cells: DocxText[], shares: number[], isHeader: boolean) =>
    new docx.TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: cells.map(
        (cell, index) =>
          new docx.TableCell({
            width: { size: Math.round(TEXT_WIDTH * shares[index]!), type: docx.WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 100, right: 100 },
            shading: isHeader ? { fill: 'EDEDED' } : undefined,
            children: [
              new docx.Paragraph({ spacing: { after: 0 }, children: lines([cell], isHeader) }),
            ],
          }),
      ),
    });
  function written(part: DocxPart): (Paragraph | Table)[] {
    if (part.kind === 'heading')
      return [
        new docx.Paragraph({ heading: headings[part.level - 1], children: [run(part.text)] }),
      ];
    if (part.kind === 'paragraph') return [new docx.Paragraph({ children: lines(part.lines) })];
    if (part.kind === 'list')
      return part.items.map(
        (item) =>
          new docx.Paragraph({
            numbering: { reference: 'bullets', level: 0 },
            spacing: { after: 60 },
            children: [run(item)],
          }),
      );
    if (part.kind === 'picture')
      return [
        new docx.Paragraph({
          keepNext: true,
          children: [
            new docx.ImageRun({
              type: 'jpg',
              data: part.picture.bytes,
              transformation: sizeOnPage(part.picture),
              altText: { name: '', title: '', description: xmlText(part.alt) },
            }),
          ],
        }),
      ];
    const { columns, rows, shares } = part;
    const head = columns ? [row(columns, shares, true)] : [];
    return [
      new docx.Table({
        width: { size: TEXT_WIDTH, type: docx.WidthType.DXA },
        columnWidths: shares.map((share) => Math.round(TEXT_WIDTH * share)),
        rows: [...head, ...rows.map((cells) => row(cells, shares, false))],
      }),
      new docx.Paragraph({ children: [] }),
    ];
  }

  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: '000000' },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  const file = new docx.Document({
    title: xmlText(title),
    creator: 'Werkraum',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 22, language: { value: languageTags[language] } },
          // Without the rule a picture would be cut to the height of one line.
          paragraph: { spacing: { after: 140, line: 276, lineRule: docx.LineRuleType.AUTO } },
        },
        title: {
          run: { font: FONT, size: 32, bold: true },
          paragraph: { spacing: { after: 240 } },
        },
        heading1: heading(26, 320),
        heading2: heading(23, 240),
        heading3: heading(22, 180),
      },
    },
    numbering: {
      config: [
        {
          reference: 'bullets',
          levels: [
            {
              level: 0,
              format: docx.LevelFormat.BULLET,
              text: '•',
              style: { paragraph: { indent: { left: 400, hanging: 260 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_134, bottom: 1_134, left: 1_418, right: 1_134 },
          },
        },
        footers: {
          default: new docx.Footer({
            children: [
              new docx.Paragraph({
                children: [
                  new docx.TextRun({
                    size: 17,
                    children: [
                      `${xmlText(footer)} · ${pageLabel.before} `,
                      docx.PageNumber.CURRENT,
                      ` ${pageLabel.between} `,
                      docx.PageNumber.TOTAL_PAGES,
                    ],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new docx.Paragraph({ children: [run(kicker)] }),
          new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, children: [run(title)] }),
          ...parts.flatMap(written),
        ],
      },
    ],
  });
  return docx.Packer.toBuffer(file);
}
