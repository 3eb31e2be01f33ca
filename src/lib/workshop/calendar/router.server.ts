import { addressLimits } from '$lib/access/attempt-limits';
import { limitedProcedure } from '$lib/access/limited-procedure.server';
import { openProcedure, procedure, router } from '$lib/access/procedure.server';
import { renewFeed, switchFeedOff } from './commands.server';
import { myFeed, readFeed } from './queries.server';
import * as schema from './schema';

export const calendarRouter = router({
  /** Whether one's own calendar has an address. */
  mine: procedure.query(({ ctx }) => myFeed(ctx.scope)),

  /** Makes a new address, which is told this once; the one before is gone. */
  renew: procedure.mutation(({ ctx }) => renewFeed(ctx.scope, ctx.services.origin)),

  switchOff: procedure.mutation(({ ctx }) => switchFeedOff(ctx.scope)),

  /** What a calendar program fetches; it knows no session. */
  read: limitedProcedure(schema.readFeed, (_input, { address }) => addressLimits(address))
    .concat(openProcedure)
    .query(({ ctx, input }) => readFeed(ctx.scope, input, ctx.services.origin)),
});
