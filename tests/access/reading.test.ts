import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '../../src/server/router';
import { openContext } from '../../src/server/services';
import { aTopic } from '../factories/topic';
import { openWorld, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

/** What an edge opens for a request that only reads. */
async function read(sessionId: string) {
  const cookies = { extended: null as Date | null, isCleared: false };
  const context = await openContext(world.services, {
    sessionId,
    isReading: true,
    locale: 'de',
    address: '127.0.0.1',
    device: 'Test',
    cookies: {
      setSession: (_id, expiresAt) => (cookies.extended = expiresAt),
      clearSession: () => (cookies.isCleared = true),
    },
  });
  return { ...context, api: createCaller(context), cookies };
}

function busyConnections(): number {
  const { totalCount, idleCount } = world.services.database.pool;
  return totalCount - idleCount;
}

describe('a request that only reads', () => {
  it('asks all its questions in one transaction, and gives the connection back', async () => {
    const cohortId = world.cohortA;
    const topicId = await aTopic(world);
    const { api, reading } = await read(world.people.member.sessionId);
    const [frame, page, missing] = await Promise.allSettled([
      api.cohort.frame({ cohortId }),
      api.topic.page({ cohortId, topicId }),
      api.topic.page({ cohortId: world.cohortB, topicId }),
    ]);
    expect(frame).toMatchObject({ status: 'fulfilled' });
    expect(page).toMatchObject({ status: 'fulfilled', value: { topic: { id: topicId } } });
    expect(missing).toMatchObject({ status: 'rejected', reason: { appCode: 'not_found' } });
    expect(busyConnections()).toBe(1);
    await reading!.close();
    expect(busyConnections()).toBe(0);
  });

  it('is nobody where the session is over, and holds nothing', async () => {
    const { actor, reading, cookies } = await read('made-up');
    expect(actor.kind).toBe('anonymous');
    expect(reading).toBeNull();
    expect(cookies.isCleared).toBe(true);
    expect(busyConnections()).toBe(0);
  });

  it('extends the session once it has been read', async () => {
    const { sessionId } = world.people.otherTeam;
    world.clock.advance(8 * 24 * 3_600_000);
    const { reading, cookies } = await read(sessionId);
    expect(cookies.extended).not.toBeNull();
    await reading!.close();
    // Extended already: it is not due again.
    expect(await world.services.sessions.find(sessionId)).toMatchObject({ extendedUntil: null });
  });
});
