import { randomBytes } from 'node:crypto';
import type { Prisma } from '../../src/generated/prisma/client';
import { newId, randomId } from '$lib/platform/id';
import { sealOwn } from '$lib/vault/account-keys';
import { fromBase64url } from '$lib/platform/base64url';
import { fillAttachment, fillFiles } from './files';
import { fillInstallation, fillSignIn } from './installation-rows';
import { enterKeys } from './keys';
import { fillPractices } from './practice-rows';
import { fillWorkshops } from './workshop-rows';
import type { World } from './world';

/**
 * At least one row in every table, in cohort A and in cohort B, so that a test can see what each
 * kind of actor reaches. A new table needs a row here; tests/db/walls.test.ts says so.
 */
export async function fillEveryTable(world: World): Promise<void> {
  const { owner, people, clock } = world;
  const at = clock.now();
  await fillInstallation(world);
  await fillSignIn(world);
  await fillCohort(world, {
    cohortId: world.cohortA,
    teamId: world.teams.ahlen,
    otherTeamId: world.teams.menden,
    accountId: people.member.accountId,
    expertMembershipId: people.expert.membershipId,
  });
  const moderatorB = await world.addPerson('Max', { cohortId: world.cohortB, role: 'moderator' });
  const expertB = await world.addPerson('Eva', { cohortId: world.cohortB, role: 'expert' });
  const teamB = await world.addTeam(world.cohortB, 'Soest');
  await fillCohort(world, {
    cohortId: world.cohortB,
    teamId: world.teams.senden,
    otherTeamId: teamB,
    accountId: moderatorB.accountId,
    expertMembershipId: expertB.membershipId,
  });
  await owner.attempt.create({
    data: { key: 'somebody', failures: 1, lastAt: at, nextAllowedAt: at },
  });
}

export interface Place {
  cohortId: string;
  teamId: string;
  otherTeamId: string;
  accountId: string;
  expertMembershipId: string;
}

async function fillCohort(world: World, place: Place): Promise<void> {
  const { owner, clock } = world;
  const { cohortId, teamId, accountId } = place;
  const at = clock.now();
  await owner.membershipLog.create({
    data: { cohortId, id: newId(), at, change: 'joined', personName: 'A', byName: 'B' },
  });
  const invitationId = newId();
  for (const role of ['member', 'organiser'] as const) {
    await owner.invitation.create({
      data: {
        cohortId,
        id: role === 'member' ? invitationId : newId(),
        email: 'neu@example.org',
        role,
        tokenHash: randomId(),
        codeHash: randomId(),
        createdAt: at,
        expiresAt: at,
      },
    });
  }
  await owner.joinCode.create({
    data: { cohortId, id: newId(), codeHash: randomId(), createdAt: at, expiresAt: at },
  });
  for (const audience of [{}, { teamIds: [teamId] }, { roles: ['expert' as const] }]) {
    await owner.announcement.create({
      data: {
        cohortId,
        id: newId(),
        byId: accountId,
        subject: '-',
        body: '-',
        createdAt: at,
        ...audience,
      },
    });
  }
  await owner.erasure.create({
    data: { cohortId, askedAt: at, askedByName: 'A', dueAt: at, backupNote: '-' },
  });
  const keys = await enterKeys(world, { accountId }, cohortId);
  await owner.keyTrust.create({
    data: {
      cohortId,
      accountId,
      blob: fromBase64url(await sealOwn(keys, 'trust', '{}'))!,
      changedAt: at,
    },
  });
  await fillTopics(world, place, invitationId);
  await fillBallots(world, place);
  await fillConsultation(world, place);
  await fillPractices(world, place);
  await fillWorkshops(world, place);
  await fillFiles(world, place);
  await owner.notice.create({
    data: {
      cohortId,
      id: newId(),
      accountId,
      kind: 'comment',
      subjectKind: 'cohort',
      subjectId: cohortId,
      facts: {},
      createdAt: at,
    },
  });
}

async function fillTopics(
  { owner, clock }: World,
  place: Place,
  invitationId: string,
): Promise<void> {
  const { cohortId, teamId, otherTeamId, accountId } = place;
  const at = clock.now();
  const topic = async (state: Prisma.TopicUncheckedCreateInput['state'], team: string) => {
    const id = newId();
    await owner.topic.create({
      data: {
        cohortId,
        id,
        teamId: team,
        state,
        question: 'Wie?',
        tags: [],
        createdAt: at,
        changedAt: at,
        activeAt: at,
      },
    });
    return id;
  };
  const topicId = await topic('proposed', teamId);
  await topic('draft', teamId);
  await topic('unconfirmed', otherTeamId);
  const intoId = await topic('proposed', otherTeamId);
  const on = { cohortId, topicId };
  await owner.topicRevision.create({
    data: { ...on, version: 1, changedAt: at, content: {} },
  });
  await owner.comment.create({
    data: { ...on, id: newId(), authorId: accountId, body: '-', mentionIds: [], createdAt: at },
  });
  await owner.support.create({ data: { ...on, teamId, at } });
  await owner.follow.create({ data: { ...on, accountId, at } });
  await owner.topicNote.create({ data: { ...on, id: newId(), body: '-', createdAt: at } });
  await owner.topicGuest.create({ data: { ...on, membershipId: place.expertMembershipId, at } });
  await owner.invitationTopic.create({ data: { ...on, invitationId } });
  await owner.activity.create({
    data: {
      cohortId,
      id: newId(),
      at,
      kind: 'topic_proposed',
      subjectKind: 'topic',
      subjectId: topicId,
      facts: {},
    },
  });
  const mergeId = newId();
  await owner.merge.create({
    data: { cohortId, id: mergeId, fromId: topicId, intoId, createdAt: at },
  });
  await owner.mergeConsent.create({ data: { cohortId, mergeId, teamId, agrees: true, at } });
}

