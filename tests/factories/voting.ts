import { newId, randomId } from '$lib/platform/id';
import type { CastChoice } from '$lib/ballot/choice';
import type { MethodSettings } from '$lib/ballot/method';
import type { Method } from '$lib/ballot/limits';
import { storedMethod } from '$lib/ballot/queries.server';
import type { SaveDraft } from '$lib/ballot/schema';
import type { ActorKind, World } from './world';

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A topic in the pool, of cohort A's first team unless told otherwise. */
export async function aTopic(
  world: World,
  question: string,
  { cohortId = world.cohortA, teamId = world.teams.ahlen } = {},
): Promise<string> {
  const id = newId(world.clock.now());
  const at = world.clock.now();
  await world.owner.topic.create({
    data: {
      cohortId,
      id,
      teamId,
      question,
      state: 'proposed',
      tags: [],
      proposedAt: at,
      createdAt: at,
      changedAt: at,
      activeAt: at,
    },
  });
  return id;
}

/** What a moderator would send to save a draft: three topics of 60 minutes, two places, three days. */
export async function aDraft(world: World, changes: Partial<SaveDraft> = {}): Promise<SaveDraft> {
  const questions = ['Wie anerkennen?', 'Wie gewinnen?', 'Wie koordinieren?'];
  const topicIds = await Promise.all(questions.map((question) => aTopic(world, question)));
  return {
    cohortId: world.cohortA,
    ballotId: newId(world.clock.now()),
    version: 0,
    title: 'Welche Themen zuerst?',
    explanation: '<p>Zwei von drei.</p>',
    settings: { method: 'approval', places: 2, budgetMinutes: null },
    options: topicIds.map((topicId, index) => ({
      topicId,
      title: questions[index]!,
      minutes: 60,
    })),
    electorate: 'teams',
    isSecret: false,
    includesModerators: false,
    quorumPercent: null,
    objectionDays: null,
    opensAt: null,
    closesAt: new Date(world.clock.now().getTime() + 3 * DAY_MS),
    ...changes,
  };
}

/** An open ballot, with the ids of its options in their order. */
export async function anOpenBallot(world: World, changes: Partial<SaveDraft> = {}) {
  const moderator = await world.as('moderator');
  const draft = await aDraft(world, changes);
  const ref = { cohortId: draft.cohortId, ballotId: draft.ballotId };
  await moderator.ballot.saveDraft(draft);
  await moderator.ballot.open(ref);
  const options = await world.owner.ballotOption.findMany({
    where: { ballotId: ref.ballotId },
    orderBy: { position: 'asc' },
  });
  return { ref, optionIds: options.map(({ id }) => id), closesAt: draft.closesAt };
}

const limits = { places: 1, budgetMinutes: null };
const filled = {
  budgetMinutes: 120,
  completion: 'add1u',
  incrementMinutesPerVoter: 1,
  isIntegral: false,
  tieBreaking: 'cost-then-approvals',
} as const;

/** Settings of each method; "all stays as it is" is the last of three options. */
const settingsBy = (method: Method, statusQuoOptionId: string): MethodSettings => {
  switch (method) {
    case 'dots':
      return { method, points: 5, pointsPerOption: 3, ...limits };
    case 'resistance':
      return { method, statusQuoOptionId, ...limits };
    case 'equal-shares':
      return { method, utility: 'points', points: 10, pointsPerOption: 6, ...filled };
    default:
      return { method, ...limits };
  }
};

/** Some votes of each method, in their canonical form, for options in the order of their ids. */
function choicesBy(method: Method, optionIds: string[]): CastChoice[] {
  const [one, two, three] = optionIds.toSorted() as [string, string, string];
  switch (method) {
    case 'approval':
      return [approve(one), approve(one, two), approve()];
    case 'dots':
    case 'equal-shares':
      return [
        { kind: 'points', points: { [one]: 3, [two]: 2 } },
        { kind: 'points', points: { [three]: 1 } },
      ];
    case 'score':
      return [
        { kind: 'scores', scores: { [one]: 5, [two]: 0 } },
        { kind: 'scores', scores: { [three]: 2 } },
      ];
    case 'ranked':
      return [
        { kind: 'ranking', ranks: [[two], [one]] },
        { kind: 'ranking', ranks: [[one, three]] },
      ];
    case 'resistance':
      return [
        { kind: 'resistance', resistance: { [one]: 0, [two]: 4, [three]: 10 } },
        { kind: 'resistance', resistance: { [one]: 9, [two]: 0, [three]: 0 } },
      ];
  }
}

/** An open ballot by a method, with some votes that can be cast in it. */
export async function anOpenBallotBy(
  world: World,
  method: Method,
  changes: Partial<SaveDraft> = {},
) {
  const ballot = await anOpenBallot(world, changes);
  const settings = settingsBy(method, ballot.optionIds[2]!);
  await world.owner.ballot.update({
    where: { id: ballot.ref.ballotId },
    data: { method: storedMethod(method), settings },
  });
  return { ...ballot, choices: choicesBy(method, ballot.optionIds) };
}

/** An open ballot that has been closed, and counted. */
export async function aClosedBallot(world: World, changes: Partial<SaveDraft> = {}) {
  const ballot = await anOpenBallot(world, changes);
  await (await world.as('moderator')).ballot.close(ballot.ref);
  return ballot;
}

/** A ballot that is decided provisionally as it came out: nothing is taken, since nobody voted. */
export async function aProvisionalBallot(world: World, changes: Partial<SaveDraft> = {}) {
  const ballot = await aClosedBallot(world, { objectionDays: 5, ...changes });
  const items = ballot.optionIds.map((optionId) => ({ optionId, isChosen: false, reason: '' }));
  await (await world.as('moderator')).ballot.decide({ ...ballot.ref, statement: '', items });
  const { objectionsUntil } = await world.owner.ballot.findUniqueOrThrow({
    where: { id: ballot.ref.ballotId },
  });
  return { ...ballot, items, objectionsUntil: objectionsUntil! };
}

/** An objection that a team has raised; answers what refers to it. */
export async function anObjection(
  world: World,
  ref: { cohortId: string; ballotId: string },
  who: ActorKind = 'member',
) {
  const objectionId = newId(world.clock.now());
  const { ballot } = await world.as(who);
  await ballot.raiseObjection({ ...ref, objectionId, reason: 'Wir könnten nie dabei sein.' });
  return { ...ref, objectionId };
}

/** What a moderator would send to enter a team's ballot that came on paper. */
export async function aVoteToEnter(
  world: World,
  ref: { cohortId: string; ballotId: string },
  choice: CastChoice,
  teamId = world.teams.ahlen,
) {
  const { id: voterId } = await world.owner.voter.findFirstOrThrow({
    where: { ballotId: ref.ballotId, teamId },
  });
  return {
    ...ref,
    enteredVoteId: newId(world.clock.now()),
    voterId,
    way: 'paper' as const,
    choice,
  };
}

export const approve = (...approved: string[]) => ({ kind: 'approval' as const, approved });
export const abstain = { kind: 'abstention' as const };

/** The id of an entry in a ballot box, as a browser derives it from a receipt. */
export const anEntryId = (): string => randomId().replaceAll('-', '');
