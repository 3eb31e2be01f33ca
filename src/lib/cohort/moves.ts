import { m } from '$lib/paraglide/messages.js';
import type { CohortState } from './frame';
import { nextStates } from './life';

/** A step of the cohort's life, in words. */
export interface Move {
  to: CohortState;
  isForward: boolean;
  needsReason: boolean;
  label: () => string;
  question: () => string;
  /** What it means for the people in the cohort. */
  consequence: string;
  done: () => string;
}

interface Counts {
  members: number;
  waitingInvitations: number;
}

const order: CohortState[] = ['draft', 'forming', 'closed', 'concluded', 'archived', 'erased'];

type Words = Pick<Move, 'label' | 'question' | 'done'> & { text: (counts: Counts) => string };

const forward: Partial<Record<CohortState, Words>> = {
  forming: {
    label: m.cohort_move_forming,
    question: m.cohort_move_forming_ask,
    text: m.cohort_move_forming_text,
    done: m.cohort_move_forming_done,
  },
  closed: {
    label: m.cohort_move_closed,
    question: m.cohort_move_closed_ask,
    text: ({ members, waitingInvitations }) =>
      m.cohort_move_closed_text({ members, waiting: waitingInvitations }),
    done: m.cohort_move_closed_done,
  },
  concluded: {
    label: m.cohort_move_concluded,
    question: m.cohort_move_concluded_ask,
    text: m.cohort_move_concluded_text,
    done: m.cohort_move_concluded_done,
  },
  archived: {
    label: m.cohort_move_archived,
    question: m.cohort_move_archived_ask,
    text: m.cohort_move_archived_text,
    done: m.cohort_move_archived_done,
  },
};

const back: Partial<Record<CohortState, Words>> = {
  draft: {
    label: m.cohort_move_back_draft,
    question: m.cohort_move_back_draft_ask,
    text: m.cohort_move_back_draft_text,
    done: m.cohort_move_back_draft_done,
  },
  forming: {
    label: m.cohort_move_back_forming,
    question: m.cohort_move_back_forming_ask,
    text: m.cohort_move_back_forming_text,
    done: m.cohort_move_back_forming_done,
  },
  closed: {
    label: m.cohort_move_back_closed,
    question: m.cohort_move_back_closed_ask,
    text: m.cohort_move_back_closed_text,
    done: m.cohort_move_back_closed_done,
  },
  concluded: {
    label: m.cohort_move_back_concluded,
    question: m.cohort_move_back_concluded_ask,
    text: m.cohort_move_back_concluded_text,
    done: m.cohort_move_back_concluded_done,
  },
};

/** Where the cohort can go from here, the way forward first. */
export const movesFrom = (state: CohortState, counts: Counts): Move[] =>
  nextStates(state)
    .map((to) => {
      const isForward = order.indexOf(to) > order.indexOf(state);
      const { text, ...words } = (isForward ? forward : back)[to]!;
      const needsReason = state === 'closed' && to === 'forming';
      return { to, isForward, needsReason, ...words, consequence: text(counts) };
    })
    .toSorted((a, b) => Number(b.isForward) - Number(a.isForward));
