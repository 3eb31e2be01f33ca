import { tick } from 'svelte';
import type { ListDeed } from './list-deed';

/**
 * After an entry was moved or taken out: the pressed button keeps the focus on its new place; at an end,
 * where it is gone, another one of the entry takes over; after the entry itself, what adds one.
 */
export async function focusAfter(list: HTMLElement, deed: ListDeed, place: number): Promise<void> {
  await tick();
  const entry = list.querySelectorAll<HTMLElement>(':scope > ol > li')[place];
  const buttons = [...(entry?.querySelectorAll<HTMLElement>('[data-deed]') ?? [])];
  const same = buttons.find((button) => button.dataset['deed'] === deed.deed);
  const adding = list.querySelector<HTMLElement>(':scope > .add button');
  (deed.deed === 'remove' ? adding : (same ?? buttons[0]))?.focus();
}
