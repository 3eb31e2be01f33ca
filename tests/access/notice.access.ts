import { unsubscribeToken } from '$lib/notice/unsubscribe-token';
import { newId } from '$lib/platform/id';
import { noticeWishes } from '$lib/notice/schema';
import type { World } from '../factories/world';
import type { AccessTable } from './table';

const inCohort = {
  anonymous: 'sign_in_required',
  outsider: 'not_found',
  administrator: 'not_found',
  former: 'not_found',
  rest: 'ok',
} as const;

const signedIn = { anonymous: 'sign_in_required', rest: 'ok' } as const;

const tokenOf = async (world: World) => {
  const { pepper } = await world.owner.installation.findFirstOrThrow();
  return unsubscribeToken(world.people.member.accountId, pepper);
};

/** A notice for everyone, so that each can mark only her or his own. */
async function someonesNotice(world: World, accountId: string): Promise<string> {
  const id = newId();
  await world.owner.notice.create({
    data: {
      cohortId: world.cohortA,
      id,
      accountId,
      kind: 'topic',
      subjectKind: 'topic',
      subjectId: newId(),
      facts: { activity: 'topic_proposed' },
      createdAt: world.clock.now(),
    },
  });
  return id;
}

export const table: AccessTable = {
  'notice.list': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: inCohort },
  'notice.countUnread': { input: () => undefined, expected: signedIn },
  'notice.markRead': {
    input: async (world) => ({
      cohortId: world.cohortA,
      noticeId: await someonesNotice(world, world.people.member.accountId),
    }),
    expected: { anonymous: 'sign_in_required', member: 'ok', rest: 'not_found' },
  },
  'notice.markAllRead': {
    input: ({ cohortA }) => ({ cohortId: cohortA, until: newId() }),
    expected: inCohort,
  },
  'notice.markSeen': {
    input: ({ cohortA }) => ({ cohortId: cohortA, path: `/cohorts/${cohortA}` }),
    expected: inCohort,
  },
  'notice.undoRead': {
    input: ({ cohortA, clock }) => ({ cohortId: cohortA, readAt: clock.now() }),
    expected: inCohort,
  },
  'notice.wishes': { input: () => undefined, expected: signedIn },
  'notice.saveWishes': { input: () => noticeWishes.parse({}), expected: signedIn },
  'notice.unsubscribeLink': {
    input: async (world) => ({ token: await tokenOf(world) }),
    expected: { rest: 'ok' },
  },
  'notice.unsubscribe': {
    input: async (world) => ({ token: await tokenOf(world) }),
    expected: { rest: 'ok' },
  },
};
