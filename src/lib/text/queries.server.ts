import type { Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { accessibilityDraft } from '$lib/cohort/default-texts/accessibility';
import { imprintDraft } from '$lib/cohort/default-texts/imprint';
import { fillPlaceholders, type DefaultText } from '$lib/cohort/default-texts/placeholders';
import { privacyDraft } from '$lib/cohort/default-texts/privacy';
import { m } from '$lib/paraglide/messages.js';
import { toPlainText } from '$lib/platform/rich-text.server';
import { helpSections } from './help/sections';
import { mayEditTexts } from './policy';
import { easyProtection } from './protection/easy';
import { plainProtection } from './protection/plain';
import { textKinds, type OfProtection, type OfText, type TextKind } from './schema';

const drafts: Record<TextKind, DefaultText> = {
  imprint: imprintDraft,
  privacy: privacyDraft,
  accessibility: accessibilityDraft,
};

/** Who runs the installation, as everyone may know it. */
interface Host {
  organisation: string;
  contactEmail: string;
}

async function hostOf({ db }: Scope): Promise<Host> {
  const [host] = await db.$queryRaw<Host[]>`
    SELECT organisation, "contactEmail" FROM app.installation_public()`;
  return host ?? { organisation: '', contactEmail: '' };
}

const filled = (text: string, { organisation, contactEmail }: Host, locale: Locale): string =>
  fillPlaceholders(text, { organisation, contact: contactEmail }, locale).trim();

export interface TextView {
  body: string;
  /** Null as long as the first draft stands. */
  changedAt: Date | null;
}

/** One text as everyone reads it. */
export async function textOf(scope: Scope, { kind }: OfText, locale: Locale): Promise<TextView> {
  const [stored] = await scope.db.$queryRaw<TextView[]>`
    SELECT body, "changedAt" FROM app.installation_text_public(${kind}::text_kind, ${locale})`;
  return (
    stored ?? { body: filled(drafts[kind][locale], await hostOf(scope), locale), changedAt: null }
  );
}

export interface HelpView {
  sections: { id: string; title: string; body: string }[];
}

/** The help, with the address of whoever runs this installation. */
export async function helpOf(scope: Scope, locale: Locale): Promise<HelpView> {
  const host = await hostOf(scope);
  const sections = helpSections.map(({ id, title, body }) => ({
    id,
    title: title[locale],
    body: filled(body[locale], host, locale),
  }));
  return { sections };
}

/** What protects people here and where that ends, with the facts of this installation. */
export async function protectionOf(
  scope: Scope,
  { wording }: OfProtection,
  locale: Locale,
  { origin, backupDays }: { origin: string; backupDays: number | null },
): Promise<HelpView> {
  const host = await hostOf(scope);
  const isEasy = wording === 'easy';
  const backups = backupSentence(isEasy, backupDays, locale);
  const sections = isEasy ? easyProtection : plainProtection;
  return {
    sections: sections.map(({ id, title, body }) => ({
      id,
      title: title[locale],
      body: filled(body[locale], host, locale)
        .replace('{origin}', origin)
        .replace('{backups}', backups),
    })),
  };
}

function backupSentence(isEasy: boolean, days: number | null, locale: Locale): string {
  if (days === null)
    return isEasy
      ? m.text_protection_backups_unknown_easy({}, { locale })
      : m.text_protection_backups_unknown({}, { locale });
  return isEasy
    ? m.text_protection_backups_easy({ count: days }, { locale })
    : m.text_protection_backups({ count: days }, { locale });
}

export interface ListedText {
  kind: TextKind;
  /** The last change; null as long as the first draft stands. */
  changedAt: Date | null;
}

export async function listTexts({ db, actor }: PersonScope): Promise<ListedText[]> {
  ensure(mayEditTexts(actor));
  const rows = await db.installationText.findMany({
    select: { kind: true, changedAt: true },
    orderBy: { changedAt: 'asc' },
  });
  const changes = new Map(rows.map(({ kind, changedAt }) => [kind, changedAt]));
  return textKinds.map((kind) => ({ kind, changedAt: changes.get(kind) ?? null }));
}

export interface EditedText {
  version: number;
  changedAt: Date | null;
  de: EditedLanguage;
  en: EditedLanguage;
}

interface EditedLanguage {
  html: string;
  /** The same without markup. */
  plain: string;
  /** What stood there before anybody wrote. */
  firstDraft: string;
}

/** What the administrator writes on: what stands, or the first draft. */
export async function textForEditing(scope: PersonScope, { kind }: OfText): Promise<EditedText> {
  ensure(mayEditTexts(scope.actor));
  const rows = await scope.db.installationText.findMany({
    where: { kind },
    select: { locale: true, body: true, version: true, changedAt: true },
  });
  const host = await hostOf(scope);
  const inLanguage = (locale: Locale) => {
    const stored = rows.find((row) => row.locale === locale);
    const firstDraft = filled(drafts[kind][locale], host, locale);
    const html = stored?.body ?? firstDraft;
    return { html, plain: toPlainText(html), firstDraft };
  };
  return {
    version: Math.max(0, ...rows.map(({ version }) => version)),
    changedAt: rows[0]?.changedAt ?? null,
    de: inLanguage('de'),
    en: inLanguage('en'),
  };
}
