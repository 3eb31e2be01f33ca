import type { Attachment } from 'svelte/attachments';

const itemSelector = 'a[href], button:not(:disabled)';

/**
 * Makes a `<details>` behave as a menu: Escape and a press outside close it, the arrow keys move
 * between its items. Without JavaScript it stays a plain disclosure that works.
 */
export const menuBehaviour: Attachment<HTMLDetailsElement> = (details) => {
  const summary = details.querySelector('summary')!;
  const items = () => [...details.querySelectorAll<HTMLElement>(itemSelector)];

  const close = (returnsFocus: boolean) => {
    details.open = false;
    if (returnsFocus) summary.focus();
  };

  const onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && details.open) {
      event.stopPropagation();
      close(true);
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    details.open = true;
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : -1;
    const next = at === -1 && step === -1 ? all.length - 1 : (at + step + all.length) % all.length;
    all[next]?.focus();
  };

  const onPressAnywhere = (event: Event) => {
    if (details.open && !details.contains(event.target as Node)) close(false);
  };

  const onItem = (event: Event) => {
    if ((event.target as Element).closest(itemSelector)) close(false);
  };

  const onFocusout = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget && !details.contains(relatedTarget as Node)) close(false);
  };

  details.addEventListener('keydown', onKeydown);
  details.addEventListener('click', onItem);
  details.addEventListener('focusout', onFocusout);
  document.addEventListener('pointerdown', onPressAnywhere);
  return () => {
    details.removeEventListener('keydown', onKeydown);
    details.removeEventListener('click', onItem);
    details.removeEventListener('focusout', onFocusout);
    document.removeEventListener('pointerdown', onPressAnywhere);
  };
};
