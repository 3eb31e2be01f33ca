import type { Scope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { practiceContent, type CostBand, type PracticeKind, type TownSize } from '../fields';
import type { ListPublic, ReadPublic } from './schema';

const PAGE_SIZE = 30;

interface Card {
  id: string;
  gist: string;
  kind: PracticeKind;
  townSize: TownSize | null;
  costBand: CostBand | null;
  evidence: number | null;
  tags: string[];
  language: 'de' | 'en';
  releasedAt: Date;
  /** The town, where the team names it. */
  site: string | null;
}

/** What everyone reads, the newest first. */
export async function list({ db }: Scope, { kind, before }: ListPublic) {
  const found = await db.$queryRaw<Card[]>`
    SELECT * FROM app.public_practices(${kind}, ${before?.at ?? null}::timestamptz,
                                       ${before?.id ?? null}::uuid, ${PAGE_SIZE + 1})`;
  const cards = found.slice(0, PAGE_SIZE);
  const last = cards.at(-1);
  const next =
    found.length > PAGE_SIZE && last ? { at: last.releasedAt.toISOString(), id: last.id } : null;
  return { cards, next };
}

export type PublicCard = Awaited<ReturnType<typeof list>>['cards'][number];

export interface PublicPerson {
  id: string;
  name: string;
  role: string;
  contact: string;
}

interface PublicRow {
  id: string;
  content: unknown;
  language: 'de' | 'en';
  version: number;
  firstAt: Date;
  releasedAt: Date;
  site: string | null;
  persons: PublicPerson[];
}

/** One example as everyone reads it. */
export async function read({ db, clock }: Scope, { practiceId }: ReadPublic) {
  const [row] = await db.$queryRaw<PublicRow[]>`
    SELECT * FROM app.public_practice(${practiceId}::uuid, ${clock.now()}::timestamptz)`;
  if (!row) throw notFound();
  return { ...row, content: practiceContent.parse(row.content) };
}

export type PublicPractice = Awaited<ReturnType<typeof read>>;
