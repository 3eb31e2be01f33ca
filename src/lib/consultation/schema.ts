import { z } from 'zod';
import { fromBase64url } from '$lib/platform/base64url';
import { moment } from '$lib/platform/moment';
import { FORMS, KINDS } from './engine/kinds';

const id = z.uuid();

/** A thread is read and checked as a whole; what is longer is no consultation any more. */
export const MAXIMUM_CONTRIBUTIONS = 2_000;
export const MAXIMUM_CIRCLE = 15;
/** Beside one contribution. */
export const MAXIMUM_ATTACHMENTS = 5;
/** Some twenty thousand characters, padded. */
const MAXIMUM_BLOB_BYTES = 65_536;
const MAXIMUM_NOTE_BYTES = 131_072;
const MAXIMUM_RECORD_BYTES = 16_384;
const MAXIMUM_SEALED_BYTES = 512;
const HASH_BYTES = 32;
const SIGNATURE_BYTES = 64;
const MAXIMUM_FOLLOW_UP_DAYS = 180;

/** The first byte of everything that is encrypted. */
const KNOWN_VERSIONS = [1];

/** Bytes as base64url. What they say, the server does not know. */
const encoded = (limits: { minimum: number; maximum: number }) =>
  z
    .string()
    .max(Math.ceil((limits.maximum * 4) / 3))
    .refine((text) => {
      const bytes = fromBase64url(text);
      return bytes !== null && bytes.length >= limits.minimum && bytes.length <= limits.maximum;
    }, 'invalid');

const encrypted = (maximum: number) =>
  encoded({ minimum: 32, maximum }).refine(
    (text) => KNOWN_VERSIONS.includes(fromBase64url(text)?.[0] ?? 0),
    'invalid',
  );

const hash = encoded({ minimum: HASH_BYTES, maximum: HASH_BYTES });
const hashOrNone = z.union([z.literal(''), hash]);
const signature = encoded({ minimum: SIGNATURE_BYTES, maximum: SIGNATURE_BYTES });

export const cohortRef = z.object({ cohortId: id });
export type CohortRef = z.infer<typeof cohortRef>;

export const consultationRef = z.object({ cohortId: id, consultationId: id });
export type ConsultationRef = z.infer<typeof consultationRef>;

/** What was signed and encrypted in the browser (vault/contribution.ts), with its author's chain. */
const contribution = z.object({
  id,
  keysId: id,
  epoch: z.int().min(1),
  method: z.string().max(50),
  phase: z.string().max(50),
  round: z.int().min(0),
  kind: z.enum(KINDS),
  sequence: z.int().min(1),
  previousOwn: hashOrNone,
  seen: hashOrNone,
  blob: encrypted(MAXIMUM_BLOB_BYTES),
  blobHash: hash,
  hash,
  signature,
});
export type SentContribution = z.infer<typeof contribution>;

/** Who may read from now on, signed (vault/epoch.ts). */
const epoch = z.object({
  epoch: z.int().min(1),
  record: encoded({ minimum: 1, maximum: MAXIMUM_RECORD_BYTES }),
  signature,
});
export type SentEpoch = z.infer<typeof epoch>;

const sealedKey = z.object({
  epoch: z.int().min(1),
  accountId: id,
  keysId: id,
  sealed: encrypted(MAXIMUM_SEALED_BYTES),
});
export type SentKey = z.infer<typeof sealedKey>;

const newEpoch = { epoch, keys: z.array(sealedKey).min(1).max(MAXIMUM_CIRCLE) };

const circle = z
  .array(
    z.object({
      accountId: id,
      role: z.enum(['peer_moderator', 'adviser']),
      isSecretary: z.boolean(),
    }),
  )
  .min(1)
  .max(MAXIMUM_CIRCLE - 1)
  .refine((people) => new Set(people.map((one) => one.accountId)).size === people.length, 'invalid')
  .refine((people) => people.filter((one) => one.role === 'peer_moderator').length <= 1, 'invalid')
  .refine((people) => people.filter((one) => one.isSecretary).length <= 1, 'invalid');

