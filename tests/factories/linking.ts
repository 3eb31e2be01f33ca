import type pg from 'pg';

// An attack on the secrecy of votes, by somebody with the database and the logs in hand: everything
// that is written anywhere about a voter is held against everything that is written about a vote.

/** What is written about one voter or one vote: the place (table and column) and the values there. */
type Marks = Map<string, string[]>;

/** Everything that is written, by voter and by vote. */
export interface Evidence {
  voters: Map<string, Marks>;
  votes: Map<string, Marks>;
}

export interface Sought {
  /** each voter by all the names that rows know her or him by: ids of the entry and the account … */
  voters: Map<string, string[]>;
  /** each vote by the id that it is published under */
  votes: string[];
  /** rows that name this are about the ballot, and kept apart from others of the same table */
  ballotId: string;
}

/** Pairs of voter and vote that one way of looking would name. */
export interface Attempt {
  by: string;
  pairs: [voter: string, vote: string][];
  /** A value that only one voter and one vote share: one true pair of these is one too many. */
  isExact: boolean;
}

interface Row {
  place: string;
  columns: Record<string, unknown>;
}

const QUALIFIED = `quote_ident(n.nspname) || '.' || quote_ident(c.relname)`;

/** Every row of every table, with what PostgreSQL itself keeps of it. */
async function everyRow(superuser: pg.Client): Promise<Row[]> {
  const { rows: tables } = await superuser.query<{ name: string }>(
    `SELECT ${QUALIFIED} AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const found: Row[] = [];
  for (const { name } of tables) {
    const { rows } = await superuser.query<{ columns: Record<string, unknown> }>(
      `SELECT to_jsonb(t) || jsonb_build_object('ctid', t.ctid::text, 'xmin', t.xmin::text,
                'xmax', t.xmax::text, 'cmin', t.cmin::text) AS columns
         FROM ${name} t`,
    );
    rows.forEach(({ columns }, index) =>
      found.push({ place: name, columns: { ...columns, row: index } }),
    );
  }
  return found;
}

/** Lines of a log as rows: their number stands for their place, all else for itself. */
function logRows(log: readonly string[]): Row[] {
  const parsed = log.map((line, number) => {
    try {
      return { ...(JSON.parse(line) as object), number } as Record<string, unknown>;
    } catch {
      return { line, number } as Record<string, unknown>;
    }
  });
  // Lines of one request belong together: what one says of a person is said of all of them.
  const requests = Map.groupBy(parsed, ({ reqId, number }) => String(reqId ?? `line ${number}`));
  return [...requests.values()].map((lines) => ({
    place: 'log',
    columns: { number: lines[0]!['number'], lines },
  }));
}

const MARKS_OF_A_ROW = ['ctid', 'xmin', 'xmax', 'cmin', 'row', 'number'];

/** Every single value inside a row or a part of it, by the path that leads to it. */
function* leaves(value: unknown, path: string): Generator<[path: string, value: string]> {
  if (Array.isArray(value)) {
    for (const inner of value) yield* leaves(inner, `${path}[]`);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${path}.${key}`);
  } else if (value !== null && value !== undefined) yield [path, String(value)];
}

/** The parts of a row that are about one of the sought things alone, each with its marks. */
function* parts(
  value: unknown,
  path: string,
  namedIn: (text: string) => string[],
): Generator<[name: string, path: string, value: string]> {
  const names = namedIn(JSON.stringify(value) ?? '');
  if (names.length === 0) return;
  if (names.length === 1) {
    for (const [inner, leaf] of leaves(value, path)) yield [names[0]!, inner, leaf];
    return;
  }
  if (Array.isArray(value)) {
    for (const [place, inner] of value.entries()) {
      for (const name of namedIn(JSON.stringify(inner) ?? ''))
        yield [name, `${path}[place]`, String(place)];
      yield* parts(inner, `${path}[]`, namedIn);
    }
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value))
      yield* parts(inner, `${path}.${key}`, namedIn);
  }
}

/** Gathers what is written about each voter and each vote, in all tables and in the log. */
export async function gatherEvidence(
  superuser: pg.Client,
  sought: Sought,
  log: readonly string[],
): Promise<Evidence> {
  const voterNames = [...sought.voters].flatMap(([voter, names]) =>
    names.map((name) => [name, voter] as const),
  );
  const voterIn = (text: string) => [
    ...new Set(voterNames.filter(([name]) => text.includes(name)).map(([, voter]) => voter)),
  ];
  const voteIn = (text: string) => sought.votes.filter((vote) => text.includes(vote));
  const evidence: Evidence = { voters: new Map(), votes: new Map() };
  const note = (marks: Map<string, Marks>, name: string, path: string, value: string) => {
    const ofName = marks.get(name) ?? new Map<string, string[]>();
    marks.set(name, ofName);
    ofName.set(path, [...(ofName.get(path) ?? []), value]);
  };
  for (const { place, columns } of [...(await everyRow(superuser)), ...logRows(log)]) {
    const text = JSON.stringify(columns);
    const isAboutBallot = text.includes(sought.ballotId);
    const path = isAboutBallot ? `${place}*` : place;
    for (const [marks, namedIn] of [
      [evidence.voters, voterIn],
      [evidence.votes, voteIn],
    ] as const) {
      const names = namedIn(text);
      if (names.length === 0) continue;
      for (const [name, inner, value] of parts(columns, path, namedIn))
        note(marks, name, inner, value);
      // What PostgreSQL keeps of the row is said of everyone in it.
      if (names.length > 1)
        for (const name of names)
          for (const mark of MARKS_OF_A_ROW)
            if (columns[mark] !== undefined)
              note(marks, name, `${path}.${mark}`, String(columns[mark]));
    }
  }
  return evidence;
}

