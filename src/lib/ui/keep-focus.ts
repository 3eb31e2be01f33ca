/**
 * SvelteKit takes the focus away once a form of the page was taken: whoever works by keyboard would begin
 * at the top each time. It stays where it was, as long as that is there.
 */
export async function keepFocus(work: () => Promise<void>): Promise<void> {
  const held = document.activeElement;
  await work();
  // SvelteKit does it a task later where the address names a part of the page.
  await new Promise((resolve) => setTimeout(resolve));
  const isLost = document.activeElement === document.body;
  if (isLost && held instanceof HTMLElement && held.isConnected)
    held.focus({ preventScroll: true });
}
