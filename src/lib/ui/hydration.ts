/**
 * Whether the page that the server sent is still being taken over. Until then the server's elements
 * are there already; afterwards components have to make their own. On the server: always.
 */
let isRunning = true;

export const isHydrating = (): boolean => isRunning;

/** Called by the root layout, once, when it is mounted in the browser. */
export const hydrationIsOver = (): void => {
  isRunning = false;
  // base.css: from now on what is pressed is heard.
  document.documentElement.dataset.hydrated = '';
};
