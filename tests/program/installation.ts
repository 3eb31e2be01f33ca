import pg from 'pg';
import { findEmbeddedPostgres } from '$lib/platform/db/embedded.server';
import { newId } from '$lib/platform/id';
import { startServer, type ServerProcess } from '../factories/server';
import { fill, signIn, SMALL, type SignedIn } from '../load/fill';

/** A built server with a few cohorts and members who are signed in. */
export async function startWithMembers(
  dataDir: string,
  memberCount: number,
): Promise<{ server: ServerProcess; members: SignedIn[] }> {
  const server = await startServer({ dataDir, env: { LOG_LEVEL: 'warn' } });
  const { ownerUrl } = await findEmbeddedPostgres(dataDir);
  await fill(ownerUrl, SMALL, () => {});
  return { server, members: await signIn(ownerUrl, memberCount) };
}

/** Posts a comment under an id of its own. Returns the id once the program has confirmed it. */
export async function postComment(
  origin: string,
  { sessionId, cohortId, topicId }: SignedIn,
): Promise<string | undefined> {
  const id = newId();
  const response = await fetch(`${origin}/trpc/comment.create`, {
    method: 'POST',
    headers: {
      cookie: `session=${sessionId}`,
      'content-type': 'application/json',
      origin,
    },
    body: JSON.stringify({ id, cohortId, topicId, body: '<p>Das kennen wir auch.</p>' }),
  }).catch(() => undefined);
  await response?.text().catch(() => undefined);
  return response?.ok ? id : undefined;
}

/** The ids of all comments in the database of a running server. */
export async function storedComments(dataDir: string): Promise<Set<string>> {
  const { ownerUrl } = await findEmbeddedPostgres(dataDir);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM comment');
    return new Set(rows.map(({ id }) => id));
  } finally {
    await client.end();
  }
}
