import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderPdf } from '$lib/platform/pdf.server';
import type { PublishedSection } from '../content';
import { proceedingsPaper, type PaperSource } from './paper';
import template from './proceedings.typ?raw';

const item = (topicId: string | null): PublishedSection['item'] => ({
  ...{ dayId: 'd1', date: '2026-03-13', from: 570, until: 630, track: '' },
  ...{ room: 'Saal', peopleIds: ['m1'], topicId },
});
const source: PaperSource = {
  workshop: {
    title: 'Ehrenamt & *Kaffee* #1',
    place: 'Bürgerhaus\nMarkt 1',
    cohortName: 'Durchgang A',
    when: '13. März 2026',
  },
  version: 2,
  publishedAt: new Date('2026-03-20T09:00:00Z'),
  content: {
    timeZone: 'Europe/Berlin',
    sections: [
      { id: 's1', title: 'Zum Anfang', body: '<p>Alle $waren$ da.</p>', item: null },
      {
        id: 's2',
        title: 'Kurze Einsätze',
        body: '<h4>Ergebnis</h4><p>Drei <strong>Wege</strong>:</p><ol><li>Eins <em>(Anna)</em><ul><li>Halb</li></ul></li></ol><blockquote><p>„Ja.“</p></blockquote><table><tbody><tr><th>Was</th><th>Wer</th></tr><tr><td>Karten</td><td>Ahlen</td></tr></tbody></table>',
        item: item('t1'),
      },
    ],
    photos: [
      {
        id: 'p1',
        fileId: 'f1',
        alt: 'Stellwand mit sechs Karten',
        caption: 'Wand',
        sectionId: 's2',
      },
      { id: 'p2', fileId: 'f2', alt: 'Gruppe vor dem Haus', caption: '', sectionId: null },
      { id: 'p3', fileId: 'gone', alt: 'Abgehängt', caption: '', sectionId: null },
    ],
  },
  people: { m1: 'Leonie Brandhorst' },
  topics: [
    {
      ...{ id: 't1', question: 'Wie gewinnen wir Menschen?', teamName: 'Ahlen' },
      reactions: [{ teamName: 'Ahlen', answer: 'partly', sentence: 'Das Geld fehlt noch.' }],
      outcome: { answer: 'partly', body: '<p>Wir probieren es aus.</p>' },
    },
  ],
  parked: [{ body: 'Wer zahlt das?', teamName: 'Menden' }],
  agreements: [
    {
      ...{ what: 'Karten schreiben', state: 'open', dueOn: '2026-04-01', people: [] },
      teams: [{ id: 't', name: 'Ahlen' }],
    },
  ],
  today: '2026-03-20',
  now: new Date('2026-03-27T09:00:00Z'),
};
const pictures = new Set(['f1', 'f2']);

describe('minutes on paper', () => {
  const paper = proceedingsPaper(source, 'de', pictures);

  it('say when, where and who, what its team says, and what came of it', () => {
    const [opening, work] = paper.sections;
    expect(opening).toMatchObject({ facts: '', topic: '', outcome: null, reactions: [] });
    expect(work).toMatchObject({
      facts: '09:30–10:30 Uhr · Saal · Leonie Brandhorst',
      topic: 'Thema: Wie gewinnen wir Menschen? (Ahlen)',
      reactions: ['Beantwortet das die Frage? Team Ahlen: Zum Teil. Das Geld fehlt noch.'],
    });
    expect(work!.outcome!.title).toMatch(/^Ergebnis: /);
  });

  it('say what came of a topic once, at the last of its items', () => {
    const [opening, work] = source.content.sections;
    const before = { ...work!, id: 's0', title: 'Kurze Einsätze, Teil 1' };
    const content = { ...source.content, sections: [opening!, before, work!] };
    const { sections } = proceedingsPaper({ ...source, content }, 'de', pictures);
    expect(sections.map(({ topic }) => topic !== '')).toEqual([false, true, true]);
    expect(sections.map(({ outcome }) => outcome !== null)).toEqual([false, false, true]);
    expect(sections.map(({ reactions }) => reactions.length)).toEqual([0, 0, 1]);
  });

  it('show the photos that are there, each where it belongs', () => {
    expect(paper.sections[1]!.photos.map(({ alt }) => alt)).toEqual(['Stellwand mit sechs Karten']);
    expect(paper.photos.items.map(({ alt }) => alt)).toEqual(['Gruppe vor dem Haus']);
  });

  it('say at the foot of each page which version it is, and for whom', () => {
    expect(paper.note).toBe(
      'Ehrenamt & *Kaffee* #1 · Fassung 2 vom 20. März 2026, 10:00 Uhr · Nur für: Durchgang A',
    );
  });
});

