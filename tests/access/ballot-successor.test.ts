import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { abstain, anEntryId, anOpenBallot, approve } from '../factories/voting';
import { newAccount } from '../factories/keys';
import { openWorld, type World, type WorldPerson } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

async function aTeamOfTwo() {
  const teamId = await world.addTeam(world.cohortA, `Ort ${newId()}`);
  const place = { cohortId: world.cohortA, role: 'member' as const, teamId };
  return {
    leaving: await world.addPerson('Lea', place),
    staying: await world.addPerson('Sven', place),
  };
}

/** Somebody else takes the place of a person: replaced, invited, joined, charter accepted. */
async function replace(person: WorldPerson): Promise<WorldPerson> {
  const email = `nina-${newId()}@example.org`;
  await (
    await world.as('organiser')
  ).membership.replace({
    cohortId: world.cohortA,
    membershipId: person.membershipId,
    id: newId(),
    email,
    name: 'Nina',
    reason: 'Elternzeit',
  });
  await world.signInAgain('organiser');
  const mail = await world.owner.mail.findFirstOrThrow({
    where: { recipient: email },
    include: { content: true },
  });
  const token = /\/join\/([\w-]+)/.exec(mail.content!.text)![1]!;
  const account = await newAccount();
  const accountId = account.id;
  await (
    await world.as('anonymous')
  ).invitation.accept({ way: { token }, name: 'Nina', locale: 'de', ...account });
  const { id: charterId } = await world.owner.charter.findFirstOrThrow({
    where: { cohortId: world.cohortA },
  });
  await world.owner.charterAcceptance.create({
    data: { cohortId: world.cohortA, charterId, accountId, at: world.clock.now() },
  });
  const { id: membershipId } = await world.owner.membership.findFirstOrThrow({
    where: { accountId },
  });
  const { id: sessionId } = await world.services.sessions.start(accountId, 'Test');
  return { accountId, membershipId, email, name: 'Nina', sessionId };
}

describe('a person is replaced while a ballot by persons is open', () => {
  it.each([false, true])(
    'without having voted: the successor votes in her place (secret: %s)',
    async (isSecret) => {
      const { leaving } = await aTeamOfTwo();
      const ballot = await anOpenBallot(world, { electorate: 'persons', isSecret });
      const { ref } = ballot;
      const eligible = await world.owner.voter.count({ where: { ballotId: ref.ballotId } });
      const nina = await world.as(await replace(leaving));
      const view = await nina.ballot.get(ref);
      expect(view.own).toMatchObject({ hasVoted: false });
      expect(view.predecessorName).toBeNull();
      if (isSecret) await nina.ballot.castSecret({ ...ref, choice: abstain, entryId: anEntryId() });
      else await nina.ballot.cast({ ...ref, choice: approve(ballot.optionIds[0]!), version: 0 });
      expect((await nina.ballot.get(ref)).turnout).toEqual({ eligible, voted: 1 });
    },
  );

  it.each([false, true])(
    'after having voted: the vote stands, and the successor is told so (secret: %s)',
    async (isSecret) => {
      const { leaving } = await aTeamOfTwo();
      const { ref, optionIds } = await anOpenBallot(world, { electorate: 'persons', isSecret });
      const choice = approve(optionIds[1]!);
      const lea = (await world.as(leaving)).ballot;
      const entryId = anEntryId();
      if (isSecret) await lea.castSecret({ ...ref, choice, entryId });
      else await lea.cast({ ...ref, choice, version: 0 });
      const successor = await replace(leaving);
      const nina = await world.as(successor);
      expect(await nina.ballot.get(ref)).toMatchObject({ own: null, predecessorName: 'Lea' });
      // Only her own predecessor's, and nobody else's.
      const other = await world.as('otherTeam');
      expect((await other.ballot.get(ref)).predecessorName).toBeNull();
      const vote = { ...ref, choice: abstain };
      const changing = isSecret
        ? nina.ballot.castSecret({ ...vote, entryId })
        : nina.ballot.cast({ ...vote, version: 1 });
      await expect(changing).rejects.toMatchObject({ appCode: 'ballot_not_a_voter' });

      // Who follows the follower is told the same.
      const next = await world.as(await replace(successor));
      expect((await next.ballot.get(ref)).predecessorName).toBe('Lea');
      await (await world.as('moderator')).ballot.close(ref);
      const { outcome } = await next.ballot.get(ref);
      expect(outcome?.votes.map((one) => one.choice)).toEqual([choice]);
    },
  );

  it('and comes after it has closed: the vote was not hers any more', async () => {
    const { leaving } = await aTeamOfTwo();
    const { ref } = await anOpenBallot(world, { electorate: 'persons' });
    await (await world.as('moderator')).ballot.close(ref);
    const nina = await world.as(await replace(leaving));
    expect(await nina.ballot.get(ref)).toMatchObject({ own: null, predecessorName: null });
  });
});

