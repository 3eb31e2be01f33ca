/** The parts of the form: the short form, then one part of the record after the other. Pure. */
import {
  progressOf,
  sectionNames,
  sections,
  shortFields,
  type PracticeContent,
  type PracticeField,
  type Progress,
  type SectionName,
} from '../fields';

export const partNames = ['short', ...sectionNames] as const;
export type PartName = 'short' | SectionName;

export const partFields = (part: PartName): readonly PracticeField[] =>
  part === 'short' ? shortFields : sections[part];

/** The part that an address names; the short form where it names none. */
export const partOf = (name: string | null): PartName =>
  partNames.find((part) => part === name) ?? 'short';

/** The part that follows; null after the last one. */
export const partAfter = (part: PartName): PartName | null =>
  partNames[partNames.indexOf(part) + 1] ?? null;

/** Where a field is asked first. */
export const partWith = (field: PracticeField): PartName =>
  partNames.find((part) => partFields(part).includes(field)) ?? 'short';

export const progressOfPart = (content: PracticeContent, part: PartName): Progress =>
  progressOf(content, partFields(part));
