import { newId } from '$lib/platform/id';
import {
  abstain,
  anObjection,
  aProvisionalBallot,
  aClosedBallot,
  aDraft,
  anEntryId,
  anOpenBallot,
  aVoteToEnter,
  approve,
  DAY_MS,
} from '../factories/voting';
import type { World } from '../factories/world';
import { readers } from './expected';
import type { AccessRow, AccessTable, Refusal } from './table';

const moderatorsOnly = {
  ...readers,
  member: 'ballot_only_moderators',
  partnerMember: 'ballot_only_moderators',
  otherTeam: 'ballot_only_moderators',
  organiser: 'ballot_only_moderators',
} satisfies AccessRow['expected'];

/** Guests know the cohort, but not its ballots; for what begins with the cohort they are told so. */
const moderatorsOfCohortOnly = {
  ...moderatorsOnly,
  expert: 'ballot_only_moderators',
  partner: 'ballot_only_moderators',
  administrator: 'ballot_only_moderators',
} satisfies AccessRow['expected'];

const votersOnly = {
  ...readers,
  moderator: 'ballot_not_a_voter',
  organiser: 'ballot_not_a_voter',
} satisfies AccessRow['expected'];

const openRef = async (world: World) => (await anOpenBallot(world)).ref;

async function aSavedDraft(world: World) {
  const draft = await aDraft(world);
  await (await world.as('moderator')).ballot.saveDraft(draft);
  return { cohortId: draft.cohortId, ballotId: draft.ballotId };
}

const anOpenObjection = async (world: World) =>
  anObjection(world, (await aProvisionalBallot(world)).ref);

/** Drafts are seen by moderators only: to everyone else they are not there. */
const draftsOnly = { anonymous: 'sign_in_required', moderator: 'ok', rest: 'not_found' };

export const table: AccessTable = {
  'ballot.list': { input: (world) => ({ cohortId: world.cohortA }), expected: readers },
  'ballot.download': {
    input: ({ cohortA }) => ({ cohortId: cohortA, format: 'csv' }),
    expected: readers,
  },
  'ballot.get': { input: openRef, expected: readers },
  'ballot.draftForm': {
    input: (world) => ({ cohortId: world.cohortA }),
    expected: moderatorsOfCohortOnly,
  },
  'ballot.saveDraft': { input: (world) => aDraft(world), expected: moderatorsOfCohortOnly },
  'ballot.discardDraft': { input: aSavedDraft, expected: draftsOnly },
  'ballot.open': { input: aSavedDraft, expected: draftsOnly },
  'ballot.close': { input: openRef, expected: moderatorsOnly },
  'ballot.prolong': {
    input: async (world) => {
      const { ref, closesAt } = await anOpenBallot(world);
      return { ...ref, closesAt: new Date(closesAt.getTime() + DAY_MS) };
    },
    expected: moderatorsOnly,
  },
  'ballot.cancel': {
    input: async (world) => ({ ...(await openRef(world)), reason: 'Fehler in der Frage' }),
    expected: moderatorsOnly,
  },
  'ballot.remind': { input: openRef, expected: moderatorsOnly },
  'ballot.cast': {
    input: async (world) => {
      const { ref, optionIds } = await anOpenBallot(world);
      return { ...ref, choice: approve(optionIds[0]!), version: 0 };
    },
    expected: votersOnly,
  },
  'ballot.castSecret': {
    input: async (world) => {
      const { ref, optionIds } = await anOpenBallot(world, { isSecret: true });
      return { ...ref, choice: approve(optionIds[0]!), entryId: anEntryId() };
    },
    expected: votersOnly,
  },
  'ballot.entry': {
    input: async (world, kind) => {
      const { ref } = await anOpenBallot(world, { isSecret: true });
      const entryId = anEntryId();
      const voter = kind === 'otherTeam' ? kind : 'member';
      await (await world.as(voter)).ballot.castSecret({ ...ref, choice: abstain, entryId });
      return { ...ref, entryId };
    },
    expected: votersOnly,
  },
  'ballot.enteringForm': { input: openRef, expected: moderatorsOnly },
  'ballot.enterVote': {
    input: async (world) => {
      const { ref, optionIds } = await anOpenBallot(world);
      return aVoteToEnter(world, ref, approve(optionIds[0]!));
    },
    expected: moderatorsOnly,
  },
  'ballot.answerEnteredVote': {
    input: async (world, kind) => {
      const { ref, optionIds } = await anOpenBallot(world);
      const teamId = kind === 'otherTeam' ? world.teams.menden : world.teams.ahlen;
      const input = await aVoteToEnter(world, ref, approve(optionIds[0]!), teamId);
      await (await world.as('moderator')).ballot.enterVote(input);
      const { cohortId, ballotId, enteredVoteId } = input;
      return { cohortId, ballotId, enteredVoteId, answer: 'confirmed', note: '' };
    },
    expected: votersOnly,
  },
  'ballot.withdrawEnteredVote': {
    input: async (world) => {
      const { ref, optionIds } = await anOpenBallot(world);
      const input = await aVoteToEnter(world, ref, approve(optionIds[0]!));
      await (await world.as('moderator')).ballot.enterVote(input);
      return { ...ref, enteredVoteId: input.enteredVoteId };
    },
    expected: moderatorsOnly,
  },
  'ballot.decide': {
    input: async (world) => {
      const { ref, optionIds } = await aClosedBallot(world);
      const items = optionIds.map((optionId) => ({ optionId, isChosen: false, reason: '' }));
      return { ...ref, statement: '', items };
    },
    expected: moderatorsOnly,
  },
  'ballot.raiseObjection': {
    input: async (world) => ({
      ...(await aProvisionalBallot(world)).ref,
      objectionId: newId(),
      reason: 'Wir könnten nie dabei sein.',
    }),
    expected: {
      ...readers,
      moderator: 'objection_only_teams',
      organiser: 'objection_only_teams',
    },
  },
  'ballot.withdrawObjection': {
    input: anOpenObjection,
    expected: {
      ...readers,
      otherTeam: 'objection_only_its_team',
      moderator: 'objection_only_its_team',
      organiser: 'objection_only_its_team',
    },
  },
  'ballot.answerObjection': {
    input: async (world) => ({
      ...(await anOpenObjection(world)),
      answer: 'Wir bleiben dabei.',
      change: null,
    }),
    expected: moderatorsOnly,
  },
  'ballot.paper': {
    input: async (world) => (await aClosedBallot(world)).ref,
    expected: readers,
  },
  'ballot.export': {
    input: async (world) => ({ ...(await aClosedBallot(world)).ref, format: 'json' }),
    expected: readers,
  },
};

