import { expect } from '@playwright/test';
import pg from 'pg';
import { findEmbeddedPostgres } from '../../src/lib/platform/db/embedded.server';

export interface WaitingMail {
  id: string;
  subject: string;
  text: string;
}

/** What waits in the outbox of a running server without SMTP. */
export interface Outbox {
  /** The next mail to this address that was not asked for before; waits for it. */
  next(to: string): Promise<WaitingMail>;
  /** The invitation for the calendar that this address got to what is called so; waits for it. */
  invitation(to: string, about: string): Promise<string>;
  /** As if so many days had gone by since this address asked for the deletion of its account. */
  letDaysPass(email: string, days: number): Promise<void>;
  close(): Promise<void>;
}

export async function openOutbox(dataDir: string): Promise<Outbox> {
  const { ownerUrl } = await findEmbeddedPostgres(dataDir);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const seen = new Set<string>();

  async function find(to: string): Promise<WaitingMail | undefined> {
    const { rows } = await client.query<WaitingMail>(
      `SELECT m.id, c.subject, c.text FROM mail m JOIN mail_content c ON c."mailId" = m.id
        WHERE m.recipient = $1 ORDER BY m.id`,
      [to],
    );
    return rows.find(({ id }) => !seen.has(id));
  }

  return {
    async next(to) {
      await expect.poll(() => find(to), `a mail to ${to}`).toBeDefined();
      const mail = (await find(to))!;
      seen.add(mail.id);
      return mail;
    },
    async invitation(to, about) {
      const read = async () => {
        const { rows } = await client.query<{ content: string }>(
          `SELECT c.calendar->>'content' AS content FROM mail m JOIN mail_content c ON c."mailId" = m.id
            WHERE m.recipient = $1 AND c.calendar->>'content' LIKE '%' || $2 || '%'`,
          [to, about],
        );
        return rows[0]?.content;
      };
      await expect.poll(read, `an invitation to ${to}`).toBeDefined();
      return (await read())!;
    },
    async letDaysPass(email, days) {
      await client.query(
        `UPDATE account SET "deletionAsked" = "deletionAsked" - make_interval(days => $2)
          WHERE id = (SELECT "accountId" FROM credential WHERE email = $1)`,
        [email, days],
      );
    },
    close: () => client.end(),
  };
}

/** The link in a mail that leads to this path of the installation. */
export function linkIn({ text }: WaitingMail, path: string): string {
  const link = text.match(new RegExp(`https?://\\S+/${path}/\\S+`))?.[0];
  if (!link) throw new Error(`no link to /${path} in: ${text}`);
  return link;
}
