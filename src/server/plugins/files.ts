import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { errorText } from '$lib/access/error-text';
import { appCodeOf, type Context, type Services } from '$lib/access/procedure.server';
import { withScope } from '$lib/access/scope.server';
import type { Locale, Person } from '$lib/access/actor';
import { AppError, isAppError, notFound } from '$lib/platform/errors';
import { FileMissing } from '$lib/platform/files/store.server';
import { append } from '$lib/upload/commands.server';
import { objectToRead, publicObject, type ReadableObject } from '$lib/upload/queries.server';
import { byteRange } from '../byte-range';
import { deviceName, preferredLocale } from '../request-facts';
import { openContext } from '../services';
import { readSessionCookie, sessionCookies } from '../session-cookie';

/** Whatever a file holds, nothing of it runs in our name. */
const NOTHING_RUNS = "sandbox; default-src 'none'; frame-ancestors 'none'";

const STATUS: Record<string, number> = {
  not_found: 404,
  sign_in_required: 401,
  second_factor_first: 403,
  upload_offset: 409,
  file_longer_than_told: 413,
  internal: 500,
};

interface FilesOptions {
  services: Services;
  origin: string;
}

/** The bytes of files, in and out; everything else about them are procedures (lib/upload). */
export async function filesPlugin(
  app: FastifyInstance,
  { services, origin }: FilesOptions,
): Promise<void> {
  // Bodies are read piece by piece, whatever they are called.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  const contextOf = (request: FastifyRequest, reply: FastifyReply): Promise<Context> =>
    openContext(services, {
      sessionId: readSessionCookie(request.headers.cookie, origin),
      locale: preferredLocale(request.headers['accept-language']),
      address: request.ip,
      device: deviceName(request.headers['user-agent']),
      cookies: sessionCookies(origin, (value) => reply.raw.appendHeader('set-cookie', value)),
    });

  app.patch('/uploads/:cohort/:upload', async (request, reply) => {
    const { actor, locale } = await contextOf(request, reply);
    reply.header('cache-control', 'no-store');
    try {
      const { cohort, upload } = idsOf(request, { cohort: z.uuid(), upload: z.uuid() });
      const offset = Number(request.headers['upload-offset']);
      if (!Number.isSafeInteger(offset) || offset < 0) throw new AppError('invalid_input');
      return await append(
        services,
        requirePerson(actor),
        { cohortId: cohort, id: upload },
        { offset, bytes: request.body as AsyncIterable<Buffer> },
      );
    } catch (error) {
      // Whatever is still on its way is not read any more.
      reply.header('connection', 'close');
      return refuse(request, reply, error, locale);
    }
  });

  for (const path of ['/files/:cohort/:file', '/files/:cohort/:file/:width'])
    app.route({
      method: ['GET', 'HEAD'],
      url: path,
      handler: async (request, reply) => {
        const { actor, locale } = await contextOf(request, reply);
        try {
          const { cohort, ...wanted } = wantedOf(request, { cohort: z.uuid() });
          const object = await withScope(services, requirePerson(actor), 'read', (scope) =>
            objectToRead(scope, { cohortId: cohort!, ...wanted }),
          );
          // Asked for every time: whoever may not read it any more must not find it in the browser.
          reply.header('cache-control', 'private, no-cache');
          return await give(services, request, reply, object);
        } catch (error) {
          return refuse(request, reply, error, locale);
        }
      },
    });

  for (const path of ['/public/files/:file', '/public/files/:file/:width'])
    app.route({
      method: ['GET', 'HEAD'],
      url: path,
      handler: async (request, reply) => {
        try {
          const object = await publicObject(services.database, wantedOf(request));
          // Kept by whoever likes, and asked for every time: a step down works at once.
          reply.header('cache-control', 'public, no-cache');
          // Towns show what is published in their own pages.
          reply.raw.setHeader('cross-origin-resource-policy', 'cross-origin');
          return await give(services, request, reply, object);
        } catch (error) {
          return refuse(request, reply, error, preferredLocale(request.headers['accept-language']));
        }
      },
    });
}

function idsOf<Shape extends z.ZodRawShape>(request: FastifyRequest, shape: Shape) {
  const { data } = z.object(shape).safeParse(request.params);
  if (!data) throw notFound();
  return data;
}

function wantedOf(request: FastifyRequest, more: { cohort?: z.ZodUUID } = {}) {
  const { file, width, ...rest } = idsOf(request, {
    file: z.uuid(),
    width: z.coerce.number().int().min(1).max(10_000).optional(),
    ...more,
  }) as { file: string; width?: number; cohort?: string };
  return { ...rest, fileId: file, width: width ?? null };
}

function requirePerson(actor: Context['actor']): Person {
  if (actor.kind !== 'person') throw new AppError('sign_in_required');
  if (actor.secondFactorDue?.isOver) throw new AppError('second_factor_first');
  return actor;
}

/** Pictures are shown: their bytes are our own. Everything else is saved. */
async function give(
  { files }: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { kind, name, key, mediaType, size }: ReadableObject,
): Promise<FastifyReply> {
  const disposition = kind === 'picture' ? 'inline' : 'attachment';
  reply.raw.setHeader('content-security-policy', NOTHING_RUNS);
  reply
    .header('etag', `"${key}"`)
    .header('accept-ranges', 'bytes')
    .type(mediaType)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeName(name)}`);
  if (request.headers['if-none-match'] === `"${key}"`) return reply.code(304).send();
  const range = byteRange(request.headers.range, size);
  if (range === 'unsatisfiable')
    return reply.code(416).header('content-range', `bytes */${size}`).send();
  if (range !== null)
    reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  reply.header('content-length', range === null ? size : range.end - range.start + 1);
  if (request.method === 'HEAD') return reply.send();
  return reply.send(await files.read(key, range ?? undefined));
}

/** As RFC 8187 writes names in headers. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** A sentence for whoever reads it, and the code for the program that asked. */
function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  locale: Locale,
): FastifyReply {
  const cause = error instanceof FileMissing ? notFound() : error;
  const appCode = appCodeOf(new Error('', { cause }));
  if (appCode === 'internal') request.log.error({ err: error }, 'file failed');
  const facts = isAppError(cause) ? cause.facts : {};
  const wantsPage = request.headers.accept?.includes('text/html') ?? false;
  if (appCode === 'sign_in_required' && wantsPage)
    return reply.redirect(`/sign-in?to=${encodeURIComponent(request.url)}`, 303);
  const message = errorText(appCode, facts, locale);
  reply.code(STATUS[appCode] ?? 400).header('cache-control', 'no-store');
  for (const name of ['etag', 'accept-ranges', 'content-disposition', 'content-length'])
    reply.removeHeader(name);
  return wantsPage
    ? reply.type('text/plain; charset=utf-8').send(message)
    : reply.type('application/json').send({ appCode, facts, message });
}
