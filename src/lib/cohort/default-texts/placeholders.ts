/** A text in both languages: simple HTML (h2, h3, p, ul, ol, li, strong, em, a) with placeholders. */
export interface DefaultText {
  de: string;
  en: string;
}

export type Language = keyof DefaultText;

/** What stands in the page as long as nobody has filled a placeholder in. */
export const placeholderLabels = {
  organisation: { de: 'Name der Organisation', en: 'name of the organisation' },
  representative: { de: 'vertretungsberechtigte Person', en: 'authorised representative' },
  address: { de: 'Anschrift', en: 'postal address' },
  contact: { de: 'E-Mail-Adresse', en: 'e-mail address' },
  phone: { de: 'Telefonnummer', en: 'telephone number' },
  register: { de: 'Register und Nummer, falls vorhanden', en: 'register and number, if any' },
  dataProtectionContact: {
    de: 'Kontakt der oder des Datenschutzbeauftragten',
    en: 'contact of the data protection officer',
  },
  supervisoryAuthority: {
    de: 'zuständige Datenschutzaufsicht',
    en: 'competent data protection authority',
  },
  enforcementBody: {
    de: 'zuständige Durchsetzungs- oder Schlichtungsstelle',
    en: 'competent enforcement or mediation body',
  },
  reviewedOn: { de: 'Datum der letzten Prüfung', en: 'date of the last review' },
} as const satisfies Record<string, DefaultText>;

export type Placeholder = keyof typeof placeholderLabels;

/**
 * Puts values into a text's placeholders. Values are plain text and are escaped; where one is
 * missing or blank, its label stands in square brackets, so that the gap cannot be overlooked.
 */
export function fillPlaceholders(
  text: string,
  values: Partial<Record<Placeholder, string>>,
  language: Language,
): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (!isPlaceholder(name)) return whole;
    const value = values[name]?.trim();
    return value ? escapeHtml(value) : `<strong>[${placeholderLabels[name][language]}]</strong>`;
  });
}

const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(placeholderLabels, name);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
