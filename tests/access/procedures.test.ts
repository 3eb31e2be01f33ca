import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter } from '../../src/server/router';
import { actorKinds, openWorld, type ActorKind, type World } from '../factories/world';
import { outcomeOf, type AccessTable, type Outcome, type Refusal } from './table';

// Each room declares its part beside this file: <room>.access.ts exports `table`, and `refusals`
// where a policy depends on more than who asks.
const parts = Object.values(
  import.meta.glob<{ table: AccessTable; refusals?: Refusal[] }>('./*.access.ts', { eager: true }),
);
const table: AccessTable = Object.assign({}, ...parts.map((part) => part.table));
const refusals = parts.flatMap((part) => part.refusals ?? []);
/** "topic", or "comment" for a part of a room. */
const roomOf = (path: string) => path.replace(/^.*\/src\/lib\/(.+)\/policy\.ts$/, '$1');
const policies = Object.entries(
  import.meta.glob<Record<string, unknown>>('../../src/lib/**/policy.ts', { eager: true }),
).flatMap(([path, module]) => Object.keys(module).map((name) => `${roomOf(path)}/${name}`));

/** Streams hold no answer to compare; their own tests cover them. */
const STREAMS = new Set(['live.events']);

const procedures = Object.keys(appRouter._def.procedures).filter((path) => !STREAMS.has(path));

interface Case {
  procedure: string;
  kind: ActorKind;
  input: (world: World) => unknown;
  expected: Outcome;
}

const cases: Case[] = [
  ...Object.entries(table).flatMap(([procedure, row]) =>
    actorKinds.map((kind) => ({
      procedure,
      kind,
      input: (world: World) => row.input(world, kind),
      expected: row.expected[kind] ?? row.expected.rest,
    })),
  ),
  ...refusals.map(({ as: kind, ...refusal }) => ({ ...refusal, kind })),
];

const flips = globalThis as { __policyDenials?: Set<string>; __flippedPolicy?: string | undefined };

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const outcome = async ({ procedure, kind, input }: Case) =>
  outcomeOf(world, procedure, kind, await input(world));

describe('access table', () => {
  it('names every procedure, and no other', () => {
    expect(Object.keys(table).sort()).toEqual([...procedures].sort());
  });

  /** Which cases each policy denied, found while they ran as declared. */
  const deniedBy = new Map<string, Case[]>();

  it.each(cases)('$procedure as $kind: $expected', async (each) => {
    const denials = (flips.__policyDenials = new Set());
    expect(await outcome(each)).toBe(each.expected);
    for (const policy of denials) deniedBy.set(policy, [...(deniedBy.get(policy) ?? []), each]);
  });

  it('notices when any one policy allows what it should deny', async () => {
    const missed: string[] = [];
    for (const policy of policies) {
      flips.__flippedPolicy = policy;
      if (!(await isNoticed(deniedBy.get(policy) ?? []))) missed.push(policy);
    }
    flips.__flippedPolicy = undefined;
    console.log(`Policy flips caught: ${policies.length - missed.length} of ${policies.length}`);
    expect(missed).toEqual([]);
  }, 120_000);
});

async function isNoticed(suspects: Case[]): Promise<boolean> {
  for (const each of suspects) {
    const found = await outcome(each).catch(() => 'fault');
    if (found !== each.expected) return true;
  }
  return false;
}
