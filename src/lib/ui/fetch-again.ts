import { invalidate, invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

type What = Parameters<typeof invalidate>[0];

let last: Promise<void> = Promise.resolve();

/**
 * Fetches again what the loads of the page depend on; answers once it is shown. One after the other, and
 * after a navigation that is under way: SvelteKit would call off what runs already, and answer it with
 * the old page still standing.
 */
export const fetchAgain = (what: What): Promise<void> => inTurn(() => invalidate(what));

/** The same for everything on the page. */
export const fetchAllAgain = (): Promise<void> => inTurn(invalidateAll);

function inTurn(work: () => Promise<void>): Promise<void> {
  const turn = last.then(async () => {
    await navigating.complete?.catch(() => undefined);
    await work();
  });
  last = turn.catch(() => undefined);
  return turn;
}
