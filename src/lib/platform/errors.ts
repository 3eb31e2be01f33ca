/** Plain values that explain an error to a reader: numbers, names, dates. Never personal secrets. */
export type ErrorFacts = Record<string, string | number | boolean | null>;

/**
 * What the domain throws: a code and the facts around it. Only the edge turns it into a sentence
 * (messages/error/*.json, key `error_<code>`), in the reader's language.
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly appCode: string,
    readonly facts: ErrorFacts = {},
  ) {
    super(appCode);
  }
}

/** A foreign or missing thing: both look the same, so that nobody learns what exists elsewhere. */
export const notFound = (): AppError => new AppError('not_found');

/** Somebody else changed it since: carries the version that stands now. */
export const conflict = (currentVersion: number): AppError =>
  new AppError('conflict', { currentVersion });

/**
 * Tells our errors apart from others by their name: the server and SvelteKit are two bundles,
 * so `instanceof` would fail between them.
 */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'appCode' in error;
}
