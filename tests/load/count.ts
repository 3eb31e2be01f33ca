import { readFileSync } from 'node:fs';
import type { CastChoice } from '$lib/ballot/choice';
import { countBallot } from '$lib/ballot/count/ballot';
import { countElection } from '$lib/ballot/file/count-file';
import { settingsFor } from '$lib/ballot/file/method-for';
import { readPabulib } from '$lib/ballot/file/read-pabulib';
import { shuffled } from '$lib/platform/random';
import { seededRandomBytes } from '../factories/random';

const TOPICS = 200;
const BALLOTS = 10_000;
const APPROVED = 10;
const RANKINGS = 1_000;
const RUNS = 5;
const randomBytes = seededRandomBytes(1);
const TOPIC_IDS = Array.from({ length: TOPICS }, (_, index) => String(index + 1));

/** Counting large ballots: the middle of five runs, and what the memory of the process grew to. */
export function benchCounting(): void {
  const budapest = readPabulib(
    readFileSync('tests/reference/data/pabulib/hungary_budapest_2024.pb', 'utf8'),
  );
  const countBudapest = (incrementMinutesPerVoter: number) => () =>
    countElection(budapest, 'equal-shares', {
      incrementMinutesPerVoter,
      isIntegral: true,
      tieBreaking: 'approvals-then-cost',
    });
  const budapestIs = 'Equal Shares, Budapest (175 projects, 402 ballots), exact, Add1U';
  measure(`${budapestIs} by 100,000`, countBudapest(100_000));
  measure(`${budapestIs} by 1 (1.7 million steps)`, countBudapest(1), 1);

  const options = TOPIC_IDS.map((id, index) => ({ id, minutes: 15 * (1 + (index % 12)) }));
  const approvals = Array.from({ length: BALLOTS }, (): CastChoice => ({
    kind: 'approval',
    approved: shuffled(TOPIC_IDS, randomBytes).slice(0, APPROVED),
  }));
  measure(`Equal Shares, ${TOPICS} topics × ${BALLOTS} ballots, Add1U`, () =>
    countBallot({
      options,
      settings: settingsFor({ kind: 'approval', budget: 2_400 }, 'equal-shares'),
      casts: approvals,
      ...everybodyVoted(approvals, options),
    }),
  );

  const rankings = Array.from({ length: RANKINGS }, (): CastChoice => ({
    kind: 'ranking',
    ranks: shuffled(TOPIC_IDS, randomBytes).map((id) => [id]),
  }));
  measure(`Schulze, ${TOPICS} options, ${RANKINGS} ballots`, () =>
    countBallot({
      options,
      settings: { method: 'ranked', places: 1, budgetMinutes: null },
      casts: rankings,
      ...everybodyVoted(rankings, options),
    }),
  );
}

const everybodyVoted = (casts: readonly CastChoice[], options: readonly { id: string }[]) => ({
  eligible: casts.length,
  quorumPercent: null,
  lotOrder: options.map(({ id }) => id),
});

function measure(what: string, work: () => unknown, runs = RUNS): void {
  const times = Array.from({ length: runs }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  }).sort((one, other) => one - other);
  const mebibytes = process.memoryUsage().rss / 1024 / 1024;
  console.log(
    `${what}: ${times[runs >> 1]!.toFixed(0)} ms (${times[0]!.toFixed(0)} to ${times.at(-1)!.toFixed(0)}), memory ${mebibytes.toFixed(0)} MB`,
  );
}
