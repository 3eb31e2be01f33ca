/** What a certificate of attendance says, in the language of the reader. Pure. */
import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { PdfData } from '$lib/platform/pdf.server';
import { formatDate, formatMinutes } from '$lib/ui/format';
import { spanOfDay } from '../../days';
import type { WorkshopDay, WorkshopKind } from '../../schema';
import { dayText, kindText } from '../../words';

export interface CertificateSource {
  organisation: string;
  cohortName: string;
  workshop: {
    kind: WorkshopKind;
    number: number | null;
    title: string;
    place: string;
    days: WorkshopDay[];
  };
  timeZone: string;
  /** Of the published programme, in its order. */
  topics: string[];
  people: { name: string; teamName: string | null; isOnline: boolean }[];
}

export interface CertificatePaper extends PdfData {
  kicker: string;
  heading: string;
  name: string;
  facts: { label: string; lines: string[] }[];
  topics: { label: string; items: string[] };
  by: string;
  signature: string;
  /** At the foot of each page. */
  note: string;
  people: { name: string; team: string; did: string }[];
}

/** How long the days are together, in minutes that go by. */
function minutesOf(days: readonly WorkshopDay[], timeZone: string): number {
  const spans = days.flatMap((day) => spanOfDay(day, timeZone) ?? []);
  return spans.reduce(
    (sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()) / 60_000,
    0,
  );
}

export function certificatePaper(
  { organisation, cohortName, workshop, timeZone, topics, people }: CertificateSource,
  { locale, now }: { locale: Locale; now: Date },
): CertificatePaper {
  const options = { locale };
  const { title, days, place } = workshop;
  const isOnlineOnly = workshop.kind === 'online_meeting';
  const where = isOnlineOnly
    ? [m.workshop_online({}, options)]
    : place.split('\n').filter((line) => line.trim() !== '');
  const facts = [
    {
      label: m.participation_paper_days({}, options),
      lines: days.flatMap((day) => dayText(day, timeZone, locale) ?? []),
    },
    {
      label: m.participation_paper_hours({}, options),
      lines: [formatMinutes(minutesOf(days, timeZone), locale)],
    },
    { label: m.participation_paper_place({}, options), lines: where },
  ];
  return {
    title: m.participation_paper_title({ title }, options),
    language: locale,
    kicker: `${cohortName} · ${kindText(workshop, locale)}`,
    heading: m.participation_paper_heading({}, options),
    name: title,
    facts: facts.filter(({ lines }) => lines.length > 0),
    topics: { label: m.participation_paper_topics({}, options), items: topics },
    by: m.participation_paper_by({ organisation, cohort: cohortName }, options),
    signature: m.participation_paper_signature({}, options),
    note: m.participation_paper_note(
      { organisation, date: formatDate(now, locale, timeZone) },
      options,
    ),
    people: people.map(({ name, teamName, isOnline }) => ({
      name,
      team: teamName ?? '',
      did:
        isOnline && !isOnlineOnly
          ? m.participation_paper_took_part_online({}, options)
          : m.participation_paper_took_part({}, options),
    })),
  };
}
