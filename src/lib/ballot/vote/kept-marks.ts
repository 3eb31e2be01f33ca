import { clearDrafts, keepDraft, readDraft } from '$lib/ui/device-draft';
import { onlyOf, type Paper, type PaperKind } from './paper';

// What is marked, but not confirmed by the server yet, outlives a reload and a lost connection. It
// stays on this device, also of a secret ballot, and goes with all other drafts at sign-out.

export interface Marked {
  paper: Paper;
  /** Of the stored vote that it started from; a secret one has none. */
  version: number;
}

const keyOf = (voterId: string) => `vote-${voterId}`;

export const keepMarks = (voterId: string, marked: Marked): void =>
  keepDraft(keyOf(voterId), { document: marked, basis: '' });

export const forgetMarks = (voterId: string): void => clearDrafts(keyOf(voterId));

/** The kept marks, as far as they are about options that there are; null where none are kept. */
export function keptMarks(
  voterId: string,
  { options, kind }: { options: readonly { id: string }[]; kind: PaperKind },
): Marked | null {
  const marked = readDraft(keyOf(voterId))?.document as Marked | undefined;
  if (marked?.paper.kind !== kind) return null;
  const isOption = (id: string) => options.some((option) => option.id === id);
  const marks = marked.paper.marks.map((half) => onlyOf(half, isOption));
  return { ...marked, paper: { kind, marks } };
}
