import type { ActivityFacts, ActivityKind, SubjectKind } from './kinds';

/** What a sentence about something that happened is made of. */
export interface ActivitySaying {
  kind: ActivityKind;
  subjectKind: SubjectKind;
  subjectId: string;
  facts: ActivityFacts;
  /** Who did it; null where it was the clock, or somebody who is gone. */
  actorName: string | null;
  /** What the subject is called now; null where the reader may not know, or it is gone. */
  subjectTitle: string | null;
}

/** What decides where one can read more about it. */
export type ActivityPlace = Omit<ActivitySaying, 'actorName' | 'subjectTitle'>;

const LOG_KINDS = [
  'cohort_closed',
  'cohort_reopened',
  'person_joined',
  'person_left',
  'person_replaced',
  'role_given',
];

/** Where one can read more about it. */
export function activityPath(
  cohortId: string,
  { kind, subjectKind, subjectId, facts }: ActivityPlace,
): string {
  const home = `/cohorts/${cohortId}`;
  if (LOG_KINDS.includes(kind)) return `${home}/log`;
  if (kind === 'charter_published') return `${home}/charter`;
  // Of installations in which dates were no workshops yet.
  if (kind === 'date_changed') return home;
  if (kind.startsWith('practice_consent_')) return `${home}/practices/${subjectId}/people`;
  // What is not shown yet, or no more, has its place with its team.
  if (kind.startsWith('practice_step_')) return `${home}/practices/${subjectId}/share`;
  if (kind === 'topic_commented' && typeof facts.commentId === 'string')
    return `${home}/topics/${subjectId}?from=${facts.commentId}#comment-${facts.commentId}`;
  if (kind === 'practice_commented' && typeof facts.commentId === 'string')
    return `${home}/practices/${subjectId}?from=${facts.commentId}#comment-${facts.commentId}`;
  if (kind.startsWith('topic_outcome_')) return `${home}/topics/${subjectId}#outcome`;
  if (kind === 'proceedings_commented' && typeof facts.commentId === 'string')
    return `${home}/workshops/${subjectId}/proceedings?from=${facts.commentId}#comment-${facts.commentId}`;
  if (kind === 'proceedings_published') return `${home}/workshops/${subjectId}/proceedings`;
  if (kind === 'agenda_published')
    return `${home}/workshops/${subjectId}/versions/${String(facts.version)}`;
  if (kind.startsWith('feedback_')) return `${home}/workshops/${subjectId}/feedback`;
  switch (subjectKind) {
    case 'topic':
      return `${home}/topics/${subjectId}`;
    case 'ballot':
      return `${home}/ballots/${subjectId}`;
    case 'team':
      return `${home}/teams/${subjectId}`;
    case 'announcement':
      return `${home}/announcements#${subjectId}`;
    case 'membership':
      return `${home}/people/${subjectId}`;
    case 'consultation':
      return `${home}/consultations/${subjectId}`;
    case 'practice':
      return `${home}/practices/${subjectId}`;
    case 'workshop':
      return `${home}/workshops/${subjectId}${kind.startsWith('workshop_dates_') ? '/dates' : ''}`;
    case 'agreement':
      return `${home}/agreements#${subjectId}`;
    case 'cohort':
      return home;
  }
}
