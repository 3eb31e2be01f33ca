import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';

/** A part of an object: from byte `start` to byte `end`, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface StoredAt {
  key: string;
  changedAt: Date;
}

/**
 * Where bytes lie that are too large for the database: a directory, or a bucket. An object is written
 * once and never changes. Names are made by chance (`newKey`); nothing that people type becomes one.
 */
export interface FileStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** @throws FileMissing where there is no such object */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** An object that is gone already is no error. */
  delete(key: string): Promise<void>;
  list(): AsyncIterable<StoredAt>;
  /** Refuses to go on where nothing could be stored. @throws StartupError `files_unusable` */
  check(): Promise<void>;
}

/** 144 random bits, in letters and digits that every store takes. */
export const newKey = (): string => randomBytes(18).toString('hex');

const KEY = /^[0-9a-f]{36}$/;
/** Whether this can be the name of an object of ours. */
export const isKey = (name: string): boolean => KEY.test(name);

export class FileMissing extends Error {
  override readonly name = 'FileMissing';
}

/** The whole object. */
export async function readAll(store: FileStore, key: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await store.read(key)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
