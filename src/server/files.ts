import { join } from 'node:path';
import { directoryStore } from '$lib/platform/files/directory-store.server';
import { s3Store } from '$lib/platform/files/s3-store.server';
import type { FileStore } from '$lib/platform/files/store.server';
import type { Settings } from './settings';

/** Where this installation keeps its files: a bucket, or a folder of the data directory. */
export const openFiles = ({ s3, dataDir }: Pick<Settings, 's3' | 'dataDir'>): FileStore =>
  s3 === null ? directoryStore(join(dataDir, 'files')) : s3Store(s3);
