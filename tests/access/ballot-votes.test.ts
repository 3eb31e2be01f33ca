import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CastChoice } from '$lib/ballot/choice';
import { METHODS } from '$lib/ballot/limits';
import { abstain, anEntryId, anOpenBallot, anOpenBallotBy, approve } from '../factories/voting';
import { openWorld, type ActorKind, type World, type WorldPerson } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const votesOf = (ballotId: string) => world.owner.vote.findMany({ where: { ballotId } });
const boxOf = async (ballotId: string) => {
  const box = await world.owner.ballotBox.findUnique({ where: { ballotId } });
  return (box?.entries ?? []) as { id: string; choice: CastChoice }[];
};

describe('the tandem ballot', () => {
  it('is one vote, says who changed it last, and tells the other one', async () => {
    const { ref, optionIds } = await anOpenBallot(world);
    const [anna, ben] = [await world.as('member'), await world.as('partnerMember')];
    const first = { ...ref, choice: approve(optionIds[0]!), version: 0 };
    await anna.ballot.cast(first);
    await anna.ballot.cast(first);
    expect((await ben.ballot.get(ref)).own).toMatchObject({
      teamName: 'Ahlen',
      hasVoted: true,
      vote: { choice: first.choice, version: 1, castByName: 'Anna', isByReader: false },
    });
    await ben.ballot.cast({ ...ref, choice: abstain, version: 1 });
    expect((await anna.ballot.get(ref)).own?.vote).toMatchObject({
      choice: abstain,
      castByName: 'Ben',
    });
    expect(await votesOf(ref.ballotId)).toHaveLength(1);
    const told = await world.owner.activity.findMany({
      where: { subjectId: ref.ballotId, kind: 'vote_changed' },
      orderBy: { id: 'asc' },
    });
    expect(told.map(({ actorId }) => actorId)).toEqual([
      world.people.member.accountId,
      world.people.partnerMember.accountId,
    ]);
    expect(told[0]!.facts).toMatchObject({ teamId: world.teams.ahlen });
    expect(JSON.stringify(told)).not.toContain(optionIds[0]);
  });

  it('overwrites nothing when both change it at once: the later one is shown both', async () => {
    const { ref, optionIds } = await anOpenBallot(world);
    const [anna, ben] = [await world.as('member'), await world.as('partnerMember')];
    const outcomes = await Promise.allSettled([
      anna.ballot.cast({ ...ref, choice: approve(optionIds[0]!), version: 0 }),
      ben.ballot.cast({ ...ref, choice: approve(optionIds[1]!), version: 0 }),
    ]);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toEqual([
      expect.objectContaining({ reason: expect.objectContaining({ appCode: 'conflict' }) }),
    ]);
    const isAnnaFirst = outcomes[0]!.status === 'fulfilled';
    const kept = approve(optionIds[isAnnaFirst ? 0 : 1]!);
    const loser = isAnnaFirst ? ben : anna;
    expect((await loser.ballot.get(ref)).own?.vote).toMatchObject({ choice: kept, version: 1 });
    const again = approve(...optionIds.slice(0, 2).sort());
    await loser.ballot.cast({ ...ref, choice: again, version: 1 });
    expect((await votesOf(ref.ballotId)).map(({ choice }) => choice)).toEqual([again]);

    // The same where both change what is there.
    const changes = await Promise.allSettled([
      anna.ballot.cast({ ...ref, choice: approve(optionIds[2]!), version: 2 }),
      ben.ballot.cast({ ...ref, choice: abstain, version: 2 }),
    ]);
    expect(changes.filter(({ status }) => status === 'rejected')).toEqual([
      expect.objectContaining({
        reason: expect.objectContaining({ appCode: 'conflict', facts: { currentVersion: 3 } }),
      }),
    ]);
  });

  it('can be split into two halves that count half each', async () => {
    const { ref, optionIds } = await anOpenBallot(world);
    const member = await world.as('member');
    const halves: [ReturnType<typeof approve>, typeof abstain] = [approve(optionIds[0]!), abstain];
    await member.ballot.cast({ ...ref, choice: { kind: 'split', halves }, version: 0 });
    await (await world.as('moderator')).ballot.close(ref);
    const { outcome } = await member.ballot.get(ref);
    expect(outcome?.result?.ranking[0]).toMatchObject({ optionId: optionIds[0], approvals: 1 });
    expect(outcome?.result?.turnout).toMatchObject({ takenPart: 1, abstained: 1 });
  });

  it('refuses what is not on the ballot', async () => {
    const { ref } = await anOpenBallot(world);
    const other = await anOpenBallot(world);
    const member = await world.as('member');
    const choice = approve(other.optionIds[0]!);
    await expect(member.ballot.cast({ ...ref, choice, version: 0 })).rejects.toMatchObject({
      appCode: 'choice_invalid',
    });
    const secret = member.ballot.castSecret({ ...ref, choice: abstain, entryId: anEntryId() });
    await expect(secret).rejects.toMatchObject({ appCode: 'ballot_is_open' });
  });
});

