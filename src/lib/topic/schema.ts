import { z } from 'zod';
import { phaseNames, topicFormats } from './life';

const id = z.uuid();

/** Rich text as HTML; the server cleans it. The limit is far above what anyone reads. */
export const richText = z.string().max(40_000);

/** One topic of one cohort. */
export const topicRef = z.object({ cohortId: id, topicId: id });
export type TopicRef = z.infer<typeof topicRef>;

/** Each once, whatever its letters' size; a field without JavaScript sends empty ones along. */
const distinct = (tags: string[]): string[] => [
  ...new Map(tags.filter(Boolean).map((tag) => [tag.toLocaleLowerCase(), tag])).values(),
];

/** What a team says about its topic; every field can be changed later. */
export const topicText = z.object({
  question: z.string().trim().min(1).max(200),
  about: richText.default(''),
  whyNow: richText.default(''),
  bringsCase: richText.default(''),
  bringsFailure: richText.default(''),
  bringsExpert: richText.default(''),
  needs: z.boolean().default(false),
  offers: z.boolean().default(false),
  tags: z.array(z.string().trim().max(40)).max(9).default([]).transform(distinct),
  minutes: z.number().int().min(5).max(480).nullable().default(null),
  format: z.enum(topicFormats).default('open'),
});
export type TopicText = z.output<typeof topicText>;

/** The fields of a topic that hold rich text. */
export const richFields = [
  'about',
  'whyNow',
  'bringsCase',
  'bringsFailure',
  'bringsExpert',
] as const;
export type RichField = (typeof richFields)[number];

/** The version that the writer started from; 0 where nothing was stored yet. */
const version = z.number().int().min(0);

export const saveDraft = topicText.extend({ cohortId: id, topicId: id, version });
export type SaveDraft = z.output<typeof saveDraft>;

export const propose = saveDraft;
export type Propose = z.output<typeof propose>;

/** A moderator enters a topic for a team that telephoned. */
export const enter = topicText.extend({ cohortId: id, topicId: id, teamId: id });
export type Enter = z.output<typeof enter>;

export const change = topicText.extend({ cohortId: id, topicId: id, version });
export type Change = z.output<typeof change>;

export const withdraw = topicRef.extend({ reason: z.string().trim().min(1).max(500) });
export type Withdraw = z.output<typeof withdraw>;

export const setSupport = topicRef.extend({ isSupported: z.boolean() });
export type SetSupport = z.output<typeof setSupport>;

export const setFollow = topicRef.extend({ isFollowed: z.boolean() });
export type SetFollow = z.output<typeof setFollow>;

export const setPin = topicRef.extend({ isPinned: z.boolean() });
export type SetPin = z.output<typeof setPin>;

export const addNote = topicRef.extend({ id, body: z.string().trim().min(1).max(4_000) });
export type AddNote = z.output<typeof addNote>;

export const deleteNote = topicRef.extend({ id });
export type DeleteNote = z.output<typeof deleteNote>;

export const setGuest = topicRef.extend({ membershipId: id, isInvited: z.boolean() });
export type SetGuest = z.output<typeof setGuest>;

export const topicSorts = ['active', 'newest', 'supported'] as const;
export type TopicSort = (typeof topicSorts)[number];

/** What the address of a list says; every part can be left out, and a wrong one counts as left out. */
export const listFilter = z.object({
  q: z.string().trim().max(100).catch(''),
  phase: z.enum(phaseNames).nullable().catch(null),
  tag: z.string().trim().max(40).nullable().catch(null),
  teamId: id.nullable().catch(null),
  marker: z.enum(['needs', 'offers']).nullable().catch(null),
  mine: z.enum(['team', 'supported', 'followed']).nullable().catch(null),
  sort: z.enum(topicSorts).catch('active'),
});
export type ListFilter = z.output<typeof listFilter>;

export const list = listFilter.partial().extend({
  cohortId: id,
  /** The last topic of the page before. */
  after: id.nullable().catch(null).optional(),
});
export type ListTopics = z.output<typeof list>;

export const page = topicRef.extend({
  /** Comments before this one, or from this one on; the latest where both are left out. */
  before: id.nullable().catch(null).optional(),
  from: id.nullable().catch(null).optional(),
});
export type PageInput = z.output<typeof page>;

export const form = z.object({ cohortId: id, topicId: id.nullable().default(null) });
export type FormInput = z.output<typeof form>;

/** `version` asks what that version changed; the newest one where it is left out. */
export const history = topicRef.extend({
  version: z.number().int().min(1).nullable().default(null),
});
export type HistoryInput = z.output<typeof history>;
