/** The words of each list of a record: what one entry is called, and what is asked of it. */
import { m } from '$lib/paraglide/messages.js';
import type { RowField } from './list-deed';

interface ListWords {
  entry: () => string;
  add: () => string;
  columns: { key: string; label: () => string; isLong?: boolean }[];
}

export const listWords: Record<RowField, ListWords> = {
  steps: {
    entry: m.practice_form_step,
    add: m.practice_form_step_add,
    columns: [
      { key: 'when', label: m.practice_column_when },
      { key: 'what', label: m.practice_column_what, isLong: true },
    ],
  },
  partners: {
    entry: m.practice_column_partner,
    add: m.practice_form_partner_add,
    columns: [
      { key: 'name', label: m.practice_form_partner_name },
      { key: 'role', label: m.practice_column_role },
    ],
  },
  outcomes: {
    entry: m.practice_column_outcome,
    add: m.practice_form_outcome_add,
    columns: [
      { key: 'what', label: m.practice_form_outcome_what },
      { key: 'figure', label: m.practice_column_figure },
      { key: 'source', label: m.practice_form_outcome_source },
    ],
  },
};
