import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
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
    teamId,
    leaving: await world.addPerson('Lea', place),
    staying: await world.addPerson('Sven', place),
  };
}

const replacement = (person: WorldPerson, reason = 'Elternzeit') => ({
  cohortId: world.cohortA,
  membershipId: person.membershipId,
  id: newId(),
  email: `nina-${newId()}@example.org`,
  name: 'Nina Nachfolge',
  reason,
});

describe('replacing a person', () => {
  it('ends the old access at once, keeps what is the team’s, and tells everyone why', async () => {
    const { teamId, leaving } = await aTeamOfTwo();
    const before = await world.as(leaving);
    const topicId = newId();
    await before.topic.saveDraft({
      cohortId: world.cohortA,
      topicId,
      version: 0,
      question: 'Ein Entwurf?',
    });

    const organiser = await world.as('organiser');
    const request = replacement(leaving);
    await organiser.membership.replace(request);
    // A repeated request is the same request.
    await organiser.membership.replace(request);

    expect(await world.services.sessions.find(leaving.sessionId)).toBeNull();
    const mail = await world.owner.mail.findFirstOrThrow({
      where: { recipient: request.email },
      include: { content: true },
    });
    const token = /\/join\/([\w-]+)/.exec(mail.content!.text)![1]!;
    const anonymous = await world.as('anonymous');
    const account = await newAccount();
    const accountId = account.id;
    await anonymous.invitation.accept({
      way: { token },
      name: request.name,
      locale: 'de',
      ...account,
    });
    const charter = await world.owner.charter.findFirstOrThrow({
      where: { cohortId: world.cohortA },
    });
    await world.owner.charterAcceptance.create({
      data: {
        cohortId: world.cohortA,
        charterId: charter.id,
        accountId,
        at: world.clock.now(),
      },
    });
    const { id: sessionId } = await world.services.sessions.start(accountId, 'Test');
    const successor = await world.as({ ...leaving, accountId, sessionId });
    const draft = await successor.topic.form({ cohortId: world.cohortA, topicId });
    expect(draft.topic?.question).toBe('Ein Entwurf?');

    const member = await world.as('member');
    const { entries } = await member.membership.log({ cohortId: world.cohortA });
    const changes = entries.map(({ change, personName, reason }) => [change, personName, reason]);
    expect(changes).toContainEqual(['replaced', 'Lea', 'Elternzeit']);
    expect(changes).toContainEqual(['joined', 'Nina Nachfolge', 'Elternzeit']);
    expect(await world.owner.topic.findUniqueOrThrow({ where: { id: topicId } })).toMatchObject({
      teamId,
    });
  });

  it('needs a reason once the group is closed', async () => {
    const { leaving } = await aTeamOfTwo();
    const organiser = await world.as('organiser');
    await expect(organiser.membership.replace(replacement(leaving, ''))).rejects.toMatchObject({
      appCode: 'reason_missing',
    });
    expect(await world.services.sessions.find(leaving.sessionId)).not.toBeNull();
    await expect(organiser.membership.replace(replacement(leaving))).resolves.toBeDefined();
  });
});

describe('the directory', () => {
  it('shows what each person decided, and nothing of whoever has left', async () => {
    const { leaving, staying } = await aTeamOfTwo();
    const own = await world.as(staying);
    await own.membership.updateEntry({
      cohortId: world.cohortA,
      membershipId: staying.membershipId,
      occupation: 'Ehrenamt',
      contactPhone: '02382 123',
    });
    const organiser = await world.as('organiser');
    await organiser.membership.end({
      cohortId: world.cohortA,
      membershipId: leaving.membershipId,
      reason: 'Ruhestand',
    });
    const member = await world.as('member');
    const { people } = await member.membership.directory({ cohortId: world.cohortA });
    const ids = people.map(({ membershipId }) => membershipId);
    expect(ids).not.toContain(leaving.membershipId);
    expect(people.find(({ membershipId }) => membershipId === staying.membershipId)).toMatchObject({
      occupation: 'Ehrenamt',
      contactPhone: '02382 123',
      contactEmail: null,
    });
  });
});
