import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderPdf } from '$lib/platform/pdf.server';
import type { CastChoice } from '../choice';
import { countBallot } from '../count/ballot';
import type { EnteredVote } from '../entering/queries.server';
import type { ObjectionRound } from '../objection/queries.server';
import type { MethodSettings } from '../method';
import type { Method } from '../limits';
import type { BallotView, ViewedDecision } from '../view/queries.server';
import { resultPaper } from './paper';
import template from './result.typ?raw';

const at = new Date('2026-11-27T09:00:00Z');
const place = (locale: 'de' | 'en') =>
  ({ cohortName: 'Durchgang A', timeZone: 'Europe/Berlin', locale, now: at }) as const;

/** The worked example of voting.md: ten teams, 240 minutes. */
const MINUTES = { A: 90, B: 60, C: 60, D: 60, E: 45, F: 60 };
const TITLES: Record<string, string> = {
  A: 'Nachwuchs für *Vorstände* #1',
  B: 'Anerkennung im Alltag',
  C: 'Neue Räume',
  D: 'Gute Formulare',
  E: 'Junge Leute',
  F: 'Alles bleibt, wie es ist',
};
const TITLE = 'Womit füllen wir den Tag?';
const IDS = Object.keys(MINUTES);
const times = (count: number, choice: CastChoice) => Array.from({ length: count }, () => choice);
const approve = (...approved: string[]): CastChoice => ({ kind: 'approval', approved });
const approvals = [
  ...times(6, approve('A', 'B', 'C')),
  ...times(3, approve('D', 'F')),
  approve('E', 'F'),
];
const numbers = (...all: number[]) =>
  Object.fromEntries(IDS.map((id, index) => [id, all[index] ?? 0]));
const limits = { places: 2, budgetMinutes: null };
const CASES: Record<Method, { settings: MethodSettings; casts: CastChoice[] }> = {
  'equal-shares': {
    settings: {
      method: 'equal-shares',
      budgetMinutes: 240,
      utility: 'cost',
      points: null,
      pointsPerOption: null,
      completion: 'add1u',
      incrementMinutesPerVoter: 1,
      isIntegral: false,
      tieBreaking: 'cost-then-approvals',
    },
    casts: approvals,
  },
  approval: { settings: { method: 'approval', ...limits }, casts: approvals },
  dots: {
    settings: { method: 'dots', points: 5, pointsPerOption: 3, ...limits },
    casts: [{ kind: 'points', points: numbers(3, 2) }],
  },
  score: {
    settings: { method: 'score', ...limits },
    casts: [{ kind: 'scores', scores: numbers(5, 4, 3) }],
  },
  ranked: {
    settings: { method: 'ranked', ...limits },
    casts: [
      { kind: 'ranking', ranks: [['A'], ['B', 'C'], ['D']] },
      { kind: 'ranking', ranks: [['B'], ['C'], ['A']] },
      { kind: 'abstention' },
    ],
  },
  resistance: {
    settings: { method: 'resistance', statusQuoOptionId: 'F', ...limits },
    casts: [{ kind: 'resistance', resistance: numbers(1, 2, 3, 4, 5, 6) }],
  },
};

const departing: ViewedDecision = {
  statement:
    '<p>Wir haben lange geredet.</p><ul><li><p>Erst wir.</p></li><li>Dann &amp; danach die Teams.</li></ul><ol><li>Schluss</li></ol><p>Danke.</p>',
  decidedAt: at,
  decidedByName: 'Leonie Brandhorst',
  finalAt: at,
  items: IDS.map((optionId) => ({
    optionId,
    isChosen: optionId === 'E',
    isDeparture: optionId === 'E',
    reason: optionId === 'E' ? 'Die Fachfrau kann nur an diesem Tag.' : '',
  })),
};

