const AGAIN_AFTER_MS = 2_000;
const DATA = '/__data.json';

/** Whether the server can be reached at this moment, whatever it answers. */
export const isReachable = (): Promise<boolean> =>
  fetch('/health', { cache: 'no-store' }).then(
    () => true,
    () => false,
  );

/**
 * Where the open page is fetched again and the line breaks in the midst of it, SvelteKit would load the
 * document anew: the browser's own "no connection" would take the page's place, and what is typed would
 * go with it. So that one request waits until the server can be reached. A click that leads elsewhere is
 * not held back.
 */
export function fetchPatiently(): void {
  const ask = window.fetch;
  window.fetch = async (input, init) => {
    for (;;) {
      const isOpenPage = typeof input === 'string' && isDataOfPage(input);
      try {
        const answer = await ask(input, init);
        // The line may break before the last word, too.
        if (isOpenPage) await answer.clone().arrayBuffer();
        return answer;
      } catch (error) {
        if (!isOpenPage) throw error;
        await reachable();
      }
    }
  };
}

const isDataOfPage = (address: string): boolean => {
  const { origin, pathname } = new URL(address, location.href);
  return origin === location.origin && pathname === location.pathname.replace(/\/$/, '') + DATA;
};

async function reachable(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  while (!(await isReachable()));
}
