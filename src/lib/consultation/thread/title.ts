import type { UnlockedKeys } from '$lib/vault/account-keys';
import { isContributionWhole, contentOf, type StoredContribution } from '$lib/vault/contribution';
import type { Directory } from '$lib/vault/directory';
import { openEpoch, verifyEpochs, type SealedKey, type StoredEpoch } from '$lib/vault/epoch';

interface TitleMaterial {
  consultationId: string;
  caseGiverId: string;
  epochs: StoredEpoch[];
  sealed: SealedKey[];
  /** In their order; withdrawn ones have no blob. */
  titles: StoredContribution[];
}

/**
 * The title of a consultation for a list: checked that the case giver wrote it, in this thread. Whether a
 * newer one is missing shows only in the thread itself.
 *
 * @returns null where there is none that this person can open
 * @throws AppError `vault_…`
 */
export async function readTitle(
  keys: UnlockedKeys,
  directory: Directory,
  { consultationId, caseGiverId, ...served }: TitleMaterial,
): Promise<string | null> {
  const title = served.titles.findLast(({ blob }) => blob !== null);
  if (!title?.blob) return null;
  const epochs = await verifyEpochs(consultationId, caseGiverId, served.epochs, directory);
  const epoch = epochs[title.epoch - 1];
  const sealed = served.sealed.find(
    (one) =>
      one.epoch === title.epoch && one.accountId === keys.accountId && one.keysId === keys.keysId,
  );
  const author = directory.everyKeys.get(title.keysId);
  const isByGiver = author?.accountId === caseGiverId && title.authorId === caseGiverId;
  if (!epoch || !sealed || !isByGiver || title.threadId !== consultationId) return null;
  if (!(await isContributionWhole(title, author.signingPublic))) return null;
  const key = await openEpoch(keys, epoch, sealed.sealed);
  return (await contentOf(key, title, title.blob)).text;
}
