import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { appRouter } from '../../src/server/router';
import { openHttp, type Http } from '../factories/http';
import { workOff } from '../factories/notice';
import { actorKinds, openWorld, type ActorKind, type World } from '../factories/world';
import { outcomeOf, type AccessTable } from '../access/table';
import { everyRoute } from './routes';

// A script in every text that anyone can send, through every procedure; then every page and
// mail is looked at: it may show the letters, and run nothing.

const parts = import.meta.glob<{ table: AccessTable }>('../access/*.access.ts', { eager: true });
const table: AccessTable = Object.assign({}, ...Object.values(parts).map((part) => part.table));
const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: string; inputs: z.ZodType[] } }
>;

const MARK = 'gestohlen';
/** Breaks out of text, of an attribute and of the page's own data; short enough for most fields. */
const SCRIPT = `</script>"'><img src=x onerror=${MARK}()>`;
const LONGER = `${SCRIPT}<script>${MARK}()</script><a href="javascript:${MARK}()">x</a>`;

let world: World;
let http: Http;
beforeAll(async () => {
  world = await openWorld();
  http = await openHttp(world);
});
afterAll(async () => {
  await http?.close();
  await world?.close();
});

type Path = (string | number)[];

/** Where an input has texts of its own; ids, dates and choices refuse the script by themselves. */
function textsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value === 'string') return [at];
  const isBranch = typeof value === 'object' && value !== null && !(value instanceof Date);
  if (!isBranch) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...at, key]));
}

function replaced(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, text);
  return copy;
}

/** The input with the script in every text that its schema lets through. */
function withScript(procedure: string, input: unknown): unknown {
  const schemas = procedures[procedure]!._def.inputs;
  const accepts = (candidate: unknown) =>
    schemas.every((schema) => schema.safeParse(candidate).success);
  let scripted = input;
  for (const path of textsIn(input))
    for (const text of [SCRIPT, LONGER]) {
      const candidate = replaced(scripted, path, text);
      if (accepts(candidate)) scripted = candidate;
    }
  return scripted;
}

/** What a browser would run in this document. */
function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const isOurs = attributes.nonce !== undefined || attributes.src?.startsWith('/');
      if (name === 'script' && !isOurs && !/^application\/(ld\+)?json$/.test(attributes.type ?? ''))
        dangers.push('a script without our nonce');
      for (const [attribute, value] of Object.entries(attributes)) {
        if (/^on/.test(attribute)) dangers.push(`${name} ${attribute}="${value}"`);
        if (/^\s*(javascript|data:text\/(?!csv))/i.test(value))
          dangers.push(`${name} ${attribute}=${value}`);
      }
      if (name === 'img' && attributes.src === 'x') dangers.push('the picture of the script');
    },
  });
  parser.write(html);
  parser.end();
  return dangers;
}

/** The workshops that show something of the script: each test row makes one of its own, most of them clean. */
async function markedWorkshops(): Promise<string[]> {
  const tables = await world.owner.$queryRaw<{ name: string; key: string }[]>`
    SELECT table_name AS name, column_name AS key FROM information_schema.columns
     WHERE table_schema = 'public'
       AND (column_name = 'workshopId' OR (table_name = 'workshop' AND column_name = 'id'))`;
  const found = await Promise.all(
    tables.map(({ name, key }) =>
      world.owner.$queryRawUnsafe<{ id: string }[]>(
        `SELECT DISTINCT "${key}" AS id FROM "${name}" t
          WHERE "cohortId" = $1::uuid AND "${key}" IS NOT NULL AND to_jsonb(t)::text LIKE $2`,
        world.cohortA,
        `%${MARK}%`,
      ),
    ),
  );
  return [...new Set(found.flat().map(({ id }) => id))];
}

/** What stands in brackets of an address; `within`: what the address leads through before. */
type Part = string | { value: string; within: string };

