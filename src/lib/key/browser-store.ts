import type { UnlockedKeys } from '$lib/vault/account-keys';
import type { DirectoryHead } from '$lib/vault/directory';

/**
 * What this browser holds: the unlocked keys of whoever is signed in, as CryptoKeys that no script can
 * read out, and the newest state of each key directory that it has seen. Where the browser keeps
 * nothing (private windows, locked-down offices), the page asks for the password again.
 */

const DATABASE = 'werkraum-keys';
const KEYS = 'keys';
const HEADS = 'heads';
const ONLY = 'in use';

export interface HeldKeys {
  keys: UnlockedKeys;
  /** When they were unlocked, in milliseconds since 1970. */
  since: number;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(KEYS);
      request.result.createObjectStore(HEADS);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    request.onblocked = () => reject(new Error('IndexedDB is blocked'));
  });
}

/** Null where the browser keeps nothing. */
async function inStore<Result>(
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result | null> {
  try {
    const database = await open();
    try {
      return await new Promise((resolve, reject) => {
        const transaction = database.transaction(name, mode);
        const request = work(transaction.objectStore(name));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
      });
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

export const readHeldKeys = async (): Promise<HeldKeys | null> =>
  (await inStore<HeldKeys | undefined>(KEYS, 'readonly', (store) => store.get(ONLY))) ?? null;

export const holdKeys = (held: HeldKeys): Promise<unknown> =>
  inStore(KEYS, 'readwrite', (store) => store.put(held, ONLY));

export const dropHeldKeys = (): Promise<unknown> =>
  inStore(KEYS, 'readwrite', (store) => store.clear());

const headName = (accountId: string, cohortId: string) => `${accountId} ${cohortId}`;

export const readSeenHead = async (
  accountId: string,
  cohortId: string,
): Promise<DirectoryHead | null> =>
  (await inStore<DirectoryHead | undefined>(HEADS, 'readonly', (store) =>
    store.get(headName(accountId, cohortId)),
  )) ?? null;

export const dropSeenHead = (accountId: string, cohortId: string): Promise<unknown> =>
  inStore(HEADS, 'readwrite', (store) => store.delete(headName(accountId, cohortId)));

/** Never goes back: a tab that was slow does not undo what another one has seen. */
export const keepSeenHead = (
  accountId: string,
  cohortId: string,
  head: DirectoryHead,
): Promise<unknown> => {
  const name = headName(accountId, cohortId);
  return inStore<DirectoryHead | undefined>(HEADS, 'readwrite', (store) => {
    const before = store.get(name) as IDBRequest<DirectoryHead | undefined>;
    before.onsuccess = () => {
      if ((before.result?.sequence ?? -1) < head.sequence) store.put(head, name);
    };
    return before;
  });
};
