import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { formatPercent } from '$lib/ui/format';
import type { Turnout } from '../count/turnout';
import { votesText } from './text';

/** Who took part, how many abstained, and whether that reached the quorum. */
export function turnoutWords(
  { eligible, takenPart, abstained, quorum }: Turnout,
  locale: Locale,
): string {
  const options = { locale };
  const share = eligible === 0 ? 0 : takenPart / eligible;
  const percent = formatPercent(share, locale);
  const sentences = [
    m.ballot_result_turnout_text({ voted: takenPart, eligible, percent }, options),
  ];
  if (abstained > 0)
    sentences.push(
      abstained % 2 === 0
        ? m.ballot_result_abstained({ count: abstained / 2 }, options)
        : m.ballot_result_abstained_half({ count: votesText(abstained) }, options),
      m.ballot_result_without_abstentions({}, options),
    );
  if (quorum)
    sentences.push(
      quorum.isReached
        ? m.ballot_result_quorum(quorum, options)
        : m.ballot_result_quorum_not(quorum, options),
    );
  return sentences.join(' ');
}
