import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { m } from '$lib/paraglide/messages.js';
import { appRouter } from '../../src/server/router';
import { actorKinds, openWorld, type ActorKind, type World } from '../factories/world';
import { rowCounts } from '../factories/digest';
import { outcomeOf, type AccessTable } from './table';

// Every procedure is called with what nobody should send. It may refuse, with a code that has a
// sentence, or do something sensible; it must never break.

const parts = import.meta.glob<{ table: AccessTable }>('./*.access.ts', { eager: true });
const table: AccessTable = Object.assign({}, ...Object.values(parts).map((part) => part.table));
const rows = Object.entries(table).map(([procedure, row]) => ({
  procedure,
  row,
  /** Somebody who may: the refusals are those of the input. */
  kind:
    actorKinds.find((kind) => (row.expected[kind] ?? row.expected.rest) === 'ok') ?? 'organiser',
}));
const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: string } }
>;
const isMutation = (procedure: string) => procedures[procedure]!._def.type === 'mutation';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const texts = m as unknown as Record<string, unknown>;

/** The outcome, which must be one that a reader can be told about. */
async function soundOutcome(procedure: string, kind: ActorKind, input: unknown): Promise<string> {
  const outcome = await outcomeOf(world, procedure, kind, input);
  if (outcome !== 'ok') expect(texts, outcome).toHaveProperty(`error_${outcome}`);
  return outcome;
}

const LONG = 'ä'.repeat(1_000_000);
/** What stands where something else was expected. */
const NONSENSE: unknown[] = [
  ...[
    undefined,
    null,
    true,
    '',
    ' ',
    'x',
    LONG,
    '\u0000',
    'a\u0000b',
    '\ud800',
    '%00',
    '../../etc',
  ],
  ...["'; DROP TABLE topic; --", '{"$ne":null}', '<script>alert(1)</script>', '=1+1', '😀'],
  ...[0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, 2 ** 53, -(2 ** 63)],
  ...[new Date(Number.NaN), new Date(8.64e15), new Date(-8.64e15), '+275760-09-13T00:00:00Z'],
  ...[[], [null], Array.from({ length: 10_000 }, () => 'x'), {}, { length: -1 }, () => {}],
  ...['00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'],
  { toString: null, __proto__: null, constructor: 'x' },
];

type Path = (string | number)[];

/** Where something stands in an input, the input itself included. */
function placesIn(value: unknown, at: Path = []): Path[] {
  const isBranch = typeof value === 'object' && value !== null && !(value instanceof Date);
  const below = isBranch
    ? Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))
    : [];
  return [at, ...below];
}

/** The same input with something else in one place. */
function withNonsense(value: unknown, [key, ...rest]: Path, nonsense: unknown): unknown {
  if (key === undefined) return nonsense;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const branch = copy as Record<string | number, unknown>;
  branch[key] = withNonsense(branch[key], rest, nonsense);
  return copy;
}

// Some calls end sessions (signing out, replacing a person), which the next ones need.
beforeEach(async () => {
  for (const who of actorKinds) await world.signInAgain(who);
});

describe('nonsense', () => {
  it.each(rows)('$procedure bears it in every place', async ({ procedure, row, kind }) => {
    const input = await row.input(world, kind);
    const some = { place: fc.constantFrom(...placesIn(input)), what: fc.constantFrom(...NONSENSE) };
    await fc.assert(
      fc.asyncProperty(fc.record(some), async ({ place, what }) => {
        await soundOutcome(procedure, kind, withNonsense(input, place, what));
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

/** Whoever asks once more wants one more: mails, or something else to be signed. */
const SENDS_AGAIN = new Set([
  'account.changeEmail',
  'account.sendTestMail',
  'invitation.resend',
  'passkey.begin',
  'passkey.beginSignIn',
  // The owner is told each time that something about signing in has changed.
  'secondFactor.confirmApp',
  'secondFactor.newCodes',
]);

describe('the same request', () => {
  // So many wrong attempts came from here that the next one has to wait.
  beforeAll(() => world.clock.advance(3_600_000));

  const mutations = rows.filter(({ procedure }) => isMutation(procedure));

  it.each(mutations)('$procedure twice, one after the other', async ({ procedure, row, kind }) => {
    const input = await row.input(world, kind);
    const first = await soundOutcome(procedure, kind, input);
    expect(first).toBe(row.expected[kind] ?? row.expected.rest);
    const before = await rowCounts(world);
    await soundOutcome(procedure, kind, input);
    if (!SENDS_AGAIN.has(procedure)) expect(await rowCounts(world)).toEqual(before);
  });

  it.each(mutations)('$procedure five times at once', async ({ procedure, row, kind }) => {
    const input = await row.input(world, kind);
    const all = Array.from({ length: 5 }, () => soundOutcome(procedure, kind, input));
    expect(await Promise.all(all)).toContain(row.expected[kind] ?? row.expected.rest);
  });
});
