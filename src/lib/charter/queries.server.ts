import type { Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { charterDraft } from '$lib/cohort/default-texts/charter';
import { fillPlaceholders } from '$lib/cohort/default-texts/placeholders';
import type { OfCohort } from '$lib/cohort/schema';
import { toPlainText } from '$lib/platform/rich-text.server';
import { mayPublishCharter, mayReadCharter } from './policy';

export interface CharterView {
  /** The newest version; null where none is published yet. */
  current: {
    id: string;
    version: number;
    body: string;
    /** What is new in this version, in plain words; empty in the first one. */
    changes: string;
    publishedAt: Date;
    acceptedAt: Date | null;
  } | null;
  /** Versions that the person accepted earlier, the latest first. */
  earlier: { version: number; acceptedAt: Date }[];
}

/** The charter in the reader's language, and what the reader has accepted of it. */
export async function charterOf(
  { db, actor }: PersonScope,
  { cohortId }: OfCohort,
  locale: Locale,
): Promise<CharterView> {
  ensure(mayReadCharter(actor, cohortId));
  const charters = await db.charter.findMany({
    where: { cohortId },
    orderBy: { version: 'desc' },
    select: {
      id: true,
      version: true,
      publishedAt: true,
      bodyDe: locale === 'de',
      bodyEn: locale === 'en',
      changesDe: locale === 'de',
      changesEn: locale === 'en',
      acceptances: { where: { accountId: actor.accountId }, select: { at: true } },
    },
  });
  const [newest, ...older] = charters;
  const current = newest && {
    id: newest.id,
    version: newest.version,
    publishedAt: newest.publishedAt,
    body: locale === 'de' ? newest.bodyDe : newest.bodyEn,
    changes: locale === 'de' ? newest.changesDe : newest.changesEn,
    acceptedAt: newest.acceptances[0]?.at ?? null,
  };
  const earlier = older.flatMap(({ version, acceptances: [acceptance] }) =>
    acceptance ? [{ version, acceptedAt: acceptance.at }] : [],
  );
  return { current: current ?? null, earlier };
}

export interface CharterVersion {
  version: number;
  publishedAt: Date;
  changes: string;
  body: string;
}

/** Every version in the reader's language, the latest first. */
export async function charterHistory(
  { db, actor }: PersonScope,
  { cohortId }: OfCohort,
  locale: Locale,
): Promise<CharterVersion[]> {
  ensure(mayReadCharter(actor, cohortId));
  const charters = await db.charter.findMany({
    where: { cohortId },
    orderBy: { version: 'desc' },
    select: {
      version: true,
      publishedAt: true,
      bodyDe: true,
      bodyEn: true,
      changesDe: true,
      changesEn: true,
    },
  });
  return charters.map(({ version, publishedAt, bodyDe, bodyEn, changesDe, changesEn }) => ({
    version,
    publishedAt,
    body: locale === 'de' ? bodyDe : bodyEn,
    changes: locale === 'de' ? changesDe : changesEn,
  }));
}

export interface CharterEditing {
  version: number;
  bodyDe: string;
  bodyEn: string;
  /** The same without markup. */
  plainDe: string;
  plainEn: string;
  /** What stood there before anybody wrote. */
  firstDraft: { de: string; en: string };
  publishedAt: Date | null;
  /** Names of those who still owe acceptance of the newest version. */
  waitingFor: string[];
  acceptedCount: number;
}

/** What the organiser writes on: the newest version, or the first draft. */
export async function charterForEditing(
  { db, actor }: PersonScope,
  { cohortId }: OfCohort,
): Promise<CharterEditing> {
  ensure(mayPublishCharter(actor, cohortId));
  const newest = await db.charter.findFirst({
    where: { cohortId },
    orderBy: { version: 'desc' },
    select: { id: true, version: true, bodyDe: true, bodyEn: true, publishedAt: true },
  });
  const installation = await db.installation.findFirst({
    select: { organisation: true, contactEmail: true },
  });
  const values = {
    organisation: installation?.organisation ?? '',
    contact: installation?.contactEmail ?? '',
  };
  const firstDraft = {
    de: fillPlaceholders(charterDraft.de, values, 'de').trim(),
    en: fillPlaceholders(charterDraft.en, values, 'en').trim(),
  };
  if (!newest) {
    const { de: bodyDe, en: bodyEn } = firstDraft;
    return {
      version: 0,
      bodyDe,
      bodyEn,
      plainDe: toPlainText(bodyDe),
      plainEn: toPlainText(bodyEn),
      firstDraft,
      publishedAt: null,
      waitingFor: [],
      acceptedCount: 0,
    };
  }
  const people = await db.$queryRaw<{ name: string; hasAccepted: boolean }[]>`
    SELECT DISTINCT a.name, EXISTS (SELECT 1 FROM charter_acceptance x
             WHERE x."charterId" = ${newest.id}::uuid AND x."accountId" = a.id) AS "hasAccepted", a.id
      FROM membership m JOIN account a ON a.id = m."accountId"
     WHERE m."cohortId" = ${cohortId}::uuid AND m."endedAt" IS NULL ORDER BY a.name, a.id`;
  const { id: _id, ...text } = newest;
  return {
    ...text,
    plainDe: toPlainText(text.bodyDe),
    plainEn: toPlainText(text.bodyEn),
    firstDraft,
    waitingFor: people.filter(({ hasAccepted }) => !hasAccepted).map(({ name }) => name),
    acceptedCount: people.filter(({ hasAccepted }) => hasAccepted).length,
  };
}
