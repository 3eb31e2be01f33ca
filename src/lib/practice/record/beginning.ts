/** What a record begins with: what is known already is not asked again. Pure. */
import { isFilled, type PracticeContent, type TownSize } from '../fields';

export interface Town {
  siteKind: 'city' | 'municipality' | 'district' | 'other';
  inhabitants: number | null;
}

/** @param inhabitants null where nobody has said how many */
export function townSizeOf(inhabitants: number | null): TownSize | null {
  if (inhabitants === null) return null;
  if (inhabitants < 10_000) return 'to_10k';
  if (inhabitants < 20_000) return 'to_20k';
  if (inhabitants < 50_000) return 'to_50k';
  return inhabitants < 100_000 ? 'to_100k' : 'over_100k';
}

/** What its town and its topic say about an example, where nothing else is written. */
export function beginningOf(
  written: PracticeContent,
  town: Town,
  topic: Pick<PracticeContent, 'problem' | 'tags'> | null,
): PracticeContent {
  const known: Partial<PracticeContent> = {
    townKind: town.siteKind,
    townSize: townSizeOf(town.inhabitants),
    ...topic,
  };
  const isOpen = (field: string) => !isFilled(written, field as keyof PracticeContent);
  return {
    ...written,
    ...Object.fromEntries(Object.entries(known).filter(([field]) => isOpen(field))),
  };
}
