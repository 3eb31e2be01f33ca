export const hitKinds = [
  'topic',
  'comment',
  'team',
  'membership',
  'announcement',
  'ballot',
] as const;
export type HitKind = (typeof hitKinds)[number];

/** Where a hit is read. */
export function hrefOf(
  cohortId: string,
  { kind, id, topicId }: { kind: HitKind; id: string; topicId: string | null },
): string {
  const home = `/cohorts/${cohortId}`;
  switch (kind) {
    case 'topic':
      return `${home}/topics/${id}`;
    case 'comment':
      return `${home}/topics/${topicId}?from=${id}#comment-${id}`;
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
