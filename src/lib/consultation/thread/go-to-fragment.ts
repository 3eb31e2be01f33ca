/**
 * Leads to what the address names (`#c-…`): a thread is opened after the page has come, when the browser
 * has long given up looking for it.
 */
export function goToFragment(): void {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}
