import { m } from '$lib/paraglide/messages.js';

/** Tables whose rows mean something to a reader, in the order of the certificate. */
const kinds: [table: string, name: () => string][] = [
  ['team', m.cohort_kind_team],
  ['topic', m.cohort_kind_topic],
  ['topic_revision', m.cohort_kind_topic_revision],
  ['topic_note', m.cohort_kind_topic_note],
  ['comment', m.cohort_kind_comment],
  ['support', m.cohort_kind_support],
  ['merge', m.cohort_kind_merge],
  ['ballot', m.cohort_kind_ballot],
  ['vote', m.cohort_kind_vote],
  ['ballot_box', m.cohort_kind_ballot_box],
  ['decision', m.cohort_kind_decision],
  ['announcement', m.cohort_kind_announcement],
  ['workshop', m.cohort_kind_workshop],
  ['charter', m.cohort_kind_charter],
  ['charter_acceptance', m.cohort_kind_charter_acceptance],
  ['invitation', m.cohort_kind_invitation],
  ['membership_log', m.cohort_kind_membership_log],
  ['activity', m.cohort_kind_activity],
  ['notice', m.cohort_kind_notice],
  ['mail', m.cohort_kind_mail],
];

/** Not content but ways to find it: told of under no name of their own, and not counted. */
const AIDS = ['search_entry'];

/** How much of what was erased, for people to read; what has no name is counted as one. */
export function erasedKinds(
  counts: Record<string, number>,
): { id: string; kind: string; count: number }[] {
  const named = kinds.flatMap(([id, name]) =>
    counts[id] ? [{ id, kind: name(), count: counts[id] }] : [],
  );
  const known = new Set([...kinds.map(([id]) => id), ...AIDS]);
  const others = Object.entries(counts)
    .filter(([id]) => !known.has(id))
    .reduce((sum, [, count]) => sum + count, 0);
  return others > 0
    ? [...named, { id: 'others', kind: m.cohort_kind_others(), count: others }]
    : named;
}
