import type { Page } from '@playwright/test';

/** As if this browser had seen more of every key directory than the server serves now. */
export const pretendToHaveSeenMore = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('werkraum-keys');
        request.onerror = () => reject(request.error!);
        request.onsuccess = () => {
          const transaction = request.result.transaction('heads', 'readwrite');
          const heads = transaction.objectStore('heads');
          const cursor = heads.openCursor();
          cursor.onsuccess = () => {
            cursor.result?.update({ sequence: 9_999, hash: 'AAAA' });
            cursor.result?.continue();
          };
          transaction.oncomplete = () => resolve();
        };
      }),
  );

/** As if this browser kept nothing (a private window, a locked-down office). */
export const forgetKeys = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('werkraum-keys');
        request.onerror = () => reject(request.error!);
        request.onsuccess = () => {
          const transaction = request.result.transaction('keys', 'readwrite');
          transaction.objectStore('keys').clear();
          transaction.oncomplete = () => resolve();
        };
      }),
  );

/** How many sets of keys the browser of this page holds. */
export const heldKeys = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('werkraum-keys');
        request.onerror = () => reject(request.error!);
        request.onsuccess = () => {
          const count = request.result.transaction('keys').objectStore('keys').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