describe('hidden results', () => {
  it('show nobody more than the own vote before closing, moderators neither', async () => {
    const { ref, optionIds } = await anOpenBallot(world);
    await (
      await world.as('member')
    ).ballot.cast({
      ...ref,
      choice: approve(optionIds[0]!),
      version: 0,
    });
    const readable = (who: ActorKind) =>
      world.scopeAs(who, async ({ db }) => [
        await db.vote.count({ where: { ballotId: ref.ballotId } }),
        await db.ballotLot.count({ where: { ballotId: ref.ballotId } }),
      ]);
    for (const who of ['moderator', 'organiser', 'otherTeam', 'administrator'] as const)
      expect([who, await readable(who)]).toEqual([who, [0, 0]]);
    expect(await readable('partnerMember')).toEqual([1, 0]);
    const inJob = await world.asSystem(world.cohortA, ({ db }) =>
      db.vote.count({ where: { ballotId: ref.ballotId } }),
    );
    expect(inJob).toBe(0);
    const view = await (await world.as('moderator')).ballot.get(ref);
    expect(view).toMatchObject({ outcome: null, own: null, turnout: { eligible: 2, voted: 1 } });
    expect(JSON.stringify(view)).not.toContain('approved');

    await (await world.as('moderator')).ballot.close(ref);
    expect(await readable('moderator')).toEqual([1, 1]);
    expect(await readable('otherTeam')).toEqual([1, 1]);
    expect(await readable('outsider')).toEqual([0, 0]);
  });
});

