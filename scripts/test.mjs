// npm test: every check and every test there is. The last line is "N passed, N failed"; a test that
// is skipped counts as failed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { prepare } from './prepare.mjs';
import { rebuild } from './rebuild.mjs';
import { environment, run, step } from './step.mjs';

const CHECKS = [
  ['Formatting', 'prettier', ['--check', '--log-level=warn', '.']],
  ['Lint', 'eslint', ['--max-warnings=0', '.']],
  ['Walls between the rooms', 'depcruise', ['src', 'tests', 'prisma']],
  ['Nothing unused', 'knip', []],
  ['Types', 'svelte-check', ['--fail-on-warnings', '--output', 'human']],
];

const reports = mkdtempSync(join(tmpdir(), 'werkraum-reports-'));
const total = { passed: 0, failed: 0 };
/** What failed and why, in a line each: told once more at the end, where one looks first. */
const failures = [];
/** What failed in the browser and then passed: a cause to be looked for. */
const unsteady = [];

await guarded('Preparation', prepare);
for (const [title, command, args] of CHECKS) {
  await counted(title, () => run(command, args));
}
await suite('Unit, access and database tests', () => vitest('unit', 'access'));
await counted('Build', build);
await counted('The same build elsewhere', rebuild);
await suite('Route, start, crash and backup tests', () => vitest('http', 'program'));
await suite('Browser tests', playwright);

rmSync(reports, { recursive: true });
for (const failure of unsteady) console.log(`Passed only when tried again: ${failure}`);
for (const failure of failures) console.log(`Failed: ${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** Without this nothing else can run. */
async function guarded(title, work) {
  try {
    await work();
  } catch (error) {
    console.error(error.message);
    console.log(`${title} failed.\n0 passed, 1 failed`);
    process.exit(1);
  }
}

/** A check that passes or fails as a whole. */
async function counted(title, work) {
  try {
    await (work === build ? work() : step(title, work));
    total.passed += 1;
  } catch (error) {
    console.error(error.message);
    failures.push(inOneLine(title, error.message));
    total.failed += 1;
  }
}

/** A test run that counts for itself. */
async function suite(title, runTests) {
  console.log(`  ${title}`);
  const { passed, failed } = await runTests().catch((error) => {
    console.error(error.message);
    failures.push(inOneLine(title, error.message));
    return { passed: 0, failed: 1 };
  });
  console.log(`  ${title}: ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
}

async function vitest(...projects) {
  const file = join(reports, `${projects[0]}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const chosen = projects.map((project) => `--project=${project}`);
  const exitCode = await shown('vitest', ['run', ...chosen, ...reporters]);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const unrun = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numTotalTests - report.numPassedTests + unrun;
  for (const { name, message, assertionResults } of report.testResults) {
    if (message) failures.push(inOneLine(name, message));
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed') failures.push(inOneLine(fullName, failureMessages[0] ?? ''));
  }
  return countWith(exitCode, report.numPassedTests, failed);
}

async function playwright() {
  await ensureChromium();
  const file = join(reports, 'playwright.json');
  const env = { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const exitCode = await shown('playwright', ['test', '--retries=1', '--reporter=line,json'], env);
  const { stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8'));
  for (const { ok, file, title, tests } of suites.flatMap(specsOf)) {
    const { error } = tests[0]?.results.find(({ status }) => status !== 'passed') ?? {};
    if (!error) continue;
    const at = error.location ? `:${error.location.line}` : '';
    (ok ? unsteady : failures).push(inOneLine(`${file}${at} ${title}`, error.message ?? ''));
  }
  const failed = stats.unexpected + stats.skipped + errors.length;
  return countWith(exitCode, stats.expected + stats.flaky, failed);
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** A title and the beginning of a message, without line breaks and colours. */
function inOneLine(title, message) {
  // eslint-disable-next-line no-control-regex -- colours begin with a control character
  const plain = message.replace(/\u001b\[[0-9;]*m/g, '').replace(/\s+/g, ' ');
  return `${title}: ${plain.slice(0, 400)}`;
}

/** An error outside of any test fails the run too. */
function countWith(exitCode, passed, failed) {
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

/** Runs a command whose output shows while it runs; tells its exit code. */
function shown(command, args, env = environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', resolve);
  });
}
