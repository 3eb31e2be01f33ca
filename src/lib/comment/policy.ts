import { isModerator, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';
import type { CohortState } from '$lib/cohort/frame';
import { takesNewThings } from '$lib/cohort/life';

export interface CohortFacts {
  cohortId: string;
  cohortState: CohortState;
}

export interface CommentFacts extends CohortFacts {
  authorId: string | null;
  deletedById: string | null;
  isDeleted: boolean;
  /** Deleted long ago: its words are gone. */
  isCleared: boolean;
}

const isBy = (actor: Actor, accountId: string | null): boolean =>
  actor.kind === 'person' && actor.accountId === accountId;

const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

export const mayEdit = (actor: Actor, comment: CommentFacts): Decision =>
  all(
    allowIf(isBy(actor, comment.authorId), 'comment_only_its_author'),
    allowIf(!comment.isDeleted, 'comment_is_deleted'),
    allowIf(takesNewThings(comment.cohortState), 'cohort_takes_nothing_new'),
  );

/** Its author, and the moderators where something must not stay; in the archive nothing changes. */
export const mayDelete = (actor: Actor, comment: CommentFacts): Decision =>
  all(
    allowIf(
      isBy(actor, comment.authorId) || isModerator(actor, comment.cohortId),
      'comment_only_its_author',
    ),
    allowIf(comment.cohortState !== 'archived', 'cohort_archived'),
  );

/**
 * Whoever deleted it can take that back, until its words are cleared; an author cannot undo a
 * moderator's deletion.
 */
export const mayRestore = (actor: Actor, comment: CommentFacts): Decision =>
  all(
    allowIf(isBy(actor, comment.deletedById), 'comment_only_who_deleted'),
    allowIf(!comment.isCleared, 'comment_is_cleared'),
    allowIf(comment.cohortState !== 'archived', 'cohort_archived'),
  );
