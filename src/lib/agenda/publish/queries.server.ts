import { joinedAs, teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import { openAgreements, type OpenAgreements } from '$lib/agreement/queries.server';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import type { CohortState } from '$lib/cohort/frame';
import { notFound } from '$lib/platform/errors';
import {
  topicsOfProgramme,
  topicsToPlace,
  type ProgrammeTopic,
} from '$lib/topic/schedule/queries.server';
import type { StoredFile } from '$lib/upload/schema';
import { storedFiles } from '$lib/upload/queries.server';
import { filesIn, type AgendaContent, type AgendaItem } from '../document';
import { onPresentDays, publishedAgenda, type PublishedAgenda } from '../published';
import type { Day } from '../timing';
import { departures, type Departure } from './departure';
import { mayPlan, mayReadPlan } from '../policy';
import { daysOf, linksIn, storedAgenda } from '../queries.server';
import { changesFor, difference } from './difference';
import type { VersionRef, WorkshopRef } from './schema';
import { changeList, programmeWords } from './text';

/** A workshop as its agenda needs it. */
export interface WorkshopOfAgenda {
  id: string;
  cohortId: string;
  cohortName: string;
  cohortState: CohortState;
  timeZone: string;
  kind: 'workshop' | 'symposium' | 'online_meeting' | 'visit' | 'other';
  number: number | null;
  title: string;
  place: string;
  state: 'planned' | 'fixed' | 'held' | 'cancelled';
  days: Day[];
}

/** A workshop that the actor does not see is not found. */
export async function workshopOf(
  { db }: Scope,
  { cohortId, workshopId }: WorkshopRef,
): Promise<WorkshopOfAgenda> {
  const found = await db.workshop.findFirst({
    where: { id: workshopId, cohortId },
    select: {
      id: true,
      cohortId: true,
      kind: true,
      number: true,
      title: true,
      place: true,
      state: true,
      cohort: { select: { name: true, state: true, timeZone: true } },
      days: {
        orderBy: { position: 'asc' },
        select: { id: true, date: true, startMinute: true, endMinute: true },
      },
    },
  });
  if (!found) throw notFound();
  const { cohort, days, ...workshop } = found;
  return {
    ...workshop,
    cohortName: cohort.name,
    cohortState: cohort.state,
    timeZone: cohort.timeZone,
    days: days.map((day) => ({ ...day, date: day.date?.toISOString().slice(0, 10) ?? null })),
  };
}

export interface StoredVersion {
  version: number;
  content: PublishedAgenda;
  reason: string;
  publishedAt: Date;
  publishedById: string | null;
}

/** The version with this number as it was told, or the newest one on the days as they are now. */
export async function versionOf(
  { db }: Scope,
  { cohortId, workshopId, version = null }: WorkshopRef & { version?: number | null },
): Promise<StoredVersion | null> {
  const found = await db.agendaVersion.findFirst({
    where: { cohortId, workshopId, ...(version === null ? {} : { version }) },
    orderBy: { version: 'desc' },
    select: { version: true, content: true, reason: true, publishedAt: true, publishedById: true },
  });
  if (!found) return null;
  const content = found.content as unknown as PublishedAgenda;
  if (version !== null) return { ...found, content };
  return {
    ...found,
    content: onPresentDays(content, await daysOf(db, { cohortId, workshopId })),
  };
}

/** The one that everyone read until this one was published, as it was told. */
async function versionBefore(
  scope: Scope,
  { cohortId, workshopId }: WorkshopRef,
  version: number,
): Promise<PublishedAgenda | null> {
  if (version === 1) return null;
  return (await versionOf(scope, { cohortId, workshopId, version: version - 1 }))?.content ?? null;
}

/** Somebody as a programme names her or him. */
export interface ProgrammePerson {
  membershipId: string;
  accountId: string;
  name: string;
  teamId: string | null;
  teamName: string | null;
}

async function peopleOf(
  { db }: Scope,
  cohortId: string,
  who: { ids: string[] } | 'everyone',
): Promise<ProgrammePerson[]> {
  const rows = await db.membership.findMany({
    where: { cohortId, ...(who === 'everyone' ? { endedAt: null } : { id: { in: who.ids } }) },
    select: {
      id: true,
      accountId: true,
      teamId: true,
      account: { select: { name: true } },
      team: { select: { name: true } },
    },
    orderBy: { account: { name: 'asc' } },
  });
  return rows.map(({ id, accountId, teamId, account, team }) => ({
    membershipId: id,
    accountId,
    name: account.name,
    teamId,
    teamName: team?.name ?? null,
  }));
}

interface Named {
  items: readonly Pick<
    AgendaItem,
    'responsibleIds' | 'expertIds' | 'topicId' | 'practiceId' | 'consultationId' | 'fileIds'
  >[];
  reasons: Readonly<Record<string, string>>;
}

const idsIn = (agendas: (Named | null)[]) => {
  const items = agendas.flatMap((agenda) => agenda?.items ?? []);
  return {
    files: filesIn({ items }),
    practiceIds: items.flatMap(({ practiceId }) => practiceId ?? []),
    consultationIds: items.flatMap(({ consultationId }) => consultationId ?? []),
    people: [
      ...new Set(
        items.flatMap(({ responsibleIds, expertIds }) => [...responsibleIds, ...expertIds]),
      ),
    ],
    topics: [
      ...new Set([
        ...items.flatMap(({ topicId }) => (topicId === null ? [] : [topicId])),
        ...agendas.flatMap((agenda) => Object.keys(agenda?.reasons ?? {})),
      ]),
    ],
  };
};

/** Who and what these agendas name, as far as the actor may know it. */
export async function namesIn(scope: Scope, cohortId: string, agendas: (Named | null)[]) {
  const ids = idsIn(agendas);
  return {
    people: await peopleOf(scope, cohortId, { ids: ids.people }),
    topics: await topicsOfProgramme(scope, cohortId, ids.topics),
    ...(await linksIn(scope, cohortId, ids)),
    files: ids.files.length === 0 ? [] : await storedFiles(scope, { cohortId, fileIds: ids.files }),
  };
}

/** What would change if the plan were published as it stands, and what is in the way. */
export async function previewPublishing(scope: PersonScope, ref: WorkshopRef) {
  const workshop = await workshopOf(scope, ref);
  ensure(mayReadPlan(scope.actor, ref));
  const { content, revision } = await storedAgenda(scope.db, ref);
  const last = await versionOf(scope, ref);
  const before = last?.content ?? null;
  const departing = await departuresOf(scope, workshop, content);
  const after = programmeOf(workshop, content, departing);
  const everyone = await peopleOf(scope, ref.cohortId, 'everyone');
  const names = await namesIn(scope, ref.cohortId, [before, after]);
  const known = new Set(everyone.map(({ membershipId }) => membershipId));
  const { cohortId, cohortState, state: workshopState } = workshop;
  const decision = mayPlan(scope.actor, { cohortId, cohortState, workshopState });
  return {
    workshop,
    revision,
    version: (last?.version ?? 0) + 1,
    before,
    after,
    departures: departing,
    people: [...everyone, ...names.people.filter(({ membershipId }) => !known.has(membershipId))],
    topics: names.topics,
    /** Why it cannot be published at all; null where it can. */
    denial: decision.isAllowed ? null : decision.reason,
  };
}

/** The plan as everyone would read it, with the reasons that it needs and no others. */
export const programmeOf = (
  { days, timeZone }: WorkshopOfAgenda,
  content: AgendaContent,
  departing: readonly Departure[],
): PublishedAgenda => ({
  ...publishedAgenda(content, days, timeZone),
  reasons: Object.fromEntries(departing.map(({ topicId, reason }) => [topicId, reason])),
});

/** The departures of a plan, each with what its topic asks. */
export async function departuresOf(
  scope: Scope,
  workshop: WorkshopOfAgenda,
  content: AgendaContent,
): Promise<(Departure & { question: string; teamName: string })[]> {
  const topics = await topicsToPlace(scope, {
    cohortId: workshop.cohortId,
    workshopId: workshop.id,
  });
  return departures(topics, content, workshop.kind === 'workshop').map((departure) => {
    const { question, teamName } = topics.find(({ id }) => id === departure.topicId)!;
    return { ...departure, question, teamName };
  });
}

export interface ListedVersion {
  version: number;
  reason: string;
  publishedAt: Date;
  byName: string | null;
}

/** A published programme with what has changed since the one before it; null where none is published. */
export interface Programme {
  version: number;
  content: PublishedAgenda;
  before: PublishedAgenda | null;
  reason: string;
  publishedAt: Date;
  people: ProgrammePerson[];
  topics: ProgrammeTopic[];
  practices: { id: string; gist: string }[];
  /** Those in whose circle the reader is. */
  consultationIds: string[];
  files: StoredFile[];
  /** Shown where the workshop opens; null in earlier versions, and for who does not read agreements. */
  openAgreements: OpenAgreements | null;
  /** What the newest version gives topics, and what the vote decided. */
  slots: { topicId: string; minutes: number; decidedMinutes: number | null }[];
  /** All of them, the newest first. */
  versions: ListedVersion[];
  /** Who reads it: what changes for her or him is told first. */
  reader: { membershipIds: string[]; teamId: string | null };
}

async function versionsOf({ db }: Scope, { cohortId, workshopId }: WorkshopRef) {
  return db.$queryRaw<ListedVersion[]>`
    SELECT v.version, v.reason, v."publishedAt", a.name AS "byName"
      FROM agenda_version v LEFT JOIN account a ON a.id = v."publishedById"
     WHERE v."cohortId" = ${cohortId}::uuid AND v."workshopId" = ${workshopId}::uuid
     ORDER BY v.version DESC`;
}

export async function readProgramme(
  scope: PersonScope,
  ref: VersionRef,
): Promise<{ workshop: WorkshopOfAgenda; programme: Programme | null; mayPlan: boolean }> {
  const { actor } = scope;
  const { cohortId } = ref;
  const workshop = await workshopOf(scope, ref);
  const plans = mayReadPlan(actor, ref).isAllowed;
  const found = await versionOf(scope, ref);
  if (!found) {
    if (ref.version !== null) throw notFound();
    return { workshop, programme: null, mayPlan: plans };
  }
  const { version, reason, publishedAt } = found;
  const earlier = await versionBefore(scope, ref, version);
  const versions = await versionsOf(scope, ref);
  // The newest one holds on the dates of today, and only what else it changes is told.
  const isNewest = versions[0]?.version === version;
  const now = (agenda: PublishedAgenda) =>
    isNewest ? onPresentDays(agenda, workshop.days) : agenda;
  const content = now(found.content);
  const before = earlier && now(earlier);
  const programme = {
    version,
    content,
    before,
    reason,
    publishedAt,
    ...(await namesIn(scope, cohortId, [before, content])),
    openAgreements: ref.version === null ? await openAgreements(scope, ref) : null,
    slots: await scope.db.topicSlot.findMany({
      where: { workshopId: ref.workshopId },
      select: { topicId: true, minutes: true, decidedMinutes: true },
    }),
    versions,
    reader: {
      membershipIds: joinedAs(actor, cohortId).map(({ id }) => id),
      teamId: teamOf(actor, cohortId),
    },
  };
  return { workshop, programme, mayPlan: plans };
}

/** What a new version changes for each person whom it concerns, in both languages: for notices. */
export async function changesOfPeople(
  scope: Scope,
  ref: WorkshopRef & { version: number },
): Promise<Map<string, { de: string; en: string }>> {
  const found = await versionOf(scope, ref);
  const told = new Map<string, { de: string; en: string }>();
  if (!found) return told;
  const after = found.content;
  const earlier = await versionBefore(scope, ref, ref.version);
  // That the workshop takes place on another day was told when it was put off.
  const before = earlier && onPresentDays(earlier, after.days);
  const changes = difference(before, after);
  const people = await peopleOf(scope, ref.cohortId, 'everyone');
  const { people: named, topics } = await namesIn(scope, ref.cohortId, [before, after]);
  const personOf = (id: string) =>
    named.find(({ membershipId }) => membershipId === id)?.name ?? '';
  const teamsOf = (topicId: string) => topics.find(({ id }) => id === topicId)?.teamIds ?? [];
  for (const [accountId, memberships] of Map.groupBy(people, (person) => person.accountId)) {
    const own = new Set(memberships.flatMap((person) => changesFor(changes, person, teamsOf)));
    if (own.size === 0) continue;
    const say = (locale: 'de' | 'en') =>
      changeList([...own], programmeWords({ before, after, personOf }, locale));
    told.set(accountId, { de: say('de'), en: say('en') });
  }
  return told;
}
