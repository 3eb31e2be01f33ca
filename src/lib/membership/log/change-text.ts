import type { Locale } from '$lib/access/actor';
import { roleName } from '$lib/cohort/names';
import { m } from '$lib/paraglide/messages.js';
import { formatList } from '$lib/ui/format';
import type { LogEntry } from './queries.server';

const sentences = {
  joined: m.membership_log_joined,
  left: m.membership_log_left,
  replaced: m.membership_log_replaced,
  role_given: m.membership_log_role_given,
  role_ended: m.membership_log_role_ended,
  cohort_closed: m.membership_log_cohort_closed,
  cohort_reopened: m.membership_log_cohort_reopened,
};

/** One sentence for a change of people. */
export const changeText = (entry: LogEntry, options?: { locale: Locale }): string =>
  sentences[entry.change](
    {
      person: entry.personName,
      successor: entry.successorName ?? '',
      place: entry.teamName ?? (entry.role ? roleName(entry.role, options) : ''),
    },
    options,
  );

/** The topics that an expert reads since then; empty for everyone else. */
export const topicsText = ({ topics }: LogEntry, locale: Locale): string =>
  formatList(
    topics.map((question) => m.notice_activity_quoted({ question }, { locale })),
    locale,
  );
