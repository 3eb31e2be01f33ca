import fastify, { type FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import pg from 'pg';

// What the same rows cost without a framework: Fastify, pg and a string. "bare" runs three prepared
// queries, "walled" the same inside a transaction that says who acts, with the policies on.

const SESSION = `SELECT "accountId", name FROM app.session_find($1::text, now())`;
const TOPIC = `SELECT t.id, t.question, t.about, t."whyNow", t."supportCount", team.name AS team, a.name AS author
  FROM topic t JOIN team ON team.id = t."teamId" LEFT JOIN account a ON a.id = t."proposedById" WHERE t.id = $1`;
const COMMENTS = `SELECT c.id, c.body, c."createdAt", a.name AS author
  FROM comment c LEFT JOIN account a ON a.id = c."authorId" WHERE c."topicId" = $1 ORDER BY c.id LIMIT 20`;

type Row = Record<string, unknown>;
type Runner = Pick<pg.ClientBase, 'query'>;

const run = async (on: Runner | pg.Pool, name: string, text: string, value: string) =>
  (await (on as pg.Pool).query<Row>({ name, text, values: [value] })).rows;

const hashOf = (cookie: string | undefined) =>
  createHash('sha256')
    .update(/session=([^;]+)/.exec(cookie ?? '')?.[1] ?? '')
    .digest('hex');

function page(topic: Row, comments: Row[]): string {
  const items = comments.map(
    (comment) =>
      `<article><h3>${comment['author']}</h3><time>${(comment['createdAt'] as Date).toISOString()}</time>${comment['body']}</article>`,
  );
  return `<!doctype html><html lang="de"><title>${topic['question']}</title><h1>${topic['question']}</h1>
<p>${topic['team']}, ${topic['author']}</p>${topic['about']}<p>${topic['whyNow']}</p>${items.join('')}</html>`;
}

/** @param ownerUrl reads without policies (bare); @param appUrl obeys them (walled) */
export async function openFloor(
  ownerUrl: string,
  appUrl: string,
): Promise<{
  app: FastifyInstance;
  close(): Promise<void>;
}> {
  const bare = new pg.Pool({ connectionString: ownerUrl, max: 10 });
  const walled = new pg.Pool({ connectionString: appUrl, max: 10 });
  const app = fastify();

  app.get<{ Params: { topic: string } }>('/bare/:topic', async (request, reply) => {
    const [person] = await run(bare, 'session', SESSION, hashOf(request.headers.cookie));
    if (!person) return reply.code(401).send();
    const [topic] = await run(bare, 'topic', TOPIC, request.params.topic);
    const comments = await run(bare, 'comments', COMMENTS, request.params.topic);
    return reply.type('text/html').send(page(topic!, comments));
  });

  app.get<{ Params: { topic: string } }>('/walled/:topic', async (request, reply) => {
    const [person] = await run(walled, 'session', SESSION, hashOf(request.headers.cookie));
    if (!person) return reply.code(401).send();
    const client = await walled.connect();
    try {
      await client.query(
        `BEGIN READ ONLY; SELECT set_config('app.account', '${String(person['accountId'])}', true)`,
      );
      const [topic] = await run(client, 'topic', TOPIC, request.params.topic);
      const comments = await run(client, 'comments', COMMENTS, request.params.topic);
      await client.query('COMMIT');
      return await reply.type('text/html').send(page(topic!, comments));
    } finally {
      client.release();
    }
  });

  return {
    app,
    async close() {
      await app.close();
      await Promise.all([bare.end(), walled.end()]);
    },
  };
}
