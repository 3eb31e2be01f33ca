import type { Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { writeList, type ListFile } from '$lib/cohort/download/queries.server';
import type { Download } from '$lib/cohort/schema';
import { mayReadDirectory } from '$lib/membership/policy';
import { m } from '$lib/paraglide/messages.js';
import { toPlainText } from '$lib/platform/rich-text.server';
import { formatList } from '$lib/ui/format';
import { siteKindName, type SiteKind } from '../names';

interface ListedSite {
  name: string;
  siteKind: SiteKind;
  inhabitants: number | null;
  people: string[];
  startingPoint: string;
  aims: string;
  offers: string;
  seeks: string;
}

/** The sites with their people and what each says about itself. */
export async function downloadTeams(
  scope: PersonScope,
  input: Download,
  locale: Locale,
): Promise<ListFile> {
  const { db, actor } = scope;
  ensure(mayReadDirectory(actor, input.cohortId));
  const sites = await db.$queryRaw<ListedSite[]>`
    SELECT t.name, t."siteKind"::text AS "siteKind", t.inhabitants, t."startingPoint", t.aims, t.offers,
           t.seeks, ARRAY(SELECT a.name FROM membership m JOIN account a ON a.id = m."accountId"
                           WHERE m."teamId" = t.id AND m."endedAt" IS NULL ORDER BY a.name) AS people
      FROM team t WHERE t."cohortId" = ${input.cohortId}::uuid ORDER BY t.name`;
  const options = { locale };
  return writeList(scope, input, locale, {
    title: m.team_manage_title({}, options),
    columns: [
      { heading: m.team_name({}, options), width: 28 },
      { heading: m.team_kind({}, options), width: 18 },
      { heading: m.team_inhabitants({}, options), width: 14 },
      { heading: m.team_people({}, options), width: 40 },
      { heading: m.team_starting_point({}, options), width: 50 },
      { heading: m.team_aims({}, options), width: 50 },
      { heading: m.team_offers({}, options), width: 50 },
      { heading: m.team_seeks({}, options), width: 50 },
    ],
    rows: sites.map((site) => [
      site.name,
      siteKindName(site.siteKind, options),
      site.inhabitants,
      formatList(site.people, locale),
      toPlainText(site.startingPoint),
      toPlainText(site.aims),
      toPlainText(site.offers),
      toPlainText(site.seeks),
    ]),
  });
}
