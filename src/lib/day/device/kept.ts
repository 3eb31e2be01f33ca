/**
 * What has not arrived yet lies on the device, each write by itself: several tabs share it, and none
 * overwrites another's. Signing out takes it away, like everything typed (ui/device-draft.ts).
 */
import { newId } from '$lib/platform/id';
import type { DayView } from '../queries.server';
import type { DayWrite } from './writes';

export interface KeptWrite {
  key: string;
  write: DayWrite;
}

const PREFIX = 'werkraum-draft:day:';
const VIEW_PREFIX = 'werkraum-draft:day-view:';

/** The day as it was last fetched, and how far the server's clock was ahead of the device's. */
export interface KeptView {
  view: DayView;
  offsetMs: number;
}

export function readView(place: string): KeptView | null {
  try {
    const stored = localStorage.getItem(VIEW_PREFIX + place);
    return stored === null ? null : (JSON.parse(stored) as KeptView);
  } catch {
    return null;
  }
}

/** Only the newest day is kept: what others said need not lie about on many devices. */
export function keepView(place: string, kept: KeptView): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(VIEW_PREFIX) && key !== VIEW_PREFIX + place) localStorage.removeItem(key);
    localStorage.setItem(VIEW_PREFIX + place, JSON.stringify(kept));
  } catch {
    // Full or forbidden: the page opens with what the server sends.
  }
}

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
