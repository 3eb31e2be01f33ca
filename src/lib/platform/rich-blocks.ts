/** Rich text (as rich-text.server.ts lets it through) as blocks for paper. Pure. */

/** A piece of text in one style; of a line break, the text is "\n". */
export interface RichPiece {
  text: string;
  isStrong: boolean;
  isEmphasis: boolean;
  /** Elsewhere; null where it is no link, or one within the house. */
  url: string | null;
}

export interface RichCell {
  pieces: RichPiece[];
  columns: number;
  rows: number;
}

export type RichBlock =
  | { kind: 'heading'; level: number; pieces: RichPiece[] }
  | { kind: 'text'; pieces: RichPiece[] }
  | { kind: 'list'; isOrdered: boolean; start: number; items: RichBlock[][] }
  | { kind: 'quote'; blocks: RichBlock[] }
  | { kind: 'table'; columns: number; header: RichCell[]; rows: RichCell[][] };

interface Node {
  tag: string;
  attributes: string;
  children: (Node | string)[];
}

// What has been cleaned is regular (small letters, quoted attributes, nothing but & < > " escaped), so
// simple patterns read it rightly.
const TOKEN = /<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
const decoded = (text: string): string =>
  text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name]!);

function treeOf(html: string): Node {
  const root: Node = { tag: '', attributes: '', children: [] };
  const open = [root];
  for (const [, slash, tag, attributes = '', text] of html.matchAll(TOKEN)) {
    const parent = open.at(-1)!;
    if (text !== undefined) parent.children.push(decoded(text));
    else if (slash)
      open.splice(
        Math.max(
          open.findLastIndex((node) => node.tag === tag),
          1,
        ),
      );
    else {
      const node = { tag: tag!, attributes, children: [] };
      parent.children.push(node);
      if (tag !== 'br') open.push(node);
    }
  }
  return root;
}

const attribute = ({ attributes }: Node, name: string): string | null =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
const numberOf = (node: Node, name: string): number => Number(attribute(node, name) ?? 1);

const plain = { isStrong: false, isEmphasis: false, url: null };

function piecesOf(children: Node['children'], style: Omit<RichPiece, 'text'> = plain): RichPiece[] {
  return children.flatMap((child): RichPiece[] => {
    if (typeof child === 'string') return [{ text: child, ...style }];
    if (child.tag === 'br') return [{ text: '\n', ...style }];
    const href = decoded(attribute(child, 'href') ?? '');
    return piecesOf(child.children, {
      isStrong: style.isStrong || child.tag === 'strong',
      isEmphasis: style.isEmphasis || child.tag === 'em',
      url: child.tag === 'a' && /^(https?|mailto|tel):/.test(href) ? href : style.url,
    });
  });
}

const says = (pieces: RichPiece[]): boolean => pieces.some(({ text }) => text.trim() !== '');

const BLOCKS = new Set(['h2', 'h3', 'h4', 'p', 'ul', 'ol', 'blockquote', 'table']);
const isBlock = (child: Node | string): child is Node =>
  typeof child !== 'string' && BLOCKS.has(child.tag);
const named = (node: Node, ...tags: string[]): Node[] =>
  node.children.filter(
    (child): child is Node => typeof child !== 'string' && tags.includes(child.tag),
  );

/** The least level that the next heading may have: none is left out on the way down. */
interface Levels {
  top: number;
  last: number;
}

/** Rows wherever they stand in a table. */
const rowsOf = (table: Node): Node[] =>
  table.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.tag === 'tr' ? [child] : rowsOf(child);
  });

function tableOf(node: Node): RichBlock[] {
  const rows = rowsOf(node).map((row) => named(row, 'td', 'th'));
  const widthOf = (row: Node[]) => row.reduce((sum, cell) => sum + numberOf(cell, 'colspan'), 0);
  const columns = Math.max(0, ...rows.map(widthOf));
  if (columns === 0) return [];
  const cellOf = (cell: Node): RichCell => ({
    pieces: piecesOf(cell.children.flatMap(inLines)),
    columns: Math.min(numberOf(cell, 'colspan'), columns),
    rows: numberOf(cell, 'rowspan'),
  });
  const hasHeader = rows[0]!.length > 0 && rows[0]!.every(({ tag }) => tag === 'th');
  const cells = rows.map((row) => row.map(cellOf));
  const hasSpans = cells.flat().some((cell) => cell.rows > 1);
  const empty: RichCell = { pieces: [], columns: 1, rows: 1 };
  const filled = hasSpans
    ? cells
    : cells.map((row, at) => [
        ...row,
        ...Array.from({ length: columns - widthOf(rows[at]!) }, () => empty),
      ]);
  return [
    {
      kind: 'table',
      columns,
      header: hasHeader ? filled[0]! : [],
      rows: hasHeader ? filled.slice(1) : filled,
    },
  ];
}

/** Of blocks in a cell, the words, each block in lines of its own. */
function inLines(child: Node | string, index: number): Node['children'] {
  if (typeof child === 'string') return [child];
  if (!BLOCKS.has(child.tag) && child.tag !== 'li') return [child];
  const words = child.children.flatMap(inLines);
  return index > 0 ? [{ tag: 'br', attributes: '', children: [] }, ...words] : words;
}

function blockOf(node: Node, levels: Levels): RichBlock[] {
  switch (node.tag) {
    case 'ul':
    case 'ol': {
      const items = named(node, 'li').map((item) => flow(item.children, levels));
      const start = numberOf(node, 'start');
      return items.length === 0
        ? []
        : [{ kind: 'list', isOrdered: node.tag === 'ol', start, items }];
    }
    case 'blockquote': {
      const blocks = flow(node.children, levels);
      return blocks.length === 0 ? [] : [{ kind: 'quote', blocks }];
    }
    case 'table':
      return tableOf(node);
    case 'p': {
      const pieces = piecesOf(node.children);
      return says(pieces) ? [{ kind: 'text', pieces }] : [];
    }
    default: {
      const pieces = piecesOf(node.children);
      if (!says(pieces)) return [];
      const wanted = Number(node.tag.slice(1));
      levels.last = Math.min(Math.max(wanted, levels.top), levels.last + 1);
      return [{ kind: 'heading', level: levels.last, pieces }];
    }
  }
}

function flow(children: Node['children'], levels: Levels): RichBlock[] {
  const blocks: RichBlock[] = [];
  let line: Node['children'] = [];
  const end = () => {
    const pieces = piecesOf(line);
    if (says(pieces)) blocks.push({ kind: 'text', pieces });
    line = [];
  };
  for (const child of children) {
    if (!isBlock(child)) line.push(child);
    else {
      end();
      blocks.push(...blockOf(child, levels));
    }
  }
  end();
  return blocks;
}

/**
 * @param html cleaned rich text
 * @param level of the heading that the text stands under: its own ones begin one below, and leave none out
 */
export const richBlocks = (html: string, level: number): RichBlock[] =>
  flow(treeOf(html).children, { top: level + 1, last: level });
