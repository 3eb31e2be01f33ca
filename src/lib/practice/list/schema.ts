import { z } from 'zod';
import { costBands, practiceKinds, townSizes, type PracticeKind } from '../fields';

const id = z.uuid();

export const views = ['cards', 'table', 'map'] as const;
export type View = (typeof views)[number];

export const practiceSorts = ['newest', 'evidence', 'adopted'] as const;
export type PracticeSort = (typeof practiceSorts)[number];

/** What the address of the list says; every part can be left out, and a wrong one counts as left out. */
export const listFilter = z.object({
  q: z.string().trim().max(100).catch(''),
  kind: z.enum(practiceKinds).nullable().catch(null),
  tag: z.string().trim().max(40).nullable().catch(null),
  townSize: z.enum(townSizes).nullable().catch(null),
  costBand: z.enum(costBands).nullable().catch(null),
  /** At least so well shown. */
  evidence: z.coerce.number().int().min(1).max(4).nullable().catch(null),
  teamId: id.nullable().catch(null),
  /** The topic that it began with. */
  topicId: id.nullable().catch(null),
  sort: z.enum(practiceSorts).catch('newest'),
});
export type ListFilter = z.output<typeof listFilter>;

export const listPractices = listFilter.partial().extend({
  cohortId: id,
  /** The last example of the page before. */
  after: id.nullable().catch(null).optional(),
});
export type ListPractices = z.output<typeof listPractices>;

/** An example that began with a topic. */
export interface TopicPractice {
  id: string;
  gist: string;
  kind: PracticeKind | null;
  teamName: string;
  /** Otherwise its own team alone reads it. */
  isShown: boolean;
  /** Since when the cohort reads it. */
  shownAt: string | null;
}
