import { z } from 'zod';
import { workshopRef } from '../publish/schema';

const id = z.uuid();

export const saveTemplate = workshopRef.extend({
  templateId: id,
  name: z.string().trim().min(1).max(120),
});
export type SaveTemplate = z.output<typeof saveTemplate>;

export const useTemplate = workshopRef.extend({
  /** Sent twice, it is taken once. */
  changeId: id,
  from: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('template'), templateId: id }),
    z.object({ kind: z.literal('workshop'), workshopId: id }),
  ]),
});
export type UseTemplate = z.output<typeof useTemplate>;

export const templateRef = z.object({ cohortId: id, templateId: id });
export type TemplateRef = z.output<typeof templateRef>;
