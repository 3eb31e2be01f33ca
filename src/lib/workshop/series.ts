import { spanOf } from './days';
import type { ListedWorkshop } from './queries.server';

// The series on its line of time. Pure.

export interface SeriesParts {
  /** What comes next: the first event that is fixed and not over. */
  next: ListedWorkshop | null;
  /** Fixed, behind it. */
  later: ListedWorkshop[];
  /** Without a date. */
  open: ListedWorkshop[];
  /** Held, or over by the clock; the newest first. */
  past: ListedWorkshop[];
  cancelled: ListedWorkshop[];
}

/** Where each event stands at a moment. */
export function partsOf(
  workshops: readonly ListedWorkshop[],
  timeZone: string,
  now: Date,
): SeriesParts {
  const timed = workshops.map((workshop) => ({ workshop, span: spanOf(workshop.days, timeZone) }));
  const byBeginning = timed.toSorted(
    (one, other) => (one.span?.startsAt.getTime() ?? 0) - (other.span?.startsAt.getTime() ?? 0),
  );
  const isOver = ({ workshop, span }: (typeof timed)[number]) =>
    workshop.state === 'held' || (span !== null && span.endsAt <= now);
  const alive = byBeginning.filter(({ workshop }) => workshop.state !== 'cancelled');
  const dated = alive.filter(({ workshop }) => workshop.state !== 'planned');
  const [next = null, ...later] = dated.filter((each) => !isOver(each));
  const workshopsOf = (some: typeof timed) => some.map(({ workshop }) => workshop);
  return {
    next: next?.workshop ?? null,
    later: workshopsOf(later),
    open: workshops.filter(({ state }) => state === 'planned'),
    past: workshopsOf(dated.filter(isOver)).toReversed(),
    cancelled: workshopsOf(byBeginning.filter(({ workshop }) => workshop.state === 'cancelled')),
  };
}
