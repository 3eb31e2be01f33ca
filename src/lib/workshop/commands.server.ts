import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import type { ActivityFacts, ActivityKind } from '$lib/activity/kinds';
import { AppError, conflict, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { sanitiseRichText } from '$lib/platform/rich-text.server';
import { placeTopicsAgain } from '$lib/topic/schedule/commands.server';
import { askToInvite } from './calendar/commands.server';
import { areAhead, areSameDays, clockText } from './days';
import { moveUp } from './participation/commands.server';
import * as policy from './policy';
import {
  cohortOf,
  freeNumber,
  guestIdsOf,
  lockWorkshop,
  presentExperts,
  workshopFacts,
  type WorkshopFacts,
} from './queries.server';
import type { CancelWorkshop, SaveWorkshop, WorkshopDay, WorkshopRef } from './schema';

/** The workshop, locked for a change that only moderators and the organiser make. */
export async function arrange(scope: Scope, ref: WorkshopRef): Promise<WorkshopFacts> {
  const { cohortId } = await workshopFacts(scope.db, ref);
  ensure(policy.mayArrange(scope.actor, { cohortId }));
  return lockWorkshop(scope.db, ref);
}

type Told = Pick<WorkshopFacts, 'cohortId' | 'id' | 'title'>;

/** Writes down what happened to a workshop, and tells whom it concerns. */
export const tell = (
  scope: Scope,
  { cohortId, id, title }: Told,
  kind: Extract<ActivityKind, `workshop_${string}`>,
  facts: ActivityFacts = {},
) =>
  record(scope, {
    cohortId,
    kind,
    subjectKind: 'workshop',
    subjectId: id,
    facts: { title, ...facts },
  });

/**
 * What calendars show of a workshop has changed: it was fixed, moved, renamed, cancelled.
 * Each person's calendar is told by mail (calendar/).
 */
export async function tellCalendars(scope: Scope, ref: WorkshopRef): Promise<void> {
  await scope.db.workshop.updateMany({
    where: { id: ref.workshopId },
    data: { sequence: { increment: 1 } },
  });
  await askToInvite(scope, ref);
}

/** Everyone with the cohort learns from which day to which, of one day from when until when. */
export function daysTold(days: readonly Omit<WorkshopDay, 'id'>[]): ActivityFacts {
  const inOrder = days.map(({ date }) => date ?? '').sort();
  const told = { date: inOrder[0] ?? '', lastDate: inOrder.at(-1) ?? '' };
  if (days.length !== 1) return told;
  const { startMinute, endMinute } = days[0]!;
  return { ...told, from: clockText(startMinute), until: clockText(endMinute) };
}

/** Sets up a workshop, new or again. With dates it is fixed, and everyone is told. */
export async function saveWorkshop(scope: PersonScope, input: SaveWorkshop) {
  const { db, clock, actor } = scope;
  const { cohortId, workshopId, version, days: _days, guestIds, ...values } = input;
  const ref = { cohortId, workshopId };
  const { state: cohortState } = await cohortOf(scope, cohortId);
  const stored = await db.workshop.findFirst({ where: { cohortId, id: workshopId } });
  ensure(stored ? policy.mayArrange(actor, ref) : policy.mayAdd(actor, { cohortId, cohortState }));
  const days = inOrder(input.days);
  const isDated = days[0]!.date !== null;
  const content = {
    ...values,
    about: sanitiseRichText(values.about),
    number: await placeInSeries(scope, input),
  };
  const told = { cohortId, id: workshopId, title: content.title };
  const at = clock.now();
  const state = isDated ? ('fixed' as const) : ('planned' as const);
  if (!stored) {
    const row = { cohortId, id: workshopId, createdById: actor.accountId, createdAt: at };
    await db.workshop.createMany({ data: [{ ...content, ...row, state, changedAt: at }] });
    await replaceDays(scope, ref, days);
    if (isDated) await tellCalendars(scope, ref);
    await tell(scope, told, isDated ? 'workshop_fixed' : 'workshop_planned', daysTold(days));
    await replaceGuests(scope, told, guestIds);
    return { workshopId, version: 1 };
  }
  const before = await arrange(scope, ref);
  // The first saving, sent twice, is the same saving.
  const isRepeated = version === 0 && before.version === 1;
  if (isRepeated) return { workshopId, version: 1 };
  if (before.version !== version) throw conflict(before.version);
  if (before.state === 'cancelled') throw new AppError('workshop_is_cancelled');
  if (before.state !== 'planned' && !isDated) throw new AppError('workshop_dates_stay');
  await db.workshop.updateMany({
    where: { id: workshopId },
    data: {
      ...content,
      version: version + 1,
      changedAt: at,
      ...(before.state === 'planned' && { state }),
    },
  });
  await replaceDays(scope, ref, days);
  await replaceGuests(scope, told, guestIds);
  // Also where only the guests are others: it tells those alone whom it concerns.
  if (before.state === 'fixed') await askToInvite(scope, ref);
  if (before.seats !== values.seats) await moveUp(scope, ref);
  await tellWhatChanged(scope, before, { ...content, days });
  return { workshopId, version: version + 1 };
}

/** Days in the order of the calendar, where it is known. */
const inOrder = (days: WorkshopDay[]): WorkshopDay[] =>
  [...days].sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));

