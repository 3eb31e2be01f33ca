import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secureRandomBytes, shuffled } from '$lib/platform/random';
import { CROWD, openWatchedCrowd, type WatchedCrowd } from '../factories/crowd';
import { aFeedback } from '../factories/feedback';
import { gatherEvidence, succeeded, tryEverything, type Sought } from '../factories/linking';
import type { World, WorldPerson } from '../factories/world';

// The attack on ballots (secrecy.test.ts), on what people say about a workshop.

let watched: WatchedCrowd;
let world: World;
let superuser: WatchedCrowd['superuser'];
let crowd: WorldPerson[];
let log: string[];
beforeAll(async () => {
  watched = await openWatchedCrowd();
  ({ world, superuser, crowd, log } = watched);
});
afterAll(() => watched?.close());

/** Words that nobody else says. */
const ownWords = () => `Es war ${crypto.randomUUID()}`;

/** The whole crowd answers over HTTP, one after the other; each is known by her or his words. */
async function anAnsweredFeedback() {
  const ref = await aFeedback(world);
  const said: { accountId: string; best: string; better: string }[] = [];
  for (const person of shuffled(crowd, secureRandomBytes)) {
    const words = { best: ownWords(), better: ownWords() };
    await watched.send(person, 'feedback.give', { ...ref, answers: { helpful: 4, ...words } });
    said.push({ accountId: person.accountId, ...words });
  }
  const truth = new Map(said.map(({ accountId, best }) => [accountId, best]));
  const sought: Sought = {
    voters: new Map(crowd.map(({ accountId }) => [accountId, [accountId]])),
    votes: [...truth.values()],
    ballotId: ref.workshopId,
  };
  return { ref, said, truth, sought };
}

describe('somebody with the rights of a superuser, and the logs', () => {
  it('does not find who said what, before it is closed and after', async () => {
    log.length = 0;
    const { ref, truth, sought } = await anAnsweredFeedback();
    const look = async () => {
      const evidence = await gatherEvidence(superuser, sought, log);
      // The attack sees everyone and every answer: it does not fail for want of something to compare.
      expect([evidence.voters.size, evidence.votes.size]).toEqual([CROWD, CROWD]);
      const attempts = tryEverything(evidence);
      expect(attempts.length).toBeGreaterThan(20);
      return succeeded(attempts, truth);
    };
    expect(log.filter((line) => line.includes('answered'))).toHaveLength(CROWD);
    expect(await look()).toEqual([]);
    await (await world.as('moderator')).feedback.close(ref);
    expect(await look()).toEqual([]);
    const named = [...sought.votes, ...sought.voters.keys()];
    expect(log.filter((line) => named.some((name) => line.includes(name)))).toEqual([]);
  });

  it('finds them as soon as answers stand as they came, or have ids that tell their time', async () => {
    const { rows } = await superuser.query<{ sound: string }>(
      `SELECT pg_get_functiondef('app.feedback_give'::regproc) AS sound`,
    );
    const { sound } = rows[0]!;
    const broken = [
      sound.replace(/ORDER BY entry->>'id' COLLATE "C"/, ''),
      sound.replace('gen_random_uuid()', 'uuidv7()'),
    ];
    try {
      for (const unsound of broken) {
        expect(unsound).not.toBe(sound);
        await superuser.query(unsound);
        const { truth, sought } = await anAnsweredFeedback();
        const found = succeeded(tryEverything(await gatherEvidence(superuser, sought, [])), truth);
        expect(found).toContainEqual(expect.stringContaining('feedback_box*.entries[place]'));
      }
    } finally {
      await superuser.query(sound);
    }
  });
});

describe('whoever reads the result', () => {
  it('does not see which texts are by the same person, nor in which order they came', async () => {
    const { ref, said } = await anAnsweredFeedback();
    await (await world.as('moderator')).feedback.close(ref);
    const { series } = await (await world.as('member')).feedback.page(ref);
    const { results } = series.find(({ workshopId }) => workshopId === ref.workshopId)!;
    const orderOf = (question: 'best' | 'better') =>
      results[question]!.map((words) => said.findIndex((one) => one[question] === words));
    const [best, better] = [orderOf('best'), orderOf('better')];
    expect(best.toSorted((one, other) => one - other)).toEqual(said.map((_, index) => index));
    const inPlace = (some: number[], others: number[]) =>
      some.filter((index, place) => others[place] === index).length;
    const asGiven = said.map((_, index) => index);
    for (const [some, others] of [
      [best, better],
      [best, better.toReversed()],
      [best, asGiven],
      [better, asGiven],
    ] as const)
      expect(inPlace(some, others)).toBeLessThan(CROWD / 2);
    expect(JSON.stringify(series)).not.toContain('"id"');
  });
});
