import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryDir } from '../factories/server';

// The command for people who trust only their own machine, as they type it.

const DATA = 'tests/reference/data/pabulib';
let dir: string;

beforeAll(async () => {
  dir = await temporaryDir();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

type Answer = { stdout: string; stderr: string; code: number };

async function count(...args: string[]): Promise<Answer> {
  const answer = promisify(execFile)('npm', ['run', '-s', 'count', '--', ...args]);
  return answer.then(
    ({ stdout, stderr }) => ({ stdout, stderr, code: 0 }),
    ({ stdout, stderr, code }: Answer) => ({ stdout, stderr, code }),
  );
}

const counted = async (...args: string[]) => JSON.parse((await count(...args, '--json')).stdout);

async function aFile(name: string, lines: string[]): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

const pabulib = (voteType: string, columns: string, votes: string[], projects?: string[]) => [
  ...['META', 'key;value', `vote_type;${voteType}`, 'budget;240', `num_votes;${votes.length}`],
  ...[
    'PROJECTS',
    'project_id;cost;name',
    ...(projects ?? ['A;90;Anerkennen', 'B;60;Gewinnen', 'C;60;Halten']),
  ],
  ...['VOTES', columns, ...votes],
];

describe('Pabulib', () => {
  type Case = {
    file: string;
    completion: string;
    tieBreaking?: string[];
    incrementPerVoter?: number;
    integralStart?: boolean;
    winners: string[];
    totalCost: number;
  };
  const { cases } = JSON.parse(readFileSync(`${DATA}/expected.json`, 'utf8')) as { cases: Case[] };

  it.each(cases)('finds what others found: $file, $completion', async (expected) => {
    const result = await counted(
      `${DATA}/${expected.file}`,
      ...['--completion', expected.completion],
      ...(expected.tieBreaking ? ['--ties', 'approvals,cost'] : []),
      ...(expected.incrementPerVoter ? ['--increment', String(expected.incrementPerVoter)] : []),
      ...(expected.integralStart ? ['--integral'] : []),
    );
    expect(result.winners.toSorted()).toEqual(expected.winners.toSorted());
    expect(result.totalCost).toBe(expected.totalCost);
    expect(result.rounds).toHaveLength(result.winners.length);
  });

  it('reads points, and counts them as dots as well', async () => {
    const votes = ['1;A,B;1,3', '2;C;5'];
    const path = await aFile('points.pb', pabulib('cumulative', 'voter_id;vote;points', votes));
    expect(await counted(path, '--method', 'dots')).toMatchObject({
      method: 'dots',
      winners: ['C', 'B', 'A'],
      totalCost: 210,
      rounds: [
        { option: 'C', points: 5 },
        { option: 'B', points: 3 },
        { option: 'A', points: 1 },
      ],
    });
    const shares = await counted(path, '--completion', 'none');
    expect(shares).toMatchObject({ method: 'equal-shares', winners: ['C', 'B'], share: '120' });
  });

  it('reads scores and orders', async () => {
    const scoring = pabulib('scoring', 'voter_id;vote;points', ['1;A,B;5,1', '2;B;2']);
    const scored = await counted(await aFile('scores.pb', scoring), '--method', 'score');
    expect(scored.rounds[0]).toMatchObject({ option: 'A', scores: 5, raters: 1, silent: 1 });
    const ordinal = pabulib('ordinal', 'voter_id;vote', ['1;B,A,C', '2;B,C', '3;C']);
    const ranked = await counted(await aFile('orders.pb', ordinal));
    expect(ranked).toMatchObject({ method: 'ranked', winners: ['B', 'C', 'A'], totalCost: 210 });
    expect(ranked.pairwise[1][0]).toBe(2);
  });

  it('counts costs with decimals exactly', async () => {
    const projects = ['A;80.10;Eins', 'B;159.90;Zwei', 'C;240.01;Drei'];
    const votes = ['1;A,B,C', '2;A,B,C'];
    const path = await aFile('decimals.pb', pabulib('approval', 'voter_id;vote', votes, projects));
    expect(await counted(path)).toMatchObject({
      winners: ['A', 'B'],
      totalCost: 240,
      share: '120',
    });
  });

  it('says in words who won, what each round cost, and which ties there were', async () => {
    const votes = ['1;B', '2;C', '3;B', '4;C'];
    const path = await aFile('ties.pb', pabulib('approval', 'voter_id;vote', votes));
    const { stdout, code } = await count(path);
    expect(code).toBe(0);
    expect(stdout).toContain('Winners (2, 120 of 240):');
    expect(stdout).toContain('1. B (Gewinnen): 2 × 30; tied with C');
    expect(stdout).toContain('B (Gewinnen), C (Halten): broken by lot');
  });

  it('finds the file where the person stands', async () => {
    await aFile('here.pb', pabulib('approval', 'voter_id;vote', ['1;B', '2;C']));
    const npm = ['--prefix', process.cwd(), 'run', '-s', 'count', '--', 'here.pb', '--json'];
    const { stdout } = await promisify(execFile)('npm', npm, { cwd: dir });
    expect(JSON.parse(stdout)).toMatchObject({ winners: ['B', 'C'], totalCost: 120 });
  });

  it('warns of a file that was cut off', async () => {
    const lines = pabulib('approval', 'voter_id;vote', ['1;A', '2;B']).slice(0, -1);
    const { stderr, code } = await count(await aFile('short.pb', lines));
    expect(stderr).toContain('The head says 2 votes, but the file has 1.');
    expect(code).toBe(0);
  });
});

describe('PrefLib', () => {
  const head = [
    ...['# TITLE: Wo treffen wir uns?', '# NUMBER ALTERNATIVES: 3', '# ALTERNATIVE NAME 1: Ahlen'],
    ...['# ALTERNATIVE NAME 2: Beckum', '# ALTERNATIVE NAME 3: Soest', '# NUMBER VOTERS: 5'],
  ];

  it.each([
    ['soc', ['3: 2,1,3', '2: 1,3,2']],
    ['soi', ['3: 2,1', '2: 1']],
    ['toc', ['3: 2,{1,3}', '2: 1,3,2']],
    ['toi', ['3: 2,{1,3}', '2: {1,3}']],
  ])('reads .%s', async (type, votes) => {
    const path = await aFile(`order.${type}`, [...head, ...votes]);
    expect(await counted(path)).toMatchObject({ method: 'ranked', votes: 5, winners: ['2'] });
    expect((await count(path)).stdout).toContain('2 (Beckum)');
  });

  it('reads the files of before 2022', async () => {
    const lines = ['2', '1,Ahlen', '2,Beckum', '5,5,2', '3,2,1', '2,1,2'];
    expect(await counted(await aFile('old.soc', lines))).toMatchObject({
      winners: ['2'],
      votes: 5,
    });
  });
});

describe('what cannot be counted is told with its line', () => {
  const head = ['# NUMBER ALTERNATIVES: 2', '# ALTERNATIVE NAME 1: A', '# ALTERNATIVE NAME 2: B'];
  const withVote = (vote: string) => pabulib('approval', 'voter_id;vote', [vote]);

  it.each<[string, string, string[], string]>([
    ['an unknown project', 'x.pb', withVote('1;A,Z'), 'Line 13: The vote names the project Z'],
    ['a project twice', 'x.pb', withVote('1;A,A'), 'Line 13: The vote names A twice'],
    [
      'a vote type',
      'x.pb',
      pabulib('guess', 'voter_id;vote', []),
      'Line 3: Unknown vote_type "guess"',
    ],
    [
      'points that are missing',
      'x.pb',
      pabulib('cumulative', 'voter_id;vote;points', ['1;A,B;3']),
      'Line 13: The vote names 2 projects, but has 1 points.',
    ],
    [
      'negative points',
      'x.pb',
      pabulib('cumulative', 'voter_id;vote;points', ['1;A;-3']),
      'Line 13: "-3" is no whole number',
    ],
    [
      'a cost',
      'x.pb',
      pabulib('approval', 'voter_id;vote', [], ['A;viel;Eins']),
      'Line 8: "viel" is no amount',
    ],
    [
      'a missing section',
      'x.pb',
      ['META', 'key;value', 'budget;1'],
      'The section PROJECTS is missing.',
    ],
    ['text', 'x.pb', ['Hallo'], 'Line 1: The file does not begin with META'],
    ['an unknown alternative', 'x.soi', [...head, '1: 3'], 'Line 4: The vote ranks 3'],
    ['an open bracket', 'x.toi', [...head, '1: {1,2'], 'Line 4: "{1,2" has a bracket'],
    ['equals in strict orders', 'x.soi', [...head, '1: {1,2}'], 'Line 4: The vote has equals'],
    ['an incomplete order', 'x.soc', [...head, '1: 2'], 'Line 4: The vote ranks 1 of 2'],
    ['a line that is none', 'x.soc', [...head, 'eins: 2'], 'Line 4: "eins: 2" is no vote'],
  ])('%s', async (_what, name, lines, message) => {
    const { stderr, stdout, code } = await count(await aFile(name, lines), '--json');
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });

  it.each<[string[], string]>([
    [[], 'Usage: npm run -s count'],
    [['nowhere.pb'], 'cannot be read'],
    [['README.md'], 'known files are .pb'],
    [[`${DATA}/hungary_budapest_2024.pb`, '--method', 'ranked'], 'cannot be counted by "ranked"'],
    [[`${DATA}/hungary_budapest_2024.pb`, '--completion', 'add2'], '--completion is "add2"'],
    [[`${DATA}/hungary_budapest_2024.pb`, '--increment', '0'], '--increment is "0"'],
    [[`${DATA}/hungary_budapest_2024.pb`, '--ties', 'alphabet'], '--ties is "alphabet"'],
    [[`${DATA}/hungary_budapest_2024.pb`, '--ties', 'cost,lot'], '--ties is "cost,lot"'],
    [
      [`${DATA}/hungary_budapest_2024.pb`, '--increment', '0.5', '--integral'],
      '--integral begins with whole amounts',
    ],
    [[`${DATA}/hungary_budapest_2024.pb`, '--colour', 'red'], "Unknown option '--colour'"],
  ])('%j', async (args, message) => {
    const { stderr, code } = await count(...args);
    expect(stderr).toContain(message);
    expect(code).toBe(1);
  });
});
