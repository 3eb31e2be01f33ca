import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, temporaryDir } from '../factories/server';
import { postComment, startWithMembers, storedComments } from './installation';

let dir: string;
beforeAll(async () => {
  dir = await temporaryDir();
});
afterAll(() => rm(dir, { recursive: true }));

it('moves a running installation to another directory, files included', async () => {
  const here = join(dir, 'here');
  const there = join(dir, 'there');
  const file = join(dir, 'backup.tar.gz');
  const { server, members } = await startWithMembers(here, 1);
  const early = await postComment(server.origin, members[0]!);
  await mkdir(join(here, 'files'), { recursive: true });
  await writeFile(join(here, 'files', 'protokoll.txt'), 'Grüße aus Ahlen');

  const saved = await command('backup', file, here);
  expect(saved.output).toMatch(/^Saved \d+ rows and 1 files to /);
  const before = await storedComments(here);
  const refused = await command('restore', file, here);
  expect(refused).toMatchObject({ exitCode: 1 });
  expect(refused.output).toContain('is in use by another process');
  await server.stop();

  const restored = await command('restore', file, there);
  expect(restored.output).toMatch(/^Restored \d+ rows and 1 files from /);
  const second = await startServer({ dataDir: there });
  try {
    expect(await storedComments(there)).toEqual(before);
    expect(before.has(early!)).toBe(true);
    expect(await postComment(second.origin, members[0]!)).toBeDefined();
    const text = await readFile(join(there, 'files', 'protokoll.txt'), 'utf8');
    expect(text).toBe('Grüße aus Ahlen');
  } finally {
    await second.stop();
  }
});

it('is made of a database that does not run as well, and never of nothing', async () => {
  const stopped = await command('backup', join(dir, 'stopped.tar.gz'), join(dir, 'there'));
  expect(stopped).toMatchObject({ exitCode: 0 });
  const nothing = await command('backup', join(dir, 'nothing.tar.gz'), join(dir, 'nowhere'));
  expect(nothing).toMatchObject({ exitCode: 1 });
  expect(nothing.output).toContain('There is no database in');
});

async function command(name: 'backup' | 'restore', file: string, dataDir: string) {
  const args = [resolve(`build/server/${name}.js`), file, `--data-dir=${dataDir}`];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const [exitCode] = await once(child, 'close');
  return { exitCode: exitCode as number, output };
}
