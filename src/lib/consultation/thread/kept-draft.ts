import { clearDrafts, keepDraft, readDraft } from '$lib/ui/device-draft';
import { openOwn, sealOwn, type UnlockedKeys } from '$lib/vault/account-keys';
import { KINDS, type Kind } from '../engine/kinds';

/** What was typed and is not sent yet. On the device it lies sealed with the person's own key. */
export interface Draft {
  kind: Kind;
  text: string;
  /** It was sent while the connection was gone, and goes out by itself when it is back. */
  isWaiting: boolean;
}

const keyOf = ({ accountId }: UnlockedKeys, consultationId: string) =>
  `consultation/${accountId}/${consultationId}`;
const purposeOf = (consultationId: string) => `draft/${consultationId}`;

export async function readKeptDraft(
  keys: UnlockedKeys,
  consultationId: string,
): Promise<Draft | null> {
  const kept = readDraft(keyOf(keys, consultationId));
  if (!kept?.text) return null;
  try {
    const draft = JSON.parse(await openOwn(keys, purposeOf(consultationId), kept.text)) as Draft;
    return KINDS.includes(draft.kind) ? draft : null;
  } catch {
    // Sealed with keys that are lost.
    return null;
  }
}

export async function keepTyped(
  keys: UnlockedKeys,
  consultationId: string,
  draft: Draft,
): Promise<void> {
  if (draft.text.trim() === '') return clearDrafts(keyOf(keys, consultationId));
  const text = await sealOwn(keys, purposeOf(consultationId), JSON.stringify(draft));
  keepDraft(keyOf(keys, consultationId), { text, basis: '' });
}

export const forgetTyped = (keys: UnlockedKeys, consultationId: string): void =>
  clearDrafts(keyOf(keys, consultationId));
