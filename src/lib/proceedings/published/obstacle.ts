import { isSame } from '$lib/platform/same';
import type { PublishedProceedings } from '../content';

/** What stands in the way of publishing, as an error code; null: nothing does. Pure. */
export function obstacle(
  before: PublishedProceedings | null,
  after: PublishedProceedings,
  reason: string,
): string | null {
  if (after.sections.length === 0) return 'proceedings_empty';
  if (after.photos.some(({ alt }) => alt.trim() === '')) return 'proceedings_photo_needs_alt';
  if (before && isSame(before, after)) return 'proceedings_unchanged';
  if (before && reason === '') return 'proceedings_needs_reason';
  return null;
}
