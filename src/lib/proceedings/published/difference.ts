/** What changes from one version of minutes to the next. Pure. */
import type { PublishedProceedings, PublishedSection } from '../content';

export type SectionDifference =
  | { kind: 'new'; section: PublishedSection }
  | { kind: 'gone'; before: PublishedSection }
  | { kind: 'changed'; section: PublishedSection; before: PublishedSection };

export interface ProceedingsDifference {
  /** In the order of the new version; what is gone comes last. */
  sections: SectionDifference[];
  /** How many photos have come and gone. */
  photosAdded: number;
  photosGone: number;
}

const says = ({ title, body }: PublishedSection): string => `${title}\n${body}`;

export function difference(
  before: PublishedProceedings,
  after: PublishedProceedings,
): ProceedingsDifference {
  const earlier = new Map(before.sections.map((section) => [section.id, section]));
  const present = new Set(after.sections.map(({ id }) => id));
  const sections = after.sections.flatMap((section): SectionDifference[] => {
    const old = earlier.get(section.id);
    if (!old) return [{ kind: 'new', section }];
    return says(old) === says(section) ? [] : [{ kind: 'changed', section, before: old }];
  });
  const gone = before.sections.filter(({ id }) => !present.has(id));
  const isIn = (all: PublishedProceedings, fileId: string) =>
    all.photos.some((photo) => photo.fileId === fileId);
  return {
    sections: [...sections, ...gone.map((old) => ({ kind: 'gone' as const, before: old }))],
    photosAdded: after.photos.filter(({ fileId }) => !isIn(before, fileId)).length,
    photosGone: before.photos.filter(({ fileId }) => !isIn(after, fileId)).length,
  };
}