/** A value that could be the same by chance (a small number, yes or no) proves nothing. */
const isTelling = (value: string) => value.length >= 4;

/** Values that one voter and one vote alone have, wherever each of them stands. */
function bySharedValue({ voters, votes }: Evidence): Attempt[] {
  const placesOf = (marks: Map<string, Marks>) => {
    const places = new Map<string, Map<string, Set<string>>>();
    for (const [name, ofName] of marks)
      for (const [path, values] of ofName) {
        const owners = places.get(path) ?? new Map<string, Set<string>>();
        places.set(path, owners);
        for (const value of values.filter(isTelling))
          owners.set(value, (owners.get(value) ?? new Set()).add(name));
      }
    return places;
  };
  const attempts: Attempt[] = [];
  const votePlaces = [...placesOf(votes)];
  for (const [voterPath, voterOwners] of placesOf(voters))
    for (const [votePath, voteOwners] of votePlaces) {
      const pairs: [string, string][] = [];
      for (const [value, ofVoter] of voterOwners) {
        const ofVote = voteOwners.get(value);
        if (ofVoter.size === 1 && ofVote?.size === 1)
          pairs.push([[...ofVoter][0]!, [...ofVote][0]!]);
      }
      if (pairs.length > 0)
        attempts.push({ by: `${voterPath} = ${votePath}`, pairs, isExact: true });
    }
  return attempts;
}

/** A value as something that has an order: numbers, places of rows, and else the text. */
function rankable(value: string): number | string {
  const place = /^\((\d+),(\d+)\)$/.exec(value);
  if (place) return Number(place[1]) * 100_000 + Number(place[2]);
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

const compare = (one: number | string, other: number | string): number =>
  one < other ? -1 : one > other ? 1 : 0;

/** Every order that some column puts the voters, or the votes, into: those with a value of their own each. */
function orders(marks: Map<string, Marks>): [path: string, names: string[]][] {
  const paths = new Set([...marks.values()].flatMap((ofName) => [...ofName.keys()]));
  const found: [string, string[]][] = [];
  for (const path of paths)
    for (const which of ['first', 'last'] as const) {
      const values = [...marks].map(([name, ofName]) => {
        const sorted = (ofName.get(path) ?? []).map(rankable).sort(compare);
        return { name, value: which === 'first' ? sorted[0] : sorted.at(-1) };
      });
      const isOrder = new Set(values.map(({ value }) => value)).size === marks.size;
      if (!isOrder || values.some(({ value }) => value === undefined)) continue;
      const sorted = values.toSorted((a, b) => compare(a.value!, b.value!));
      found.push([`${path} (${which})`, sorted.map(({ name }) => name)]);
    }
  return found;
}

/** The first with the first, the second with the second; and the other way round. */
function byOrder({ voters, votes }: Evidence): Attempt[] {
  if (voters.size !== votes.size) return [];
  const attempts: Attempt[] = [];
  const voteOrders = orders(votes);
  for (const [voterPath, voterNames] of orders(voters))
    for (const [votePath, voteNames] of voteOrders)
      for (const isBackwards of [false, true]) {
        const against = isBackwards ? voteNames.toReversed() : voteNames;
        const pairs = voterNames.map((name, rank): [string, string] => [name, against[rank]!]);
        const by = `${voterPath} ${isBackwards ? 'against' : 'along'} ${votePath}`;
        attempts.push({ by, pairs, isExact: false });
      }
  return attempts;
}

/** Everything that can be tried: each pair of columns by value and by order. */
export const tryEverything = (evidence: Evidence): Attempt[] => [
  ...bySharedValue(evidence),
  ...byOrder(evidence),
];

/**
 * The attempts that name voters. Pairing 24 by chance is right once on the average, and half of them
 * less than once in 10⁸ tries; a shared value is none by chance.
 */
export function succeeded(attempts: Attempt[], truth: ReadonlyMap<string, string>): string[] {
  return attempts
    .filter(({ pairs, isExact }) => {
      const hits = pairs.filter(([voter, vote]) => truth.get(voter) === vote).length;
      return isExact ? hits > 0 : hits >= truth.size / 2;
    })
    .map(({ by }) => by);
}
