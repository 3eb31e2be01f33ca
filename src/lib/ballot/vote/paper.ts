import type { CastChoice, Choice } from '../choice';

/** One half of the paper, or the whole of it, while somebody fills it in. */
export interface Marks {
  approved: string[];
  isAbstention: boolean;
}

/** The paper of an approval ballot: one set of marks, or two where a team splits its vote. */
export interface Paper {
  marks: Marks[];
}

/** What a refused vote comes back with: the reason, and what was on the paper. */
export interface RefusedVote {
  paper: Paper;
  appCode: string;
  refusal: string;
}

const blankMarks = (): Marks => ({ approved: [], isAbstention: false });
export const blankPaper = (): Paper => ({ marks: [blankMarks()] });

/** The paper that a cast vote stands for. */
export function paperOf(choice: CastChoice): Paper {
  const halves = choice.kind === 'split' ? choice.halves : [choice];
  return {
    marks: halves.map((half) => ({
      approved: half.kind === 'approval' ? [...half.approved] : [],
      isAbstention: half.kind === 'abstention',
    })),
  };
}

/** Turns one paper into two halves that both say what it said. */
export const splitPaper = ({ marks }: Paper): Paper => {
  const [first = blankMarks()] = marks;
  return { marks: [first, { ...first, approved: [...first.approved] }] };
};

/** Makes one paper of two halves: the first one counts. */
export const joinPaper = ({ marks }: Paper): Paper => ({ marks: marks.slice(0, 1) });

const choiceOf = ({ approved, isAbstention }: Marks): Choice =>
  isAbstention
    ? { kind: 'abstention' }
    : { kind: 'approval', approved: [...new Set(approved)].sort() };

/** What the paper says, in the form in which it is cast. */
export function choiceFrom({ marks }: Paper): CastChoice {
  const [first = blankMarks(), second] = marks;
  if (!second) return choiceOf(first);
  return { kind: 'split', halves: [choiceOf(first), choiceOf(second)] };
}

/** Whether two papers say the same. */
export const isSamePaper = (one: Paper, other: Paper): boolean =>
  JSON.stringify(choiceFrom(one)) === JSON.stringify(choiceFrom(other));

/** Names of the fields of the paper, so that it also works without JavaScript. */
export const fieldNames = (half: number) => ({
  approved: `approved-${half}`,
  abstention: `abstention-${half}`,
});

/** Reads the fields of the paper; the button "abstain" overrules them all. */
export function readPaper(form: FormData): Paper {
  if (form.get('answer') === 'abstention') return { marks: [{ approved: [], isAbstention: true }] };
  const halves = form.get('halves') === '2' ? [0, 1] : [0];
  return {
    marks: halves.map((half) => {
      const names = fieldNames(half);
      return {
        approved: form.getAll(names.approved).map(String),
        isAbstention: form.has(names.abstention),
      };
    }),
  };
}
