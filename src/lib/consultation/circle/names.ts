import { m } from '$lib/paraglide/messages.js';
import { birdName } from './birds';

interface Named {
  accountId: string;
  name: string;
  pseudonym: number | null;
}

/** How people are called in the thread: by their names, or by birds where the case has pseudonyms. */
export function namesOf(
  participants: readonly Named[],
  ownAccountId: string,
): (accountId: string) => string {
  const names = new Map(
    participants.map(({ accountId, name, pseudonym }) => {
      const shown = pseudonym === null ? name : birdName(pseudonym);
      return [accountId, accountId === ownAccountId ? m.consultation_you({ name: shown }) : shown];
    }),
  );
  return (accountId) => names.get(accountId) ?? m.consultation_somebody();
}
