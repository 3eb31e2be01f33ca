import {
  placeholderLabels,
  type Language,
  type Placeholder,
} from '$lib/cohort/default-texts/placeholders';
import { textKinds } from '$lib/text/schema';
import { demoContent } from '../content/index';
import type { PersonKey } from '../content/types';
import { DEMO_TIME_ZONE, type Stage } from './stage';

/** The demo's host is an association: the basis of public bodies is not hers. */
const OTHER_BASIS =
  /<li><em>(?:Wenn wir eine öffentliche Stelle|If we are a public body)[^]*?<\/li>\n?/g;
const CONDITION = /<em>(?:Wenn wir ein Verein|If we are an association)[^<]*<\/em>\s*/g;

/** A first draft without its blanks, as a careful host would publish it. */
export function completed(html: string, language: Language, today: Date): string {
  const format = { dateStyle: 'long', timeZone: DEMO_TIME_ZONE } as const;
  const reviewedOn = new Intl.DateTimeFormat(language, format).format(today);
  const values: Record<Placeholder, string> = { ...demoContent.host, reviewedOn };
  const filled = (Object.keys(placeholderLabels) as Placeholder[]).reduce((text, name) => {
    const label = `[${placeholderLabels[name][language]}]`;
    return text
      .replaceAll(`<strong>${label}</strong>`, values[name])
      .replaceAll(label, values[name]);
  }, html);
  return filled.replace(OTHER_BASIS, '').replace(CONDITION, '');
}

/** The administrator publishes the texts of the installation. */
export async function publishTexts(stage: Stage, administrator: PersonKey): Promise<void> {
  const api = await stage.as(administrator);
  for (const kind of textKinds) {
    const { de, en, version } = await api.text.forEditing({ kind });
    await api.text.save({
      kind,
      version,
      bodyDe: completed(de.html, 'de', stage.today),
      bodyEn: completed(en.html, 'en', stage.today),
    });
  }
}
