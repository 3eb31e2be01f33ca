import { newId, randomId } from '$lib/platform/id';
import type { Prisma } from '../../src/generated/prisma/client';
import { aDraft, anOpenBallot, approve, aTopic } from './voting';
import type { World, WorldPerson } from './world';

/** What the addresses of pages name, in a world that has `count` of everything. */
export interface Many {
  topicId: string;
  openBallotId: string;
  closedBallotId: string;
  decidedBallotId: string;
  draftBallotId: string;
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/**
 * `count` of everything that a page lists, in an empty world: so that a test can see whether a page
 * asks the database once more for each row.
 */
export async function fillWithMany(world: World, count: number): Promise<Many> {
  const { owner, cohortA: cohortId, people } = world;
  const at = world.clock.now();
  await fillAdministration(world, count);
  const members = await fillGroup(world, count);
  const topicIds: string[] = [];
  for (let index = 0; index < count; index += 1)
    topicIds.push(await aTopic(world, `Wie stärken wir das Ehrenamt im Ort ${index}?`));
  const topicId = topicIds[0]!;
  await fillTopic(world, topicId, { members, topicIds });

  const activities = times(count, (index) => ({
    ...{ cohortId, id: newId(at), at, kind: 'topic_proposed', facts: {} },
    ...{ actorId: people.otherTeam.accountId, subjectKind: 'topic', subjectId: topicIds[index]! },
  }));
  await owner.activity.createMany({ data: activities });
  const told = [people.member, people.moderator, people.organiser];
  await owner.notice.createMany({
    data: told.flatMap(({ accountId }) =>
      activities.map(({ id: activityId, subjectKind, subjectId }) => ({
        ...{ cohortId, id: newId(at), accountId, kind: 'topic', activityId },
        facts: { activity: 'topic_proposed' },
        ...{ subjectKind, subjectId, createdAt: at },
      })),
    ),
  });
  return { topicId, ...(await fillBallots(world, count, members)) };
}

async function fillAdministration({ owner, clock, cohortA, people }: World, count: number) {
  const createdAt = clock.now();
  const { id: programmeId } = await owner.programme.findFirstOrThrow();
  await owner.programme.createMany({
    data: times(count, (index) => ({ id: newId(), name: `Programm ${index}`, createdAt })),
  });
  const cohorts = times(count, (index) => ({
    ...{ id: newId(), programmeId, name: `Durchgang ${index}`, createdAt },
    state: 'closed' as const,
  }));
  await owner.cohort.createMany({ data: cohorts });
  const { accountId } = people.outsider;
  await owner.membership.createMany({
    data: cohorts.map(({ id: cohortId }) => ({
      ...{ id: newId(), cohortId, accountId, role: 'moderator' as const, joinedAt: createdAt },
    })),
  });
  for (const state of ['waiting', 'failed'] as const)
    for (let index = 0; index < count; index += 1)
      await owner.mail.create({
        data: {
          ...{ id: newId(), recipient: 'anna@example.org', kind: 'invitation', state, createdAt },
          content: { create: { subject: '-', text: '-', html: '-', headers: {} } },
        },
      });
  const leaving = times(count, (index) => ({
    ...{ id: newId(), name: `Lara ${index}`, createdAt, deletionAsked: createdAt },
  }));
  await owner.account.createMany({ data: leaving });
  await owner.membership.createMany({
    data: leaving.map(({ id: accountId }) => ({
      ...{ id: newId(), cohortId: cohortA, accountId, role: 'expert' as const },
      joinedAt: createdAt,
    })),
  });
  const expiresAt = new Date(createdAt.getTime() + 86_400_000);
  await owner.session.createMany({
    data: Object.values(people).flatMap(({ accountId }) =>
      times(count, () => ({ idHash: randomId(), accountId, expiresAt, createdAt, device: 'Test' })),
    ),
  });
}

type Member = WorldPerson & { teamId: string };

/** Teams with one person each, and everything that is listed around them. */
async function fillGroup(world: World, count: number): Promise<Member[]> {
  const { owner, clock, cohortA: cohortId, people } = world;
  const at = clock.now();
  const members: Member[] = [];
  for (let index = 0; index < count; index += 1) {
    const teamId = await world.addTeam(cohortId, `Ort ${index}`);
    const person = await world.addPerson(`Mia${index}`, { cohortId, role: 'member', teamId });
    members.push({ ...person, teamId });
  }
  const charterRows = times(count, (index) => ({
    ...{ cohortId, id: newId(), version: index + 2, bodyDe: '-', bodyEn: '-', publishedAt: at },
  }));
  await owner.charter.createMany({ data: charterRows });
  const accounts = [...Object.values(people), ...members];
  await owner.charterAcceptance.createMany({
    data: accounts.map(({ accountId }) => ({
      ...{ cohortId, charterId: charterRows.at(-1)!.id, accountId, at },
    })),
  });
  await owner.membershipLog.createMany({
    data: times(count, (index) => ({
      ...{ cohortId, id: newId(), at, change: 'joined' as const },
      ...{ personName: `Mia${index}`, byName: 'Olga', topics: ['Wie?'] },
    })),
  });
  await owner.invitation.createMany({
    data: times(count, (index) => ({
      ...{ cohortId, id: newId(), email: `neu${index}@example.org`, role: 'organiser' as const },
      ...{ tokenHash: randomId(), codeHash: randomId(), createdAt: at, expiresAt: at },
    })),
  });
  const workshopIds = times(count, () => newId());
  await owner.workshop.createMany({
    data: workshopIds.map((id, index) => ({
      ...{ cohortId, id, kind: 'other' as const, title: `Workshop ${index}` },
      ...{ state: 'fixed' as const, createdAt: at, changedAt: at },
    })),
  });
  await owner.workshopDay.createMany({
    data: workshopIds.map((workshopId, index) => ({
      ...{ cohortId, id: newId(), workshopId, position: 1, startMinute: 540, endMinute: 960 },
      date: new Date(at.getTime() + (index + 1) * 86_400_000),
    })),
  });
  await owner.announcement.createMany({
    data: times(count, (index) => ({
      ...{ cohortId, id: newId(), byId: people.organiser.accountId, createdAt: at },
      ...{ subject: `Ehrenamt ${index}`, body: '<p>Neu.</p>', teamIds: [], roles: [] },
    })),
  });
  return members;
}

/** Everything that the page of one topic lists. */
async function fillTopic(
  { owner, clock, cohortA: cohortId, teams }: World,
  topicId: string,
  { members, topicIds }: { members: Member[]; topicIds: string[] },
): Promise<void> {
  const at = clock.now();
  const on = { cohortId, topicId };
  const ids = members.map(() => newId());
  await owner.comment.createMany({
    data: members.map(({ accountId, membershipId }, index) => ({
      ...{ ...on, id: ids[index]!, authorId: accountId, createdAt: at },
      ...{ body: '<p>Ehrenamt</p>', mentionIds: [membershipId] },
      quotedId: index > 0 ? ids[index - 1]! : null,
    })),
  });
  await owner.support.createMany({ data: members.map(({ teamId }) => ({ ...on, teamId, at })) });
  await owner.follow.createMany({
    data: members.map(({ accountId }) => ({ ...on, accountId, at })),
  });
  await owner.topicNote.createMany({
    data: members.map(({ accountId }) => ({
      ...{ ...on, id: newId(), authorId: accountId, body: '-', createdAt: at },
    })),
  });
  const content = { question: 'Wie?', about: '' };
  await owner.topicRevision.createMany({
    data: members.map(({ accountId }, index) => ({
      ...{ ...on, version: index + 1, changedById: accountId, changedAt: at },
      content: { ...content, about: `<p>${index}</p>` } as Prisma.InputJsonObject,
    })),
  });
  const experts = await owner.membership.findMany({ where: { cohortId, role: 'expert' } });
  await owner.topicGuest.createMany({
    data: experts.map(({ id: membershipId }) => ({ ...on, membershipId, at })),
  });
  for (const fromId of topicIds.slice(1)) {
    const id = newId();
    await owner.merge.create({ data: { cohortId, id, fromId, intoId: topicId, createdAt: at } });
    await owner.mergeConsent.create({
      data: { cohortId, mergeId: id, teamId: teams.ahlen, agrees: true, at },
    });
  }
  await owner.topic.update({
    where: { id: topicId },
    data: { commentCount: members.length, supportCount: members.length },
  });
}

/** Ballots in every state, each with many options and voters, and many more of them in the list. */
async function fillBallots(world: World, count: number, members: Member[]) {
  const moderator = await world.as('moderator');
  const options = Math.max(count, 2);
  const draft = async () => {
    const topics = [];
    for (let index = 0; index < options; index += 1) {
      const title = `Thema ${index}`;
      topics.push({ topicId: await aTopic(world, title), title, minutes: 60 });
    }
    return aDraft(world, { options: topics, electorate: 'persons' });
  };
  const open = async () => anOpenBallot(world, await draft());
  const [opened, closed, decided] = [await open(), await open(), await open()];
  for (const { ref, optionIds } of [opened, closed, decided])
    for (const member of members) {
      const voter = await world.as(member);
      await voter.ballot.cast({ ...ref, choice: approve(optionIds[0]!), version: 0 });
    }
  for (const { ref } of [closed, decided]) await moderator.ballot.close(ref);
  const items = decided.optionIds.map((optionId) => ({
    ...{ optionId, isChosen: false, reason: 'Später.' },
  }));
  await moderator.ballot.decide({ ...decided.ref, statement: '', items });
  const unopened = await draft();
  await moderator.ballot.saveDraft(unopened);
  await world.owner.ballot.createMany({
    data: times(count, (index) => ({
      ...{ cohortId: world.cohortA, id: newId(), title: `Abstimmung ${index}`, settings: {} },
      ...{ method: 'approval' as const, electorate: 'teams' as const, state: 'open' as const },
      ...{ closesAt: opened.closesAt, createdAt: world.clock.now() },
    })),
  });
  return {
    openBallotId: opened.ref.ballotId,
    closedBallotId: closed.ref.ballotId,
    decidedBallotId: decided.ref.ballotId,
    draftBallotId: unopened.ballotId,
  };
}
