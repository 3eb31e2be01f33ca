import { isHydrating } from '$lib/ui/hydration';
import { blankPaper, isSamePaper, readPaper, type Paper } from './paper';

/**
 * What somebody marked on a slow device before the page came alive; null where nothing differs from
 * the paper that the server sent. To be called while a component starts: its first drawing would
 * take the marks away.
 */
export function markedBefore(formAction: string, sent: Paper): Paper | null {
  if (typeof document === 'undefined' || !isHydrating()) return null;
  const form = document.querySelector<HTMLFormElement>(`form[action="${formAction}"]`);
  if (!form) return null;
  const marked = readPaper(new FormData(form));
  // An abstention from the whole paper is a button: no mark stands for it.
  const isAbstention = sent.marks.length === 1 && sent.marks[0]!.isAbstention;
  const unmarked = isAbstention ? blankPaper(sent.kind) : sent;
  return isSamePaper(marked, unmarked) ? null : marked;
}
