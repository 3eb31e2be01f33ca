import type { Editor } from '@tiptap/core';

const MOST_OFFERED = 6;

/** The beginning of a name behind an "@" that stands right before the cursor. */
export function nameBeforeCursor(editor: Editor): { text: string } | null {
  const { $from, empty } = editor.state.selection;
  if (!empty || !editor.isFocused) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const match = /(?:^|[\s(])@([\p{L}][\p{L}\p{M} .’'-]{0,40})?$/u.exec(before);
  return match ? { text: match[1] ?? '' } : null;
}

/** Names one of whose parts begins with what was typed; none once a name is complete. */
export function offeredNames(names: readonly string[], typed: string): string[] {
  const wanted = typed.toLocaleLowerCase();
  const fits = (name: string) => {
    const lower = name.toLocaleLowerCase();
    return lower.startsWith(wanted) || lower.split(' ').some((part) => part.startsWith(wanted));
  };
  return names.filter((name) => name !== typed && fits(name)).slice(0, MOST_OFFERED);
}
