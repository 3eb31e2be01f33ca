import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type {
  Attachment,
  CostBand,
  PracticeField,
  PracticeKind,
  PracticeStatus,
  SectionName,
  TextLicence,
  TownSize,
  TransferGroup,
} from './fields';
import type { Rung } from './schema';

/** The words of the interface for what the code calls fields, kinds, bands and levels. */

type Word = (facts?: object, options?: { locale: Locale }) => string;
type Options = { locale: Locale };

/** The word of a key, in the given language or that of the page. */
const table =
  <Key extends string | number>(words: Record<Key, Word>) =>
  (key: Key, options?: Options): string =>
    words[key]({}, options);

export const fieldLabel = table<PracticeField>({
  gist: m.practice_field_gist,
  kind: m.practice_field_kind,
  status: m.practice_field_status,
  startedOn: m.practice_field_startedon,
  endedOn: m.practice_field_endedon,
  tags: m.practice_field_tags,
  language: m.practice_field_language,
  textLicence: m.practice_field_textlicence,
  takenFrom: m.practice_field_takenfrom,
  townKind: m.practice_field_townkind,
  townSize: m.practice_field_townsize,
  staffHours: m.practice_field_staffhours,
  budgetBand: m.practice_field_budgetband,
  targetGroup: m.practice_field_targetgroup,
  problem: m.practice_field_problem,
  mandate: m.practice_field_mandate,
  story: m.practice_field_story,
  goal: m.practice_field_goal,
  steps: m.practice_field_steps,
  partners: m.practice_field_partners,
  participation: m.practice_field_participation,
  cost: m.practice_field_cost,
  costNote: m.practice_field_costnote,
  time: m.practice_field_time,
  material: m.practice_field_material,
  planned: m.practice_field_planned,
  happened: m.practice_field_happened,
  why: m.practice_field_why,
  nextTime: m.practice_field_nexttime,
  wrongAssumptions: m.practice_field_wrongassumptions,
  earlySigns: m.practice_field_earlysigns,
  dontIf: m.practice_field_dontif,
  outcomes: m.practice_field_outcomes,
  sideEffects: m.practice_field_sideeffects,
  lasts: m.practice_field_lasts,
  evidence: m.practice_field_evidence,
  evidenceNote: m.practice_field_evidencenote,
  transfer: m.practice_field_transfer,
  core: m.practice_field_core,
  changeable: m.practice_field_changeable,
  prerequisites: m.practice_field_prerequisites,
  attachments: m.practice_field_attachments,
});

export const sectionLabel = table<SectionName>({
  gist: m.practice_section_gist,
  context: m.practice_section_context,
  action: m.practice_section_action,
  review: m.practice_section_review,
  results: m.practice_section_results,
  transfer: m.practice_section_transfer,
  attachments: m.practice_section_attachments,
});

export const kindLabel = table<PracticeKind>({
  success: m.practice_kind_success,
  mixed: m.practice_kind_mixed,
  failed: m.practice_kind_failed,
  stopped: m.practice_kind_stopped,
  running: m.practice_kind_running,
});

/** Failures are first-class: they have a colour of their own, and it is not that of an error. */
export function kindTone(kind: PracticeKind): 'neutral' | 'accent' | 'mark' | 'success' {
  if (kind === 'success') return 'success';
  if (kind === 'failed' || kind === 'stopped') return 'mark';
  return kind === 'running' ? 'accent' : 'neutral';
}

export const statusLabel = table<PracticeStatus>({
  planned: m.practice_status_planned,
  under_way: m.practice_status_under_way,
  finished: m.practice_status_finished,
  permanent: m.practice_status_permanent,
  ended: m.practice_status_ended,
});

export const townSizeLabel = table<TownSize>({
  to_10k: m.practice_town_size_to_10k,
  to_20k: m.practice_town_size_to_20k,
  to_50k: m.practice_town_size_to_50k,
  to_100k: m.practice_town_size_to_100k,
  over_100k: m.practice_town_size_over_100k,
});

export const townKindLabel = table<'city' | 'municipality' | 'district' | 'other'>({
  city: m.practice_town_kind_city,
  municipality: m.practice_town_kind_municipality,
  district: m.practice_town_kind_district,
  other: m.practice_town_kind_other,
});

export const costBandLabel = table<CostBand>({
  none: m.practice_cost_band_none,
  to_1000: m.practice_cost_band_to_1000,
  to_5000: m.practice_cost_band_to_5000,
  to_20000: m.practice_cost_band_to_20000,
  to_100000: m.practice_cost_band_to_100000,
  over_100000: m.practice_cost_band_over_100000,
});

const evidenceWords: Word[] = [
  m.practice_evidence_0,
  m.practice_evidence_1,
  m.practice_evidence_2,
  m.practice_evidence_3,
  m.practice_evidence_4,
];
/** @param level 0 to 4 */
export const evidenceLabel = (level: number, options?: Options): string =>
  evidenceWords[level]!({}, options);

export const transferLabel = table<TransferGroup>({
  population: m.practice_transfer_population,
  environment: m.practice_transfer_environment,
  implementation: m.practice_transfer_implementation,
  support: m.practice_transfer_support,
});

const scoreWords: Word[] = [
  m.practice_score_0,
  m.practice_score_1,
  m.practice_score_2,
  m.practice_score_3,
];
/** @param score 0 to 3 */
export const scoreLabel = (score: number, options?: Options): string =>
  scoreWords[score]!({}, options);

export const licenceLabel = table<Attachment['licence']>({
  own: m.practice_licence_own,
  cc0: m.practice_licence_cc0,
  cc_by: m.practice_licence_cc_by,
  cc_by_sa: m.practice_licence_cc_by_sa,
  permission: m.practice_licence_permission,
  public: m.practice_licence_public,
  unknown: m.practice_licence_unknown,
});

/** What an attachment is called where its title is needed, also when it has none. */
export const attachmentName = (entry: Attachment, options?: Options): string =>
  entry.title ||
  (entry.kind === 'link' ? entry.url : m.practice_paper_untitled_attachment({}, options));

export const textLicenceLabel = table<TextLicence>({
  cc0: m.practice_licence_cc0,
  cc_by: m.practice_licence_cc_by,
  cc_by_sa: m.practice_licence_cc_by_sa,
  permission: m.practice_text_licence_permission,
});

/** What it means, in a sentence for those who would use the text. */
export const textLicenceMeaning = table<TextLicence>({
  cc0: m.practice_text_licence_cc0_meaning,
  cc_by: m.practice_text_licence_cc_by_meaning,
  cc_by_sa: m.practice_text_licence_cc_by_sa_meaning,
  permission: m.practice_text_licence_permission_meaning,
});

export const rungLabel = table<Rung>({
  team: m.practice_rung_team,
  cohort: m.practice_rung_cohort,
  public: m.practice_rung_public,
});

export const languageLabel = table<'de' | 'en'>({
  de: m.practice_language_de,
  en: m.practice_language_en,
});