/** Only workshops are counted; a number is taken once. */
async function placeInSeries({ db }: Scope, input: SaveWorkshop): Promise<number | null> {
  const { cohortId, workshopId, kind, number } = input;
  if (kind !== 'workshop') return null;
  if (number === null) return freeNumber(db, cohortId);
  const taken = await db.workshop.findFirst({
    where: { cohortId, number, id: { not: workshopId } },
    select: { title: true },
  });
  if (taken) throw new AppError('workshop_number_taken', { number, title: taken.title });
  return number;
}

async function replaceDays({ db }: Scope, ref: WorkshopRef, days: WorkshopDay[]): Promise<void> {
  const { workshopId } = ref;
  await db.workshopDay.deleteMany({
    where: { workshopId, id: { notIn: days.map(({ id }) => id) } },
  });
  // Out of the way first: two days may change places.
  await db.workshopDay.updateMany({
    where: { workshopId },
    data: { position: { increment: days.length + 100 } },
  });
  for (const [index, { id, date, startMinute, endMinute }] of days.entries()) {
    const values = {
      position: index + 1,
      date: date === null ? null : new Date(`${date}T00:00:00Z`),
      startMinute,
      endMinute,
    };
    const { count } = await db.workshopDay.updateMany({ where: { workshopId, id }, data: values });
    if (count === 0) await db.workshopDay.createMany({ data: [{ ...ref, id, ...values }] });
  }
}

/** Invites these experts and nobody else; who is new to it is told, and so is everyone. */
async function replaceGuests(scope: Scope, told: Told, guestIds: string[]): Promise<void> {
  const { db, clock } = scope;
  const { cohortId, id: workshopId } = told;
  const known = await guestIdsOf(db, workshopId);
  const wanted = [...new Set(guestIds)];
  const invited = wanted.filter((id) => !known.includes(id));
  await db.workshopGuest.deleteMany({ where: { workshopId, membershipId: { notIn: wanted } } });
  if (invited.length === 0) return;
  const experts = await presentExperts(scope, cohortId);
  for (const membershipId of invited) {
    const expert = experts.find((each) => each.membershipId === membershipId);
    if (!expert) throw notFound();
    await db.workshopGuest.createMany({
      data: [{ cohortId, workshopId, membershipId, at: clock.now() }],
    });
    const facts = { person: expert.name, guestId: expert.accountId };
    await tell(scope, told, 'workshop_guest_invited', facts);
  }
}

type Content = Pick<WorkshopFacts, 'title' | 'place' | 'onlineUrl' | 'days'>;

