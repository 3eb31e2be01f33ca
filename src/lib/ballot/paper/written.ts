import { withoutMarkup } from '$lib/platform/plain-text';

/** A paragraph, or the items of one list. */
export interface WrittenBlock {
  text: string;
  items: string[];
  isNumbered: boolean;
}

const PARAGRAPHS = /\n\s*\n/;

/** What somebody wrote with the editor, for paper: its paragraphs and its lists, flat. Pure. */
export function writtenBlocks(html: string): WrittenBlock[] {
  const blocks: WrittenBlock[] = [];
  let isNumbered = false;
  for (const part of html.split(/(?=<li[^<>]*>)|<\/li>/)) {
    const paragraphs = withoutMarkup(part)
      .split(PARAGRAPHS)
      .map((text) => text.trim())
      .filter(Boolean);
    if (!part.startsWith('<li'))
      blocks.push(...paragraphs.map((text) => ({ text, items: [], isNumbered: false })));
    else if (paragraphs.length > 0) addItem(blocks, paragraphs.join('\n'), isNumbered);
    const begun = [...part.matchAll(/<(ol|ul)[\s>]/g)].at(-1);
    if (begun) isNumbered = begun[1] === 'ol';
  }
  return blocks;
}

/** To the list that is being read, or to a new one. */
function addItem(blocks: WrittenBlock[], item: string, isNumbered: boolean): void {
  const last = blocks.at(-1);
  if (last && last.items.length > 0 && last.isNumbered === isNumbered) last.items.push(item);
  else blocks.push({ text: '', items: [item], isNumbered });
}