/** Every address that can be made of what is in the database now. */
async function everyAddress(): Promise<string[]> {
  const { owner, cohortA } = world;
  const ids = { select: { id: true }, where: { cohortId: cohortA } };
  const of: Record<string, Part[]> = {
    cohort: [cohortA],
    topic: (await owner.topic.findMany(ids)).map(({ id }) => id),
    ballot: (await owner.ballot.findMany(ids)).map(({ id }) => id),
    objection: (await owner.objection.findMany(ids)).map(({ id }) => id),
    team: (await owner.team.findMany(ids)).map(({ id }) => id),
    membership: (await owner.membership.findMany(ids)).map(({ id }) => id),
    programme: (await owner.programme.findMany({ select: { id: true } })).map(({ id }) => id),
    mail: (await owner.mail.findMany({ select: { id: true } })).map(({ id }) => id),
    kind: ['imprint', 'privacy', 'accessibility'],
    consultation: (await owner.consultation.findMany(ids)).map(({ id }) => id),
    practice: (await owner.practice.findMany(ids)).map(({ id }) => id),
    workshop: await markedWorkshops(),
    section: (
      await owner.proceedingsSection.findMany({
        where: { cohortId: cohortA },
        select: { id: true, workshopId: true },
      })
    ).map(({ id, workshopId }) => ({ value: id, within: workshopId })),
    agreement: (await owner.agreement.findMany(ids)).map(({ id }) => id),
    step: (
      await owner.practiceStep.findMany({
        where: { cohortId: cohortA },
        select: { id: true, practiceId: true },
      })
    ).map(({ id, practiceId }) => ({ value: id, within: practiceId })),
    person: (
      await owner.practicePerson.findMany({
        where: { cohortId: cohortA },
        select: { id: true, practiceId: true },
      })
    ).map(({ id, practiceId }) => ({ value: id, within: practiceId })),
    method: ['tietze'],
    card: ['all'],
    file: ['people.csv', 'topics.csv'],
    form: ['decision'],
    format: ['csv', 'json'],
    sheet: ['programme', 'run-sheet', 'cards'],
    version: ['1'],
    token: [encodeURIComponent(SCRIPT)],
  };
  const fill = (path: string): string[] => {
    const name = /\[(\w+)\]/.exec(path)?.[1];
    if (!name) return [path];
    return of[name]!.flatMap((part) => {
      const { value, within } = typeof part === 'string' ? { value: part, within: '' } : part;
      return path.includes(within) ? fill(path.replace(`[${name}]`, value)) : [];
    });
  };
  const routes = await everyRoute();
  const search = `?q=${encodeURIComponent(SCRIPT)}&to=${encodeURIComponent(`javascript:${MARK}()`)}`;
  return routes.flatMap(({ path }) => fill(path)).map((address) => address + search);
}

it('sees what a browser would run', () => {
  expect(dangersIn(`<p>${SCRIPT}</p>`)).not.toEqual([]);
  expect(dangersIn('<a href="javascript:x()">x</a>')).not.toEqual([]);
  expect(dangersIn('<p onclick="x()">x</p><script>x()</script>')).toHaveLength(2);
  expect(
    dangersIn('<p>&lt;script&gt;</p><script nonce="a">{"a":"\\u003C/script>"}</script>'),
  ).toEqual([]);
});

it('runs in no page and in no mail', async () => {
  const stored: string[] = [];
  for (const [procedure, row] of Object.entries(table)) {
    if (procedures[procedure]!._def.type !== 'mutation') continue;
    const may = actorKinds.filter(
      (kind) => kind !== 'anonymous' && (row.expected[kind] ?? row.expected.rest) === 'ok',
    );
    const [kind = 'organiser'] = may;
    const input = await row.input(world, kind);
    const scripted = withScript(procedure, input);
    if (JSON.stringify(scripted) === JSON.stringify(input)) continue;
    if ((await outcomeOf(world, procedure, kind, scripted)) === 'ok') stored.push(procedure);
  }
  // Enough of them to mean something: comments, topics, names, reasons, notes …
  expect(stored.length).toBeGreaterThan(20);
  await workOff(world);

  const dangers: string[] = [];
  let shown = 0;
  const look = (where: string, html: string) => {
    if (html.includes(MARK)) shown += 1;
    dangers.push(...dangersIn(html).map((danger) => `${where}: ${danger}`));
  };
  const readers: ActorKind[] = ['moderator', 'organiser', 'administrator', 'member'];
  for (const kind of readers) await world.signInAgain(kind);
  for (const address of await everyAddress())
    for (const kind of readers) {
      const response = await http.get(kind, address);
      const text = await response.text();
      expect(response.status, address).toBeLessThan(500);
      if (response.headers.get('content-type')?.startsWith('text/html')) look(address, text);
      // One reader is enough for each page.
      if (response.status === 200) break;
    }
  for (const { html } of await world.owner.mailContent.findMany()) look('a mail', html);
  expect([...new Set(dangers)]).toEqual([]);
  expect(shown).toBeGreaterThan(50);
}, 180_000);
