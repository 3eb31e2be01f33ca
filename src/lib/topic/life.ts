/** The life of a topic: which states there are, and what a topic in each of them is open for. */

export const topicStates = [
  'draft',
  'unconfirmed',
  'proposed',
  'on_ballot',
  'chosen',
  'carried_over',
  'scheduled',
  'worked_on',
  'outcome',
  'withdrawn',
  'merged',
] as const;
export type TopicState = (typeof topicStates)[number];

export const topicFormats = [
  'open',
  'input',
  'discussion',
  'group_work',
  'practice_example',
  'peer_consultation',
] as const;
export type TopicFormat = (typeof topicFormats)[number];

export const cohortStates = [
  'draft',
  'forming',
  'closed',
  'concluded',
  'archived',
  'erased',
] as const;
export type CohortState = (typeof cohortStates)[number];

/** Whether everyone in the cohort sees the topic. */
export const isPublic = (state: TopicState): boolean =>
  state !== 'draft' && state !== 'unconfirmed';

/** Whether the topic waits for a choice: it can be put on a ballot, merged and withdrawn. */
export const isInPool = (state: TopicState): boolean =>
  state === 'proposed' || state === 'carried_over';

/** While people vote on it, a topic keeps its words; what ended stays as it was. */
export const isChangeable = (state: TopicState): boolean =>
  ['draft', 'unconfirmed', 'proposed', 'carried_over', 'chosen', 'scheduled'].includes(state);

export const isSupportable = (state: TopicState): boolean =>
  ['proposed', 'carried_over', 'on_ballot', 'chosen', 'scheduled'].includes(state);

/** The parts of a list: what a reader filters by. */
export const phases = {
  pool: ['unconfirmed', 'proposed', 'carried_over'],
  ballot: ['on_ballot'],
  chosen: ['chosen', 'scheduled', 'worked_on'],
  outcome: ['outcome'],
  ended: ['withdrawn', 'merged'],
  drafts: ['draft'],
} as const satisfies Record<string, readonly TopicState[]>;
export type Phase = keyof typeof phases;
export const phaseNames = Object.keys(phases) as [Phase, ...Phase[]];

/** What a list shows where nobody asked for a phase: everything but drafts and what has ended. */
export const livingStates: readonly TopicState[] = topicStates.filter(
  (state) => !['draft', 'withdrawn', 'merged'].includes(state),
);
