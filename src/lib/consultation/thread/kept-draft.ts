import type { UnlockedKeys } from '$lib/vault/account-keys';
import type { Attachment } from '$lib/vault/attachment';
import { KINDS, type Kind } from '../engine/kinds';
import { forgetSealed, keepSealed, readSealed } from '../sealed-draft';

/** A contribution that was typed and is not sent yet. */
export interface Draft {
  kind: Kind;
  text: string;
  /** Files that were sealed and uploaded for it; absent in drafts from before there were any. */
  attachments?: Attachment[];
  /** It was sent while the connection was gone, and goes out by itself when it is back. */
  isWaiting: boolean;
}

export async function readKeptDraft(
  keys: UnlockedKeys,
  consultationId: string,
): Promise<Draft | null> {
  const draft = (await readSealed(keys, consultationId)) as Draft | null;
  return draft && KINDS.includes(draft.kind) ? draft : null;
}

export async function keepTyped(
  keys: UnlockedKeys,
  consultationId: string,
  draft: Draft,
): Promise<void> {
  if (draft.text.trim() === '' && !draft.attachments?.length)
    return forgetTyped(keys, consultationId);
  await keepSealed(keys, consultationId, draft);
}

export const forgetTyped = (keys: UnlockedKeys, consultationId: string): void =>
  forgetSealed(keys, consultationId);
