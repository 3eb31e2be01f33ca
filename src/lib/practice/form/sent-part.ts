/** A part as a form without script sent it: what it changes, or what is wrong with it. Pure. */
import type { FieldChange } from '../change';
import type { PracticeContent, PracticeField } from '../fields';
import { applyDeed, type ListDeed } from './list-deed';
import { normal, type Findings } from './normal';
import { readPart } from './read-part';

export interface SentPart {
  typed: Partial<PracticeContent>;
  findings: Findings;
  changes: FieldChange[];
}

/** @returns null where the form does not say what it began with: no page of ours sent it */
export function changesOf(
  form: FormData,
  fields: readonly PracticeField[],
  deed: ListDeed | null,
): SentPart | null {
  const from = fromOf(form);
  if (!from) return null;
  const typed: Partial<Record<PracticeField, unknown>> = readPart(form, fields);
  if (deed) typed[deed.field] = applyDeed((typed[deed.field] ?? []) as { id: string }[], deed);
  const findings: Findings = {};
  const changes: FieldChange[] = [];
  for (const field of fields) {
    const { value, finding } = normal(field, typed[field]);
    if (finding) findings[field] = finding;
    else changes.push({ field, from: from[field], to: value });
  }
  return { typed: typed as Partial<PracticeContent>, findings, changes };
}

function fromOf(form: FormData): Partial<Record<PracticeField, unknown>> | null {
  try {
    const from: unknown = JSON.parse(String(form.get('from') ?? ''));
    return typeof from === 'object' ? from : null;
  } catch {
    return null;
  }
}
