import { joinedAs, type Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

// The charter comes first: `hasRole` and all that stands on it count a membership only once the
// newest version of the charter is accepted, and the database reads the same way (app.my_cohorts_as).
// Only what is needed to accept it asks for `joinedAs`.

/** The frame around the pages, and the charter itself. */
export const mayEnter = (actor: Actor, cohortId: string): Decision =>
  allowIf(joinedAs(actor, cohortId).length > 0, 'not_found');
