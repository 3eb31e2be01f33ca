import { loadDirectory } from '$lib/key/directory/key-directory';
import type { UnlockedKeys } from '$lib/vault/account-keys';
import type { SealedKey, StoredEpoch } from '$lib/vault/epoch';
import type { StoredContribution } from '$lib/vault/contribution';
import { readTitle } from '../thread/title';

interface Listed {
  consultationId: string;
  caseGiverId: string;
  epochs: StoredEpoch[];
  sealed: SealedKey[];
  titles: StoredContribution[];
}

/** The titles of a list, opened in the browser; what cannot be opened stays without one. */
export class Titles {
  all = $state.raw<Record<string, string>>({});

  async open(keys: UnlockedKeys, cohortId: string, listed: readonly Listed[]): Promise<void> {
    if (listed.length === 0) return;
    const directory = await loadDirectory(keys, cohortId);
    const opened = await Promise.all(
      listed.map(async (one): Promise<[string, string][]> => {
        try {
          const title = await readTitle(keys, directory, one);
          return title === null ? [] : [[one.consultationId, title]];
        } catch {
          return [];
        }
      }),
    );
    this.all = Object.fromEntries(opened.flat());
  }
}
