import { teamOf, type System } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import { tellPrivately } from '$lib/notice/commands.server';
import { conflict, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { enqueue } from '$lib/platform/jobs.server';
import * as policy from '../policy';
import { readShown } from '../queries.server';
import type { PracticeRef } from '../schema';
import { lockAdoption } from './queries.server';
import type { SaveAdoption } from './schema';
import { isAsked, nextReminder } from './states';

export const REMIND_QUEUE = 'practice.remind';

/** What was said so recently needs no question. */
const FRESH_MS = 28 * 86_400_000;

interface AdoptionRef extends PracticeRef {
  teamId: string;
}

/** The team says how far it has come: for the first time, or anew. */
export async function save(scope: PersonScope, input: SaveAdoption): Promise<void> {
  const { db, clock, actor } = scope;
  const { cohortId, practiceId, state, version } = input;
  ensure(policy.mayAdopt(actor, await readShown(db, input)));
  const teamId = teamOf(actor, cohortId);
  if (teamId === null) throw notFound();
  const ref = { cohortId, practiceId, teamId };
  const contactId = input.contactId || null;
  await ensureOwnContact(scope, ref, contactId);
  const before = await lockAdoption(db, ref);
  if ((before?.version ?? 0) !== version) throw conflict(before?.version ?? 0);
  const now = clock.now();
  const { why, changed, result } = input;
  const text = { state, why: state === 'dropped' ? why : '', changed, result, contactId };
  const change = { ...text, changedAt: now, changedById: actor.accountId };
  if (before)
    await db.practiceAdoption.updateMany({
      where: { practiceId, teamId },
      data: { ...change, version: version + 1 },
    });
  else {
    await db.practiceAdoption.createMany({ data: [{ ...ref, ...change, startedAt: now }] });
    await enqueueReminder(scope, ref, now, 0);
  }
  if (before?.state !== state) await addStep(scope, ref, state);
  const team = await db.team.findUniqueOrThrow({ where: { id: teamId }, select: { name: true } });
  await record(scope, {
    cohortId,
    kind: before ? 'practice_adoption_changed' : 'practice_adopted',
    subjectKind: 'practice',
    subjectId: practiceId,
    facts: { teamId, teamName: team.name },
  });
}

async function ensureOwnContact(
  { db }: PersonScope,
  { cohortId, teamId }: AdoptionRef,
  contactId: string | null,
): Promise<void> {
  if (contactId === null) return;
  const contact = await db.membership.findFirst({
    where: { id: contactId, cohortId, teamId },
    select: { id: true },
  });
  if (!contact) throw notFound();
}

async function addStep(
  { db, clock, actor }: PersonScope,
  { cohortId, practiceId, teamId }: AdoptionRef,
  state: SaveAdoption['state'],
): Promise<void> {
  const number = 1 + (await db.adoptionStep.count({ where: { practiceId, teamId } }));
  const step = { cohortId, practiceId, teamId, number, state };
  await db.adoptionStep.createMany({
    data: [{ ...step, at: clock.now(), byId: actor.accountId }],
  });
}

/** Takes the own team's adoption off the page, with everything that it said. */
export async function remove(scope: PersonScope, ref: PracticeRef): Promise<void> {
  const { db, actor } = scope;
  const { cohortId, practiceId } = ref;
  ensure(policy.mayAdopt(actor, await readShown(db, ref)));
  const teamId = teamOf(actor, cohortId);
  const { count } = await db.practiceAdoption.deleteMany({
    where: { practiceId, cohortId, teamId: teamId ?? undefined },
  });
  if (count === 0) throw notFound();
  await publish(db, { cohortId, kind: 'practice', id: practiceId });
}

async function enqueueReminder(
  { db }: Scope,
  ref: AdoptionRef,
  startedAt: Date,
  remindedMonths: number,
): Promise<void> {
  const next = nextReminder(startedAt, remindedMonths);
  if (!next) return;
  const { cohortId, practiceId, teamId } = ref;
  const data = { cohortId, practiceId, teamId, months: next.months };
  await enqueue(db, REMIND_QUEUE, data, { at: next.at });
}

/** Asks a team how it goes, once for each date; a job that is late or doubled asks nothing twice. */
export async function remind(scope: Scope<System>, ref: AdoptionRef & { months: number }) {
  const { db, clock } = scope;
  const { cohortId, practiceId, teamId, months } = ref;
  const adoption = await lockAdoption(db, ref);
  if (!adoption || adoption.remindedMonths >= months) return;
  // Told anew since: the date of an adoption that was deleted and made again is another one.
  const due = nextReminder(adoption.startedAt, adoption.remindedMonths);
  if (due?.months !== months || due.at > clock.now()) return;
  await db.practiceAdoption.updateMany({
    where: { practiceId, teamId },
    data: { remindedMonths: months },
  });
  await enqueueReminder(scope, ref, adoption.startedAt, months);
  const isFresh = clock.now().getTime() - adoption.changedAt.getTime() < FRESH_MS;
  if (!isAsked(adoption.state) || isFresh || !adoption.isShown) return;
  const people = await db.membership.findMany({
    where: { cohortId, teamId, endedAt: null },
    select: { accountId: true },
  });
  await tellPrivately(scope, {
    cohortId,
    kind: 'practice_adoption_asked',
    noticeKind: 'practice',
    subjectKind: 'practice',
    subjectId: practiceId,
    actorId: null,
    accountIds: people.map(({ accountId }) => accountId),
  });
}
