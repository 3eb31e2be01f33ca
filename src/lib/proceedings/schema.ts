import { z } from 'zod';
import { sectionFields } from './change';

const id = z.uuid();

export const MAXIMUM_TITLE = 200;
export const MAXIMUM_REASON = 500;
/** Of one section, as HTML. */
const MAXIMUM_BODY = 200_000;

export const proceedingsRef = z.object({ cohortId: id, workshopId: id });
export type ProceedingsRef = z.infer<typeof proceedingsRef>;

export const sectionRef = proceedingsRef.extend({ sectionId: id });
export type SectionRef = z.infer<typeof sectionRef>;

/** One version, the newest where none is named; with the comments that are asked for. */
export const readProceedings = proceedingsRef.extend({
  version: z.int().min(1).max(10_000).nullable().default(null),
  before: id.nullable().catch(null).default(null),
  from: id.nullable().catch(null).default(null),
});
export type ReadProceedings = z.output<typeof readProceedings>;

const body = z.string().max(MAXIMUM_BODY);
const change = z.discriminatedUnion('field', [
  z.object({
    field: z.literal('title'),
    from: z.string().max(MAXIMUM_TITLE),
    to: z.string().trim().min(1).max(MAXIMUM_TITLE),
  }),
  z.object({ field: z.literal('body'), from: body, to: body }),
]);

/** What one moderator has changed in a section, each field with what it said when the writer began. */
export const saveSection = sectionRef.extend({
  changes: z.array(change).min(1).max(sectionFields.length),
});
export type SaveSection = z.output<typeof saveSection>;

/** A section of its own, behind another one. */
export const addSection = sectionRef.extend({
  afterId: id,
  title: z.string().trim().min(1).max(MAXIMUM_TITLE),
});
export type AddSection = z.output<typeof addSection>;

/** Notes that came later: into the text, or put aside. */
export const settleNotes = sectionRef.extend({
  noteIds: z.array(id).min(1).max(500),
  isTaken: z.boolean(),
});
export type SettleNotes = z.output<typeof settleNotes>;

/** A section to its neighbour's place. */
export const moveSection = sectionRef.extend({ to: z.enum(['up', 'down']) });
export type MoveSection = z.output<typeof moveSection>;

export const restoreSection = sectionRef.extend({ version: z.int().min(1) });
export type RestoreSection = z.output<typeof restoreSection>;

export const publishProceedings = proceedingsRef.extend({
  /** What the moderator saw: the state of the draft, and the number of the version to be. */
  revision: z.int().min(0),
  version: z.int().min(1),
  /** What is new; not asked for the first version. */
  reason: z.string().trim().max(MAXIMUM_REASON).default(''),
});
export type PublishProceedings = z.output<typeof publishProceedings>;

/** Of what is to be seen on a photo, and of the line below it, in characters. */
export const MAXIMUM_ALT = 500;
export const MAXIMUM_CAPTION = 300;

export const photoRef = proceedingsRef.extend({ photoId: id });
export type PhotoRef = z.infer<typeof photoRef>;

/** An upload becomes a photo of the workshop. */
export const addPhoto = photoRef.extend({ fileId: id });
export type AddPhoto = z.output<typeof addPhoto>;

export const describePhoto = photoRef.extend({
  version: z.int().min(1),
  alt: z.string().trim().min(1).max(MAXIMUM_ALT),
  caption: z.string().trim().max(MAXIMUM_CAPTION),
  /** Where it belongs; null: behind the text. Moderators say so. */
  sectionId: id.nullable().default(null),
});
export type DescribePhoto = z.output<typeof describePhoto>;

export const choosePhoto = photoRef.extend({ isAccepted: z.boolean() });
export type ChoosePhoto = z.output<typeof choosePhoto>;

export const movePhoto = photoRef.extend({ to: z.enum(['up', 'down']) });
export type MovePhoto = z.output<typeof movePhoto>;
