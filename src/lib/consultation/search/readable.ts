import { m } from '$lib/paraglide/messages.js';
import { namesOf } from '../circle/names';
import type { ShownContribution } from '../thread/protected-thread.svelte';
import type { Words } from './words';

interface Readable {
  contributions: readonly ShownContribution[];
  participants: Parameters<typeof namesOf>[0];
  accountId: string;
  /** Empty where there are none. */
  notes: string;
  /** The address of the consultation's page; '' on that page itself. */
  href: string;
  /** Null: each contribution is headed by its phase. */
  title: string | null;
  phaseName: (key: string) => string;
}

/** Words of the title and the sentence below it lead to the top of the page; a withdrawal says nothing. */
const AT_THE_TOP = ['title', 'summary'];

/** All that a person can read in one consultation, own notes included. */
export function readableWords({ href, title, notes, phaseName, ...thread }: Readable): Words[] {
  const nameOf = namesOf(thread.participants, thread.accountId);
  const written = thread.contributions
    .filter(({ kind, text }) => text !== null && kind !== 'withdrawal')
    .map(({ id, kind, phase, authorId, text, createdAt }): Words => ({
      href: AT_THE_TOP.includes(kind) ? `${href}#content` : `${href}#c-${id}`,
      title: title ?? phaseName(phase),
      place: title === null ? nameOf(authorId) : `${nameOf(authorId)} · ${phaseName(phase)}`,
      text: text!,
      writtenAt: new Date(createdAt).getTime(),
    }));
  if (notes.trim() === '') return written;
  const place = m.consultation_notes_title();
  return [
    ...written,
    { href: `${href}#notes`, title: title ?? place, place, text: notes, writtenAt: 0 },
  ];
}
