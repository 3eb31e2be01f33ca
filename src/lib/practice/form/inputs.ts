/** How each field of a record is asked: with which control, which hint, which choices. */
import { m } from '$lib/paraglide/messages.js';
import {
  costBands,
  evidenceLevels,
  languages,
  practiceKinds,
  practiceStatuses,
  textLicences,
  townKinds,
  townSizes,
  type PracticeField,
} from '../fields';
import * as labels from '../labels';

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

export type Input =
  | { kind: 'line' }
  /** `limit` is shown while somebody types towards it. */
  | { kind: 'text'; rows: number; limit?: number }
  | { kind: 'number'; unit: () => string }
  | { kind: 'month' }
  | { kind: 'tags' }
  /** All choices at once, with what they mean. */
  | { kind: 'radio'; choices: () => Choice[]; isNumber?: boolean }
  | { kind: 'select'; choices: () => Choice[] }
  | { kind: 'list' }
  | { kind: 'transfer' }
  | { kind: 'attachments' };

const choicesOf =
  <Key extends string | number>(
    keys: readonly Key[],
    label: (key: Key) => string,
    hint?: (key: Key) => string,
  ) =>
  (): Choice[] =>
    keys.map((key) => ({
      value: String(key),
      label: label(key),
      ...(hint && { hint: hint(key) }),
    }));

const line: Input = { kind: 'line' };
const text = (rows = 4): Input => ({ kind: 'text', rows });

const kindHints = {
  success: m.practice_kind_success_hint,
  mixed: m.practice_kind_mixed_hint,
  failed: m.practice_kind_failed_hint,
  stopped: m.practice_kind_stopped_hint,
  running: m.practice_kind_running_hint,
};
/** The terms of a text to choose from, with what each means. */
export const textLicenceChoices = choicesOf(
  textLicences,
  (licence) => labels.textLicenceLabel(licence),
  (licence) => labels.textLicenceMeaning(licence),
);
const evidenceHints = [
  m.practice_evidence_0_hint,
  m.practice_evidence_1_hint,
  m.practice_evidence_2_hint,
  m.practice_evidence_3_hint,
  m.practice_evidence_4_hint,
];

export const inputs: Record<PracticeField, Input> = {
  gist: { kind: 'text', rows: 2, limit: 240 },
  kind: {
    kind: 'radio',
    choices: choicesOf(practiceKinds, labels.kindLabel, (kind) => kindHints[kind]()),
  },
  status: { kind: 'select', choices: choicesOf(practiceStatuses, labels.statusLabel) },
  startedOn: { kind: 'month' },
  endedOn: { kind: 'month' },
  tags: { kind: 'tags' },
  language: { kind: 'select', choices: choicesOf(languages, labels.languageLabel) },
  textLicence: { kind: 'radio', choices: textLicenceChoices },
  takenFrom: line,

  townKind: { kind: 'select', choices: choicesOf(townKinds, labels.townKindLabel) },
  townSize: { kind: 'select', choices: choicesOf(townSizes, labels.townSizeLabel) },
  staffHours: { kind: 'number', unit: m.practice_form_hours_unit },
  budgetBand: { kind: 'select', choices: choicesOf(costBands, labels.costBandLabel) },
  targetGroup: line,
  problem: text(),
  mandate: line,

  story: text(8),
  goal: text(3),
  steps: { kind: 'list' },
  partners: { kind: 'list' },
  participation: text(),
  cost: { kind: 'number', unit: m.practice_form_euro_unit },
  costNote: line,
  time: line,
  material: text(3),

  planned: text(),
  happened: text(),
  why: text(),
  nextTime: text(),
  wrongAssumptions: text(3),
  earlySigns: text(3),
  dontIf: text(3),

  outcomes: { kind: 'list' },
  sideEffects: text(3),
  lasts: text(3),
  evidence: {
    kind: 'radio',
    isNumber: true,
    choices: choicesOf(
      evidenceLevels,
      (level) => labels.evidenceLabel(level),
      (level) => evidenceHints[level]!(),
    ),
  },
  evidenceNote: line,

  transfer: { kind: 'transfer' },
  core: text(),
  changeable: text(),
  prerequisites: text(),

  attachments: { kind: 'attachments' },
};

/** What to write, in one sentence, where the label alone does not say it. */
export const hints: Partial<Record<PracticeField, () => string>> = {
  gist: m.practice_hint_gist,
  tags: m.practice_hint_tags,
  language: m.practice_hint_language,
  textLicence: m.practice_hint_textlicence,
  takenFrom: m.practice_hint_takenfrom,
  staffHours: m.practice_hint_staffhours,
  budgetBand: m.practice_hint_budgetband,
  targetGroup: m.practice_hint_targetgroup,
  problem: m.practice_hint_problem,
  mandate: m.practice_hint_mandate,
  story: m.practice_hint_story,
  goal: m.practice_hint_goal,
  steps: m.practice_hint_steps,
  partners: m.practice_hint_partners,
  participation: m.practice_hint_participation,
  cost: m.practice_hint_cost,
  time: m.practice_hint_time,
  material: m.practice_hint_material,
  planned: m.practice_hint_planned,
  happened: m.practice_hint_happened,
  why: m.practice_hint_why,
  nextTime: m.practice_hint_nexttime,
  wrongAssumptions: m.practice_hint_wrongassumptions,
  earlySigns: m.practice_hint_earlysigns,
  dontIf: m.practice_hint_dontif,
  outcomes: m.practice_hint_outcomes,
  sideEffects: m.practice_hint_sideeffects,
  lasts: m.practice_hint_lasts,
  evidence: m.practice_hint_evidence,
  evidenceNote: m.practice_hint_evidencenote,
  transfer: m.practice_hint_transfer,
  core: m.practice_hint_core,
  changeable: m.practice_hint_changeable,
  prerequisites: m.practice_hint_prerequisites,
  attachments: m.practice_hint_attachments,
};
