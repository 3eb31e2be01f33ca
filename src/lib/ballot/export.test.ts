import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionId, someCasts } from '../../../tests/factories/ballot';
import { seededRandomBytes } from '../../../tests/factories/random';
import { readCsvText } from '$lib/platform/csv';
import { secureRandomBytes } from '$lib/platform/random';
import { countApprovals } from './count/approval';
import { acceptChoice, type CastChoice, type Choice } from './choice';
import { toCsv, toJson, type ExportedBallot } from './export';
import type { MethodSettings } from './method';
import { recountLimit, toPabulib } from './pabulib';

const [a, b, c] = [optionId(1), optionId(2), optionId(3)];
const minutesToFill: MethodSettings = { method: 'approval', places: null, budgetMinutes: 240 };
const places: MethodSettings = { method: 'approval', places: 2, budgetMinutes: null };
const dots: MethodSettings = {
  method: 'dots',
  points: 5,
  pointsPerOption: 3,
  places: 1,
  budgetMinutes: null,
};

const ballot: ExportedBallot = {
  title: 'Themen für den\nersten Workshop',
  organisation: 'Bezirksregierung; Arnsberg',
  cohort: 'Dritter Durchgang',
  language: 'de',
  timeZone: 'Europe/Berlin',
  openedAt: new Date('2026-03-01T22:30:00Z'),
  closedAt: new Date('2026-03-31T22:30:00Z'),
  settings: minutesToFill,
  options: [
    { id: a, title: 'Wie gewinnen wir "die Stillen"?', minutes: 90 },
    { id: b, title: '=HYPERLINK("http://x"); Ehrenamtskarte', minutes: 60 },
    { id: c, title: 'VOTES', minutes: 45 },
  ],
  chosen: [b, a],
  lotOrder: [c, a, b],
};
const approve = (...approved: string[]): Choice => ({ kind: 'approval', approved });
const abstain: Choice = { kind: 'abstention' };
const asCasts = (choices: readonly CastChoice[]) => choices.map((choice) => ({ choice }));
const headings = { number: 'Nr.', weight: 'Gewicht', entryId: 'Kennung', abstained: 'Enthaltung' };

/** Reads a .pb file as other programs do: sections by their titles, then semicolons. */
function readPabulib(file: string) {
  const [, meta, projects, votes] = file.split(/^(?:META|PROJECTS|VOTES)\n/m);
  const table = (text: string) => {
    const [columns, ...rows] = readCsvText(`sep=;\n${text}`).rows.map(({ cells }) => cells);
    return rows.map((row) =>
      Object.fromEntries(columns!.map((column, index) => [column, row[index] ?? ''])),
    );
  };
  return {
    meta: Object.fromEntries(table(meta!).map(({ key, value }) => [key!, value!])),
    projects: table(projects!),
    votes: table(votes!),
  };
}

