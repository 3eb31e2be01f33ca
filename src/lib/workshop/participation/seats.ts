import type { WorkshopKind } from '../schema';
import type { ParticipationAnswer } from './schema';

// Who takes a seat, who waits for one, and who comes. Pure.

interface Said {
  answer: ParticipationAnswer;
  guestName: string;
  waitingSince: Date | null;
}

/** Whether a seat in the house is wanted: for oneself, or for the guest who comes instead. */
export const wantsSeat = ({ answer, guestName }: Pick<Said, 'answer' | 'guestName'>): boolean =>
  answer === 'in_person' || guestName !== '';

export const hasSeat = (said: Said): boolean => wantsSeat(said) && said.waitingSince === null;

/** How one can come: to the house, from afar, or both. */
export function offersOf({ kind, onlineUrl }: { kind: WorkshopKind; onlineUrl: string }) {
  const isOnlineOnly = kind === 'online_meeting';
  return { inPerson: !isOnlineOnly, online: isOnlineOnly || onlineUrl !== '' };
}
export type Offers = ReturnType<typeof offersOf>;

export interface Seats {
  /** Null: as many as come. */
  total: number | null;
  taken: number;
  waiting: number;
}

export function seatsOf(total: number | null, said: readonly Said[]): Seats {
  const wanting = said.filter(wantsSeat);
  const taken = wanting.filter(hasSeat).length;
  return { total, taken, waiting: wanting.length - taken };
}

/** Nobody overtakes those who wait already. */
export const isFull = ({ total, taken, waiting }: Seats): boolean =>
  total !== null && (taken >= total || waiting > 0);

/** The place in the line, from 1; null for whoever does not wait. */
export function placeInLine(
  membershipId: string,
  said: readonly (Said & { membershipId: string })[],
): number | null {
  const line = said
    .flatMap(({ waitingSince, ...one }) => (waitingSince ? [{ ...one, since: waitingSince }] : []))
    .toSorted(
      (one, other) =>
        one.since.getTime() - other.since.getTime() ||
        (one.membershipId < other.membershipId ? -1 : 1),
    );
  const index = line.findIndex((one) => one.membershipId === membershipId);
  return index < 0 ? null : index + 1;
}

export interface Numbers {
  inPerson: number;
  online: number;
  no: number;
  waiting: number;
  unanswered: number;
}

/** How many come and how. A guest who comes instead counts as coming, not as a "no". */
export function numbersOf(said: readonly (Said | null)[]): Numbers {
  const answers = said.flatMap((one) => one ?? []);
  const count = (is: (one: Said) => boolean) => answers.filter(is).length;
  return {
    inPerson: count(hasSeat),
    online: count(({ answer }) => answer === 'online'),
    no: count((one) => one.answer === 'no' && !wantsSeat(one)),
    waiting: count((one) => one.waitingSince !== null),
    unanswered: said.length - answers.length,
  };
}
