export const hitKinds = [
  'topic',
  'comment',
  'practice',
  'proceedings',
  'outcome',
  'team',
  'membership',
  'announcement',
  'ballot',
] as const;
export type HitKind = (typeof hitKinds)[number];

/** Where a hit is read. */
export function hrefOf(
  cohortId: string,
  {
    kind,
    id,
    topicId,
    practiceId,
    workshopId,
  }: {
    kind: HitKind;
    id: string;
    topicId: string | null;
    practiceId: string | null;
    workshopId: string | null;
  },
): string {
  const home = `/cohorts/${cohortId}`;
  const commented = (): string => {
    if (topicId !== null) return `${home}/topics/${topicId}`;
    return practiceId !== null
      ? `${home}/practices/${practiceId}`
      : `${home}/workshops/${workshopId}/proceedings`;
  };
  switch (kind) {
    case 'topic':
      return `${home}/topics/${id}`;
    case 'comment':
      return `${commented()}?from=${id}#comment-${id}`;
    case 'practice':
      return `${home}/practices/${id}`;
    case 'proceedings':
      return `${home}/workshops/${id}/proceedings`;
    case 'outcome':
      return `${home}/topics/${id}#outcome`;
    case 'team':
      return `${home}/teams/${id}`;
    case 'membership':
      return `${home}/people/${id}`;
    case 'announcement':
      return `${home}/announcements#${id}`;
    case 'ballot':
      return `${home}/ballots/${id}`;
  }
}
