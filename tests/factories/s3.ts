import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

// As much of S3 as a file store needs, over real HTTP, with signatures that are really checked: there is no
// such server on npm that is still looked after (s3rver has had no release since 2021).

const SECRET = 'a secret/with+signs';
const PAGE = 3;

export interface S3Server {
  /** For FILES_URL. */
  url: string;
  objects: Map<string, Buffer>;
  close(): Promise<void>;
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) =>
  createHmac('sha256', key).update(data).digest();

/** AWS Signature Version 4, as the manual of S3 describes it. */
function isSigned({ method, url, headers }: IncomingMessage, body: Buffer): boolean {
  const [, scope, signedHeaders, signature] =
    /^AWS4-HMAC-SHA256 Credential=key\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (!scope || !signedHeaders) return false;
  const { pathname, searchParams } = new URL(url!, 'http://s3');
  searchParams.sort();
  const contentHash = headers['x-amz-content-sha256'] as string;
  if (contentHash !== 'UNSIGNED-PAYLOAD' && contentHash !== sha256(body)) return false;
  const canonical = [
    method,
    pathname,
    searchParams.toString().replaceAll('+', '%20'),
    ...signedHeaders.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    signedHeaders,
    contentHash,
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${SECRET}`);
  return hmac(key, toSign).toString('hex') === signature;
}

const failure = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`;

export async function openS3(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();

  const answer = (
    request: IncomingMessage,
    body: Buffer,
  ): { status: number; body?: string | Buffer } => {
    const { pathname, searchParams } = new URL(request.url!, 'http://s3');
    if (!isSigned(request, body)) return { status: 403, body: failure('SignatureDoesNotMatch') };
    const [, bucket, ...rest] = pathname.split('/');
    if (bucket !== 'bucket') return { status: 404, body: failure('NoSuchBucket') };
    const key = rest.join('/');
    if (request.method === 'PUT') objects.set(key, body);
    if (request.method === 'PUT') return { status: 200 };
    if (request.method === 'DELETE') objects.delete(key);
    if (request.method === 'DELETE') return { status: 204 };
    if (key === '') return { status: 200, body: list(searchParams) };
    const found = objects.get(key);
    if (!found) return { status: 404, body: failure('NoSuchKey') };
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    return start === undefined
      ? { status: 200, body: found }
      : { status: 206, body: found.subarray(Number(start), Number(end) + 1) };
  };

  function list(query: URLSearchParams): string {
    const after = query.get('continuation-token') ?? '';
    const keys = [...objects.keys()]
      .filter((key) => key.startsWith(query.get('prefix')!) && key > after)
      .sort();
    const shown = keys.slice(0, PAGE);
    const isMore = keys.length > PAGE;
    return [
      `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><IsTruncated>${isMore}</IsTruncated>`,
      isMore ? `<NextContinuationToken>${shown.at(-1)}</NextContinuationToken>` : '',
      ...shown.map(
        (key) =>
          `<Contents><Key>${key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>`,
      ),
      '</ListBucketResult>',
    ].join('\n');
  }

  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { status, body } = answer(request, Buffer.concat(parts));
    response.writeHead(status).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `s3+http://key:${encodeURIComponent(SECRET)}@127.0.0.1:${port}/bucket/werkraum?region=eu-central-1`,
    objects,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
