import type { DefaultText } from '$lib/cohort/default-texts/placeholders';

/** A part of the help; the body is simple HTML with placeholders, as in the default texts. */
export interface HelpSection {
  /** The part's address on the page. */
  id: string;
  title: DefaultText;
  body: DefaultText;
}
