import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openS3, type S3Server } from '../../../../tests/factories/s3';
import { directoryStore } from './directory-store.server';
import { readS3Address, s3Store } from './s3-store.server';
import { newKey, readAll, type FileStore } from './store.server';

let directory: string;
let s3: S3Server;
/** Another S3 server than that of the tests can be named. */
const s3Url = () => process.env.TEST_FILES_URL ?? s3.url;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'werkraum-store-'));
  s3 = await openS3();
});
afterAll(async () => {
  await s3.close();
  await rm(directory, { recursive: true });
});

const stores: [string, () => FileStore][] = [
  ['a directory', () => directoryStore(join(directory, 'files'))],
  ['a bucket', () => s3Store(readS3Address(s3Url())!)],
];

const keysOf = async (store: FileStore) => {
  const keys: string[] = [];
  for await (const { key } of store.list()) keys.push(key);
  return keys.sort();
};

describe.each(stores)('%s', (_name, open) => {
  it('gives back what was put in, whole and in parts', async () => {
    const store = open();
    await store.check();
    const [key, bytes] = [newKey(), randomBytes(200_000)];
    await store.put(key, bytes);
    expect((await readAll(store, key)).equals(bytes)).toBe(true);
    const parts: Buffer[] = [];
    for await (const part of await store.read(key, { start: 100, end: 149 })) parts.push(part);
    expect(Buffer.concat(parts).equals(bytes.subarray(100, 150))).toBe(true);
    await store.delete(key);
  });

  it('says what is missing, and deletes twice without complaint', async () => {
    const store = open();
    const key = newKey();
    await expect(store.read(key)).rejects.toMatchObject({ name: 'FileMissing' });
    await store.put(key, Buffer.from('a'));
    await store.delete(key);
    await store.delete(key);
    await expect(store.read(key)).rejects.toMatchObject({ name: 'FileMissing' });
  });

  it('lists everything, page by page, with its age', async () => {
    const store = open();
    expect(await keysOf(store)).toEqual([]);
    const keys = Array.from({ length: 8 }, () => newKey()).sort();
    for (const key of keys) await store.put(key, Buffer.from('a'));
    expect(await keysOf(store)).toEqual(keys);
    for await (const { changedAt } of store.list())
      expect(changedAt.getTime()).toBeLessThanOrEqual(Date.now() + 1_000);
    for (const key of keys) await store.delete(key);
  });

  it('takes no name but those made by chance', async () => {
    const store = open();
    for (const name of ['../../etc/passwd', 'a', '', newKey().toUpperCase()]) {
      await expect(store.put(name, Buffer.from('a'))).rejects.toThrow('no name');
      await expect(store.read(name)).rejects.toThrow('no name');
      await expect(store.delete(name)).rejects.toThrow('no name');
    }
  });
});

describe('a directory', () => {
  it('leaves nothing of what could not be written, and lists nothing that is not an object', async () => {
    const store = directoryStore(join(directory, 'other'));
    const key = newKey();
    await store.put(key, Buffer.from('a'));
    await writeFile(join(directory, 'other', key.slice(0, 2), `${newKey()}.part`), 'half');
    expect(await keysOf(store)).toEqual([key]);
  });

  it('that cannot be written to stops the start', async () => {
    await writeFile(join(directory, 'a file'), '');
    const store = directoryStore(join(directory, 'a file'));
    await expect(store.check()).rejects.toMatchObject({ code: 'files_unusable' });
    expect(await readdir(directory)).toContain('a file');
  });
});

describe('a bucket', () => {
  it('that refuses stops the start, with the reason and without the secret', async () => {
    const wrong = s3.url.replace(/:[^:@]+@/, ':wrong@');
    const refused = s3Store(readS3Address(wrong)!).check();
    await expect(refused).rejects.toMatchObject({ code: 'files_unusable' });
    await expect(refused).rejects.toThrow(/FILES_URL.*403 SignatureDoesNotMatch/);
    await expect(refused).rejects.not.toThrow(/wrong/);
    const missing = s3Store(readS3Address(s3.url.replace('/bucket', '/other'))!).check();
    await expect(missing).rejects.toThrow('NoSuchBucket');
  });

  it.each([
    's3://key:secret@s3.example/bucket',
    's3://key:secret@s3.example:9000/bucket/a/b?region=eu-central-1',
    's3+http://key:a%2Fb@127.0.0.1/bucket',
  ])('is told by %s', (text) => {
    expect(readS3Address(text)).toMatchObject({ accessKeyId: 'key' });
  });

  it.each([
    '',
    'bucket',
    'https://key:secret@s3.example/bucket',
    's3://s3.example/bucket',
    's3://key:secret@s3.example',
  ])('is not told by %j', (text) => {
    expect(readS3Address(text)).toBeNull();
  });
});
