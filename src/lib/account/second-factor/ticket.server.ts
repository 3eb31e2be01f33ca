import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a browser holds between the password and the second factor: proof that the password was right. */
export interface Ticket {
  accountId: string;
  /** When the password was right. */
  provenAt: Date;
}

/** Time enough to fetch the phone from the other room. */
const TICKET_MINUTES = 10;

const mark = (pepper: Buffer, text: string): string =>
  createHmac('sha256', pepper).update(`second-factor-ticket/${text}`).digest('base64url');

/** Signed and not stored: it only says what was found out already, and the codes themselves work once. */
export function writeTicket(pepper: Buffer, { accountId, provenAt }: Ticket): string {
  const text = `${accountId}.${provenAt.getTime()}`;
  return `${text}.${mark(pepper, text)}`;
}

/** Null where it is not ours, or too old. */
export function readTicket(pepper: Buffer, ticket: string, now: Date): Ticket | null {
  const [accountId = '', proven = '', given = ''] = ticket.split('.');
  const expected = Buffer.from(mark(pepper, `${accountId}.${proven}`));
  const found = Buffer.from(given);
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) return null;
  const provenAt = new Date(Number(proven));
  const age = now.getTime() - provenAt.getTime();
  return age <= TICKET_MINUTES * 60_000 ? { accountId, provenAt } : null;
}
