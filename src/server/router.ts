import { createCallerFactory, router } from '$lib/access/procedure.server';
import { accountRouter } from '$lib/account/router.server';
import { cohortRouter } from '$lib/cohort/router.server';
import { liveRouter } from '$lib/live/router.server';

/** Every procedure of the program, one router per room. */
export const appRouter = router({
  account: accountRouter,
  cohort: cohortRouter,
  live: liveRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
export type Api = ReturnType<typeof createCaller>;
