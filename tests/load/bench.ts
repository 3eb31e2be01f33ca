import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newId } from '$lib/platform/id';
import { startEmbeddedPostgres } from '$lib/platform/db/embedded.server';
import { migrate } from '$lib/platform/db/migrate.server';
import { benchBoard } from './board';
import { cannon, printTable, progress, queryOf, type Measured, type Target } from './cannon';
import { fill, LARGE, signIn, SMALL, type SignedIn, type Size } from './fill';
import { measureFirstVisit } from './first-visit';
import { openFloor } from './floor';
import { benchCounting } from './count';
import { benchPracticeSearch } from './practice-search';
import { startProgram, type Urls } from './program';
import { benchThread } from './thread';

// npm run bench: a small and a large installation, each beside the two floors, in one run.

const DIRECTORY = resolve('.werkraum-bench');
const CONNECTIONS = [1, 10, 50];
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8);
const MEMBERS = 50;
const log = { info() {}, warn: console.warn, error: console.error };

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
  await benchPracticeSearch();
  await benchThread();
  await benchBoard();
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

async function measureFloors({ ownerUrl, appUrl }: Urls, members: SignedIn[]) {
  const floor = await openFloor(ownerUrl, appUrl);
  try {
    const base = await floor.app.listen({ host: '127.0.0.1', port: 0 });
    return await measureAll(base, FLOORS, members);
  } finally {
    await floor.close();
  }
}

async function measureProgram(label: string, urls: Urls, members: SignedIn[]) {
  const program = await startProgram(urls);
  try {
    console.log(`${label}: start ${program.startMilliseconds} ms`);
    const measured = await measureAll(program.origin, PROGRAM, members);
    console.log(`${label}: memory of the Node process ${residentMebibytes(program.pid)} MB`);
    const visit = await measureFirstVisit(program.origin, members[0]!);
    console.log(
      `${label}: first visit of a topic page: ${visit.requests} requests, ${visit.kilobytes} kB, of it JavaScript ${visit.scriptKilobytes} kB`,
    );
    return measured;
  } finally {
    await program.stop();
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

function residentMebibytes(pid: number): string {
  const status = process.getBuiltinModule('node:fs').readFileSync(`/proc/${pid}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024).toFixed(0);
}
