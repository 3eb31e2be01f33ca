/**
 * SvelteKit takes the focus away once a form of the page was taken: whoever works by keyboard would begin
 * at the top each time. It stays where it was, as long as that is there; else it goes to this part of the
 * page.
 */
export async function keepFocus(
  work: () => Promise<void>,
  part?: HTMLElement | null,
): Promise<void> {
  const held = document.activeElement;
  await work();
  // SvelteKit does it a task later where the address names a part of the page.
  await new Promise((resolve) => setTimeout(resolve));
  if (document.activeElement !== document.body) return;
  if (held instanceof HTMLElement && held !== document.body && held.isConnected)
    held.focus({ preventScroll: true });
  else if (part?.isConnected) {
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
  }
}