export const startConsultation = consultationRef.extend({
  method: z.string().max(50),
  form: z.enum(FORMS),
  /** When a live one meets. */
  plannedFor: moment.nullable(),
  hasPseudonyms: z.boolean(),
  followUpDays: z.int().min(1).max(MAXIMUM_FOLLOW_UP_DAYS),
  circle,
  ...newEpoch,
  /** Title and summary. */
  contributions: z.array(contribution).min(1).max(2),
});
export type StartConsultation = z.infer<typeof startConsultation>;

export const answerAsking = consultationRef.extend({ answer: z.enum(['joined', 'declined']) });
export type AnswerAsking = z.infer<typeof answerAsking>;

const simple = <Type extends string>(type: Type) => z.object({ type: z.literal(type) });

/** What somebody does with the consultation; engine/machine.ts says who may when. */
export const action = z.discriminatedUnion('type', [
  simple('start'),
  simple('advance'),
  simple('keep_floor'),
  simple('back'),
  z.object({ type: z.literal('extend'), ms: z.int().min(1) }),
  simple('pause'),
  simple('resume'),
  simple('open_loop'),
  z.object({ type: z.literal('choose_module'), moduleKey: z.string().max(50) }),
  z.object({ type: z.literal('hand_over'), to: id }),
  z.object({ type: z.literal('name_secretary'), to: id }),
  simple('close'),
  simple('cancel'),
]);

export const actInConsultation = consultationRef.extend({
  /** The version that the page shows: two who press the same button at once take one step. */
  version: z.int().min(1),
  action,
});
export type ActInConsultation = z.infer<typeof actInConsultation>;

export const contribute = consultationRef.extend({
  contribution,
  /** Sealed files, uploaded before; what they are called and what opens them, the contribution says. */
  fileIds: z.array(id).max(MAXIMUM_ATTACHMENTS).default([]),
});
export type Contribute = z.infer<typeof contribute>;

export const withdraw = consultationRef.extend({
  contributionId: id,
  /** Of the kind `withdrawal`: the author's signed word that it is taken back. */
  contribution,
});
export type Withdraw = z.infer<typeof withdraw>;

export const beginEpoch = consultationRef.extend(newEpoch);
export type BeginEpoch = z.infer<typeof beginEpoch>;

export const reseal = consultationRef.extend({
  keys: z.array(sealedKey).min(1).max(200),
});
export type Reseal = z.infer<typeof reseal>;

export const addParticipant = consultationRef.extend({
  accountId: id,
  role: z.enum(['peer_moderator', 'adviser']),
  ...newEpoch,
});
export type AddParticipant = z.infer<typeof addParticipant>;

export const removeParticipant = consultationRef.extend({ accountId: id });
export type RemoveParticipant = z.infer<typeof removeParticipant>;

export const writeNotes = consultationRef.extend({
  /** The version that was changed; 0 where there were no notes yet. */
  version: z.int().min(0),
  blob: encrypted(MAXIMUM_NOTE_BYTES),
});
export type WriteNotes = z.infer<typeof writeNotes>;

export const plan = consultationRef.extend({ plannedFor: moment.nullable() });
export type Plan = z.infer<typeof plan>;

export const setExpiry = consultationRef.extend({ expiresAt: moment });
export type SetExpiry = z.infer<typeof setExpiry>;

export const setFollowUp = consultationRef.extend({
  followUpDays: z.int().min(1).max(MAXIMUM_FOLLOW_UP_DAYS),
});
export type SetFollowUp = z.infer<typeof setFollowUp>;

export const setAway = cohortRef.extend({
  /** The last day of the absence; null: back again. */
  awayUntil: z.iso.date().nullable(),
});
export type SetAway = z.infer<typeof setAway>;
