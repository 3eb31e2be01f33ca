import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CastChoice } from '$lib/ballot/choice';
import { METHODS, type Method } from '$lib/ballot/limits';
import { secureRandomBytes, shuffled } from '$lib/platform/random';
import { CROWD, openWatchedCrowd, type WatchedCrowd } from '../factories/crowd';
import { gatherEvidence, succeeded, tryEverything, type Sought } from '../factories/linking';
import { abstain, anEntryId, anOpenBallotBy } from '../factories/voting';
import type { World, WorldPerson } from '../factories/world';

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

const anyOf = <Item>(items: readonly Item[]): Item => shuffled(items, secureRandomBytes)[0]!;

/** Over HTTP, as a browser sends it, so that the log says whatever it says. */
const cast = (person: WorldPerson, ref: object, entryId: string, choice: CastChoice) =>
  watched.send(person, 'ballot.castSecret', { ...ref, entryId, choice });

/** The whole crowd votes, one after the other; then so many change what they said, some to an abstention. */
async function aSecretBallot(method: Method, changes = 0) {
  const { ref, choices } = await anOpenBallotBy(world, method, {
    electorate: 'persons',
    isSecret: true,
  });
  const possible = [...choices, abstain];
  const entries = new Map(crowd.map((person) => [person.accountId, anEntryId()]));
  for (const person of shuffled(crowd, secureRandomBytes))
    await cast(person, ref, entries.get(person.accountId)!, anyOf(possible));
  for (const person of shuffled(crowd, secureRandomBytes).slice(0, changes))
    await cast(person, ref, entries.get(person.accountId)!, anyOf(possible));
  const voters = await world.owner.voter.findMany({ where: { ballotId: ref.ballotId } });
  expect(voters).toHaveLength(CROWD);
  const truth = new Map(voters.map(({ id, accountId }) => [id, entries.get(accountId!)!]));
  const sought: Sought = {
    voters: new Map(voters.map(({ id, accountId }) => [id, [id, accountId!]])),
    votes: [...truth.values()],
    ballotId: ref.ballotId,
  };
  return { ref, truth, sought };
}

describe('somebody with the rights of a superuser, and the logs', () => {
  it.each(METHODS)('does not find who voted what in a secret ballot by %s', async (method) => {
    log.length = 0;
    const { ref, truth, sought } = await aSecretBallot(method, CROWD / 2);
    const look = async () => {
      const evidence = await gatherEvidence(superuser, sought, log);
      // The attack sees everyone and every vote: it does not fail for want of something to compare.
      expect([evidence.voters.size, evidence.votes.size]).toEqual([CROWD, CROWD]);
      const attempts = tryEverything(evidence);
      expect(attempts.length).toBeGreaterThan(20);
      return succeeded(attempts, truth);
    };
    expect(log.filter((line) => line.includes('answered'))).toHaveLength(CROWD * 1.5);
    expect(await look()).toEqual([]);
    await (await world.as('moderator')).ballot.close(ref);
    expect(await look()).toEqual([]);
  });

  it('reads the log, which names neither voters nor votes', async () => {
    log.length = 0;
    const { sought } = await aSecretBallot('approval', CROWD / 2);
    const named = [...sought.votes, ...[...sought.voters.values()].flat()];
    expect(log.filter((line) => named.some((name) => line.includes(name)))).toEqual([]);
  });
});

/**
 * The same attack on tables that are linked on purpose, each in one way only: what it finds here is
 * what it would have found above.
 */
