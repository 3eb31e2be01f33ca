import autocannon from 'autocannon';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { newId } from '$lib/platform/id';
import { startEmbeddedPostgres } from '$lib/platform/db/embedded.server';
import { migrate } from '$lib/platform/db/migrate.server';
import { fill, LARGE, signIn, SMALL, type SignedIn, type Size } from './fill';
import { measureFirstVisit } from './first-visit';
import { openFloor } from './floor';
import { benchCounting } from './count';
import { benchThread } from './thread';

// npm run bench: a small and a large installation, each beside the two floors, in one run.

const DIRECTORY = resolve('.werkraum-bench');
const CONNECTIONS = [1, 10, 50];
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8);
const MEMBERS = 50;
const log = { info() {}, warn: console.warn, error: console.error };

interface Measured {
  perSecond: number;
  p99: number;
}

interface Target {
  name: string;
  path(member: SignedIn): string;
  method?: 'POST';
  body?(member: SignedIn): string;
}

const queryOf = (input: unknown) => encodeURIComponent(JSON.stringify(input));

const PROGRAM: Target[] = [
  // A text and its frame: what a page costs before it has any data.
  { name: 'imprint (HTML)', path: () => '/imprint' },
  { name: 'topic list (HTML)', path: ({ cohortId }) => `/cohorts/${cohortId}/topics` },
  {
    name: 'topic page (HTML)',
    path: ({ cohortId, topicId }) => `/cohorts/${cohortId}/topics/${topicId}`,
  },
  {
    name: 'topic list (tRPC)',
    path: ({ cohortId }) => `/trpc/topic.list?input=${queryOf({ cohortId })}`,
  },
  {
    name: 'topic page (tRPC)',
    path: ({ cohortId, topicId }) => `/trpc/topic.page?input=${queryOf({ cohortId, topicId })}`,
  },
  {
    name: 'post a comment',
    method: 'POST',
    path: () => '/trpc/comment.create',
    body: ({ cohortId, topicId }) =>
      JSON.stringify({ id: newId(), cohortId, topicId, body: '<p>Das kennen wir auch.</p>' }),
  },
];

const FLOORS: Target[] = [
  { name: 'floor: bare', path: ({ topicId }) => `/bare/${topicId}` },
  { name: 'floor: walled', path: ({ topicId }) => `/walled/${topicId}` },
];

export async function bench(): Promise<void> {
  benchCounting();
  const rows: string[][] = [];
  for (const [label, size] of [
    ['small', SMALL],
    ['large', LARGE],
  ] as const)
    rows.push(...(await measureInstallation(label, size)));
  const header = [
    'installation',
    'what',
    ...CONNECTIONS.flatMap((c) => [`${c}: /s`, 'p99 ms', '× bare']),
  ];
  printTable([header, ...rows]);
  await benchThread();
}

async function measureInstallation(label: string, size: Size): Promise<string[][]> {
  const dataDir = join(DIRECTORY, label);
  mkdirSync(dataDir, { recursive: true });
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  try {
    await migrate({ ownerUrl: postgres.ownerUrl, migrationsDir: 'prisma/migrations' });
    await fill(postgres.ownerUrl, size, (done, all) => progress(`${label}: cohorts`, done, all));
    const members = await signIn(
      postgres.ownerUrl,
      Math.min(MEMBERS, size.cohorts * size.membersPerCohort),
    );
    const floors = await measureFloors(postgres, members);
    const program = await measureProgram(label, postgres, members);
    const bare = floors.get('floor: bare')!;
    return [...floors, ...program].map(([name, measured]) => [
      label,
      name,
      ...measured.flatMap(({ perSecond, p99 }, index) => [
        perSecond.toFixed(0),
        p99.toFixed(0),
        (perSecond / bare[index]!.perSecond).toFixed(2),
      ]),
    ]);
  } finally {
    await postgres.stop();
  }
}

type Urls = { ownerUrl: string; appUrl: string };

async function measureFloors({ ownerUrl, appUrl }: Urls, members: SignedIn[]) {
  const floor = await openFloor(ownerUrl, appUrl);
  try {
    const base = await floor.app.listen({ host: '127.0.0.1', port: 0 });
    return await measureAll(base, FLOORS, members);
  } finally {
    await floor.close();
  }
}

async function measureProgram(label: string, { ownerUrl, appUrl }: Urls, members: SignedIn[]) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const startedAt = performance.now();
  const server = spawn(process.execPath, ['build/server/main.js', '--port', String(port)], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await readyLine(server);
    console.log(`${label}: start ${Math.round(performance.now() - startedAt)} ms`);
    const measured = await measureAll(origin, PROGRAM, members);
    console.log(`${label}: memory of the Node process ${residentMebibytes(server.pid!)} MB`);
    const visit = await measureFirstVisit(origin, members[0]!);
    console.log(
      `${label}: first visit of a topic page: ${visit.requests} requests, ${visit.kilobytes} kB, of it JavaScript ${visit.scriptKilobytes} kB`,
    );
    return measured;
  } finally {
    server.kill('SIGTERM');
  }
}

async function measureAll(base: string, targets: Target[], members: SignedIn[]) {
  const results = new Map<string, Measured[]>();
  for (const target of targets) {
    const measured: Measured[] = [];
    // A short warm-up that is not counted.
    await cannon(base, target, members, 10, 2);
    for (const connections of CONNECTIONS)
      measured.push(await cannon(base, target, members, connections, SECONDS));
    results.set(target.name, measured);
  }
  return results;
}

async function cannon(
  base: string,
  target: Target,
  members: SignedIn[],
  connections: number,
  duration: number,
): Promise<Measured> {
  const result = await autocannon({
    url: base,
    connections,
    duration,
    requests: members.map((member) => ({
      method: target.method ?? 'GET',
      path: target.path(member),
      headers: {
        cookie: `session=${member.sessionId}`,
        ...(target.method === 'POST' && { 'content-type': 'application/json', origin: base }),
      },
      // A fresh id for each sending: a repeated one would be the same comment.
      ...(target.body && {
        setupRequest: (request: autocannon.Request) => ({ ...request, body: target.body!(member) }),
      }),
    })),
  });
  if (result.non2xx > 0)
    throw new Error(
      `${target.name}: ${result.non2xx} answers were not 2xx (${JSON.stringify(result.statusCodeStats)})`,
    );
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

function readyLine(server: ChildProcess): Promise<void> {
  return new Promise((resolvePromise, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    server.stdout!.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Werkraum is ready')) resolvePromise();
    });
  });
}

const freePort = (): Promise<number> =>
  new Promise((resolvePromise) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolvePromise(port));
    });
  });

function residentMebibytes(pid: number): string {
  const status = process.getBuiltinModule('node:fs').readFileSync(`/proc/${pid}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024).toFixed(0);
}

function progress(what: string, done: number, all: number): void {
  const filled = Math.round((done / all) * 30);
  const bar = '█'.repeat(filled).padEnd(30, '░');
  process.stdout.write(`\r${what} ${bar} ${done}/${all}${done === all ? '\n' : ''}`);
}

function printTable(rows: string[][]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
        )
        .join('  '),
    );
}
