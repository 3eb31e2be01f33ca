import { newId } from '$lib/platform/id';
import type { World } from '../factories/world';
import { closed } from './expected';
import type { AccessTable, Refusal } from './table';
import { aComment, aDraft, aMerge, aTopic, anEnteredTopic, topicWords } from '../factories/topic';

const forReaders = {
  member: 'ok',
  partnerMember: 'ok',
  otherTeam: 'ok',
  moderator: 'ok',
  organiser: 'ok',
} as const;

/** For the team that proposed it; others of the cohort read the reason. */
const forItsTeam = (reason: string) => ({
  ...closed,
  member: 'ok',
  partnerMember: 'ok',
  otherTeam: reason,
  moderator: reason,
  organiser: reason,
});

const forModerators = (reason = 'only_moderators') => ({
  ...closed,
  member: reason,
  partnerMember: reason,
  otherTeam: reason,
  moderator: 'ok',
  organiser: reason,
});

const ref = async (world: World, topic: Promise<string>) => ({
  cohortId: world.cohortA,
  topicId: await topic,
});

export const table: AccessTable = {
  'topic.list': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    // An expert reads the list of what she or he was invited to: here, nothing.
    expected: { ...closed, ...forReaders, expert: 'ok' },
  },
  'topic.download': {
    input: ({ cohortA }) => ({ cohortId: cohortA, format: 'csv' }),
    expected: { ...closed, ...forReaders, expert: 'ok' },
  },
  'topic.page': {
    input: (world) => ref(world, aTopic(world)),
    expected: { ...closed, ...forReaders },
  },
  'topic.form': {
    input: (world) => ref(world, aTopic(world)),
    expected: forItsTeam('topic_only_its_team'),
  },
  'topic.history': {
    input: (world) => ref(world, aTopic(world)),
    expected: { ...closed, ...forReaders },
  },
  'topic.saveDraft': {
    input: ({ cohortA }) => ({ ...topicWords, cohortId: cohortA, topicId: newId(), version: 0 }),
    expected: {
      ...closed,
      member: 'ok',
      partnerMember: 'ok',
      otherTeam: 'ok',
      moderator: 'topic_only_members_propose',
      organiser: 'topic_only_members_propose',
      expert: 'topic_only_members_propose',
      partner: 'topic_only_members_propose',
      administrator: 'topic_only_members_propose',
    },
  },
  'topic.propose': {
    input: async (world) => ({
      ...topicWords,
      ...(await ref(world, aDraft(world))),
      version: 1,
    }),
    expected: {
      ...closed,
      member: 'ok',
      partnerMember: 'ok',
      moderator: 'topic_only_members_propose',
      organiser: 'topic_only_members_propose',
      expert: 'topic_only_members_propose',
      partner: 'topic_only_members_propose',
      administrator: 'topic_only_members_propose',
    },
  },
  'topic.enter': {
    input: ({ cohortA, teams }) => ({
      ...topicWords,
      cohortId: cohortA,
      topicId: newId(),
      teamId: teams.ahlen,
    }),
    expected: {
      ...forModerators('topic_only_moderators_enter'),
      expert: 'topic_only_moderators_enter',
      partner: 'topic_only_moderators_enter',
      administrator: 'topic_only_moderators_enter',
    },
  },
  'topic.confirm': {
    input: (world) => ref(world, anEnteredTopic(world)),
    expected: { ...closed, member: 'ok', partnerMember: 'ok', moderator: 'topic_only_its_team' },
  },
  'topic.takeBack': {
    input: (world) => ref(world, anEnteredTopic(world)),
    expected: { ...closed, member: 'ok', partnerMember: 'ok', moderator: 'topic_only_its_team' },
  },
  'topic.change': {
    input: async (world) => ({ ...topicWords, ...(await ref(world, aTopic(world))), version: 1 }),
    expected: forItsTeam('topic_only_its_team'),
  },
  'topic.discard': {
    input: (world) => ref(world, aDraft(world)),
    expected: { ...closed, member: 'ok', partnerMember: 'ok' },
  },
  'topic.withdraw': {
    input: async (world) => ({ ...(await ref(world, aTopic(world))), reason: 'Hat sich erledigt' }),
    expected: forItsTeam('topic_only_its_team'),
  },
  'topic.reopen': {
    input: (world) => ref(world, aTopic(world, { state: 'withdrawn' })),
    expected: forItsTeam('topic_only_its_team'),
  },
  'topic.setSupport': {
    input: async (world) => ({ ...(await ref(world, aTopic(world))), isSupported: true }),
    expected: {
      ...closed,
      member: 'topic_own_needs_no_support',
      partnerMember: 'topic_own_needs_no_support',
      otherTeam: 'ok',
      moderator: 'topic_only_teams_support',
      organiser: 'topic_only_teams_support',
    },
  },
  'topic.setFollow': {
    input: async (world) => ({ ...(await ref(world, aTopic(world))), isFollowed: true }),
    expected: { ...closed, ...forReaders },
  },
  'topic.setPin': {
    input: async (world) => ({ ...(await ref(world, aTopic(world))), isPinned: true }),
    expected: forModerators(),
  },
  'topic.addNote': {
    input: async (world) => ({
      ...(await ref(world, aTopic(world))),
      id: newId(),
      body: 'Rückfrage an das Team',
    }),
    expected: forModerators(),
  },
  'topic.deleteNote': {
    input: async (world) => {
      const topic = await ref(world, aTopic(world));
      const id = newId();
      await (await world.as('moderator')).topic.addNote({ ...topic, id, body: 'Erledigt' });
      return { ...topic, id };
    },
    expected: forModerators(),
  },
  'topic.setGuest': {
    input: async (world) => ({
      ...(await ref(world, aTopic(world))),
      membershipId: world.people.expert.membershipId,
      isInvited: true,
    }),
    expected: { ...forModerators('topic_only_staff_invites'), organiser: 'ok' },
  },
  'comment.mentionable': {
    input: (world) => ref(world, aTopic(world)),
    // The names of the cohort are no secret to its experts.
    expected: { ...closed, ...forReaders, expert: 'ok' },
  },
  'comment.create': {
    input: async (world) => ({
      ...(await ref(world, aTopic(world))),
      id: newId(),
      body: '<p>Das kennen wir auch.</p>',
    }),
    expected: { ...closed, ...forReaders },
  },
  'comment.edit': {
    input: async (world) => ({ ...(await aComment(world)), body: '<p>Neu</p>', version: 1 }),
    expected: {
      ...closed,
      member: 'ok',
      partnerMember: 'comment_only_its_author',
      otherTeam: 'comment_only_its_author',
      moderator: 'comment_only_its_author',
      organiser: 'comment_only_its_author',
    },
  },
  'comment.delete': {
    input: (world) => aComment(world),
    expected: {
      ...closed,
      member: 'ok',
      moderator: 'ok',
      partnerMember: 'comment_only_its_author',
      otherTeam: 'comment_only_its_author',
      organiser: 'comment_only_its_author',
    },
  },
  'comment.restore': {
    input: async (world) => {
      const comment = await aComment(world);
      await (await world.as('member')).comment.delete(comment);
      return comment;
    },
    expected: {
      ...closed,
      member: 'ok',
      moderator: 'comment_only_who_deleted',
      partnerMember: 'comment_only_who_deleted',
      otherTeam: 'comment_only_who_deleted',
      organiser: 'comment_only_who_deleted',
    },
  },
  'merge.candidates': {
    input: async (world) => ({ ...(await ref(world, aTopic(world))), q: '' }),
    expected: {
      ...forModerators(),
      outsider: 'only_moderators',
      expert: 'only_moderators',
      partner: 'only_moderators',
      administrator: 'only_moderators',
      former: 'only_moderators',
    },
  },
  'merge.propose': {
    input: async (world) => ({
      cohortId: world.cohortA,
      id: newId(),
      fromId: await aTopic(world),
      intoId: await aTopic(world, { team: 'menden' }),
      reason: 'Beide fragen dasselbe.',
    }),
    expected: forModerators(),
  },
  'merge.consent': {
    input: async (world) => ({ ...(await aMerge(world)), agrees: true }),
    expected: {
      ...closed,
      member: 'ok',
      partnerMember: 'ok',
      otherTeam: 'ok',
      moderator: 'merge_only_concerned_teams',
      organiser: 'merge_only_concerned_teams',
    },
  },
  'merge.object': {
    input: async (world) => {
      const merge = await aMerge(world);
      await (await world.as('member')).merge.consent({ ...merge, agrees: true });
      return merge;
    },
    expected: {
      ...closed,
      member: 'merge_only_partner_objects',
      partnerMember: 'ok',
      otherTeam: 'merge_only_partner_objects',
      moderator: 'merge_only_partner_objects',
      organiser: 'merge_only_partner_objects',
    },
  },
  'merge.undo': {
    input: (world) => aMerge(world),
    expected: forModerators(),
  },
};

/** A topic that the expert was invited to. */
async function aTopicWithGuest(world: World) {
  const topic = { cohortId: world.cohortA, topicId: await aTopic(world) };
  const { membershipId } = world.people.expert;
  await (await world.as('moderator')).topic.setGuest({ ...topic, membershipId, isInvited: true });
  return topic;
}

export const refusals: Refusal[] = [
  {
    procedure: 'topic.discard',
    as: 'member',
    input: (world) => ref(world, aTopic(world)),
    expected: 'topic_only_drafts_discarded',
  },
  {
    procedure: 'topic.history',
    as: 'expert',
    input: aTopicWithGuest,
    expected: 'not_found',
  },
  {
    procedure: 'comment.create',
    as: 'member',
    input: async (world) => ({
      ...(await ref(world, aTopic(world, { state: 'merged' }))),
      id: newId(),
      body: '<p>Noch ein Gedanke.</p>',
    }),
    expected: 'topic_is_merged',
  },
  {
    procedure: 'comment.create',
    as: 'member',
    input: async (world) => ({
      ...(await ref(world, aTopic(world, { state: 'withdrawn' }))),
      id: newId(),
      body: '<p>Noch ein Gedanke.</p>',
    }),
    expected: 'topic_is_withdrawn',
  },
];
