import { m } from '$lib/paraglide/messages.js';
import { sectionLabel } from '../labels';
import type { PartName } from './parts';

export const partLabel = (part: PartName): string =>
  part === 'short' ? m.practice_form_short() : sectionLabel(part);

/** What a part is for, in a sentence or two. */
export const partLeads: Record<PartName, () => string> = {
  short: m.practice_form_short_lead,
  gist: m.practice_form_gist_lead,
  context: m.practice_form_context_lead,
  action: m.practice_form_action_lead,
  review: m.practice_form_review_lead,
  results: m.practice_form_results_lead,
  transfer: m.practice_form_transfer_lead,
  attachments: m.practice_form_attachments_lead,
};
