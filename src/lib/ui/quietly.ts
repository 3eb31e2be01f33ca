import { applyAction } from '$app/forms';
import type { SubmitFunction } from '@sveltejs/kit';
import { fetchAgain } from './fetch-again';
import { keepFocus } from './keep-focus';

interface Quietly {
  /** What the page's load depends on. */
  key: string;
  onstart?: () => void;
  onsuccess?: () => void;
  onend?: () => void;
}

/**
 * Sends a form of a page that stays: what changed is fetched again, the reader keeps her or his
 * place. Without JavaScript the same action answers with a redirect to the page.
 */
export const quietly =
  ({ key, onstart, onsuccess, onend }: Quietly): SubmitFunction =>
  () => {
    onstart?.();
    return async ({ result }) => {
      const stays = result.type === 'redirect' && isHere(result.location);
      if (stays) {
        await keepFocus(() => applyAction({ type: 'success', status: 200 }));
        await fetchAgain(key);
        onsuccess?.();
      } else {
        if (result.type === 'redirect') onsuccess?.();
        await applyAction(result);
      }
      onend?.();
    };
  };

const isHere = (location: string): boolean =>
  new URL(location, window.location.href).pathname === window.location.pathname;
