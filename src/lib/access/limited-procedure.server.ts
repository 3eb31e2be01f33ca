import type { z } from 'zod';
import type { AttemptLimit } from './attempt-limits';
import { installationPepper, takeAttempt } from './attempts.server';
import { beforeTransaction, type Context } from './procedure.server';

/**
 * The beginning of a procedure that needs the installation's secret. It is fetched before the
 * transaction opens: two connections at once for one call could block each other.
 */
export const withPepper = beforeTransaction.use(async ({ ctx, next }) =>
  next({ ctx: { pepper: await installationPepper(ctx.services.database) } }),
);

/**
 * The beginning of a procedure whose attempts are limited; `.concat(openProcedure)` or
 * `.concat(procedure)` goes on with it. The attempt is taken before the transaction opens, and
 * counts unless the call succeeds.
 *
 * @param limitsOf which limits this input from this place falls under
 */
export const limitedProcedure = <Schema extends z.ZodType>(
  schema: Schema,
  limitsOf: (input: z.output<Schema>, context: Context) => AttemptLimit[] | Promise<AttemptLimit[]>,
) =>
  beforeTransaction.input(schema).use(async ({ ctx, input, next }) => {
    const limits = await limitsOf(input as z.output<Schema>, ctx);
    const attempt = await takeAttempt(ctx.services, limits);
    const result = await next();
    if (result.ok) await attempt.succeeded();
    return result;
  });
