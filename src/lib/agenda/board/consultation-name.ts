import { m } from '$lib/paraglide/messages.js';
import type { formatter } from '$lib/ui/formatter';
import type { OpenBoard } from './queries.server';

/** How a consultation is told from others by those who are in it: its words are protected. */
export function consultationName(
  { plannedFor, caseGiverName }: OpenBoard['consultations'][number],
  { dateTime }: Pick<ReturnType<typeof formatter>, 'dateTime'>,
): string {
  const when = plannedFor ? dateTime(plannedFor) : m.agenda_board_without_date();
  return [caseGiverName, when].filter(Boolean).join(', ');
}
