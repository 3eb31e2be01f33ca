/** An open agreement in one line, in a language that is told: for boards, programmes and paper. Pure. */
import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { OpenAgreements } from './queries.server';
import { dueText, responsibleText } from './words';

type Open = OpenAgreements['agreements'][number];

/** "Team Ahlen und Emre Yıldız, bis Freitag, 13. März 2026" */
export const whoAndWhen = (agreement: Open, today: string, locale: Locale): string =>
  [responsibleText(agreement, locale), dueText(agreement.dueOn, today, locale)].join(', ');

export const openingLine = (agreement: Open, today: string, locale: Locale): string =>
  m.agreement_opening_line(
    { what: agreement.what, who: whoAndWhen(agreement, today, locale) },
    { locale },
  );
