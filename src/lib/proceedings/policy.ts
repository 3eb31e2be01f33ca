import { isModerator, readsContent, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';
import type { CohortState } from '$lib/cohort/frame';
import { takesNewThings } from '$lib/cohort/life';

export interface ProceedingsFacts {
  cohortId: string;
  cohortState: CohortState;
  workshopState: 'planned' | 'fixed' | 'held' | 'cancelled';
  /** Whether its first day is today, or past. */
  hasBegun: boolean;
  /** Whether a version is there to read. */
  isPublished: boolean;
}

/** The first denial, or allow. */
const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

/** The draft is the moderators' own. Reports can be finished in a concluded cohort. */
export const mayWrite = (
  actor: Actor,
  { cohortId, cohortState }: Pick<ProceedingsFacts, 'cohortId' | 'cohortState'>,
): Decision =>
  all(
    allowIf(isModerator(actor, cohortId), 'only_moderators'),
    allowIf(cohortState !== 'archived', 'cohort_archived'),
  );

/** Minutes begin when the workshop does. */
export const mayBegin = (actor: Actor, facts: ProceedingsFacts): Decision =>
  all(
    mayWrite(actor, facts),
    allowIf(facts.workshopState !== 'cancelled', 'day_workshop_cancelled'),
    allowIf(
      facts.workshopState === 'held' || (facts.workshopState === 'fixed' && facts.hasBegun),
      'proceedings_not_begun',
    ),
  );

/** Whoever reads published minutes may say something to them. Who reads them, the database says. */
export const mayComment = (actor: Actor, facts: ProceedingsFacts): Decision =>
  all(
    allowIf(actor.kind === 'person', 'not_found'),
    allowIf(facts.isPublished, 'not_found'),
    allowIf(takesNewThings(facts.cohortState), 'cohort_takes_nothing_new'),
  );

export interface PhotoFacts {
  addedById: string | null;
  /** Goes into the minutes. */
  isAccepted: boolean;
}

const isBy = (actor: Actor, accountId: string | null): boolean =>
  actor.kind === 'person' && actor.accountId === accountId;

/** The moderators all photos, everyone else of the group the own ones: to look after them, from the first day on. */
export const mayListPhotos = (actor: Actor, facts: ProceedingsFacts): Decision =>
  all(
    allowIf(readsContent(actor, facts.cohortId), 'proceedings_photo_only_group'),
    allowIf(facts.workshopState !== 'cancelled', 'day_workshop_cancelled'),
    allowIf(facts.hasBegun || facts.workshopState === 'held', 'proceedings_photo_not_begun'),
  );

export const mayAddPhoto = (actor: Actor, facts: ProceedingsFacts): Decision =>
  all(mayListPhotos(actor, facts), allowIf(facts.cohortState !== 'archived', 'cohort_archived'));

/** Who added it, until the moderators have taken it in; and they. */
export const mayDescribePhoto = (
  actor: Actor,
  facts: ProceedingsFacts,
  { addedById, isAccepted }: PhotoFacts,
): Decision =>
  all(
    allowIf(
      isModerator(actor, facts.cohortId) || (isBy(actor, addedById) && !isAccepted),
      'proceedings_photo_taken_in',
    ),
    allowIf(facts.cohortState !== 'archived', 'cohort_archived'),
  );
