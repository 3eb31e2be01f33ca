import type { PersonScope, Scope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { practiceContent, type PracticeContent } from '../fields';
import { isNamedOn } from '../person/consent';
import { readDetails, readPersons } from '../person/queries.server';
import type { PracticeFacts } from '../policy';
import type { PracticeRef, ReleasedRung } from '../schema';
import * as policy from './policy';
import type { StepRef } from './schema';
import type { EarlierStep } from './steps';

const asContent = (stored: unknown): PracticeContent => practiceContent.parse(stored);

export interface OwnStep extends policy.StepFacts {
  id: string;
  content: PracticeContent;
  source: PracticeContent;
  fromVersion: number;
  namesSite: boolean;
  createdById: string | null;
  objectUntil: Date | null;
}

const stepColumns = {
  id: true,
  rung: true,
  state: true,
  content: true,
  source: true,
  fromVersion: true,
  namesSite: true,
  createdById: true,
  proposedById: true,
  objectUntil: true,
} as const;

/** A step of an example that is locked already. */
export async function findStep(db: Db, { practiceId, stepId }: StepRef): Promise<OwnStep> {
  const found = await db.practiceStep.findFirst({
    where: { id: stepId, practiceId },
    select: stepColumns,
  });
  if (!found) throw notFound();
  return { ...found, content: asContent(found.content), source: asContent(found.source) };
}

/** The last wording for these readers, whatever became of it: what was taken out does not come back by itself. */
export async function lastWording(
  db: Db,
  practiceId: string,
  rung: ReleasedRung,
): Promise<EarlierStep | null> {
  const found = await db.practiceStep.findFirst({
    where: { practiceId, rung, state: { in: ['done', 'objected', 'taken_back'] } },
    orderBy: { decidedAt: 'desc' },
    select: { content: true, source: true },
  });
  return found && { content: asContent(found.content), source: asContent(found.source) };
}

/** The step to the rung that is open: being prepared, or proposed. */
export const findOpenStep = (db: Db, practiceId: string, rung: ReleasedRung) =>
  db.practiceStep.findFirst({
    where: { practiceId, rung, state: { in: ['draft', 'proposed'] } },
    select: { id: true, createdById: true },
  });

/** The last text that went up to the public. */
export async function lastPublicStep(db: Db, practiceId: string): Promise<EarlierStep | null> {
  const found = await db.practiceStep.findFirst({
    where: { practiceId, rung: 'public', state: 'done' },
    orderBy: { decidedAt: 'desc' },
    select: { content: true, source: true },
  });
  return found && { content: asContent(found.content), source: asContent(found.source) };
}

export async function releaseOn(db: Db, practiceId: string, rung: ReleasedRung) {
  const found = await db.practiceRelease.findUnique({
    where: { practiceId_rung: { practiceId, rung } },
    select: { content: true, fromVersion: true, releasedAt: true, namesSite: true },
  });
  return found && { ...found, content: asContent(found.content) };
}

export interface TeamMate {
  accountId: string;
  name: string;
  isAway: boolean;
}

/** The people of a team, and who has said to be away today. */
export const teamMates = (
  { db, clock }: Scope,
  { cohortId, teamId }: { cohortId: string; teamId: string },
): Promise<TeamMate[]> =>
  db.$queryRaw<TeamMate[]>`
    SELECT DISTINCT ON (a.name, a.id) a.id AS "accountId", a.name,
           coalesce(m."awayUntil" >= (${clock.now()}::timestamptz AT TIME ZONE c."timeZone")::date, false)
             AS "isAway"
      FROM membership m JOIN account a ON a.id = m."accountId" JOIN cohort c ON c.id = m."cohortId"
     WHERE m."cohortId" = ${cohortId}::uuid AND m."teamId" = ${teamId}::uuid AND m."endedAt" IS NULL
     ORDER BY a.name, a.id`;

export async function timeZoneOf(db: Db, cohortId: string): Promise<string> {
  const { timeZone } = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { timeZone: true },
  });
  return timeZone;
}

interface LadderRow extends PracticeFacts {
  id: string;
  version: number;
  content: unknown;
  changedAt: Date;
  timeZone: string;
  cohortName: string;
  teamName: string;
}

/** The walls show a team's own text to its people alone; to everybody else it is not there. */
async function readPractice(db: Db, { cohortId, practiceId }: PracticeRef): Promise<LadderRow> {
  const [row] = await db.$queryRaw<LadderRow[]>`
    SELECT p.id, p."cohortId", c.state::text AS "cohortState", p."teamId", p.version, p.content,
           p."changedAt", p."discardedAt" IS NOT NULL AS "isDiscarded", c."timeZone",
           c.name AS "cohortName", team.name AS "teamName"
      FROM practice p JOIN cohort c ON c.id = p."cohortId" JOIN team ON team.id = p."teamId"
     WHERE p.id = ${practiceId}::uuid AND p."cohortId" = ${cohortId}::uuid`;
  if (!row) throw notFound();
  return row;
}

interface LogRow {
  id: string;
  rung: ReleasedRung;
  state: policy.StepState;
  proposedAt: Date | null;
  decidedAt: Date | null;
  objectUntil: Date | null;
  reason: string;
  proposedById: string | null;
  proposedByName: string | null;
  decidedByName: string | null;
}

