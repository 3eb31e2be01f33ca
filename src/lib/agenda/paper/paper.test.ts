import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderPdf } from '$lib/platform/pdf.server';
import { emptyAgenda, newItem, type AgendaItem } from '../document';
import { publishedAgenda } from '../published';
import cardsTemplate from './cards.typ?raw';
import daysTemplate from './days.typ?raw';
import { cardsPaper, programmePaper, runSheetPaper, type Paper, type PaperSource } from './paper';

const days = [
  { id: 'd1', date: '2026-03-13', startMinute: 540, endMinute: 960 },
  { id: 'd2', date: '2026-03-14', startMinute: 540, endMinute: 780 },
];
const item = (id: string, said: Partial<AgendaItem>) =>
  newItem({ id, kind: 'plenary', minutes: 60, dayId: 'd1', ...said });
const items = [
  item('a', {
    kind: 'welcome',
    title: 'Ankommen & *Kaffee* #1',
    minutes: 30,
    material: 'Namensschilder, Stifte',
    notes: 'Um acht Uhr da sein.\nSchlüssel bei Frau Wiethoff.',
    responsibleIds: ['m1'],
    room: 'Foyer',
  }),
  item('b', {
    kind: 'group_work',
    title: 'Kurze Einsätze',
    topicId: 't1',
    trackId: 'k1',
    methodId: 'world_cafe',
    goal: 'Drei Wege, die wir erproben.',
    about: 'Wir arbeiten in drei Runden.\nBitte bringen Sie ein Beispiel mit.',
    material: 'stifte\nPapiertischdecken',
    room: 'Saal',
    expertIds: ['e1'],
    practiceId: 'p1',
    // One that the reader may not see is left out.
    fileIds: ['f1', 'f2', 'f3'],
  }),
  item('c', { title: 'Formulare', topicId: 't2', trackId: 'k2', minutes: 45 }),
  item('d', { kind: 'break', minutes: 15 }),
  item('e', { kind: 'plenary', title: 'Ernte', dayId: 'd2', topicId: 't1', minutes: 30 }),
  item('f', { title: 'Zurückgestellt', dayId: null }),
];
const tracks = [
  { id: 'k1', name: 'Strang A' },
  { id: 'k2', name: 'Strang B' },
];
const source: PaperSource = {
  workshop: { title: 'Ehrenamt gewinnen', place: 'Bürgerhaus\nMarkt 1', cohortName: 'Durchgang A' },
  agenda: publishedAgenda({ ...emptyAgenda(), tracks, items }, days, 'Europe/Berlin'),
  version: 2,
  people: [
    { membershipId: 'm1', name: 'Leonie Brandhorst', teamName: null },
    { membershipId: 'e1', name: 'Dr. Emil Ostendorf', teamName: null },
  ],
  topics: [
    { id: 't1', question: 'Wie gewinnen wir Menschen für kurze Einsätze?', teamName: 'Ahlen' },
    { id: 't2', question: 'Wie werden Formulare kürzer?', teamName: 'Menden' },
  ],
  practices: [{ id: 'p1', gist: 'Die Karte blieb liegen.' }],
  files: [
    { id: 'f1', name: 'Ablauf & *Plan*.pdf' },
    { id: 'f2', name: 'skizze.webp' },
  ],
  openAgreements: {
    today: '2026-02-27',
    agreements: [
      {
        id: 'v1',
        what: 'Formular auf eine Seite kürzen',
        dueOn: '2026-02-20',
        teams: [{ id: 'ahlen', name: 'Ahlen' }],
        people: [],
      },
    ],
  },
  notes: Object.fromEntries(items.map(({ id, notes }) => [id, notes])),
  methods: { world_cafe: 'World Café' },
};
const place = (locale: 'de' | 'en') => ({ locale, now: new Date('2026-02-27T09:00:00Z') });

/** All words of a piece of paper. */
const words = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value && typeof value === 'object'
      ? Object.values(value).map(words).join('\n')
      : '';

