import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { formatDate, formatList } from '$lib/ui/format';
import { standingOf } from './due';
import type { AgreementState } from './schema';

const states: Record<AgreementState, typeof m.agreement_state_open> = {
  open: m.agreement_state_open,
  done: m.agreement_state_done,
  dropped: m.agreement_state_dropped,
};

export const stateWord = (state: AgreementState, locale: Locale = getLocale()): string =>
  states[state]({}, { locale });

interface Responsible {
  teams: { name: string }[];
  people: { name: string | null }[];
}

/** Whom it is up to: "Team Ahlen und Emre Yıldız". */
export function responsibleText(
  { teams, people }: Responsible,
  locale: Locale = getLocale(),
): string {
  const options = { locale };
  const names = [
    ...teams.map(({ name }) => m.agreement_team({ name }, options)),
    ...people.map(({ name }) => name ?? m.agreement_erased({}, options)),
  ];
  return formatList(names, locale);
}

/** Until when, in words that blame nobody: "bis Freitag, 13. März 2026", "war bis 3. März 2026 verabredet". */
export function dueText(dueOn: string | null, today: string, locale: Locale = getLocale()): string {
  const options = { locale };
  const day = dueOn === null ? '' : formatDate(`${dueOn}T12:00:00Z`, locale, 'UTC', 'weekday');
  switch (standingOf(dueOn, today)) {
    case 'overdue':
      return m.agreement_due_overdue({ day }, options);
    case 'today':
      return m.agreement_due_today({}, options);
    case 'later':
      return m.agreement_due_later({ day }, options);
    case 'undated':
      return m.agreement_due_undated({}, options);
  }
}
