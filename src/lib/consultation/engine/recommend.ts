import type { Form, Wish } from './kinds';
import type { Method } from './method';
import { METHODS } from './methods';

export interface Situation {
  /** Everyone in the circle, with the case giver. */
  people: number;
  form: Form;
  /** How much time there is: minutes live, days written; null where it does not matter. */
  time: number | null;
  wish: Wish | null;
}

/** Why a method fits or does not: texts `consultation_reason_<key>`, with its figures. */
export interface Reason {
  key:
    | 'size_fits'
    | 'size_too_small'
    | 'size_too_large'
    | 'time_fits'
    | 'time_too_short'
    | 'wish_fits'
    | 'wish_differs';
  isFor: boolean;
  facts: Record<string, number>;
}

export interface Recommendation {
  method: string;
  /** Size and time allow it. */
  isPossible: boolean;
  reasons: Reason[];
  /** How long it takes: minutes live, days written. */
  takes: number;
}

/** How long a method takes with so many people: minutes live, days written. */
export function durationOf(method: Method, form: Form, people: number): number {
  const rounds = method.rounds === 'each' ? people : 1;
  return method.phases.reduce(
    (sum, phase) =>
      sum + (form === 'live' ? phase.minutes : phase.days) * (phase.isOnce ? 1 : rounds),
    0,
  );
}

function sizeReason({ people: { min, max } }: Method, people: number): Reason {
  const facts = { min, max, people };
  if (people < min) return { key: 'size_too_small', isFor: false, facts };
  if (people > max) return { key: 'size_too_large', isFor: false, facts };
  return { key: 'size_fits', isFor: true, facts };
}

function reasonsFor(method: Method, { people, form, time, wish }: Situation): Reason[] {
  const takes = durationOf(method, form, people);
  const isInTime = time === null || takes <= time;
  const isWished = wish !== null && method.suits.includes(wish);
  return [
    sizeReason(method, people),
    ...(time === null
      ? []
      : [
          {
            key: isInTime ? ('time_fits' as const) : ('time_too_short' as const),
            isFor: isInTime,
            facts: { takes, time },
          },
        ]),
    ...(wish === null
      ? []
      : [
          {
            key: isWished ? ('wish_fits' as const) : ('wish_differs' as const),
            isFor: isWished,
            facts: {},
          },
        ]),
  ];
}

/**
 * The methods in the order in which they fit, each with its reasons: what is possible first, then what
 * suits the wish best (a method's first wish is what it is best at), then the order of `METHODS`.
 */
export function recommend(situation: Situation): Recommendation[] {
  const fit = ({ suits }: Method): number => {
    const place = situation.wish === null ? -1 : suits.indexOf(situation.wish);
    return place < 0 ? METHODS.length : place;
  };
  return METHODS.map((method) => {
    const reasons = reasonsFor(method, situation);
    const isPossible = reasons.every(({ isFor, key }) => isFor || key === 'wish_differs');
    const takes = durationOf(method, situation.form, situation.people);
    return { recommendation: { method: method.key, isPossible, reasons, takes }, fit: fit(method) };
  })
    .sort(
      (one, other) =>
        Number(other.recommendation.isPossible) - Number(one.recommendation.isPossible) ||
        one.fit - other.fit,
    )
    .map(({ recommendation }) => recommendation);
}
