/** Under which terms others may use the text of an example. Pure. */
import type { Attachment, PracticeContent, TextLicence } from './fields';
import type { ReleasedRung } from './schema';

/** Where the terms of a licence are written down; null where one has to ask. */
export const termsOf: Record<TextLicence, string | null> = {
  cc0: 'https://creativecommons.org/publicdomain/zero/1.0/',
  cc_by: 'https://creativecommons.org/licenses/by/4.0/',
  cc_by_sa: 'https://creativecommons.org/licenses/by-sa/4.0/',
  permission: null,
};

type Licensed = Pick<PracticeContent, 'textLicence'>;

/** What holds for readers: where nothing was chosen, they have to ask. */
export const licenceOf = ({ textLicence }: Licensed): TextLicence => textLicence ?? 'permission';

/** A text becomes public only when it says under which terms. */
export const lacksLicence = (rung: ReleasedRung, { textLicence }: Licensed): boolean =>
  rung === 'public' && textLicence === null;

/** Attachments of which nobody knows yet whether they may be used. */
export const unsettled = ({ attachments }: Pick<PracticeContent, 'attachments'>): Attachment[] =>
  attachments.filter(({ licence }) => licence === 'unknown');

/** Pictures of which those who do not see them would learn nothing. */
export const undescribed = ({ attachments }: Pick<PracticeContent, 'attachments'>): Attachment[] =>
  attachments.filter((entry) => entry.kind === 'picture' && entry.alt === '');
