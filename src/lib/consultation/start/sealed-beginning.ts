import type { UnlockedKeys } from '$lib/vault/account-keys';
import type { StoredContribution } from '$lib/vault/contribution';
import type { Directory } from '$lib/vault/directory';
import type { Kind } from '../engine/kinds';
import { methodOf } from '../engine/methods';
import { beginThread, write, type OpenThread } from '../thread/open';

/**
 * The first key, sealed for the circle, with title and summary under it: what a consultation begins with.
 *
 * @param circle accounts of everyone but the case giver
 */
export async function sealBeginning(
  keys: UnlockedKeys,
  directory: Directory,
  consultationId: string,
  { method, title, summary }: { method: string; title: string; summary: string },
  circle: readonly string[],
) {
  const first = await beginThread(keys, directory, consultationId, [keys.accountId, ...circle]);
  const thread: OpenThread = {
    consultationId,
    caseGiverId: keys.accountId,
    directory,
    epochs: [first.epoch],
    sealed: [],
    epochKeys: new Map([[1, first.key]]),
    contributions: [],
    holders: [],
    lostEpochs: [],
    memory: {},
  };
  const phase = methodOf(method).phases[0]!.key;
  const words: [Kind, string][] = [
    ['title', title.trim()],
    ['summary', summary.trim()],
  ];
  const contributions: (StoredContribution & { kind: Kind; blob: string })[] = [];
  for (const [kind, text] of words.filter(([, written]) => written !== '')) {
    const one = await write(thread, keys, { method, phase, round: 0, kind }, text);
    contributions.push({ ...one, kind, blob: one.blob! });
    thread.contributions.push({ ...one, text, isWithdrawn: false, attachments: [] });
  }
  return { epoch: first.stored, keys: first.keys, contributions };
}