/** Nobody is told of a change that is none, or of what was before. */
async function tellWhatChanged(scope: Scope, before: WorkshopFacts, now: Content): Promise<void> {
  const { cohortId, id } = before;
  const ref = { cohortId, workshopId: id };
  const told = { cohortId, id, title: now.title };
  const isDated = now.days[0]!.date !== null;
  const isMoved = !areSameDays(before.days, now.days);
  const isElsewhere = before.place !== now.place || before.onlineUrl !== now.onlineUrl;
  const isRenamed = before.title !== now.title;
  if (before.state === 'fixed' && (isMoved || isElsewhere || isRenamed))
    await tellCalendars(scope, ref);
  if (before.state === 'planned' && isDated) {
    await tellCalendars(scope, ref);
    await tell(scope, told, 'workshop_fixed', daysTold(now.days));
  } else if (before.state === 'fixed' && isMoved)
    await tell(scope, told, 'workshop_moved', daysTold(now.days));
  else if (before.state === 'fixed' && isElsewhere) await tell(scope, told, 'workshop_changed');
  else await publish(scope.db, { cohortId, kind: 'workshop', id });
}

/** It does not take place; everyone reads why. */
export async function cancelWorkshop(scope: PersonScope, input: CancelWorkshop): Promise<void> {
  const { db, clock } = scope;
  const { reason } = input;
  const workshop = await arrange(scope, input);
  const isRepeated = workshop.state === 'cancelled';
  if (isRepeated) return;
  if (workshop.state === 'held') throw new AppError('workshop_is_held');
  await db.workshop.updateMany({
    where: { id: workshop.id },
    data: {
      state: 'cancelled',
      cancelReason: reason,
      version: workshop.version + 1,
      changedAt: clock.now(),
    },
  });
  await placeTopicsAgain(scope, input, { workshopTitle: workshop.title, reason });
  await tellCalendars(scope, input);
  await tell(scope, workshop, 'workshop_cancelled', { reason, ...daysTold(workshop.days) });
}

/** It is to take place after all: on its days, where these are still to come. */
export async function resumeWorkshop(scope: PersonScope, ref: WorkshopRef): Promise<void> {
  const { db, clock } = scope;
  const workshop = await arrange(scope, ref);
  const isRepeated = workshop.state === 'planned' || workshop.state === 'fixed';
  if (isRepeated) return;
  if (workshop.state !== 'cancelled') throw new AppError('workshop_not_cancelled');
  const { timeZone } = await cohortOf(scope, ref.cohortId);
  const keepsDays = areAhead(workshop.days, clock.now(), timeZone);
  if (!keepsDays) await forgetDays(scope, workshop);
  await db.workshop.updateMany({
    where: { id: workshop.id },
    data: {
      state: keepsDays ? 'fixed' : 'planned',
      cancelReason: '',
      version: workshop.version + 1,
      changedAt: clock.now(),
    },
  });
  await placeTopicsAgain(scope, ref, { workshopTitle: workshop.title, reason: '' });
  if (keepsDays) {
    await tellCalendars(scope, ref);
    await tell(scope, workshop, 'workshop_fixed', daysTold(workshop.days));
  } else await tell(scope, workshop, 'workshop_resumed');
}

/** The days are looked for anew: what was answered before was said of other ones. */
async function forgetDays({ db }: Scope, { id: workshopId }: WorkshopFacts): Promise<void> {
  await db.dateSearch.deleteMany({ where: { workshopId } });
  await db.participation.deleteMany({ where: { workshopId } });
  await db.workshopDay.updateMany({ where: { workshopId }, data: { date: null } });
}

/** Throws away what was only planned, and never published. */
export async function discardWorkshop(scope: PersonScope, ref: WorkshopRef): Promise<void> {
  const { db } = scope;
  const workshop = await arrange(scope, ref);
  const published = await db.agendaVersion.count({ where: { workshopId: workshop.id } });
  if (workshop.state !== 'planned' || published > 0) throw new AppError('workshop_not_discardable');
  await db.workshop.deleteMany({ where: { id: workshop.id } });
  await publish(db, { cohortId: workshop.cohortId, kind: 'workshop', id: workshop.id });
}
