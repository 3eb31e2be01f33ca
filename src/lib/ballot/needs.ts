import type { Method } from './limits';

// What a ballot needs to know by its method; without zod, since the editor asks in the browser.

/** Methods that say by themselves neither how many are chosen nor how much time there is. */
export const TAKES_PLACES_OR_MINUTES: readonly Method[] = ['approval', 'dots', 'score'];

/** Whether voters give points, so that it has to be said how many. */
export const givesPoints = ({ method, utility }: { method: Method; utility: string }): boolean =>
  method === 'dots' || (method === 'equal-shares' && utility === 'points');

/** Whether there are minutes to fill, so that every option needs its own. */
export const sharesMinutes = ({
  method,
  budgetMinutes,
}: {
  method: Method;
  budgetMinutes: number | null | undefined;
}): boolean =>
  method === 'equal-shares' || (TAKES_PLACES_OR_MINUTES.includes(method) && !!budgetMinutes);
