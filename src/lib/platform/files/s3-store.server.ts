import { AwsClient } from 'aws4fetch';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { StartupError } from '../startup-error';
import { FileMissing, isKey, newKey, type FileStore, type StoredAt } from './store.server';

/** What FILES_URL says: s3://KEY:SECRET@host/bucket/prefix?region=eu-central-1 */
export interface S3Address {
  /** Of the bucket and the prefix, with a slash at the end. */
  base: string;
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
}

/** Null where the text is no such address. `s3+http:` is for a store in one's own network. */
export function readS3Address(text: string): S3Address | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const scheme = { 's3:': 'https:', 's3+http:': 'http:' }[url.protocol];
  const path = url.pathname.replace(/^\/+|\/+$/g, '');
  if (!scheme || !url.host || !url.username || !url.password || path === '') return null;
  return {
    base: `${scheme}//${url.host}/${path}/`,
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    region: url.searchParams.get('region') ?? 'us-east-1',
  };
}

/** Objects in a bucket of an S3-compatible store, addressed by path. */
export function s3Store({ base, ...access }: S3Address): FileStore {
  // It repeats what failed for a moment by itself (429 and 5xx), with growing pauses.
  const client = new AwsClient({ ...access, service: 's3', retries: 4 });
  const [, bucketUrl, prefix] = /^(https?:\/\/[^/]+\/[^/]+)\/(.*)$/.exec(base)!;

  const send = async (url: string, options: RequestInit, accepted: number[]): Promise<Response> => {
    const response = await client.fetch(url, options);
    if (accepted.includes(response.status)) return response;
    const detail = await response.text();
    // The store's own code (AccessDenied, NoSuchBucket …) says what is wrong; nothing else of it is told.
    const code = /<Code>([A-Za-z]+)<\/Code>/.exec(detail)?.[1] ?? '';
    throw new Error(`the file store answered ${response.status} ${code}`.trim());
  };
  const urlOf = (key: string) => {
    if (!isKey(key)) throw new Error('this is no name of an object');
    return base + key;
  };

  async function page(token: string | null): Promise<{ objects: StoredAt[]; next: string | null }> {
    const query = new URLSearchParams({ 'list-type': '2', prefix: prefix! });
    if (token !== null) query.set('continuation-token', token);
    const xml = await (await send(`${bucketUrl}?${query}`, {}, [200])).text();
    const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, entry]) => {
      const key = textOf(entry!, 'Key')?.slice(prefix!.length) ?? '';
      return isKey(key) ? [{ key, changedAt: new Date(textOf(entry!, 'LastModified')!) }] : [];
    });
    const isMore = textOf(xml, 'IsTruncated') === 'true';
    return { objects, next: isMore ? textOf(xml, 'NextContinuationToken') : null };
  }

  const store: FileStore = {
    async put(key, bytes) {
      // Signed together with the request: what was changed on the way is refused.
      const hash = createHash('sha256').update(bytes).digest('hex');
      const headers = { 'x-amz-content-sha256': hash };
      await send(urlOf(key), { method: 'PUT', headers, body: bytes as BodyInit }, [200, 201, 204]);
    },
    async read(key, range) {
      const headers = new Headers();
      if (range) headers.set('range', `bytes=${range.start}-${range.end}`);
      const response = await send(urlOf(key), { headers }, [200, 206, 404]);
      if (response.status === 404) {
        await response.body?.cancel();
        throw new FileMissing(key);
      }
      return Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
    },
    async delete(key) {
      await send(urlOf(key), { method: 'DELETE' }, [200, 202, 204, 404]);
    },
    async *list() {
      let token: string | null = null;
      do {
        const { objects, next } = await page(token);
        yield* objects;
        token = next;
      } while (token !== null);
    },
    async check() {
      const key = newKey();
      try {
        await store.put(key, Buffer.from('ok'));
        await store.delete(key);
      } catch (cause) {
        const reason = (cause as Error).message;
        throw new StartupError(
          'files_unusable',
          `FILES_URL: nothing can be stored in ${bucketUrl} (${reason}).`,
          { cause },
        );
      }
    },
  };
  return store;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of the first such element; the answers of S3 are flat where it is used. */
function textOf(xml: string, name: string): string | null {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return found?.replace(/&(amp|lt|gt|quot|apos);/g, (_all, entity) => ENTITIES[entity]!) ?? null;
}