async function fillBallots({ owner, clock }: World, place: Place): Promise<void> {
  const { cohortId, teamId } = place;
  const at = clock.now();
  for (const state of ['draft', 'open', 'provisional', 'decided'] as const) {
    const id = newId();
    await owner.ballot.create({
      data: {
        cohortId,
        id,
        title: '-',
        method: 'approval',
        settings: {},
        electorate: 'teams',
        state,
        closesAt: at,
        createdAt: at,
      },
    });
    const on = { cohortId, ballotId: id };
    const optionId = newId();
    await owner.ballotOption.create({ data: { ...on, id: optionId, title: '-', position: 1 } });
    const voterId = randomId();
    await owner.voter.create({ data: { ...on, id: voterId, teamId } });
    const enteredVoteId = newId();
    const choice = { kind: 'abstention' };
    const entered = { way: 'phone', choice, enteredAt: at } as const;
    await owner.enteredVote.create({ data: { ...on, id: enteredVoteId, voterId, ...entered } });
    const vote = { choice, castAt: at, enteredVoteId };
    await owner.vote.create({ data: { ...on, voterId, ...vote } });
    await owner.ballotBox.create({ data: { ...on, entries: [] } });
    await owner.ballotLot.create({
      data: { ...on, order: [], salt: randomBytes(8).toString('hex') },
    });
    await owner.decision.create({ data: { ...on, decidedAt: at } });
    await owner.decisionItem.create({
      data: { ...on, optionId, isChosen: true, isDeparture: false },
    });
    const objectionId = newId();
    await owner.objection.create({
      data: { ...on, id: objectionId, teamId, reason: '-', raisedAt: at },
    });
    await owner.objectionAnswer.create({
      data: { cohortId, objectionId, answer: '-', answeredAt: at },
    });
  }
}

/** One of the first person's case, with somebody who advises and somebody who has left. */
async function fillConsultation(world: World, place: Place) {
  const { owner, people, clock, cohortA } = world;
  const { cohortId, accountId } = place;
  const at = clock.now();
  const id = newId();
  await owner.consultation.create({
    data: {
      cohortId,
      id,
      caseGiverId: accountId,
      method: 'tietze',
      form: 'written',
      createdAt: at,
    },
  });
  const on = { cohortId, consultationId: id };
  const adviserId = cohortId === cohortA ? people.otherTeam.accountId : people.outsider.accountId;
  const circle = [
    { accountId, role: 'case_giver', leftAt: null },
    { accountId: adviserId, role: 'adviser', leftAt: null },
    { accountId: people.partnerMember.accountId, role: 'adviser', leftAt: at },
  ] as const;
  for (const [place, person] of circle.entries()) {
    await owner.consultationParticipant.create({
      data: { ...on, ...person, place, askedAt: at, answer: 'joined' },
    });
  }
  const bytes = randomBytes(32);
  await owner.consultationEpoch.create({
    data: {
      ...on,
      epoch: 1,
      record: bytes,
      signature: bytes,
      createdById: accountId,
      createdAt: at,
    },
  });
  for (const person of [accountId, adviserId]) {
    await owner.consultationKey.create({
      data: {
        ...on,
        epoch: 1,
        accountId: person,
        keysId: newId(),
        sealed: bytes,
        sealedById: accountId,
        createdAt: at,
      },
    });
    await owner.consultationNote.create({
      data: { ...on, accountId: person, blob: bytes, changedAt: at },
    });
  }
  const contributionId = newId();
  await owner.contribution.create({
    data: {
      ...on,
      id: contributionId,
      authorId: accountId,
      keysId: newId(),
      epoch: 1,
      phase: 'casting',
      round: 0,
      kind: 'title',
      sequence: 1,
      previousOwn: Buffer.alloc(0),
      seen: Buffer.alloc(0),
      blob: bytes,
      blobHash: bytes,
      hash: bytes,
      signature: bytes,
      createdAt: at,
      position: 1,
    },
  });
  await fillAttachment(world, { ...on, contributionId, accountId });
}