describe('the same attack on votes that are linked', () => {
  const ballotId = crypto.randomUUID();

  async function linked(
    write: (voter: string, vote: string, moment: number) => Promise<unknown>,
    voteIdOf: (moment: number) => string = () => anEntryId(),
    lines: string[] = [],
  ) {
    await superuser.query(`
      DROP TABLE IF EXISTS linked_voter, linked_vote;
      CREATE TABLE linked_voter (voter uuid, ballot uuid, moment text, note text);
      CREATE TABLE linked_vote (vote text, ballot uuid, moment text, note text)`);
    const truth = new Map<string, string>();
    for (let moment = 0; moment < CROWD; moment += 1) {
      const [voter, vote] = [crypto.randomUUID(), voteIdOf(moment)];
      truth.set(voter, vote);
      await write(voter, vote, moment);
    }
    const sought: Sought = {
      voters: new Map([...truth.keys()].map((voter) => [voter, [voter]])),
      votes: [...truth.values()],
      ballotId,
    };
    const evidence = await gatherEvidence(superuser, sought, lines);
    await superuser.query('DROP TABLE linked_voter, linked_vote');
    return succeeded(tryEverything(evidence), truth);
  }

  const voterRow = (voter: string, note = '') =>
    superuser.query(`INSERT INTO linked_voter VALUES ($1, $2, '', $3)`, [voter, ballotId, note]);
  const voteRow = (vote: string, note = '') =>
    superuser.query(`INSERT INTO linked_vote VALUES ($1, $2, '', $3)`, [vote, ballotId, note]);
  const starts = (found: string[], ...paths: string[]) =>
    found.some((by) => paths.every((path) => by.includes(path)));

  it('finds them by the transaction that wrote both', async () => {
    const found = await linked(async (voter, vote) => {
      await superuser.query('BEGIN');
      await voterRow(voter);
      await voteRow(vote);
      await superuser.query('COMMIT');
    });
    expect(starts(found, 'linked_voter*.xmin = public.linked_vote*.xmin')).toBe(true);
  });

  it('finds them by the order of rows', async () => {
    const found = await linked(async (voter, vote) => {
      await voterRow(voter);
      await voteRow(vote);
    });
    expect(starts(found, 'linked_voter*.ctid', 'along public.linked_vote*.ctid')).toBe(true);
  });

  it('finds them by a column that both have, and by a time in one of them', async () => {
    const byNote = await linked(async (voter, vote) => {
      const note = crypto.randomUUID();
      await voterRow(voter, note);
      await voteRow(vote, note);
    });
    expect(starts(byNote, 'linked_voter*.note = public.linked_vote*.note')).toBe(true);
    const timeAt = (moment: number) => `2026-11-27T10:00:${String(moment).padStart(2, '0')}`;
    const byTime = await linked(async (voter, vote, moment) => {
      await voterRow(voter, timeAt(moment));
      await voteRow(vote, String(1_000 + moment));
    });
    expect(starts(byTime, 'linked_voter*.note', 'along public.linked_vote*.note')).toBe(true);
  });

  it('finds them by ids that tell their time', async () => {
    const timed = (moment: number) => String(moment).padStart(8, '0') + anEntryId().slice(8);
    const found = await linked(async (voter, vote) => {
      await voterRow(voter);
      await voteRow(vote);
    }, timed);
    expect(starts(found, 'linked_voter*.ctid', 'along public.linked_vote*.vote')).toBe(true);
  });

  it('finds them in the real box, as soon as its entries stand as they came', async () => {
    const { rows } = await superuser.query<{ sorted: string }>(
      `SELECT pg_get_functiondef('app.ballot_box_cast'::regproc) AS sorted`,
    );
    const { sorted } = rows[0]!;
    const unsorted = sorted.replace(/ORDER BY entry->>'id' COLLATE "C"/, '');
    expect(unsorted).not.toBe(sorted);
    await superuser.query(unsorted);
    try {
      const { truth, sought } = await aSecretBallot('approval');
      const found = succeeded(tryEverything(await gatherEvidence(superuser, sought, [])), truth);
      expect(starts(found, 'voter*.xmin', 'along public.ballot_box*.entries[place]')).toBe(true);
    } finally {
      await superuser.query(sorted);
    }
  });

  it('finds them by a log whose lines of one request say both, or one after the other', async () => {
    const lines: string[] = [];
    const together = await linked(
      async (voter, vote, moment) => {
        lines.push(JSON.stringify({ reqId: `r${moment}`, voter }));
        lines.push(JSON.stringify({ reqId: `r${moment}`, vote }));
      },
      undefined,
      lines,
    );
    expect(starts(together, 'log.', ' = log.')).toBe(true);
    const apart: string[] = [];
    const inOrder = await linked(
      async (voter, vote) => {
        apart.push(`voted: ${voter}`);
        await voteRow(vote);
      },
      undefined,
      apart,
    );
    expect(starts(inOrder, 'log.number', 'linked_vote*.ctid')).toBe(true);
  });
});
