import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abstain, anOpenBallot, approve, aVoteToEnter } from '../factories/voting';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

type Ref = { cohortId: string; ballotId: string };

async function anEnteredVote() {
  const { ref, optionIds } = await anOpenBallot(world);
  const input = await aVoteToEnter(world, ref, approve(optionIds[0]!));
  await (await world.as('moderator')).ballot.enterVote(input);
  const said = (answer: 'confirmed' | 'contested', note = '') => ({
    ...ref,
    enteredVoteId: input.enteredVoteId,
    answer,
    note,
  });
  return { ref, optionIds, input, said };
}

const ballotAs = async (who: ActorKind) => (await world.as(who)).ballot;
const outcomeOf = async (ref: Ref) => {
  await (await ballotAs('moderator')).close(ref);
  return (await (await ballotAs('otherTeam')).get(ref)).outcome!;
};
const happened = async ({ ballotId }: Ref) =>
  (
    await world.owner.activity.findMany({
      where: { subjectId: ballotId, kind: { startsWith: 'vote_' } },
      orderBy: { id: 'asc' },
    })
  ).map(({ kind, actorId }) => [kind, actorId]);

describe('a ballot that came on paper', () => {
  it('counts, waits for its team, and is on record with both names once it is confirmed', async () => {
    const { ref, optionIds, input, said } = await anEnteredVote();
    await (await ballotAs('moderator')).enterVote(input);
    const { own, turnout } = await (await ballotAs('member')).get(ref);
    expect(own?.vote).toMatchObject({
      choice: approve(optionIds[0]!),
      waiting: { enteredVoteId: input.enteredVoteId, way: 'paper' },
    });
    expect(turnout).toEqual({ eligible: 2, voted: 1 });
    await (await ballotAs('partnerMember')).answerEnteredVote(said('confirmed'));
    await (await ballotAs('partnerMember')).answerEnteredVote(said('confirmed'));
    expect((await (await ballotAs('member')).get(ref)).own?.vote?.waiting).toBeNull();
    const { entered, result } = await outcomeOf(ref);
    expect(result?.chosen).toEqual([optionIds[0]]);
    expect(entered).toMatchObject([
      {
        voter: 'Ahlen',
        answer: 'confirmed',
        answeredByName: 'Ben',
        enteredByName: world.people.moderator.name,
        isInForce: true,
      },
    ]);
    expect(await happened(ref)).toEqual([
      ['vote_entered', world.people.moderator.accountId],
      ['vote_confirmed', world.people.partnerMember.accountId],
    ]);
  });

  it('counts unconfirmed where nobody answers, and is marked so', async () => {
    const { ref, optionIds } = await anEnteredVote();
    const { entered, result } = await outcomeOf(ref);
    expect(result?.chosen).toEqual([optionIds[0]]);
    expect(entered).toMatchObject([{ answer: null, isInForce: true }]);
  });

  it('counts no more once its team contests it; then the team votes itself', async () => {
    const { ref, optionIds, said } = await anEnteredVote();
    const member = await ballotAs('member');
    await expect(member.answerEnteredVote(said('contested'))).rejects.toMatchObject({
      appCode: 'invalid_input',
    });
    await member.answerEnteredVote(said('contested', 'Das haben wir nie gesagt.'));
    expect(await member.get(ref)).toMatchObject({
      own: { hasVoted: false, vote: null },
      turnout: { voted: 0 },
    });
    await expect(
      (await ballotAs('partnerMember')).answerEnteredVote(said('confirmed')),
    ).rejects.toMatchObject({ appCode: 'entered_vote_is_answered' });
    await member.cast({ ...ref, choice: approve(optionIds[1]!), version: 0 });
    const { entered, result } = await outcomeOf(ref);
    expect(result?.chosen).toEqual([optionIds[1]]);
    expect(entered).toMatchObject([
      { answer: 'contested', note: 'Das haben wir nie gesagt.', isInForce: false },
    ]);
  });

  it('gives way to what the team casts itself, and never comes over it', async () => {
    const { ref, optionIds, input } = await anEnteredVote();
    const member = await ballotAs('member');
    await expect(member.cast({ ...ref, choice: abstain, version: 0 })).rejects.toMatchObject({
      appCode: 'conflict',
    });
    // The same again is a vote of its own: from now on nothing waits.
    await member.cast({ ...ref, choice: approve(optionIds[0]!), version: 1 });
    const again = { ...input, enteredVoteId: crypto.randomUUID(), choice: abstain };
    const moderator = await ballotAs('moderator');
    await expect(moderator.enterVote(again)).rejects.toMatchObject({ appCode: 'vote_is_cast' });
    expect((await moderator.enteringForm(ref)).voters.map(({ name }) => name)).toEqual(['Menden']);
    const { entered, result } = await outcomeOf(ref);
    expect(result?.chosen).toEqual([optionIds[0]]);
    expect(entered).toMatchObject([{ answer: 'replaced', isInForce: false }]);
  });

  it('is corrected by moderators until it is confirmed, each version on record', async () => {
    const { ref, input } = await anEnteredVote();
    const moderator = await ballotAs('moderator');
    const second = { ...input, enteredVoteId: crypto.randomUUID(), choice: abstain };
    await moderator.enterVote(second);
    const member = await ballotAs('member');
    await member.answerEnteredVote({
      ...ref,
      enteredVoteId: second.enteredVoteId,
      answer: 'confirmed',
      note: '',
    });
    expect((await member.get(ref)).own!.vote).toMatchObject({
      waiting: null,
      confirmed: { byName: world.people.member.name },
    });
    const third = { ...input, enteredVoteId: crypto.randomUUID() };
    await expect(moderator.enterVote(third)).rejects.toMatchObject({ appCode: 'vote_is_cast' });
    const { entered, result } = await outcomeOf(ref);
    expect(entered.map(({ answer, isInForce }) => [answer, isInForce])).toEqual([
      ['replaced', false],
      ['confirmed', true],
    ]);
    expect(result?.turnout).toMatchObject({ takenPart: 1, answered: 0 });
  });

  it('is taken back where it was entered for the wrong team, which is told and votes itself', async () => {
    const { ref, optionIds, input, said } = await anEnteredVote();
    const moderator = await ballotAs('moderator');
    const taken = { ...ref, enteredVoteId: input.enteredVoteId };
    await moderator.withdrawEnteredVote(taken);
    await moderator.withdrawEnteredVote(taken);
    const member = await ballotAs('member');
    expect(await member.get(ref)).toMatchObject({
      own: { hasVoted: false, vote: null, entryEnded: { answer: 'withdrawn' } },
      turnout: { voted: 0 },
    });
    await expect(member.answerEnteredVote(said('confirmed'))).rejects.toMatchObject({
      appCode: 'entered_vote_is_answered',
    });
    await member.cast({ ...ref, choice: approve(optionIds[1]!), version: 0 });
    expect((await happened(ref)).map(([kind]) => kind)).toEqual([
      'vote_entered',
      'vote_withdrawn',
      'vote_changed',
    ]);
    const { entered, result } = await outcomeOf(ref);
    expect(result?.chosen).toEqual([optionIds[1]]);
    expect(entered).toMatchObject([{ answer: 'withdrawn', choice: null, isInForce: false }]);
  });

  it('is not taken back once its team has confirmed it', async () => {
    const { ref, input, said } = await anEnteredVote();
    await (await ballotAs('member')).answerEnteredVote(said('confirmed'));
    await expect(
      (await ballotAs('moderator')).withdrawEnteredVote({
        ...ref,
        enteredVoteId: input.enteredVoteId,
      }),
    ).rejects.toMatchObject({ appCode: 'entered_vote_is_answered' });
    expect((await outcomeOf(ref)).entered).toMatchObject([{ isInForce: true }]);
  });

  it('cannot be entered late, for somebody elsewhere, or with what is not on the ballot', async () => {
    const { ref, optionIds, input } = await anEnteredVote();
    const moderator = await ballotAs('moderator');
    const other = await anOpenBallot(world);
    const foreign = await aVoteToEnter(world, other.ref, approve(optionIds[0]!));
    await expect(moderator.enterVote({ ...foreign, ...ref })).rejects.toMatchObject({
      appCode: 'not_found',
    });
    await expect(moderator.enterVote(foreign)).rejects.toMatchObject({ appCode: 'choice_invalid' });
    await moderator.close(ref);
    const late = { ...input, enteredVoteId: crypto.randomUUID() };
    await expect(moderator.enterVote(late)).rejects.toMatchObject({ appCode: 'ballot_closed' });
    const answer = { ...ref, enteredVoteId: input.enteredVoteId, note: '' };
    await expect(
      (await ballotAs('member')).answerEnteredVote({ ...answer, answer: 'confirmed' }),
    ).rejects.toMatchObject({ appCode: 'ballot_closed' });
  });

  it('stays between its team and the moderators until closing', async () => {
    const { ref, input } = await anEnteredVote();
    const readable = (who: ActorKind) =>
      world.scopeAs(who, ({ db }) => db.enteredVote.count({ where: { ballotId: ref.ballotId } }));
    expect([await readable('member'), await readable('moderator')]).toEqual([1, 1]);
    expect([await readable('otherTeam'), await readable('organiser')]).toEqual([0, 0]);
    // What a team confirmed, moderators cannot change, whatever the program does.
    await (
      await ballotAs('member')
    ).answerEnteredVote({
      ...ref,
      enteredVoteId: input.enteredVoteId,
      answer: 'confirmed',
      note: '',
    });
    const changed = await world.scopeAs('moderator', ({ db }) =>
      db.vote.updateMany({ where: { voterId: input.voterId }, data: { choice: abstain } }),
    );
    expect(changed.count).toBe(0);
  });
});
