/**
 * Whether the page that the server sent is still being taken over. Until then the server's elements
 * are there already; afterwards components have to make their own. On the server: always.
 */
let isRunning = true;

export const isHydrating = (): boolean => isRunning;

/**
 * What stands in a select while the page is being taken over: unlike other fields, Svelte sets it back to
 * what the server sent, and the choice of a quick reader would be lost. Null where there is none yet.
 */
export const chosenBefore = (id: string): string | null =>
  isRunning && typeof document === 'object'
    ? ((document.getElementById(id) as HTMLSelectElement | null)?.value ?? null)
    : null;

/** Called by the root layout, once, when it is mounted in the browser. */
export const hydrationIsOver = (): void => {
  isRunning = false;
  // base.css: from now on what is pressed is heard.
  document.documentElement.dataset.hydrated = '';
};