const objection = {
  id: 'o1',
  teamId: 'team-2',
  teamName: 'Senden',
  raisedByName: 'Maike Test',
  raisedAt: at,
  reason: 'Das passt nicht.',
  withdrawnAt: null,
  answer: null,
  mayWithdraw: false,
  mayAnswer: false,
};
const round: ObjectionRound = {
  until: at,
  isOver: true,
  objections: [
    {
      ...objection,
      answer: {
        text: 'Doch.',
        byName: null,
        at,
        changes: [
          { optionId: 'E', isChosen: true },
          { optionId: 'A', isChosen: false },
        ],
      },
    },
    { ...objection, id: 'o2', teamName: 'Soest', withdrawnAt: at },
    { ...objection, id: 'o3', teamName: 'Menden' },
  ],
  mayObject: false,
};
const entry: EnteredVote = {
  id: 'e1',
  voterId: 'team-1',
  voter: 'Ahlen',
  way: 'phone',
  choice: approve('A'),
  enteredByName: 'Leonie Brandhorst',
  enteredAt: at,
  answer: 'confirmed',
  answeredByName: 'Melina Kuhlmann',
  answeredAt: at,
  note: '',
  isInForce: true,
};
const entered: EnteredVote[] = [
  entry,
  {
    ...entry,
    id: 'e2',
    voter: 'Senden',
    way: 'paper',
    answer: null,
    answeredByName: null,
    answeredAt: null,
  },
];

function view(method: Method, decision: ViewedDecision | null = departing): BallotView {
  const { settings, casts } = CASES[method];
  const options = IDS.map((id) => ({ id, minutes: MINUTES[id as keyof typeof MINUTES] }));
  const counted = countBallot({
    options,
    settings,
    casts,
    eligible: 10,
    quorumPercent: null,
    lotOrder: IDS,
  });
  const keys = casts.map((_, index) => `team-${index + 1}`);
  const result = counted.method === 'equal-shares' ? { ...counted, voterKeys: keys } : counted;
  return {
    id: 'x',
    title: TITLE,
    method,
    settings,
    state: decision ? 'decided' : 'closed',
    electorate: 'teams',
    includesModerators: false,
    isSecret: false,
    explanation: '<p>Der Workshop hat vier Stunden.</p>',
    openedAt: at,
    closedAt: at,
    createdByName: 'Leonie Brandhorst',
    lotHash: 'f00d',
    turnout: { eligible: 10, voted: casts.length },
    own: { voterId: 'team-1', teamName: 'Ahlen', hasVoted: true, vote: null },
    options: options.map((option) => ({
      ...option,
      title: TITLES[option.id]!,
      topicId: option.id,
      teamName: 'Ahlen',
    })),
    outcome: {
      result,
      votes: casts.map((choice, index) => ({
        key: keys[index]!,
        voter: `Team ${index + 1}`,
        choice,
      })),
      lot: { order: IDS, salt: '00' },
      decision,
      entered,
      round: decision && round,
    },
  } as unknown as BallotView;
}

const paper = (method: Method, decision?: ViewedDecision | null, locale: 'de' | 'en' = 'de') =>
  resultPaper(view(method, decision), place(locale))!;

/** All words of a piece of paper. */
const words = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value && typeof value === 'object'
      ? Object.values(value).map(words).join('\n')
      : '';