describe('a secret ballot', () => {
  const secretly = async (changes: object = {}) =>
    anOpenBallot(world, { isSecret: true, electorate: 'persons', ...changes });
  const cast = async (
    who: ActorKind | WorldPerson,
    ref: { cohortId: string; ballotId: string },
    choice: CastChoice,
    entryId = anEntryId(),
  ) => {
    await (await world.as(who)).ballot.castSecret({ ...ref, choice, entryId });
    return entryId;
  };

  it('keeps in the database who has voted, and apart from it what; no time, no order', async () => {
    const { ref, optionIds } = await secretly();
    const entries = [
      await cast('member', ref, approve(optionIds[0]!)),
      await cast('partnerMember', ref, abstain),
      await cast('otherTeam', ref, approve()),
    ];
    expect(await votesOf(ref.ballotId)).toEqual([]);
    const box = await boxOf(ref.ballotId);
    expect(box.map(({ id }) => id)).toEqual([...entries].sort());
    expect(Object.keys(box[0]!)).toEqual(['id', 'choice']);

    const activities = await world.owner.activity.findMany({
      where: { subjectId: ref.ballotId, kind: { not: 'ballot_opened' } },
    });
    expect(activities).toEqual([]);
    // All entries in one row: they share one xmin, that of the last cast, and one place.
    const rows = await world.owner.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM ballot_box WHERE "ballotId" = ${ref.ballotId}::uuid`;
    expect(Number(rows[0]!.count)).toBe(1);
    const voters = await world.owner.voter.findMany({ where: { ballotId: ref.ballotId } });
    expect(new Set(voters.map(({ hasVoted }) => hasVoted))).toEqual(new Set([true]));
    expect(voters.every(({ remindedAt }) => remindedAt === null)).toBe(true);
  });

  it('touches nothing of the voter when the vote is changed', async () => {
    const { ref, optionIds } = await secretly();
    const entryId = await cast('member', ref, abstain);
    await cast('otherTeam', ref, abstain);
    const marks = () => world.owner.$queryRaw`
      SELECT id, xmin::text, ctid::text FROM voter WHERE "ballotId" = ${ref.ballotId}::uuid ORDER BY id`;
    const before = await marks();
    await cast('member', ref, approve(optionIds[1]!), entryId);
    expect(await marks()).toEqual(before);
    expect(await boxOf(ref.ballotId)).toHaveLength(2);
  });

  it('is read by nobody before closing, by everyone after', async () => {
    const { ref, optionIds } = await secretly();
    const entryId = await cast('member', ref, approve(optionIds[2]!));
    for (const who of ['member', 'moderator', 'organiser'] as const) {
      const rows = await world.scopeAs(who, ({ db }) =>
        db.ballotBox.count({ where: { ballotId: ref.ballotId } }),
      );
      expect([who, rows]).toEqual([who, 0]);
    }
    const direct = world.scopeAs('member', ({ db }) =>
      db.ballotBox.updateMany({ where: { ballotId: ref.ballotId }, data: { entries: [] } }),
    );
    await expect(direct).rejects.toThrow();
    await (await world.as('moderator')).ballot.close(ref);
    const { outcome } = await (await world.as('organiser')).ballot.get(ref);
    expect(outcome?.votes).toEqual([{ key: entryId, voter: null, choice: approve(optionIds[2]!) }]);
    expect(outcome?.result?.chosen).toEqual([optionIds[2]]);
    const csv = await (await world.as('member')).ballot.export({ ...ref, format: 'csv' });
    expect(csv.text).toContain(entryId);
  });

  it('is changed with the receipt only, and never adds a second entry', async () => {
    const { ref, optionIds } = await secretly();
    const member = await world.as('member');
    const entryId = await cast('member', ref, abstain);
    await cast('member', ref, approve(optionIds[0]!), entryId);
    await cast('member', ref, approve(optionIds[0]!), entryId);
    expect(await boxOf(ref.ballotId)).toEqual([{ id: entryId, choice: approve(optionIds[0]!) }]);
    expect(await member.ballot.entry({ ...ref, entryId })).toEqual(approve(optionIds[0]!));
    await expect(cast('member', ref, abstain)).rejects.toMatchObject({
      appCode: 'receipt_unknown',
    });
    await expect(cast('otherTeam', ref, abstain, entryId)).rejects.toMatchObject({
      appCode: 'receipt_taken',
    });
    await expect(member.ballot.entry({ ...ref, entryId: anEntryId() })).rejects.toMatchObject({
      appCode: 'receipt_unknown',
    });
    expect(await boxOf(ref.ballotId)).toHaveLength(1);
  });

  it('of teams has one caster: the other one cannot vote again', async () => {
    const { ref } = await secretly({ electorate: 'teams' });
    const outcomes = await Promise.allSettled([
      cast('member', ref, abstain),
      cast('partnerMember', ref, abstain),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await boxOf(ref.ballotId)).toHaveLength(1);
    const { own } = await (await world.as('partnerMember')).ballot.get(ref);
    expect(own).toMatchObject({ hasVoted: true, vote: null });
  });

  it('has no place for a moderator who is not a voter, nor for somebody else’s entry', async () => {
    const { ref } = await secretly();
    const voter = await world.owner.voter.findFirstOrThrow({
      where: { ballotId: ref.ballotId, accountId: world.people.member.accountId },
    });
    const foreign = await world.scopeAs(
      'moderator',
      ({ db }) =>
        db.$queryRaw<{ outcome: string }[]>`
        SELECT app.ballot_box_cast(${ref.ballotId}::uuid, ${voter.id}::uuid, ${anEntryId()},
          '{"kind":"abstention"}'::jsonb, now()) AS outcome`,
    );
    expect(foreign).toEqual([{ outcome: 'not_found' }]);
    expect(await boxOf(ref.ballotId)).toEqual([]);
  });
});

describe('fifty people vote while the ballot closes', () => {
  let crowd: WorldPerson[];
  beforeAll(async () => {
    const place = { cohortId: world.cohortA, role: 'member', teamId: world.teams.menden } as const;
    const adding = Array.from({ length: 50 }, (_, index) =>
      world.addPerson(`Person${index}`, place),
    );
    crowd = await Promise.all(adding);
  });

  it.each(METHODS.flatMap((method) => [[method, 'named'] as const, [method, 'secret'] as const]))(
    'each is counted and told so, or refused and told so (%s, %s)',
    async (method, secrecy) => {
      const isSecret = secrecy === 'secret';
      const { ref, choices } = await anOpenBallotBy(world, method, {
        electorate: 'persons',
        isSecret,
      });
      const casts = crowd.map(async (person, index) => {
        const { ballot } = await world.as(person);
        const choice = choices[index % choices.length]!;
        const entryId = anEntryId();
        await (isSecret
          ? ballot.castSecret({ ...ref, choice, entryId })
          : ballot.cast({ ...ref, choice, version: 0 }));
        return { voter: isSecret ? entryId : person.name, choice };
      });
      const close = Promise.any(casts).then(async () =>
        (await world.as('moderator')).ballot.close(ref),
      );
      const outcomes = await Promise.allSettled(casts);
      await close;
      const confirmed = outcomes.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
      for (const each of outcomes)
        if (each.status === 'rejected')
          expect(each.reason).toMatchObject({ appCode: 'ballot_closed' });

      // Exactly those who were told so are in the count, with what they said.
      const { outcome } = await (await world.as('member')).ballot.get(ref);
      const published = outcome!.votes.map(({ key, voter, choice }) => ({
        voter: voter ?? key,
        choice,
      }));
      const byVoter = (one: { voter: string }, other: { voter: string }) =>
        one.voter < other.voter ? -1 : 1;
      expect(published.toSorted(byVoter)).toEqual(confirmed.toSorted(byVoter));
      expect(outcome?.result?.turnout.takenPart).toBe(confirmed.length);
      expect(confirmed.length).toBeGreaterThan(0);
      const said = await world.owner.voter.count({
        where: { ballotId: ref.ballotId, hasVoted: true },
      });
      expect(said).toBe(confirmed.length);
    },
  );
});

describe('the tables', () => {
  it.each(METHODS)('store a vote by %s and give it back, named and secret', async (method) => {
    for (const isSecret of [false, true]) {
      const { ref, choices } = await anOpenBallotBy(world, method, { isSecret });
      const [choice] = choices as [CastChoice];
      const { ballot } = await world.as('member');
      const entryId = anEntryId();
      if (isSecret) await ballot.castSecret({ ...ref, choice, entryId });
      else await ballot.cast({ ...ref, choice, version: 0 });
      const read = isSecret
        ? await ballot.entry({ ...ref, entryId })
        : (await ballot.get(ref)).own?.vote?.choice;
      expect(read).toEqual(choice);
      await (await world.as('moderator')).ballot.close(ref);
      const { outcome } = await ballot.get(ref);
      expect(outcome?.votes.map((vote) => vote.choice)).toEqual([choice]);
    }
  });
});
