export const hitKinds = [
  'topic',
  'comment',
  'practice',
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
  }: { kind: HitKind; id: string; topicId: string | null; practiceId: string | null },
): string {
  const home = `/cohorts/${cohortId}`;
  switch (kind) {
    case 'topic':
      return `${home}/topics/${id}`;
    case 'comment':
      return practiceId === null
        ? `${home}/topics/${topicId}?from=${id}#comment-${id}`
        : `${home}/practices/${practiceId}?from=${id}#comment-${id}`;
    case 'practice':
      return `${home}/practices/${id}`;
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
