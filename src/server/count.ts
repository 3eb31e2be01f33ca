import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { countElection, readElection } from '$lib/ballot/file/count-file';
import {
  decimalsIn,
  ElectionFileError,
  withDecimals,
  type ElectionFile,
} from '$lib/ballot/file/election';
import { METHODS_FOR, type FileMethod, type Wishes } from '$lib/ballot/file/method-for';
import { fileProblemText, fileRemarkText } from '$lib/ballot/file/problem-words';
import { jsonReport, textReport } from '$lib/ballot/file/report';
import { StartupError } from '$lib/platform/startup-error';

// npm run -s count -- FILE: counts an election of Pabulib or PrefLib with the same code as the pages.

const USAGE = `Usage: npm run -s count -- FILE [options]
  FILE                 .pb (Pabulib), or .soc, .soi, .toc, .toi (PrefLib)
  --method NAME        equal-shares, approval, dots, score, ranked; by default what suits the votes
  --utility NAME       cost, count or points (equal-shares)
  --completion NAME    none, add1, add1u (the default) or utilitarian (equal-shares)
  --increment N        what each voter gets more in each step of add1, 1 by default
  --integral           begins with whole shares, rounded down
  --ties ORDER         cost,approvals (the default) or approvals,cost; then the order of the file
  --json               one JSON object: winners, totalCost, rounds, ties`;

const UTILITIES = ['cost', 'count', 'points'] as const;
const COMPLETIONS = ['none', 'add1', 'add1u', 'utilitarian'] as const;

const wrong = (problem: string, cause?: unknown) =>
  new StartupError('settings_invalid', problem, { cause });

async function run(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { values, path } = readArguments();
  const increment = values.increment ?? '1';
  const read = await electionIn(path);
  const file = withDecimals(read, decimalsIn(increment));
  if (values.integral && file !== read)
    throw wrong('--integral begins with whole amounts: --increment should be as the costs are.');
  for (const remark of file.remarks) process.stderr.write(`${fileRemarkText(remark, 'en')}\n`);
  const method = methodFor(file, values.method);
  const result = countElection(file, method, wishesOf(values, file));
  const report = values.json
    ? JSON.stringify(jsonReport(file, result), null, 2)
    : textReport(file, result);
  process.stdout.write(`${report}\n`);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        method: { type: 'string' },
        utility: { type: 'string' },
        completion: { type: 'string' },
        increment: { type: 'string' },
        integral: { type: 'boolean' },
        ties: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    if (positionals.length !== 1) throw new Error(USAGE);
    // npm changes into the directory of package.json; the person meant a file where she stands.
    return { values, path: resolve(process.env.INIT_CWD ?? '.', positionals[0]!) };
  } catch (cause) {
    const problem = cause instanceof Error && cause.message !== USAGE ? `${cause.message}\n` : '';
    throw wrong(`${problem}${USAGE}`, cause);
  }
}

async function electionIn(path: string): Promise<ElectionFile> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw wrong(`${path} cannot be read: ${cause.message}`, cause);
  });
  try {
    return readElection(path, text);
  } catch (error) {
    if (!(error instanceof ElectionFileError)) throw error;
    throw wrong(`${path}: ${fileProblemText(error, 'en')}`, error);
  }
}

function methodFor({ kind }: ElectionFile, asked: string | undefined): FileMethod {
  const possible = METHODS_FOR[kind];
  if (asked === undefined) return possible[0]!;
  const method = possible.find((each) => each === asked);
  if (method) return method;
  throw wrong(`These votes cannot be counted by "${asked}", but by ${possible.join(', ')}.`);
}

function wishesOf(
  values: {
    utility?: string;
    completion?: string;
    increment?: string;
    integral?: boolean;
    ties?: string;
  },
  { decimals }: ElectionFile,
): Wishes {
  return {
    ...(values.utility !== undefined && { utility: oneOf('utility', values.utility, UTILITIES) }),
    ...(values.completion !== undefined && {
      completion: oneOf('completion', values.completion, COMPLETIONS),
    }),
    incrementMinutesPerVoter: incrementOf(values.increment ?? '1', decimals),
    isIntegral: values.integral ?? false,
    tieBreaking: tieBreakingOf(values.ties ?? 'cost,approvals'),
  };
}

function oneOf<Name extends string>(option: string, value: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === value);
  if (found) return found;
  throw wrong(`--${option} is "${value}", but should be one of ${names.join(', ')}.`);
}

/** In the units in which the costs of the file are counted. */
function incrementOf(text: string, decimals: number): number {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const units = Number(`${whole}${fraction.padEnd(decimals, '0')}`);
  if (
    whole !== undefined &&
    fraction.length <= decimals &&
    units > 0 &&
    Number.isSafeInteger(units)
  )
    return units;
  throw wrong(`--increment is "${text}", but should be a number above 0, like 1 or 0.5.`);
}

const TIE_BREAKERS = {
  'cost,approvals': 'cost-then-approvals',
  'approvals,cost': 'approvals-then-cost',
} as const;

/** What is looked at first, and what second; the order of the file comes last. */
function tieBreakingOf(text: string) {
  const order = text.replace(/\s/g, '');
  const found = Object.entries(TIE_BREAKERS).find(([name]) => name === order);
  if (found) return found[1];
  throw wrong(`--ties is "${text}", but should be cost,approvals or approvals,cost.`);
}

try {
  await run();
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
