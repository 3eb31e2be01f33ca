import type { Locale } from '$lib/access/actor';
import type { PersonScope } from '$lib/access/scope.server';
import { writeList, type ListFile } from '$lib/cohort/download/queries.server';
import type { Download } from '$lib/cohort/schema';
import { m } from '$lib/paraglide/messages.js';
import { formatDate } from '$lib/ui/format';
import { kindText } from '$lib/workshop/words';
import { byDueDay } from '../due';
import { listAgreements } from '../queries.server';
import { responsibleText, stateWord } from '../words';

/** Everything that was agreed on, what is due first first. */
export async function downloadAgreements(
  scope: PersonScope,
  input: Download,
  locale: Locale,
): Promise<ListFile> {
  const { agreements } = await listAgreements(scope, input);
  const options = { locale };
  return writeList(scope, input, locale, {
    title: m.agreement_title({}, options),
    columns: [
      { heading: m.agreement_what({}, options), width: 60 },
      { heading: m.agreement_who({}, options), width: 36 },
      { heading: m.agreement_due_on({}, options), width: 16 },
      { heading: m.agreement_state({}, options), width: 16 },
      { heading: m.agreement_made_at({}, options), width: 36 },
      { heading: m.agreement_why({}, options), width: 40 },
      { heading: m.agreement_settled_by({}, options), width: 28 },
    ],
    rows: agreements
      .toSorted(byDueDay)
      .map((agreement) => [
        agreement.what,
        responsibleText(agreement, locale),
        agreement.dueOn && formatDate(`${agreement.dueOn}T12:00:00Z`, locale, 'UTC', 'short'),
        stateWord(agreement.state, locale),
        agreement.workshop &&
          `${kindText(agreement.workshop, locale)}: ${agreement.workshop.title}`,
        agreement.why,
        agreement.settledByName,
      ]),
  });
}
