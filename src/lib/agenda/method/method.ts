/** A workshop method: what it is good for, how long, for how many, with what, step by step. Pure. */
export interface Method {
  /** The key of one of ours, or the id of one of the cohort's. */
  id: string;
  isOurs: boolean;
  name: string;
  purpose: string;
  minutesFrom: number;
  minutesUntil: number;
  peopleFrom: number;
  /** Null: as many as come. */
  peopleUntil: number | null;
  material: string;
  steps: string[];
}

export interface MethodFilter {
  /** Words that all occur somewhere in it. */
  q: string;
  /** How much time there is; null: any. */
  minutes: number | null;
  /** How many people there are; null: any. */
  people: number | null;
}

const fits = (method: Method, { q, minutes, people }: MethodFilter): boolean => {
  const { name, purpose, material, steps, minutesFrom, peopleFrom, peopleUntil } = method;
  const text = [name, purpose, material, ...steps].join(' ').toLocaleLowerCase();
  const words = q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const isLongEnough = minutes === null || minutesFrom <= minutes;
  const isForSoMany =
    people === null || (peopleFrom <= people && (peopleUntil === null || people <= peopleUntil));
  return words.every((word) => text.includes(word)) && isLongEnough && isForSoMany;
};

/** Those that fit: the words occur, the time is enough, and the group is neither too small nor too large. */
export const filterMethods = (methods: readonly Method[], filter: MethodFilter): Method[] =>
  methods.filter((method) => fits(method, filter));
