import type { Scope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import type { TakenFile } from '$lib/platform/file-response';
import type { FileStore } from '$lib/platform/files/store.server';
import { practiceContent, type CostBand, type PracticeKind, type TownSize } from '../fields';
import { single } from '../paper/document';
import type { PaperSource } from '../paper/paper';
import { bytesOf, toPrint, type StoredPicture } from '$lib/upload/queries.server';
import { pictureIds, printed } from '../paper/queries.server';
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

/** The same on paper: what everyone reads, and nothing else. */
export async function pdf(scope: Scope, input: ReadPublic, files: FileStore): Promise<TakenFile> {
  const { id, content, site, releasedAt, persons } = await read(scope, input);
  const source: PaperSource = {
    practiceId: id,
    teamName: site,
    rung: 'public',
    at: releasedAt,
    content,
    adoptions: [],
    persons,
  };
  const pictures = await bytesOf(files, await picturesOf(scope, source));
  return printed(single(source, PLACE, new Set(pictures.keys())), pictures);
}

/** Whoever reads this is nowhere in particular, and the cohort is not named to everyone. */
const PLACE = { cohortName: '', timeZone: 'Europe/Berlin' };

async function picturesOf({ db }: Scope, source: PaperSource): Promise<StoredPicture[]> {
  const fileIds = pictureIds([source]);
  if (fileIds.length === 0) return [];
  const objects = await db.$queryRaw<{ fileId: string; width: number; key: string }[]>`
    SELECT named.id AS "fileId", o.width, o.key
      FROM unnest(${fileIds}::uuid[]) AS named(id), app.public_objects(named.id) o
     WHERE o.kind = 'picture'`;
  return [...Map.groupBy(objects, ({ fileId }) => fileId).values()].flatMap(
    (sizes) => toPrint(sizes) ?? [],
  );
}