describe('the Pabulib file', () => {
  const casts = asCasts([approve(a, b), approve(b), abstain]);

  it('has the three sections with everything that the format demands', () => {
    const { meta, projects, votes } = readPabulib(toPabulib(ballot, casts, secureRandomBytes)!);
    expect(meta).toMatchObject({
      description: 'Themen für den ersten Workshop',
      country: 'Germany',
      unit: 'Bezirksregierung; Arnsberg',
      instance: '2026',
      num_projects: '3',
      num_votes: '3',
      budget: '240',
      vote_type: 'approval',
      rule: 'greedy',
      date_begin: '01.03.2026',
      date_end: '01.04.2026',
    });
    // In the order of the lot: whoever knows no lot takes the first of equals.
    expect(projects).toEqual([
      { project_id: '3', cost: '45', name: 'VOTES', selected: '0' },
      { project_id: '1', cost: '90', name: 'Wie gewinnen wir "die Stillen"?', selected: '1' },
      {
        project_id: '2',
        cost: '60',
        name: '=HYPERLINK("http://x"); Ehrenamtskarte',
        selected: '1',
      },
    ]);
    expect(votes.map(({ voter_id }) => voter_id)).toEqual(['1', '2', '3']);
    expect(votes.map(({ vote }) => vote).sort()).toEqual(['', '1,2', '2']);
  });

  it('gives every option the cost 1 where places are to be filled', () => {
    const file = toPabulib({ ...ballot, settings: places }, casts, secureRandomBytes)!;
    const { meta, projects } = readPabulib(file);
    expect(meta.budget).toBe('2');
    expect(projects.map(({ cost }) => cost)).toEqual(['1', '1', '1']);
  });

  it('writes whole ballots twice as soon as one is split', () => {
    const split: CastChoice = { kind: 'split', halves: [approve(a), approve(c)] };
    const file = toPabulib(ballot, asCasts([split, approve(b)]), secureRandomBytes)!;
    const { meta, votes } = readPabulib(file);
    expect(meta.num_votes).toBe('4');
    expect(votes.map(({ vote }) => vote).sort()).toEqual(['1', '2', '2', '3']);
  });

  it('says where a recount can come to another result', () => {
    const both: MethodSettings = { method: 'approval', places: 2, budgetMinutes: 240 };
    const shares: MethodSettings = {
      method: 'equal-shares',
      budgetMinutes: 240,
      utility: 'cost',
      points: null,
      pointsPerOption: null,
      completion: 'add1u',
      incrementMinutesPerVoter: 1,
      isIntegral: true,
      tieBreaking: 'cost-then-approvals',
    };
    const split: CastChoice = { kind: 'split', halves: [approve(a), approve(b)] };
    const commentOf = (settings: MethodSettings, choices: CastChoice[]) =>
      readPabulib(toPabulib({ ...ballot, settings }, asCasts(choices), secureRandomBytes)!).meta
        .comment;
    expect(commentOf(both, [approve(a)])).toContain('a recount can choose more');
    expect(commentOf(shares, [split])).toContain('a recount can differ');
    expect(commentOf(shares, [split])).toMatch(/--increment 0\.5 --ties/);
    expect(commentOf(shares, [approve(a)])).toMatch(/--increment 1 --integral/);
    expect(commentOf(minutesToFill, [split])).not.toMatch(/a recount can/);
    expect(recountLimit({ ...shares, isIntegral: false }, true)).toBeNull();
  });

  it('carries points, and keeps silent where it has no words', () => {
    const pointed = { ...ballot, settings: dots };
    const choice: Choice = { kind: 'points', points: { [a]: 3, [c]: 2 } };
    const { meta, votes } = readPabulib(toPabulib(pointed, asCasts([choice]), secureRandomBytes)!);
    expect(meta).toMatchObject({ vote_type: 'cumulative', max_points: '3', max_sum_points: '5' });
    expect(votes).toEqual([{ voter_id: '1', vote: '1,3', points: '3,2' }]);
    const scored = {
      ...ballot,
      settings: { method: 'score' as const, places: 1, budgetMinutes: null },
    };
    const scores: Choice = { kind: 'scores', scores: { [a]: 0, [b]: 5 } };
    const file = readPabulib(toPabulib(scored, asCasts([scores]), secureRandomBytes)!);
    expect(file.votes).toEqual([{ voter_id: '1', vote: '1,2', points: '0,5' }]);
    const ranked = {
      ...ballot,
      settings: { method: 'ranked' as const, places: 1, budgetMinutes: null },
    };
    expect(toPabulib(ranked, [], secureRandomBytes)).toBeNull();
  });

  it('lets anyone count again: the sums are those of our own count', () => {
    fc.assert(
      fc.property(someCasts(ballot.options), fc.nat(), (choices, seed) => {
        const file = toPabulib(ballot, asCasts(choices), seededRandomBytes(seed))!;
        const { votes, meta } = readPabulib(file);
        expect(meta.num_votes).toBe(String(votes.length));
        const isDoubled = choices.some(({ kind }) => kind === 'split');
        const { ranking } = countApprovals({
          ...{ options: ballot.options, settings: { places: 1, budgetMinutes: null } },
          ...{ casts: choices, eligible: 20, quorumPercent: null, lotOrder: ballot.lotOrder },
        });
        for (const { optionId: id, approvals } of ranking) {
          const number = String(ballot.options.findIndex((option) => option.id === id) + 1);
          const found = votes.filter(({ vote }) => vote!.split(',').includes(number)).length;
          expect(isDoubled ? found : 2 * found).toBe(approvals);
        }
      }),
    );
  });
});

