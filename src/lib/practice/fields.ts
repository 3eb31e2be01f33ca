/**
 * What a practice example says: its fields, their sections and their limits. Pure; the one place that
 * knows them. Long texts are plain: paragraphs, and lines that begin with "- " (ADR 16).
 */
import { z } from 'zod';

export const practiceKinds = ['success', 'mixed', 'failed', 'stopped', 'running'] as const;
export type PracticeKind = (typeof practiceKinds)[number];

export const practiceStatuses = ['planned', 'under_way', 'finished', 'permanent', 'ended'] as const;
export type PracticeStatus = (typeof practiceStatuses)[number];

export const languages = ['de', 'en'] as const;

/** Inhabitants: below ten thousand, to twenty, to fifty, to a hundred thousand, above. */
export const townSizes = ['to_10k', 'to_20k', 'to_50k', 'to_100k', 'over_100k'] as const;
export type TownSize = (typeof townSizes)[number];

export const townKinds = ['city', 'municipality', 'district', 'other'] as const;

/** Money in euros, from none at all to above a hundred thousand. */
export const costBands = [
  'none',
  'to_1000',
  'to_5000',
  'to_20000',
  'to_100000',
  'over_100000',
] as const;
export type CostBand = (typeof costBands)[number];

/** How well results are shown: impression, documented, own data, external evaluation, reproduced elsewhere. */
export const evidenceLevels = [0, 1, 2, 3, 4] as const;

/** Conditions of transfer in four groups after ASTAIRE. */
export const transferGroups = ['population', 'environment', 'implementation', 'support'] as const;
export type TransferGroup = (typeof transferGroups)[number];

/** Under which terms a file may be used. */
export const licences = [
  'own',
  'cc0',
  'cc_by',
  'cc_by_sa',
  'permission',
  'public',
  'unknown',
] as const;

/** Under which terms others may use the text itself. */
export const textLicences = ['cc0', 'cc_by', 'cc_by_sa', 'permission'] as const;
export type TextLicence = (typeof textLicences)[number];

/** How long a long text may be, in characters. */
export const LONG = 8_000;
export const MAXIMUM_ORIGIN = 300;
const line = (limit: number) => z.string().trim().max(limit).default('');
const text = z.string().trim().max(LONG).default('');
const id = z.uuid();
/** A month, as "2026-11"; of years that somebody may mean. */
const month = z
  .string()
  .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
  .nullable()
  .default(null);
/** Only what a browser may open; a scheme that runs scripts is no address. */
const address = z.url({ protocol: /^https?$/ }).max(2_000);

const step = z.object({ id, when: line(80), what: line(1_000) });
const partner = z.object({ id, name: line(160), role: line(300) });
const outcome = z.object({ id, what: line(500), figure: line(200), source: line(500) });
const score = z.object({
  score: z.number().int().min(0).max(3).nullable().default(null),
  reason: line(1_000),
});
const attachmentBase = {
  id,
  title: line(200),
  licence: z.enum(licences).default('unknown'),
  source: line(300),
};
const attachment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), fileId: id, ...attachmentBase }),
  /** `alt` says what is to be seen, for those who do not see it. */
  z.object({ kind: z.literal('picture'), fileId: id, alt: line(500), ...attachmentBase }),
  z.object({ kind: z.literal('link'), url: address, ...attachmentBase }),
]);
export type Attachment = z.output<typeof attachment>;

const noScore = { score: null, reason: '' };

export const practiceFields = {
  gist: line(240),
  kind: z.enum(practiceKinds).nullable().default(null),
  status: z.enum(practiceStatuses).nullable().default(null),
  startedOn: month,
  endedOn: month,
  tags: z.array(z.string().trim().min(1).max(40)).max(9).default([]),
  language: z.enum(languages).default('de'),
  /** Asked for at the latest when the text becomes public. */
  textLicence: z.enum(textLicences).nullable().default(null),
  /** Whose text it was, and under which terms it came: named wherever it is read. */
  takenFrom: line(MAXIMUM_ORIGIN),

  townKind: z.enum(townKinds).nullable().default(null),
  townSize: z.enum(townSizes).nullable().default(null),
  /** Hours a week that staff spend on it. */
  staffHours: z.number().min(0).max(10_000).nullable().default(null),
  budgetBand: z.enum(costBands).nullable().default(null),
  targetGroup: line(300),
  problem: text,
  mandate: line(500),

  story: text,
  goal: text,
  steps: z.array(step).max(40).default([]),
  partners: z.array(partner).max(40).default([]),
  participation: text,
  /** What it has cost, in whole euros. */
  cost: z.number().int().min(0).max(1_000_000_000).nullable().default(null),
  costNote: line(500),
  time: line(500),
  material: text,

  planned: text,
  happened: text,
  why: text,
  nextTime: text,
  wrongAssumptions: text,
  earlySigns: text,
  dontIf: text,

  outcomes: z.array(outcome).max(40).default([]),
  sideEffects: text,
  lasts: text,
  evidence: z.number().int().min(0).max(4).nullable().default(null),
  evidenceNote: line(500),

  transfer: z
    .object({ population: score, environment: score, implementation: score, support: score })
    .default({
      population: noScore,
      environment: noScore,
      implementation: noScore,
      support: noScore,
    }),
  core: text,
  changeable: text,
  prerequisites: text,

  attachments: z.array(attachment).max(20).default([]),
} as const;

