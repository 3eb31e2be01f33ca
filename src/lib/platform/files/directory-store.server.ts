import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { StartupError } from '../startup-error';
import { FileMissing, isKey, newKey, type FileStore } from './store.server';

/**
 * Objects as files of a directory, in folders after the first two letters. Several instances of the
 * program need the same directory.
 */
export function directoryStore(directory: string): FileStore {
  const pathOf = (key: string) => {
    if (!isKey(key)) throw new Error('this is no name of an object');
    return join(directory, key.slice(0, 2), key);
  };
  const store: FileStore = {
    async put(key, bytes) {
      const path = pathOf(key);
      // It gets its name when it is complete and on disk: whatever happens, no half object is read.
      const unfinished = `${path}.part`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        const file = await open(unfinished, 'w', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async read(key, range) {
      const stream = createReadStream(pathOf(key), range);
      await once(stream, 'open').catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new FileMissing(key) : error;
      });
      return stream;
    },
    async delete(key) {
      await rm(pathOf(key), { force: true });
    },
    async *list() {
      for (const folder of await foldersOf(directory)) {
        for await (const { name } of await opendir(join(directory, folder))) {
          const found = isKey(name) ? await changedAt(join(directory, folder, name)) : null;
          if (found) yield { key: name, changedAt: found };
        }
      }
    },
    async check() {
      const key = newKey();
      try {
        await store.put(key, Buffer.from('ok'));
        await store.delete(key);
      } catch (cause) {
        throw new StartupError('files_unusable', `Nothing can be stored in ${directory}.`, {
          cause,
        });
      }
    },
  };
  return store;
}

async function foldersOf(directory: string): Promise<string[]> {
  const folders: string[] = [];
  const entries = await opendir(directory).catch(() => []);
  for await (const { name } of entries) if (/^[0-9a-f]{2}$/.test(name)) folders.push(name);
  return folders.sort();
}

/** Null where it was deleted while the directory was read. */
const changedAt = (path: string): Promise<Date | null> =>
  stat(path).then(
    ({ mtime }) => mtime,
    () => null,
  );
