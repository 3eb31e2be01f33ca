import type { ActivityKind } from '$lib/activity/kinds';
import { activityText } from '$lib/activity/text';
import { m } from '$lib/paraglide/messages.js';
import { formatList } from '$lib/ui/format';
import type { Happening } from './happened';

type Locale = 'de' | 'en';

interface Words {
  people: string;
  teams: string;
  count: number;
  /** Of a merge: the other topic. */
  into: string;
}

/** What was done to a topic whose question stands above it; other kinds keep their sentence. */
const deeds: Partial<Record<ActivityKind, (words: Words) => string>> = {
  topic_proposed: m.start_deed_proposed,
  topic_confirmed: m.start_deed_confirmed,
  topic_changed: m.start_deed_changed,
  topic_withdrawn: m.start_deed_withdrawn,
  topic_reopened: m.start_deed_reopened,
  topic_supported: m.start_deed_supported,
  topic_pinned: m.start_deed_pinned,
  topic_commented: m.start_deed_commented,
  topic_chosen: m.start_deed_chosen,
  merge_proposed: m.start_deed_merge_proposed,
  merge_agreed: m.start_deed_merge_agreed,
  merge_declined: m.start_deed_merge_declined,
  topic_merged: m.start_deed_merged,
  merge_undone: m.start_deed_merge_undone,
};

const distinct = (names: string[]): string[] => [...new Set(names)];

/** What was done to one topic in one day, kind by kind: "2 Kommentare von Anna und Emre". */
export function deedsOf(happenings: readonly Happening[], locale: Locale): string[] {
  return distinct(happenings.map(({ kind }) => kind)).flatMap((kind) => {
    const alike = happenings.filter((happening) => happening.kind === kind);
    const deed = deeds[kind as ActivityKind];
    if (!deed) return alike.map((happening) => activityText(happening, locale));
    const people = alike.map(({ actorName }) => actorName ?? m.notice_activity_someone());
    const teams = alike.map(({ facts }) =>
      typeof facts.teamName === 'string' ? facts.teamName : m.notice_activity_a_team(),
    );
    const { intoQuestion } = alike[0]!.facts;
    return deed({
      people: formatList(distinct(people).toReversed(), locale),
      teams: formatList(distinct(teams).toReversed(), locale),
      count: alike.length,
      into: typeof intoQuestion === 'string' ? intoQuestion : m.notice_activity_unnamed(),
    });
  });
}