export const practiceContent = z.object(practiceFields);
export type PracticeContent = z.output<typeof practiceContent>;
export type PracticeField = keyof PracticeContent;
export const fieldNames = Object.keys(practiceFields) as [PracticeField, ...PracticeField[]];

/** The parts of a record, in the order in which they are asked and read. */
export const sections = {
  gist: [
    'gist',
    'kind',
    'status',
    'startedOn',
    'endedOn',
    'tags',
    'language',
    'textLicence',
    'takenFrom',
  ],
  context: [
    'townKind',
    'townSize',
    'staffHours',
    'budgetBand',
    'targetGroup',
    'problem',
    'mandate',
  ],
  action: [
    'story',
    'goal',
    'steps',
    'partners',
    'participation',
    'cost',
    'costNote',
    'time',
    'material',
  ],
  review: ['planned', 'happened', 'why', 'nextTime', 'wrongAssumptions', 'earlySigns', 'dontIf'],
  results: ['outcomes', 'sideEffects', 'lasts', 'evidence', 'evidenceNote'],
  transfer: ['transfer', 'core', 'changeable', 'prerequisites'],
  attachments: ['attachments'],
} as const satisfies Record<string, readonly PracticeField[]>;
export type SectionName = keyof typeof sections;
export const sectionNames = Object.keys(sections) as SectionName[];

/** The short form: what five minutes are enough for, and what others need at least. */
export const shortFields = ['gist', 'kind', 'story', 'nextTime'] as const satisfies PracticeField[];

export const emptyContent = (): PracticeContent => practiceContent.parse({});

/** Whether a field says something. */
export function isFilled(content: PracticeContent, field: PracticeField): boolean {
  if (field === 'transfer')
    return transferGroups.some(
      (group) => content.transfer[group].score !== null || content.transfer[group].reason !== '',
    );
  const value = content[field];
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== '';
}

/** Do not count for how far a record has come: language always says something, notes are extras, a licence waits, most is one's own. */
const uncounted: readonly PracticeField[] = [
  'language',
  'textLicence',
  'takenFrom',
  'endedOn',
  'costNote',
  'evidenceNote',
];

export interface Progress {
  filled: number;
  total: number;
}

/** How much of a part, or of the short form, is filled. */
export function progressOf(content: PracticeContent, fields: readonly PracticeField[]): Progress {
  const counted = fields.filter((field) => !uncounted.includes(field));
  return {
    filled: counted.filter((field) => isFilled(content, field)).length,
    total: counted.length,
  };
}

/** What is missing before others may read it. */
export const missingForOthers = (content: PracticeContent): PracticeField[] =>
  shortFields.filter((field) => field !== 'nextTime' && !isFilled(content, field));

/** The band an example is found by: what it has cost, or else what was there for it. */
export function costBandOf({
  cost,
  budgetBand,
}: Pick<PracticeContent, 'cost' | 'budgetBand'>): CostBand | null {
  if (cost === null) return budgetBand;
  if (cost === 0) return 'none';
  const limits = [1_000, 5_000, 20_000, 100_000];
  const above = limits.findIndex((limit) => cost <= limit);
  return costBands[above < 0 ? costBands.length - 1 : above + 1]!;
}

/** The files that a text shows. */
export const filesOf = ({ attachments }: Pick<PracticeContent, 'attachments'>): string[] =>
  attachments.flatMap((entry) => (entry.kind === 'link' ? [] : [entry.fileId]));