describe('the CSV file', () => {
  it('has a line for each ballot and a column for each option, and runs no formula', () => {
    const casts = asCasts([{ kind: 'split', halves: [approve(b), abstain] }]);
    const { rows } = readCsvText(toCsv(ballot, casts, headings, secureRandomBytes));
    expect(rows[0]!.cells).toEqual([
      'Nr.',
      'Gewicht',
      'Enthaltung',
      'Wie gewinnen wir "die Stillen"?',
      '\'=HYPERLINK("http://x"); Ehrenamtskarte',
      'VOTES',
    ]);
    const values = rows.slice(1).map(({ cells }) => cells.slice(1).join());
    expect(values.sort()).toEqual(['0,5,0,0,1,0', '0,5,1,,,']);
  });

  it('names the entry of a secret ballot, so that its voter finds it', () => {
    const casts = [{ choice: approve(a), entryId: 'ab'.repeat(16) }];
    const { rows } = readCsvText(toCsv(ballot, casts, headings, secureRandomBytes));
    expect(rows[0]!.cells[2]).toBe('Kennung');
    expect(rows[1]!.cells[2]).toBe('ab'.repeat(16));
  });

  it.each([
    [
      { method: 'ranked', places: 1, budgetMinutes: null },
      { kind: 'ranking', ranks: [[c], [a]] },
      ['2', '', '1'],
    ],
    [
      { method: 'score', places: 1, budgetMinutes: null },
      { kind: 'scores', scores: { [b]: 4 } },
      ['', '4', ''],
    ],
    [dots, { kind: 'points', points: { [b]: 4 } }, ['0', '4', '0']],
    [
      { method: 'resistance', statusQuoOptionId: c, places: 1, budgetMinutes: null },
      { kind: 'resistance', resistance: { [a]: 10, [b]: 0, [c]: 5 } },
      ['10', '0', '5'],
    ],
  ] as [MethodSettings, Choice, string[]][])('carries %o', (settings, choice, values) => {
    const file = toCsv({ ...ballot, settings }, asCasts([choice]), headings, secureRandomBytes);
    expect(readCsvText(file).rows[1]!.cells.slice(3)).toEqual(values);
  });
});

describe('the JSON file', () => {
  it('is complete enough to count the ballots again', () => {
    fc.assert(
      fc.property(someCasts(ballot.options), fc.nat(), (choices, seed) => {
        const content = JSON.parse(toJson(ballot, asCasts(choices), seededRandomBytes(seed)));
        const rules = { settings: content.settings, optionIds: [a, b, c], isSecret: false };
        const sum = content.ballots.reduce(
          (total: number, { weight, choice }: { weight: string; choice: Choice }) => {
            acceptChoice(choice, { ...rules, electorate: 'teams' });
            return total + (weight === '1' ? 2 : 1);
          },
          0,
        );
        expect(sum).toBe(2 * choices.length);
      }),
    );
  });
});

it('no file tells in which order ballots were cast: the first stands on each line equally often', () => {
  const choices = [approve(a), approve(b), approve(c), approve(a, b)];
  const first = JSON.stringify(approve(a));
  const lineOfFirst = {
    json: (seed: number) => {
      const { ballots } = JSON.parse(toJson(ballot, asCasts(choices), seededRandomBytes(seed)));
      return ballots.findIndex(
        ({ choice }: { choice: Choice }) => JSON.stringify(choice) === first,
      );
    },
    csv: (seed: number) => {
      const file = toCsv(ballot, asCasts(choices), headings, seededRandomBytes(seed));
      const values = readCsvText(file)
        .rows.slice(1)
        .map(({ cells }) => cells.slice(3).join());
      return values.indexOf('1,0,0');
    },
    pabulib: (seed: number) => {
      const { votes } = readPabulib(toPabulib(ballot, asCasts(choices), seededRandomBytes(seed))!);
      return votes.findIndex(({ vote }) => vote === '1');
    },
  };
  for (const lineIn of Object.values(lineOfFirst)) {
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < 800; seed += 1) counts[lineIn(seed)]! += 1;
    for (const count of counts) expect(Math.abs(count - 200)).toBeLessThan(60);
  }
});
