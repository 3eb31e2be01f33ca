import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castChoice } from '$lib/ballot/choice';
import { findProblems } from '$lib/ballot/choice-rules';
import { METHODS, type Method } from '$lib/ballot/limits';
import { newId, randomId } from '$lib/platform/id';
import { anEntryId, anOpenBallotBy, aTopic, approve } from '../factories/voting';
import { openWorld, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

/** Answers of every kind, possible and impossible ones, as somebody could send them past the page. */
function answers([one, two, three]: string[]) {
  const a = one!;
  const b = two!;
  const c = three!;
  const unknown = randomId();
  const numbered = (kind: 'points' | 'scores' | 'resistance') =>
    [
      {},
      { [a]: 0 },
      { [a]: 1, [b]: 2 },
      { [a]: 3, [b]: 2, [c]: 0 },
      { [a]: 3, [b]: 3, [c]: 3 },
      { [a]: -1, [b]: 0, [c]: 0 },
      { [a]: 1.5 },
      { [a]: 4 },
      { [a]: 6 },
      { [a]: 7, [b]: 10, [c]: 0 },
      { [a]: 11, [b]: 0, [c]: 0 },
      { [a]: '3' },
      { [a]: null },
      { [unknown]: 1 },
      { nonsense: 1 },
    ].map((numbers) => ({ kind, [kind]: numbers }));
  const plain: unknown[] = [
    null,
    {},
    [],
    'approval',
    { kind: 'abstention' },
    { kind: 'abstention', approved: [a] },
    { kind: 'approval' },
    { kind: 'approval', approved: null },
    { kind: 'approval', approved: [] },
    { kind: 'approval', approved: [a, b] },
    { kind: 'approval', approved: [a, a] },
    { kind: 'approval', approved: [unknown] },
    { kind: 'approval', approved: [null] },
    { kind: 'approval', approved: { [a]: 1 } },
    { kind: 'approval', approved: [a], note: 'x' },
    ...numbered('points'),
    ...numbered('scores'),
    ...numbered('resistance'),
    { kind: 'ranking', ranks: [] },
    { kind: 'ranking', ranks: [[a], [b, c]] },
    { kind: 'ranking', ranks: [[a], [], [b]] },
    { kind: 'ranking', ranks: [[a], [a]] },
    { kind: 'ranking', ranks: [[a, a]] },
    { kind: 'ranking', ranks: [[unknown]] },
    { kind: 'ranking', ranks: [a, b] },
    { kind: 'ranking', ranks: { [a]: 1 } },
  ];
  const [possible, impossible] = [
    { kind: 'abstention' },
    { kind: 'approval', approved: [unknown] },
  ];
  return [
    ...plain,
    ...plain.map((half) => ({ kind: 'split', halves: [half, possible] })),
    { kind: 'split', halves: [possible] },
    { kind: 'split', halves: [possible, impossible] },
    { kind: 'split', halves: [possible, { kind: 'split', halves: [possible, possible] }] },
    { kind: 'split' },
  ];
}

const problemInDatabase = async (ballotId: string, answer: unknown) => {
  const [row] = await world.owner.$queryRaw<{ problem: string | null }[]>`
    SELECT app.choice_problem(${ballotId}::uuid, ${JSON.stringify(answer)}::jsonb) AS problem`;
  return row!.problem;
};

describe('the database', () => {
  it.each(
    METHODS.flatMap((method): [Method, boolean][] => [
      [method, false],
      [method, true],
    ]),
  )('takes the same votes as the rules of the page (%s, secret: %s)', async (method, isSecret) => {
    const { ref, optionIds } = await anOpenBallotBy(world, method, { isSecret });
    const { settings } = await (await world.as('member')).ballot.get(ref);
    const rules = { settings, optionIds, electorate: 'teams' as const, isSecret };
    let taken = 0;
    for (const answer of answers(optionIds.toSorted())) {
      const read = castChoice.safeParse(answer);
      const isPossible = read.success && findProblems(read.data, rules).length === 0;
      const problem = await problemInDatabase(ref.ballotId, answer);
      expect([answer, problem === null]).toEqual([answer, isPossible]);
      if (isPossible) taken += 1;
    }
    expect(taken).toBeGreaterThan(isSecret ? 1 : 2);
  });

  it('refuses an impossible vote, whoever writes it', async () => {
    const { ref, optionIds } = await anOpenBallotBy(world, 'ranked');
    const member = await world.as('member');
    await member.ballot.cast({ ...ref, choice: { kind: 'abstention' }, version: 0 });
    const withGap = { kind: 'ranking', ranks: [[optionIds[0]!], [], [optionIds[1]!]] };
    const { voterId } = await world.owner.vote.findFirstOrThrow({
      where: { ballotId: ref.ballotId },
    });
    const change = { where: { voterId }, data: { choice: withGap } };
    await expect(world.owner.vote.update(change)).rejects.toThrow('choice_invalid');
    await expect(world.scopeAs('member', ({ db }) => db.vote.updateMany(change))).rejects.toThrow(
      'choice_invalid',
    );
    const enter = world.owner.enteredVote.create({
      data: { ...ref, id: newId(), voterId, way: 'phone', choice: withGap, enteredAt: new Date() },
    });
    await expect(enter).rejects.toThrow('choice_invalid');
  });

  it('puts nothing impossible into the box of a secret ballot', async () => {
    const { ref, optionIds } = await anOpenBallotBy(world, 'dots', { isSecret: true });
    const { id: voterId } = await world.owner.voter.findFirstOrThrow({
      where: { ballotId: ref.ballotId, teamId: world.teams.ahlen },
    });
    const put = (choice: object, entryId = anEntryId()) =>
      world.scopeAs(
        'member',
        ({ db }) => db.$queryRaw<{ outcome: string }[]>`
          SELECT app.ballot_box_cast(${ref.ballotId}::uuid, ${voterId}::uuid, ${entryId},
            ${JSON.stringify(choice)}::jsonb, ${world.clock.now()}::timestamptz) AS outcome`,
      );
    const tooMany = { kind: 'points', points: { [optionIds[0]!]: 3, [optionIds[1]!]: 3 } };
    expect(await put(tooMany)).toEqual([{ outcome: 'choice_invalid' }]);
    expect(await put({ kind: 'abstention' }, 'melina')).toEqual([{ outcome: 'choice_invalid' }]);
    expect(await put({ kind: 'abstention' })).toEqual([{ outcome: 'cast' }]);
  });
});

describe('a topic that two teams want to merge while it is voted on', () => {
  it('stays on the paper: the merge waits until the ballot is over', async () => {
    const [from, into] = [await aTopic(world, 'Woher?'), await aTopic(world, 'Wohin?')];
    const { merge } = await world.as('moderator');
    const mergeId = newId();
    await merge.propose({
      cohortId: world.cohortA,
      id: mergeId,
      fromId: from,
      intoId: into,
      reason: 'Dasselbe.',
    });
    const { ref, optionIds } = await anOpenBallotBy(world, 'approval', {
      options: [from, into].map((topicId) => ({ topicId, title: '', minutes: 60 })),
      settings: { method: 'approval', places: 1, budgetMinutes: null },
    });
    const member = await world.as('member');
    const agree = member.merge.consent({ cohortId: world.cohortA, id: mergeId, agrees: true });
    await expect(agree).rejects.toMatchObject({ appCode: 'topic_not_in_pool' });
    await member.ballot.cast({ ...ref, choice: approve(optionIds[0]!), version: 0 });
    await (await world.as('moderator')).ballot.close(ref);
    const { outcome } = await member.ballot.get(ref);
    expect(outcome?.result?.chosen).toEqual([optionIds[0]]);
  });
});