describe('the paper of a result', () => {
  it('tells who paid for what, what each keeps, and why the others did not fit', () => {
    const { shares, picture, lead } = paper('equal-shares');
    expect(lead).toContain('Die Moderation hat 1 von 6 genommen.');
    expect(shares!.begin).toContain('4 Std. geteilt durch 10 Stimmen: Jede hat 24 Minuten.');
    expect(shares!.rounds.map(({ title }) => title)).toEqual(
      ['B', 'C', 'F', 'D'].map((id) => TITLES[id]),
    );
    expect(shares!.purses[0]).toEqual({
      voter: 0,
      name: 'Team 1',
      text: '34 Minuten: 10 für „Anerkennung im Alltag“, 10 für „Neue Räume“, 14 bleiben.',
    });
    const popular = picture.bars.find(({ label }) => label === TITLES.A)!;
    expect(popular.text).toBe('6 von 10 Teams');
    expect(popular.note).toContain('Wer es möchte, hatte am Ende zusammen noch 84 Minuten.');
  });

  it('gives the reasons for departing from the result, and says where nothing is decided', () => {
    const { decision, waits } = paper('equal-shares');
    expect(decision!.groups[0]!.items).toEqual([
      {
        title: TITLES.E,
        departure: 'Abweichend vom Ergebnis hinzugenommen: Die Fachfrau kann nur an diesem Tag.',
      },
    ]);
    const text = (words: string) => ({ text: words, items: [], isNumbered: false });
    expect(decision!.statement).toEqual([
      text('Wir haben lange geredet.'),
      { text: '', items: ['Erst wir.', 'Dann & danach die Teams.'], isNumbered: false },
      { text: '', items: ['Schluss'], isNumbered: true },
      text('Danke.'),
    ]);
    expect(waits).toBeNull();
    expect(paper('equal-shares', null)).toMatchObject({ decision: null });
    expect(paper('equal-shares', null).waits).toContain('noch nicht entschieden');
  });

  it('gives each objection with its answer, and says which votes were entered', () => {
    const { objections, entered: record } = paper('equal-shares');
    expect(objections!.items.map(({ by, state }) => [by, state])).toEqual([
      ['Senden, Maike Test, 27. November 2026', ''],
      ['Soest, Maike Test, 27. November 2026', 'Zurückgezogen am 27. November 2026.'],
      ['Menden, Maike Test, 27. November 2026', 'Noch nicht beantwortet.'],
    ]);
    expect(objections!.items[0]!.answer).toEqual({
      by: 'Antwort der Moderation: eine frühere Moderation, 27. November 2026',
      text: 'Doch.',
      outcome: 'Die Entscheidung wurde geändert.',
      changes: [`Neu dabei: „${TITLES.E}“`, `Nicht mehr dabei: „${TITLES.A}“`],
    });
    expect(record!.text).toBe(
      '2 der gezählten Stimmen hat die Moderation eingetragen. Eine davon wurde bis zum Schluss nicht bestätigt.',
    );
    expect(record!.items[0]!.text).toMatch(
      /^Telefonisch, eingetragen von Leonie Brandhorst am .+\. Bestätigt von Melina Kuhlmann am .+\.$/,
    );
    expect(record!.items[1]!.text).toMatch(/Bis zum Schluss nicht bestätigt; sie zählt\.$/);
    expect(paper('equal-shares', null).objections).toBeNull();
  });

  it('shows how a ranking came about', () => {
    const { ranked } = paper('ranked');
    expect(ranked!.steps).toHaveLength(5);
    // Neither beats the other, and yet the lot has no say: they are in different layers.
    expect(ranked!.steps[1]).toContain(
      `„${TITLES.C}“ steht weiter hinten, weil „${TITLES.B}“ es schlägt.`,
    );
    expect(ranked!.matrix[0]!.cells.map(({ text }) => text)).toContain('2');
  });

  it('is of the reader and of nobody: it says the same whoever prints it', () => {
    const ballot = view('equal-shares');
    expect(resultPaper({ ...ballot, own: null }, place('de'))).toEqual(
      resultPaper(ballot, place('de')),
    );
  });

  it('is in English throughout where the reader is', () => {
    for (const method of Object.keys(CASES) as Method[]) {
      const said = words({ ...paper(method, departing, 'en'), decision: null }).replaceAll(
        new RegExp([TITLE, ...Object.values(TITLES)].map(RegExp.escape).join('|'), 'g'),
        '',
      );
      expect(said).not.toMatch(/[„äöü]|\b(?:und|von|Minuten|Stimmen|gewählt|Teams, jedes)\b/);
    }
  });

  it('does not exist before there is a result', () => {
    expect(resultPaper({ ...view('ranked'), outcome: null }, place('de'))).toBeNull();
  });
});

describe.each(Object.keys(CASES) as Method[])('as a PDF: %s', (method) => {
  it.each(['de', 'en'] as const)('is accessible, in %s', async (locale) => {
    const document = paper(method, method === 'ranked' ? null : departing, locale);
    const bytes = Buffer.from(await renderPdf(template, document));
    if (process.env.KEEP_PDF)
      writeFileSync(`${process.env.KEEP_PDF}-${method}-${locale}.pdf`, bytes);
    const pdf = bytes.toString('utf8');
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf).toContain(`/Lang (${locale})`);
    expect(pdf.match(/\/S \/H1\n/g)).toHaveLength(1);
    expect(pdf.match(/\/S \/Table\n/g) ?? []).toHaveLength(method === 'ranked' ? 1 : 0);
    // Each option of the picture is an entry of a list that is read aloud.
    expect(pdf.match(/\/S \/LI\n/g)!.length).toBeGreaterThanOrEqual(IDS.length);
  });
});