interface Element {
  kind: string;
  alt: string | null;
}

/** The elements of the structure tree, in the order in which they are read. */
function structure(pdf: string): Element[] {
  const objects = new Map<string, string>();
  for (const [, id, body] of pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)endobj/g))
    objects.set(id!, body!);
  const root = [...objects.values()].find((body) => body.includes('/Type /StructTreeRoot'))!;
  const kids = (body: string) => {
    const list = /\/K \[([\s\S]*?)\]/.exec(body)?.[1] ?? /\/K (\d+ 0 R)/.exec(body)?.[1] ?? '';
    return [...list.matchAll(/(\d+) 0 R/g)].map(([, id]) => id!);
  };
  const read = (id: string): Element[] => {
    const body = objects.get(id) ?? '';
    const kind = /\/S \/(\w+)/.exec(body)?.[1];
    const alt = /\/Alt \(((?:\\.|[^\\)])*)\)/.exec(body)?.[1] ?? null;
    return [...(kind ? [{ kind, alt }] : []), ...kids(body).flatMap(read)];
  };
  return kids(root).flatMap(read);
}

const picture = async (colour: string) =>
  sharp({ create: { width: 320, height: 200, channels: 3, background: colour } })
    .webp()
    .toBuffer();

describe.each(['de', 'en'] as const)('as a PDF, in %s', (locale) => {
  it('is accessible: headings in order, alternative texts where the photos are', async () => {
    const bytes = Buffer.from(
      await renderPdf(
        template,
        proceedingsPaper(source, locale, pictures),
        new Map([
          ['f1', await picture('#246')],
          ['f2', await picture('#642')],
        ]),
      ),
    );
    if (process.env.KEEP_PDF) writeFileSync(`${process.env.KEEP_PDF}-${locale}.pdf`, bytes);
    const pdf = bytes.toString('latin1');
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf).toContain(`/Lang (${locale})`);
    const order = structure(pdf);
    const kinds = order.map(({ kind }) => kind);
    expect(kinds.filter((kind) => /^H\d$/.test(kind))).toEqual([
      ...['H1', 'H2', 'H2', 'H3', 'H3', 'H2', 'H2', 'H2'],
    ]);
    // Behind the fifth heading stands what the topic's team says, then its photo; the other one comes last.
    const headings = order.flatMap(({ kind }, at) => (/^H\d$/.test(kind) ? [at] : []));
    const figures = order.flatMap(({ kind, alt }, at) =>
      kind === 'Figure' && alt !== null ? [[at, alt] as const] : [],
    );
    expect(figures.map(([, alt]) => alt)).toEqual([
      'Stellwand mit sechs Karten',
      'Gruppe vor dem Haus',
    ]);
    expect(figures[0]![0]).toBeGreaterThan(headings[4]!);
    expect(figures[0]![0]).toBeLessThan(headings[5]!);
    expect(figures[1]![0]).toBeGreaterThan(headings[7]!);
    expect(kinds.filter((kind) => kind === 'TH')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'Table')).toHaveLength(1);
  });
});
