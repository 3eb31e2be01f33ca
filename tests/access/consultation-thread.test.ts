import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '$lib/platform/id';
import { nextEpoch } from '$lib/consultation/thread/open';
import {
  anEpoch,
  aRunningConsultation,
  keysOf,
  opened,
  outcome,
  sealedNote,
  type Ref,
  written,
} from '../factories/consultation';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const api = async (who: ActorKind) => (await world.as(who)).consultation;

const contributes = async (
  who: Exclude<ActorKind, 'anonymous'>,
  ref: Ref,
  kind: Parameters<typeof written>[3],
  text?: string,
) => outcome((await api(who)).contribute(await written(world, who, ref, kind, text)));

describe('a thread', () => {
  it('takes nothing that would make it unreadable for everyone', async () => {
    const ref = await aRunningConsultation(world);
    const { contribution } = await written(world, 'otherTeam', ref, 'statement');
    const sends = async (change: object, who: ActorKind = 'otherTeam') =>
      outcome(
        (await api(who)).contribute({ ...ref, contribution: { ...contribution, ...change } }),
      );
    const { contribution: other } = await written(world, 'otherTeam', ref, 'statement', 'Anders.');
    expect(await sends({ blob: other.blob })).toBe('vault_thread_forged');
    expect(await sends({ signature: other.signature })).toBe('vault_thread_forged');
    expect(await sends({ method: 'balint' })).toBe('vault_thread_forged');
    // Somebody else's words under one's own name.
    expect(await sends({}, 'partnerMember')).toBe('vault_thread_forged');
    expect(await sends({ sequence: 2 })).toBe('conflict');
    expect(await sends({ seen: contribution.hash })).toBe('conflict');
    expect(await sends({ epoch: 2 })).toBe('conflict');
    expect(await sends({ blob: `Ag${contribution.blob.slice(2)}` })).toBe('invalid_input');
    expect(await sends({})).toBe('ok');
  });

  it('takes the same thing sent twice as one', async () => {
    const ref = await aRunningConsultation(world);
    const sent = await written(world, 'otherTeam', ref, 'statement');
    const places = await Promise.all([
      (await api('otherTeam')).contribute(sent),
      (await api('otherTeam')).contribute(sent),
    ]);
    expect(places).toEqual([{ position: 3 }, { position: 3 }]);
  });

  it('lets two write at once', async () => {
    const ref = await aRunningConsultation(world);
    const one = await written(world, 'otherTeam', ref, 'statement');
    const two = await written(world, 'partnerMember', ref, 'statement');
    const both = await Promise.all([
      outcome((await api('otherTeam')).contribute(one)),
      outcome((await api('partnerMember')).contribute(two)),
    ]);
    expect(both).toEqual(['ok', 'ok']);
    expect((await opened(world, 'member', ref)).thread.contributions).toHaveLength(4);
  });

  it('loses the words that their author takes back, and keeps that there were some', async () => {
    const ref = await aRunningConsultation(world);
    const sent = await written(world, 'otherTeam', ref, 'statement', 'Das war zu viel.');
    await (await api('otherTeam')).contribute(sent);
    const { id: contributionId } = sent.contribution;
    const withdrawal = await written(world, 'otherTeam', ref, 'withdrawal', contributionId);
    // A withdrawal is its own procedure: the words go in the same moment.
    expect(await outcome((await api('otherTeam')).contribute(withdrawal))).toBe('invalid_input');
    await (await api('otherTeam')).withdraw({ ...withdrawal, contributionId });
    const { thread } = await opened(world, 'member', ref);
    const gone = thread.contributions.find(({ id }) => id === contributionId)!;
    expect(gone).toMatchObject({ blob: null, text: null, isWithdrawn: true });
    const stored = await world.owner.contribution.findUniqueOrThrow({
      where: { id: contributionId },
    });
    expect(stored.blob).toBeNull();
  });

  it('begins a new key only for those in the circle, with their own keys', async () => {
    const ref = await aRunningConsultation(world);
    const good = await anEpoch(world, 'member', ref);
    const member = await api('member');
    const [, ...missing] = good.keys;
    expect(await outcome(member.beginEpoch({ ...good, keys: missing }))).toBe(
      'vault_thread_damaged',
    );
    const { thread, keys } = await opened(world, 'member', ref);
    await keysOf(world, world.people.organiser);
    const directory = (await opened(world, 'member', ref)).thread.directory;
    const organiserId = world.people.organiser.accountId;
    const { stored, keys: sealed } = await nextEpoch({ ...thread, directory }, keys, {
      broughtIds: [organiserId],
    });
    expect(await outcome(member.beginEpoch({ ...ref, epoch: stored, keys: sealed }))).toBe(
      'vault_thread_stranger',
    );
    // Somebody else's record under one's own name.
    expect(await outcome((await api('otherTeam')).beginEpoch(good))).toBe('vault_thread_stranger');
    expect(await outcome(member.beginEpoch(good))).toBe('ok');
    expect(await outcome(member.beginEpoch(await anEpoch(world, 'moderator', ref)))).toBe(
      'vault_thread_stranger',
    );
  });

  it('is read in as many statements, however long it is', async () => {
    const ref = await aRunningConsultation(world);
    const member = await api('member');
    const count = async () => {
      await member.read(ref);
      const query = vi.spyOn(pg.Client.prototype, 'query');
      await member.read(ref);
      const { length } = query.mock.calls;
      query.mockRestore();
      return length;
    };
    const short = await count();
    const row = await world.owner.contribution.findFirstOrThrow({
      where: { consultationId: ref.consultationId },
    });
    await world.owner.contribution.createMany({
      data: Array.from({ length: 500 }, (_, index) => ({
        ...row,
        id: newId(),
        position: 10 + index,
        sequence: 10 + index,
      })),
    });
    expect((await member.read(ref)).contributions).toHaveLength(502);
    expect(await count()).toBe(short);
  });
});

describe('private notes', () => {
  it('are their writer’s alone, and are not overwritten unseen', async () => {
    const ref = await aRunningConsultation(world);
    const other = await api('otherTeam');
    expect(await other.writeNotes({ ...ref, version: 0, blob: sealedNote() })).toEqual({
      version: 1,
    });
    expect(await outcome(other.writeNotes({ ...ref, version: 0, blob: sealedNote() }))).toBe(
      'conflict',
    );
    expect((await other.read(ref)).notes).toEqual({ blob: sealedNote(), version: 1 });
    expect((await (await api('member')).read(ref)).notes).toBeNull();
  });
});

describe('nothing legible', () => {
  it('stands anywhere in the database but in browsers', async () => {
    const ref = await aRunningConsultation(world);
    await contributes('otherTeam', ref, 'statement', 'Unverwechselbar Zitronenfalter');
    const { rows } = await ownerQuery(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      for (const words of [
        'Zitronenfalter',
        'Der Beirat kommt nicht',
        Buffer.from('Zitronenfalter').toString('hex'),
      ]) {
        const { rows: hits } = await ownerQuery(
          `SELECT 1 FROM "${name}" t WHERE to_jsonb(t)::text LIKE '%${words}%' LIMIT 1`,
        );
        if (hits.length > 0) found.push(`${name}: ${words}`);
      }
    }
    expect(found).toEqual([]);
  });
});

async function ownerQuery(sql: string): Promise<{ rows: { name: string }[] }> {
  const client = new pg.Client({ connectionString: world.urls.ownerUrl });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