describe('the run sheet', () => {
  const paper = runSheetPaper(source, place('de'));

  it('says when, where, who, with what, and what the moderators noted', () => {
    expect(paper.days.map(({ title }) => title)).toEqual([
      'Freitag, 13. März 2026',
      'Samstag, 14. März 2026',
    ]);
    const [first, second] = paper.days[0]!.rows;
    expect(first).toMatchObject({
      time: '09:00–09:30 Uhr',
      length: '30 Minuten',
      facts: ['Foyer', 'Leonie Brandhorst'],
      notes: ['Um acht Uhr da sein.', 'Schlüssel bei Frau Wiethoff.'],
      opening: {
        title: 'Offen vom letzten Mal',
        lines: [
          'Formular auf eine Seite kürzen (Team Ahlen, war bis Freitag, 20. Februar 2026 verabredet)',
        ],
      },
    });
    expect(second).toMatchObject({
      track: 'Strang A',
      kind: 'Gruppenarbeit · World Café',
      links: [
        'Praxisbeispiel: Die Karte blieb liegen.',
        'Anhänge: Ablauf & *Plan*.pdf und skizze.webp',
      ],
    });
    // What is put aside is in no programme.
    expect(words(paper)).not.toContain('Zurückgestellt');
  });

  it('lists all material once, with when and what for', () => {
    expect(paper.materials!.items).toEqual([
      { name: 'Namensschilder', uses: '13.03.2026, 09:00 Uhr Ankommen & *Kaffee* #1' },
      { name: 'Papiertischdecken', uses: '13.03.2026, 09:30 Uhr Kurze Einsätze' },
      {
        name: 'Stifte',
        uses: '13.03.2026, 09:00 Uhr Ankommen & *Kaffee* #1; 13.03.2026, 09:30 Uhr Kurze Einsätze',
      },
    ]);
  });

  it('says at the foot of each page what it shows, and from when', () => {
    expect(paper.note).toBe('Ehrenamt gewinnen · Fassung 2 · Stand: 27. Februar 2026, 10:00 Uhr');
    expect(runSheetPaper({ ...source, version: null }, place('de')).note).toContain('· Entwurf ·');
  });
});

it('a programme has neither notes nor material', () => {
  const all = words(programmePaper(source, place('de')));
  for (const word of ['Schlüssel', 'Formular auf eine Seite', 'Papiertischdecken', 'World Café'])
    expect(all).not.toContain(word);
  expect(all).toContain('Thema: Wie werden Formulare kürzer? (Menden)');
});

it('a card is there for each topic, with all its minutes', () => {
  const { cards } = cardsPaper(source, place('de'));
  expect(cards).toEqual([
    {
      question: 'Wie gewinnen wir Menschen für kurze Einsätze?',
      team: 'Ahlen',
      minutes: '90 Minuten',
      when: 'Freitag, 13. März 2026, 09:30–10:30 Uhr · Saal',
    },
    {
      question: 'Wie werden Formulare kürzer?',
      team: 'Menden',
      minutes: '45 Minuten',
      when: 'Freitag, 13. März 2026, 09:30–10:15 Uhr',
    },
  ]);
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

describe.each(['de', 'en'] as const)('as a PDF, in %s', (locale) => {
  const papers: [string, Paper, string][] = [
    ['programme', programmePaper(source, place(locale)), daysTemplate],
    ['run-sheet', runSheetPaper(source, place(locale)), daysTemplate],
    ['cards', cardsPaper(source, place(locale)), cardsTemplate],
  ];

  it.each(papers)('%s is accessible', async (sheet, paper, template) => {
    const bytes = Buffer.from(await renderPdf(template, paper));
    if (process.env.KEEP_PDF)
      writeFileSync(`${process.env.KEEP_PDF}-${sheet}-${locale}.pdf`, bytes);
    const pdf = bytes.toString('latin1');
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf).toContain(`/Lang (${locale})`);
    const order = structure(pdf);
    expect(order.filter((kind) => /^H\d$/.test(kind))).toEqual(
      sheet === 'run-sheet' ? ['H1', 'H2', 'H2', 'H2'] : ['H1', 'H2', 'H2'],
    );
    // Each day is its heading, then its table with a row of headers.
    const tables = order.flatMap((kind, at) => (kind === 'Table' ? [at] : []));
    expect(tables).toHaveLength(sheet === 'cards' ? 0 : 2);
    for (const at of tables) expect(order[at - 1]).toBe('H2');
    expect(order.filter((kind) => kind === 'TH')).toHaveLength(
      { programme: 4, 'run-sheet': 10, cards: 0 }[sheet]!,
    );
    // There is no picture that would need an alternative text.
    expect(order).not.toContain('Figure');
  });
});
