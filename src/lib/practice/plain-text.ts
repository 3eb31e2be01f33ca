/** The plain long texts of a record: paragraphs, and lists of lines that begin with "- ". Pure. */

export type Block = { kind: 'paragraph'; lines: string[] } | { kind: 'list'; items: string[] };

const bullet = /^\s*[-–•*]\s+/;

/** @param text lines as typed; an empty line parts paragraphs, a bullet begins a list entry. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') {
      open = null;
    } else if (bullet.test(line)) {
      const item = line.replace(bullet, '').trim();
      if (open?.kind === 'list') open.items.push(item);
      else blocks.push((open = { kind: 'list', items: [item] }));
    } else if (open?.kind === 'paragraph') open.lines.push(line.trim());
    else blocks.push((open = { kind: 'paragraph', lines: [line.trim()] }));
  }
  return blocks;
}
