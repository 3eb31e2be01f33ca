import { m } from '$lib/paraglide/messages.js';
import type { PracticeField } from '../fields';
import { fieldLabel } from '../labels';
import type { NameInPlace, NamePlace } from './places';

const places: Record<NamePlace, () => string> = {
  team: m.ladder_place_team,
  cohort: m.ladder_place_cohort,
  public: m.ladder_place_public,
  step: m.ladder_place_step,
  version: m.ladder_place_version,
  comment: m.ladder_place_comment,
  adoption: m.ladder_place_adoption,
  file: m.ladder_place_file,
};

/** The text in which a name stands, and the field of it where it is a record. */
export const placeLabel = ({ place, field }: Pick<NameInPlace, 'place' | 'field'>): string =>
  field === ''
    ? places[place]()
    : m.ladder_place_field({ place: places[place](), field: fieldLabel(field as PracticeField) });
