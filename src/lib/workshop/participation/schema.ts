import { z } from 'zod';
import { workshopRef } from '../schema';

const MAXIMUM_NAME = 120;

export const participationAnswers = ['in_person', 'online', 'no'] as const;
export type ParticipationAnswer = (typeof participationAnswers)[number];

export const attendanceKinds = ['in_person', 'online', 'absent'] as const;
export type AttendanceKind = (typeof attendanceKinds)[number];

const answer = z.enum(participationAnswers);

export const answerWorkshop = workshopRef.extend({ answer });
export type AnswerWorkshop = z.infer<typeof answerWorkshop>;

/** Who comes instead: somebody of the cohort, a guest by name, or nobody. */
export const replacement = z
  .object({
    /** Nobody where empty. */
    replacedById: z.union([z.literal(''), z.uuid()]).default(''),
    guestName: z.string().trim().max(MAXIMUM_NAME).default(''),
  })
  .refine(({ replacedById, guestName }) => replacedById === '' || guestName === '', {
    error: 'one_replacement',
    path: ['guestName'],
  });
export const sendReplacement = workshopRef.and(replacement);
export type SendReplacement = z.infer<typeof sendReplacement>;

export const answerForForm = z.object({ membershipId: z.uuid(), answer });
export const answerFor = workshopRef.extend(answerForForm.shape);
export type AnswerFor = z.infer<typeof answerFor>;

/** Null takes back what was entered. */
export const recordAttendance = workshopRef.extend({
  entries: z
    .array(z.object({ membershipId: z.uuid(), attended: z.enum(attendanceKinds).nullable() }))
    .min(1)
    .max(500),
});
export type RecordAttendance = z.infer<typeof recordAttendance>;
