import { clearDrafts, keepDraft, readDraft } from '$lib/ui/device-draft';
import { openOwn, sealOwn, type UnlockedKeys } from '$lib/vault/account-keys';

/*
 * What was typed and is not sent yet. On the device it lies sealed with the person's own key; `about` names
 * what it is for, and what was sealed for one thing opens nowhere else.
 */

const keyOf = ({ accountId }: UnlockedKeys, about: string) => `consultation/${accountId}/${about}`;
const purposeOf = (about: string) => `draft/${about}`;

/** Null where there is none, and where it was sealed with keys that are lost. */
export async function readSealed(keys: UnlockedKeys, about: string): Promise<unknown> {
  const kept = readDraft(keyOf(keys, about));
  if (!kept?.text) return null;
  try {
    return JSON.parse(await openOwn(keys, purposeOf(about), kept.text)) as unknown;
  } catch {
    return null;
  }
}

export async function keepSealed(keys: UnlockedKeys, about: string, draft: object): Promise<void> {
  const text = await sealOwn(keys, purposeOf(about), JSON.stringify(draft));
  keepDraft(keyOf(keys, about), { text, basis: '' });
}

export const forgetSealed = (keys: UnlockedKeys, about: string): void =>
  clearDrafts(keyOf(keys, about));
