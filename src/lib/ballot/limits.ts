/** The codes of voting.md. In the database and its client `equal-shares` reads `equal_shares`. */
export const METHODS = [
  'approval',
  'dots',
  'score',
  'ranked',
  'resistance',
  'equal-shares',
] as const;
export type Method = (typeof METHODS)[number];

export const HIGHEST_SCORE = 5;
export const HIGHEST_RESISTANCE = 10;
export const MAXIMUM_OPTIONS = 200;
export const MAXIMUM_BUDGET_MINUTES = 100_000;
