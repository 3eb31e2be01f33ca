/** Facts that a message needs: ids, dates, numbers, names of fields. Never a secret. */
export type ErrorFacts = Record<string, unknown>;

/**
 * What the domain throws. Only the edge turns the code into a sentence, in the reader's language.
 * The Fastify process and SvelteKit have a copy of this class each, so `instanceof` fails between
 * them: tell errors apart with `isAppError` and the code.
 */
export class AppError extends Error {
  readonly appCode: string;
  readonly facts: ErrorFacts;

  constructor(appCode: string, facts: ErrorFacts = {}, options?: ErrorOptions) {
    super(appCode, options);
    this.name = 'AppError';
    this.appCode = appCode;
    this.facts = facts;
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && 'appCode' in error && typeof error.appCode === 'string';
}