/** Everything about who reads an example, for its team: the rungs, what is under way, and what was. */
export async function ladder(scope: PersonScope, ref: PracticeRef) {
  const { db, actor } = scope;
  const row = await readPractice(db, ref);
  const practice: PracticeFacts = row;
  const own = asContent(row.content);
  const [cohort, publicOne] = [
    await releaseOn(db, row.id, 'cohort'),
    await releaseOn(db, row.id, 'public'),
  ];
  const mates = await teamMates(scope, practice);
  const log = await db.$queryRaw<LogRow[]>`
    SELECT s.id, s.rung::text, s.state::text, s."proposedAt", s."decidedAt", s."objectUntil", s.reason,
           s."proposedById", a.name AS "proposedByName", b.name AS "decidedByName"
      FROM practice_step s LEFT JOIN account a ON a.id = s."proposedById"
      LEFT JOIN account b ON b.id = s."decidedById"
     WHERE s."practiceId" = ${row.id}::uuid
     ORDER BY coalesce(s."decidedAt", s."proposedAt", s."createdAt") DESC, s.id DESC LIMIT 100`;
  const upTo = (rung: ReleasedRung) =>
    policy.mayStepUp(actor, { practice, rung, isShownToCohort: cohort !== null }).isAllowed;
  return {
    id: row.id,
    content: own,
    version: row.version,
    changedAt: row.changedAt,
    isDiscarded: row.isDiscarded,
    cohortName: row.cohortName,
    teamName: row.teamName,
    releases: { cohort, public: publicOne },
    /** What the public text was made from. */
    publicSource: publicOne && ((await lastPublicStep(db, row.id))?.source ?? null),
    partners: mates
      .filter(({ accountId }) => accountId !== actor.accountId)
      .map(({ name, isAway }) => ({ name, isAway })),
    log: log.map(({ proposedById, ...entry }) => ({
      ...entry,
      /** Whether it waits for an answer of whoever reads this. */
      waitsForMe: policy.mayAnswerStep(actor, { practice, step: { ...entry, proposedById } })
        .isAllowed,
    })),
    may: {
      cohort: upTo('cohort'),
      public: upTo('public'),
      stepDown: policy.mayStepDown(actor, { practice, isShown: (cohort ?? publicOne) !== null })
        .isAllowed,
    },
  };
}

export type Ladder = Awaited<ReturnType<typeof ladder>>;

/** As words of their own, in the genitive too: "Gisela Sommerfeld", "Gisela Sommerfelds". */
function says(content: PracticeContent, name: string): boolean {
  const words = JSON.stringify(content).replaceAll(/\\./g, ' ');
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
  return new RegExp(`(?<!\\p{L})${literal}s?(?!\\p{L})`, 'iu').test(words);
}

type NamedPeople = Awaited<ReturnType<typeof readPersons>>;
type DetailsOf = Awaited<ReturnType<typeof readDetails>>;
type TextOnRung = Pick<OwnStep, 'rung' | 'content'>;

/** Whose name stands in a text, though they have not agreed to being read there. */
const unagreed = (
  { persons, today }: NamedPeople,
  details: DetailsOf,
  { rung, content }: TextOnRung,
): string[] =>
  persons
    .filter((person) => person.withdrawnAt === null && !isNamedOn(rung, person, today))
    .filter(({ id, name }) =>
      [name, ...(details.get(id)?.spellings ?? [])].some((way) => says(content, way)),
    )
    .map(({ name }) => name);

export const unagreedNames = async (
  scope: PersonScope,
  ref: PracticeRef,
  text: TextOnRung,
): Promise<string[]> =>
  unagreed(await readPersons(scope, ref), await readDetails(scope.db, ref), text);

/** One step with its text, for the team: what would be shown, and what its readers see now. */
export async function step(scope: PersonScope, ref: StepRef) {
  const { db, actor } = scope;
  const row = await readPractice(db, ref);
  const practice: PracticeFacts = row;
  const found = await findStep(db, ref);
  if (found.state === 'down') throw notFound();
  const shown = await releaseOn(db, row.id, found.rung);
  const mates = await teamMates(scope, practice);
  const { persons, today } = await readPersons(scope, ref);
  const named = persons.filter(({ withdrawnAt }) => withdrawnAt === null);
  const details = await readDetails(db, ref);
  const waysToSay = ({ id, name }: { id: string; name: string }) => [
    name,
    ...(details.get(id)?.spellings ?? []),
  ];
  const nameOf = (id: string | null) =>
    mates.find(({ accountId }) => accountId === id)?.name ?? null;
  const onStep = { practice, step: found };
  const below = found.rung === 'cohort' ? null : await releaseOn(db, row.id, 'cohort');
  const source = found.rung === 'cohort' ? asContent(row.content) : below?.content;
  return {
    id: found.id,
    practiceId: row.id,
    rung: found.rung,
    state: found.state,
    content: found.content,
    source: found.source,
    namesSite: found.namesSite,
    /** The text behind it as it stands now, where it has changed since. */
    newerSource: source ?? null,
    shown,
    objectUntil: found.objectUntil,
    proposedByName: nameOf(found.proposedById),
    teamName: row.teamName,
    cohortName: row.cohortName,
    /** Names to look for in the text: the team's own people, and those whom the example names. */
    people: [...mates.map(({ name }) => name), ...named.flatMap(waysToSay)],
    /** Who would be named beside the text. */
    named: named.filter((person) => isNamedOn(found.rung, person, today)).map(({ name }) => name),
    /** Whose name stands in the text, though they have not agreed to being read there. */
    notAgreed: unagreed({ persons, today }, details, found),
    partners: mates
      .filter(({ accountId }) => accountId !== actor.accountId)
      .map(({ name, isAway }) => ({ name, isAway })),
    may: {
      edit: policy.mayEditStep(actor, onStep).isAllowed,
      answer: policy.mayAnswerStep(actor, onStep).isAllowed,
      takeBack: policy.mayTakeBackStep(actor, onStep).isAllowed,
    },
  };
}

export type ShownStep = Awaited<ReturnType<typeof step>>;
