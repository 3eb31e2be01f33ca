import type { Page } from '@playwright/test';

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
