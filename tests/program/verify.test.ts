import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installationDifferences } from '$lib/platform/release/installation.server';
import { manifest, type Manifest } from '$lib/platform/release/manifest';
import { freePort, temporaryDir, type ServerProcess } from '../factories/server';
import { startWithMembers } from './installation';

// A running installation is compared with what was published. Whoever runs it can put something in
// between: here a server that passes everything on, except what a test makes of it.

interface Answer {
  path: string;
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

let dir: string;
let server: ServerProcess;
let session: string;
let published: Manifest;
let between: Server;
let origin: string;
let tamper: (answer: Answer) => void = () => {};

beforeAll(async () => {
  dir = await temporaryDir();
  const started = await startWithMembers(dir, 1);
  server = started.server;
  session = started.members[0]!.sessionId;
  published = manifest.parse(JSON.parse(await readFile('build/manifest.json', 'utf8')));
  const port = await freePort();
  origin = `http://localhost:${port}`;
  between = createServer((asked, answer) => {
    const headers = { ...asked.headers, host: `localhost:${server.port}` };
    const forwarded = request({ port: server.port, path: asked.url, headers }, (got) => {
      const chunks: Buffer[] = [];
      got.on('data', (chunk: Buffer) => chunks.push(chunk));
      got.on('end', () => {
        const path = new URL(asked.url!, origin).pathname;
        const body = Buffer.concat(chunks);
        const changed = { path, status: got.statusCode!, headers: { ...got.headers }, body };
        tamper(changed);
        delete changed.headers['content-length'];
        answer.writeHead(changed.status, changed.headers).end(changed.body);
      });
    });
    forwarded.end();
  }).listen(port);
  await once(between, 'listening');
});

afterAll(async () => {
  between?.close();
  await server?.stop();
  await rm(dir, { recursive: true });
});

const differences = async (change: (answer: Answer) => void, as: string | null = null) => {
  tamper = change;
  return (await installationDifferences(new URL(origin), published, as)).differences;
};

const aScript = () => Object.keys(published.files).find((path) => path.includes('/entry/app.'))!;
const inPage = (from: string | RegExp, to: string) => (answer: Answer) => {
  if (!answer.headers['content-type']?.startsWith('text/html')) return;
  const html = answer.body.toString();
  expect(html).toMatch(from);
  answer.body = Buffer.from(html.replace(from, to));
};

describe('an installation is compared with what was published', () => {
  it('finds nothing where nothing was changed, before the door and behind it', async () => {
    tamper = () => {};
    const url = new URL(origin);
    const outside = await installationDifferences(url, published, null);
    const inside = await installationDifferences(url, published, session);
    expect(outside.differences).toEqual([]);
    expect(inside.differences).toEqual([]);
    expect(outside.fileCount).toBeGreaterThan(100);
    expect(inside.pageCount).toBeGreaterThan(outside.pageCount);
  });

  it('finds a file that was changed', async () => {
    const path = aScript();
    const found = await differences((answer) => {
      if (answer.path !== path || answer.headers['content-encoding']) return;
      answer.body = Buffer.concat([answer.body, Buffer.from(' ')]);
    });
    expect(found).toEqual([`${path} is another file (as identity).`]);
  });

  it('finds a file that was changed in its packed form only', async () => {
    const path = aScript();
    const found = await differences((answer) => {
      if (answer.path !== path || answer.headers['content-encoding'] !== 'gzip') return;
      answer.body = gzipSync(Buffer.concat([gunzipSync(answer.body), Buffer.from(' ')]));
    });
    expect(found).toEqual([`${path} is another file (as gzip).`]);
  });

  it('finds a file that is not there', async () => {
    const path = aScript();
    const found = await differences((answer) => {
      if (answer.path === path) answer.status = 404;
    });
    expect(found).toEqual([`${path} is missing (404).`]);
  });

  it.each([
    ['a script more', inPage('</body>', '<script src="/more.js"></script></body>'), '/more.js'],
    [
      'a script in a comment',
      inPage('</body>', '<!--><script>1</script></body>'),
      'runs something',
    ],
    ['a style more', inPage('</head>', '<link rel="stylesheet" href="/x.css"></head>'), '/x.css'],
    [
      'a style in a header',
      (answer: Answer) => (answer.headers.link = '</x.css>; rel=stylesheet'),
      '/x.css',
    ],
    [
      'another rule what may run',
      (answer: Answer) =>
        (answer.headers['content-security-policy'] =
          `script-src *; ${answer.headers['content-security-policy'] as string}`),
      'allows something else',
    ],
  ])('finds %s', async (_, change, told) => {
    const found = await differences(change as (answer: Answer) => void);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).toContain(told);
  });

  it('finds what only a person who is signed in would get', async () => {
    const found = await differences((answer) => {
      if (answer.path.startsWith('/cohorts/')) inPage('kit.start(', 'steal(kit.start(')(answer);
    }, session);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((sentence) => sentence.startsWith('/cohorts/'))).toBe(true);
  });
});

describe('npm run verify', () => {
  it('ends well where everything is the same', async () => {
    tamper = () => {};
    const { code, output } = await verify(origin);
    expect(output).toContain('byte for byte');
    expect(code).toBe(0);
  });

  it('tells what differs, and fails', async () => {
    const other = join(dir, 'manifest.json');
    const path = aScript();
    const files = { ...published.files, [path]: '0'.repeat(64) };
    await writeFile(other, JSON.stringify({ ...published, files }));
    const running = await verify(origin, '--manifest', other);
    expect(running.output).toContain(`${path} is another file`);
    expect(running.code).toBe(1);
    const built = await verify('--manifest', other);
    expect(built.output).toContain(`${path} is another file`);
    expect(built.code).toBe(1);
  });

  it('says in one sentence what it misses', async () => {
    for (const args of [[], [`http://localhost:${await freePort()}`], ['--manifest', 'nothing']]) {
      const { code, output } = await verify(...args);
      expect(output.trim().split('\n')).toHaveLength(1);
      expect(code).toBe(1);
    }
  });
});

async function verify(...args: string[]): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, ['build/server/verify.js', ...args]);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}