describe('a person is replaced while a tandem ballot is open', () => {
  it('the successor is the partner from then on, the former one nothing', async () => {
    const { leaving, staying } = await aTeamOfTwo();
    const { ref, optionIds } = await anOpenBallot(world);
    const choice = approve(optionIds[0]!);
    await (await world.as(leaving)).ballot.cast({ ...ref, choice, version: 0 });
    const nina = await world.as(await replace(leaving));
    expect((await nina.ballot.get(ref)).own).toMatchObject({
      vote: { choice, version: 1, castByName: 'Lea', isByReader: false },
    });
    await nina.ballot.cast({ ...ref, choice: abstain, version: 1 });
    const sven = await world.as(staying);
    expect((await sven.ballot.get(ref)).own?.vote).toMatchObject({
      choice: abstain,
      castByName: 'Nina',
    });
    expect(await world.services.sessions.find(leaving.sessionId)).toBeNull();
  });

  it('a secret vote of the former caster stands; whoever of the team has the receipt changes it', async () => {
    const { leaving, staying } = await aTeamOfTwo();
    const { ref, optionIds } = await anOpenBallot(world, { isSecret: true });
    const entryId = anEntryId();
    const choice = approve(optionIds[0]!);
    await (await world.as(leaving)).ballot.castSecret({ ...ref, choice, entryId });
    const nina = (await world.as(await replace(leaving))).ballot;
    expect((await nina.get(ref)).own).toMatchObject({ hasVoted: true, vote: null });
    const second = nina.castSecret({ ...ref, choice: abstain, entryId: anEntryId() });
    await expect(second).rejects.toMatchObject({ appCode: 'receipt_unknown' });
    // The former caster handed the receipt over: to the successor, or to the partner.
    const sven = (await world.as(staying)).ballot;
    expect(await sven.entry({ ...ref, entryId })).toEqual(choice);
    await nina.castSecret({ ...ref, choice: abstain, entryId });
    expect(await sven.entry({ ...ref, entryId })).toEqual(abstain);

    // Even signed in again, the former one is outside: the receipt opens nothing any more.
    const { id: sessionId } = await world.services.sessions.start(leaving.accountId, 'Test');
    const lea = (await world.as({ ...leaving, sessionId })).ballot;
    await expect(lea.castSecret({ ...ref, choice, entryId })).rejects.toMatchObject({
      appCode: 'not_found',
    });
    await expect(lea.entry({ ...ref, entryId })).rejects.toMatchObject({ appCode: 'not_found' });
  });

  it('the secret vote that the former one had not cast is cast by whoever is there', async () => {
    const { leaving } = await aTeamOfTwo();
    const { ref } = await anOpenBallot(world, { isSecret: true });
    const nina = (await world.as(await replace(leaving))).ballot;
    await nina.castSecret({ ...ref, choice: abstain, entryId: anEntryId() });
    expect((await nina.get(ref)).own).toMatchObject({ hasVoted: true });
  });
});
