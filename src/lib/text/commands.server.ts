import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { AppError, conflict } from '$lib/platform/errors';
import { isBlank, sanitiseRichText } from '$lib/platform/rich-text.server';
import { mayEditTexts } from './policy';
import type { SaveText } from './schema';

/**
 * Saves a text in both languages at once, cleaned.
 *
 * @throws AppError `conflict` where somebody has saved it since; `text_is_empty`
 */
export async function saveText(
  { db, actor, clock }: PersonScope,
  { kind, bodyDe, bodyEn, version }: SaveText,
): Promise<{ version: number }> {
  ensure(mayEditTexts(actor));
  const bodies = { de: sanitiseRichText(bodyDe), en: sanitiseRichText(bodyEn) };
  if (isBlank(bodies.de) || isBlank(bodies.en)) throw new AppError('text_is_empty');
  // One writer after the other: the second one sees what the first has saved.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`installation_text:${kind}`}))`;
  const rows = await db.installationText.findMany({ where: { kind }, select: { version: true } });
  const current = Math.max(0, ...rows.map((row) => row.version));
  if (current !== version) throw conflict(current);
  const next = current + 1;
  for (const locale of ['de', 'en'] as const) {
    const words = { body: bodies[locale], version: next, changedAt: clock.now() };
    await db.installationText.upsert({
      where: { kind_locale: { kind, locale } },
      create: { kind, locale, ...words },
      update: words,
    });
  }
  return { version: next };
}
