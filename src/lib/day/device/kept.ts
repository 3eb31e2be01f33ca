/**
 * What has not arrived yet lies on the device, each write by itself: several tabs share it, and none
 * overwrites another's. Signing out takes it away, like everything typed (ui/device-draft.ts).
 */
import { newId } from '$lib/platform/id';
import type { DayWrite } from './writes';

export interface KeptWrite {
  key: string;
  write: DayWrite;
}

const PREFIX = 'werkraum-draft:day:';

/** All of one person and workshop, in the order in which they were made. */
export function readKept(place: string): KeptWrite[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`${PREFIX}${place}:`))
      .sort()
      .map((key) => ({ key, write: JSON.parse(localStorage.getItem(key)!) as DayWrite }));
  } catch {
    return [];
  }
}

/** Where the browser keeps nothing, it stays in the page. */
export function keep(place: string, write: DayWrite): KeptWrite {
  // Ids sort by the moment in which they were made.
  const key = `${PREFIX}${place}:${newId()}`;
  try {
    localStorage.setItem(key, JSON.stringify(write));
  } catch {
    // Full or forbidden.
  }
  return { key, write };
}

export function forget({ key }: KeptWrite): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing is kept, so nothing is left.
  }
}