const closed = async (world: World) => (await aClosedBallot(world)).ref;

export const refusals: Refusal[] = [
  {
    procedure: 'ballot.saveDraft',
    as: 'moderator',
    input: async (world) => {
      const cohortId = await world.addCohort('Beendet');
      const { accountId } = world.people.moderator;
      const at = world.clock.now();
      const membership = { cohortId, accountId, role: 'moderator', joinedAt: at } as const;
      await world.owner.membership.create({ data: { id: newId(), ...membership } });
      const charter = await world.owner.charter.findFirstOrThrow({ where: { cohortId } });
      await world.owner.charterAcceptance.create({
        data: { cohortId, charterId: charter.id, accountId, at },
      });
      await world.owner.cohort.update({ where: { id: cohortId }, data: { state: 'concluded' } });
      return { ...(await aDraft(world)), cohortId, options: [] };
    },
    expected: 'cohort_takes_nothing_new',
  },
  {
    procedure: 'ballot.cast',
    as: 'member',
    input: async (world) => ({ ...(await closed(world)), choice: abstain, version: 0 }),
    expected: 'ballot_closed',
  },
  {
    procedure: 'ballot.enterVote',
    as: 'moderator',
    input: async (world) => {
      const { ref } = await anOpenBallot(world, { isSecret: true });
      return aVoteToEnter(world, ref, abstain);
    },
    expected: 'ballot_secret_is_not_entered',
  },
  {
    procedure: 'ballot.raiseObjection',
    as: 'member',
    input: async (world) => ({ ...(await closed(world)), objectionId: newId(), reason: 'Nein.' }),
    expected: 'objection_needs_provisional',
  },
  {
    procedure: 'ballot.answerObjection',
    as: 'moderator',
    input: async (world) => {
      const ref = await anOpenObjection(world);
      await (await world.as('member')).ballot.withdrawObjection(ref);
      return { ...ref, answer: 'Danke.', change: null };
    },
    expected: 'objection_is_withdrawn',
  },
  {
    procedure: 'ballot.get',
    as: 'member',
    input: async (world) => ({ ...(await openRef(world)), cohortId: world.cohortB }),
    expected: 'not_found',
  },
  {
    procedure: 'ballot.paper',
    as: 'moderator',
    input: openRef,
    expected: 'not_found',
  },
  {
    procedure: 'ballot.export',
    as: 'moderator',
    input: async (world) => ({ ...(await openRef(world)), format: 'csv' }),
    expected: 'not_found',
  },
];
