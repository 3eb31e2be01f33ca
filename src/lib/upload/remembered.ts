import { newId } from '$lib/platform/id';

// What was begun in this tab, so that a file that is chosen again after a reload goes on where it stopped.
// A tab that is closed forgets it.

const PREFIX = 'werkraum-upload:';

const keyOf = (cohortId: string, { name, size, lastModified }: File): string =>
  `${PREFIX}${cohortId}:${size}:${lastModified}:${name}`;

/** The id under which this file was begun, or a new one. */
export function uploadIdFor(cohortId: string, file: File): string {
  try {
    const key = keyOf(cohortId, file);
    const id = sessionStorage.getItem(key) ?? newId();
    sessionStorage.setItem(key, id);
    return id;
  } catch {
    // Full or forbidden: it begins anew.
    return newId();
  }
}

export function forgetUpload(cohortId: string, file: File): void {
  try {
    sessionStorage.removeItem(keyOf(cohortId, file));
  } catch {
    // Nothing is kept, so nothing is left.
  }
}
