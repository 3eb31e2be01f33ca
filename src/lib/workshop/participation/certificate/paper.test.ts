import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderPdf } from '$lib/platform/pdf.server';
import template from './certificate.typ?raw';
import { certificatePaper, type CertificateSource } from './paper';

const day = (id: string, date: string, startMinute: number, endMinute: number) => ({
  ...{ id, date, startMinute, endMinute },
});
const source: CertificateSource = {
  organisation: 'Stiftung Engagement & *Kommune*',
  cohortName: 'Zukunftsfaktor Engagement, 3. Durchgang',
  workshop: {
    kind: 'workshop',
    number: 2,
    title: 'Ehrenamt gewinnen #2',
    place: 'Bürgerhaus\n\nMarkt 1',
    // Clocks go forward in the night of the second day.
    days: [day('d1', '2026-03-27', 570, 960), day('d2', '2026-03-28', 1_260, 1_680)],
  },
  timeZone: 'Europe/Berlin',
  topics: ['Wie gewinnen wir Menschen für kurze Einsätze?', 'Wie werden Formulare kürzer?'],
  people: [
    { name: 'Melina Kuhlmann', teamName: 'Ahlen', isOnline: false },
    { name: 'Dr. Wolfram Tendahl', teamName: null, isOnline: true },
  ],
};
const place = (locale: 'de' | 'en') => ({ locale, now: new Date('2026-03-30T09:00:00Z') });

describe('a certificate', () => {
  it('says who took part in what, when, how long, where and on what', () => {
    const paper = certificatePaper(source, place('de'));
    expect(paper).toMatchObject({
      name: 'Ehrenamt gewinnen #2',
      kicker: 'Zukunftsfaktor Engagement, 3. Durchgang · 2. Workshop',
      note: 'Stiftung Engagement & *Kommune* · ausgestellt am 30. März 2026',
      topics: { items: source.topics },
      people: [
        { name: 'Melina Kuhlmann', team: 'Ahlen', did: 'hat teilgenommen an' },
        { name: 'Dr. Wolfram Tendahl', team: '', did: 'hat online teilgenommen an' },
      ],
    });
    const [days, hours, where] = paper.facts;
    expect(days!.lines).toEqual([
      'Freitag, 27. März 2026, 09:30–16:00 Uhr',
      'Samstag, 28. März 2026, 21:00–04:00 Uhr',
    ]);
    // Six and a half hours, and six: one of the night's seven was none.
    expect(hours!.lines).toEqual(['12 Std. 30 Min.']);
    expect(where!.lines).toEqual(['Bürgerhaus', 'Markt 1']);
  });

  it('of an online meeting names no place, and says online once', () => {
    const workshop = { ...source.workshop, kind: 'online_meeting' as const, number: null };
    const paper = certificatePaper({ ...source, workshop }, place('de'));
    expect(paper.people[1]!.did).toBe('hat teilgenommen an');
    expect(paper.facts.at(-1)!.lines).toEqual(['online']);
  });
});

/** The kinds of elements of the structure tree, in the order in which they are read. */
function structure(pdf: string): string[] {
  const objects = new Map<string, string>();
  for (const [, id, body] of pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)endobj/g))
    objects.set(id!, body!);
  const root = [...objects.values()].find((body) => body.includes('/Type /StructTreeRoot'))!;
  const kids = (body: string) => {
    const list = /\/K \[([\s\S]*?)\]/.exec(body)?.[1] ?? /\/K (\d+ 0 R)/.exec(body)?.[1] ?? '';
    return [...list.matchAll(/(\d+) 0 R/g)].map(([, id]) => id!);
  };
  const read = (id: string): string[] => {
    const body = objects.get(id) ?? '';
    const kind = /\/S \/(\w+)/.exec(body)?.[1];
    return [...(kind ? [kind] : []), ...kids(body).flatMap(read)];
  };
  return kids(root).flatMap(read);
}

it.each(['de', 'en'] as const)('is accessible as a PDF, in %s, a page for each', async (locale) => {
  const bytes = Buffer.from(await renderPdf(template, certificatePaper(source, place(locale))));
  if (process.env.KEEP_PDF) writeFileSync(`${process.env.KEEP_PDF}-${locale}.pdf`, bytes);
  const pdf = bytes.toString('latin1');
  expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(pdf).toContain(`/Lang (${locale})`);
  const order = structure(pdf);
  expect(order.filter((kind) => /^H\d$/.test(kind))).toEqual(['H1', 'H2', 'H1', 'H2']);
  expect(order.filter((kind) => kind === 'L')).toHaveLength(2);
  expect([...pdf.matchAll(/\/Type \/Page\b/g)]).toHaveLength(2);
});
