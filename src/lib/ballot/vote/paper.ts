import type { CastChoice, Choice } from '../choice';

/** What a method asks for on its paper. */
export type PaperKind = Exclude<Choice['kind'], 'abstention'>;

/** One half of the paper, or the whole of it, while somebody fills it in. */
export interface Marks {
  approved: string[];
  /** points, scores or resistance; an option that is not there has none yet */
  numbers: Record<string, number>;
  /** from best to worst, equals together; options not there are not ranked */
  ranks: string[][];
  /** Places as they were typed without JavaScript, where they are no order: 1, 3 is one short. */
  places?: Record<string, number> | undefined;
  isAbstention: boolean;
}

/** The paper of a ballot: one set of marks, or two where a team splits its vote. */
export interface Paper {
  kind: PaperKind;
  marks: Marks[];
}

/** What a refused vote comes back with: the reason, and what was on the paper. */
export interface RefusedVote {
  paper: Paper;
  appCode: string;
  refusal: string;
}

export const blankMarks = (): Marks => ({
  approved: [],
  numbers: {},
  ranks: [],
  isAbstention: false,
});
export const blankPaper = (kind: PaperKind): Paper => ({ kind, marks: [blankMarks()] });

/** The paper of somebody who abstains with the whole vote. */
export const abstainingPaper = (kind: PaperKind): Paper => ({
  kind,
  marks: [{ ...blankMarks(), isAbstention: true }],
});

/** The paper that a cast vote stands for. */
export function paperOf(choice: CastChoice, kind: PaperKind): Paper {
  const halves = choice.kind === 'split' ? choice.halves : [choice];
  return { kind, marks: halves.map(marksOf) };
}

function marksOf(choice: Choice): Marks {
  const blank = blankMarks();
  switch (choice.kind) {
    case 'abstention':
      return { ...blank, isAbstention: true };
    case 'approval':
      return { ...blank, approved: [...choice.approved] };
    case 'points':
      return { ...blank, numbers: { ...choice.points } };
    case 'scores':
      return { ...blank, numbers: { ...choice.scores } };
    case 'resistance':
      return { ...blank, numbers: { ...choice.resistance } };
    case 'ranking':
      return { ...blank, ranks: choice.ranks.map((equals) => [...equals]) };
  }
}

const copyOf = (marks: Marks): Marks => ({
  ...marks,
  approved: [...marks.approved],
  numbers: { ...marks.numbers },
  ranks: marks.ranks.map((equals) => [...equals]),
});

/** Turns one paper into two halves that both say what it said. */
export const splitPaper = ({ kind, marks }: Paper): Paper => {
  const [first = blankMarks()] = marks;
  return { kind, marks: [first, copyOf(first)] };
};

/** Makes one paper of two halves: the first one counts. */
export const joinPaper = ({ kind, marks }: Paper): Paper => ({ kind, marks: marks.slice(0, 1) });

function choiceOf(
  kind: PaperKind,
  { approved, numbers, ranks, places, isAbstention }: Marks,
): Choice {
  if (isAbstention) return { kind: 'abstention' };
  const given = Object.fromEntries(
    Object.entries(numbers).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  switch (kind) {
    case 'approval':
      return { kind, approved: [...new Set(approved)].sort() };
    case 'points': {
      const named = Object.entries(given).filter(([, points]) => points !== 0);
      return { kind, points: Object.fromEntries(named) };
    }
    case 'scores':
      return { kind, scores: given };
    case 'resistance':
      return { kind, resistance: given };
    case 'ranking':
      return {
        kind,
        ranks: places
          ? ranksFrom(places)
          : ranks.filter((equals) => equals.length > 0).map((equals) => [...equals].sort()),
      };
  }
}

/** What the paper says, in the form in which it is cast. */
export function choiceFrom({ kind, marks }: Paper): CastChoice {
  const [first = blankMarks(), second] = marks;
  if (!second) return choiceOf(kind, first);
  return { kind: 'split', halves: [choiceOf(kind, first), choiceOf(kind, second)] };
}

/** Whether two papers say the same. */
export const isSamePaper = (one: Paper, other: Paper): boolean =>
  JSON.stringify(choiceFrom(one)) === JSON.stringify(choiceFrom(other));

/** The marks without options that there are not. */
export function onlyOf(marks: Marks, isOption: (id: string) => boolean): Marks {
  const { approved, numbers, ranks } = marks;
  return {
    ...marks,
    approved: approved.filter(isOption),
    numbers: Object.fromEntries(Object.entries(numbers).filter(([id]) => isOption(id))),
    ranks: ranks.map((equals) => equals.filter(isOption)).filter((equals) => equals.length > 0),
  };
}

/** Names of the fields of the paper, so that it also works without JavaScript. */
export const fieldNames = (half: number) => ({
  approved: `approved-${half}`,
  abstention: `abstention-${half}`,
  /** of one option: its points, score, resistance or place */
  numberOf: (optionId: string) => `number-${half}-${optionId}`,
});

/** Reads the fields of the paper; the button "abstain" overrules them all. */
export function readPaper(form: FormData): Paper {
  const kind = kindOf(form.get('kind'));
  if (form.get('answer') === 'abstention') return abstainingPaper(kind);
  const halves = form.get('halves') === '2' ? [0, 1] : [0];
  return { kind, marks: halves.map((half) => readMarks(form, half, kind)) };
}

const KINDS: readonly PaperKind[] = ['approval', 'points', 'scores', 'ranking', 'resistance'];
const kindOf = (sent: FormDataEntryValue | null): PaperKind =>
  KINDS.find((kind) => kind === sent) ?? 'approval';

function readMarks(form: FormData, half: number, kind: PaperKind): Marks {
  const names = fieldNames(half);
  const prefix = names.numberOf('');
  // A later field of the same option counts: without JavaScript it stands behind the hidden one. What
  // cannot be a number stays out of the way of the rules, which then say what is wrong.
  const typed = new Map<string, string>();
  for (const [name, value] of form)
    if (name.startsWith(prefix)) typed.set(name.slice(prefix.length), String(value));
  const numbers = Object.fromEntries(
    [...typed].filter(([, value]) => value !== '').map(([id, value]) => [id, Number(value)]),
  );
  const marks = { ...blankMarks(), isAbstention: form.has(names.abstention) };
  if (kind !== 'ranking')
    return { ...marks, approved: form.getAll(names.approved).map(String), numbers };
  return isOrder(numbers) ? { ...marks, ranks: ranksFrom(numbers) } : { ...marks, places: numbers };
}

/**
 * Whether typed places are an order: 1, 2, 2, 3 counts equals once, 1, 2, 2, 4 counts each; 1, 3 leaves
 * a place out.
 */
export function isOrder(places: Record<string, number>): boolean {
  const all = Object.values(places);
  const lower = (place: number) => all.filter((other) => other < place);
  return all.every((place) =>
    [new Set(lower(place)).size + 1, lower(place).length + 1].includes(place),
  );
}

/** Typed places as ranks, from best to worst; where they are no order, an empty rank stands for the gap. */
export function ranksFrom(places: Record<string, number>): string[][] {
  const byPlace = Map.groupBy(Object.entries(places), ([, place]) => place);
  const ranks = [...byPlace]
    .sort(([one], [other]) => one - other)
    .map(([, entries]) => entries.map(([id]) => id).sort());
  return isOrder(places) ? ranks : [...ranks, []];
}
