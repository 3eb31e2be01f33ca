import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { AppError, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { newId } from '$lib/platform/id';
import { enqueue } from '$lib/platform/jobs.server';
import { workingDayBefore } from '$lib/platform/working-days';
import { dayIn, fromLocalInput } from '$lib/ui/format';
import { Prisma } from '../../../generated/prisma/client';
import { arrange, daysTold, tell, tellCalendars } from '../commands.server';
import { areSameDays } from '../days';
import * as workshopPolicy from '../policy';
import { cohortOf, dateText, workshopFacts, type WorkshopFacts } from '../queries.server';
import type { WorkshopRef } from '../schema';
import { asStored, daysOf } from './offer';
import * as policy from './policy';
import { askedPeople } from './queries.server';
import {
  MAXIMUM_OPTIONS,
  type AnswerDates,
  type BlockDays,
  type BlockRef,
  type OfferDates,
  type OptionRef,
} from './schema';

export const REMIND_QUEUE = 'workshop.remind';
const HOUR_MS = 3_600_000;
/** Nobody is reminded twice on one day. */
const REMINDER_PAUSE_MS = 20 * HOUR_MS;

const dayOf = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** The workshop, locked, while its days are still to be found. */
async function arrangeOpen(scope: Scope, ref: WorkshopRef): Promise<WorkshopFacts> {
  const workshop = await arrange(scope, ref);
  if (workshop.state !== 'planned') throw new AppError('workshop_date_is_fixed');
  return workshop;
}

/** In the morning of the working day before the last one. */
function reminderMoment(answerUntil: string, timeZone: string): Date {
  const morning = fromLocalInput(`${answerUntil}T08:00`, timeZone)!;
  return new Date(workingDayBefore(morning.getTime(), timeZone));
}

/** Offers days to choose from, the first ones or further ones; everyone is asked about what is new. */
export async function offerDates(
  scope: PersonScope,
  input: OfferDates,
): Promise<{ offered: number }> {
  const { db, clock, actor } = scope;
  const { cohortId, workshopId, answerUntil } = input;
  const workshop = await arrangeOpen(scope, input);
  const offers = input.offers.map((offer) => asStored(offer, workshop.days));
  const { timeZone } = await cohortOf(scope, cohortId);
  const now = clock.now();
  const today = dayIn(now, timeZone);
  if (offers.some(({ date }) => date <= today)) throw new AppError('workshop_date_is_past');
  if (answerUntil < today) throw new AppError('workshop_answers_end_past');
  const ref = { cohortId, workshopId };
  await db.dateSearch.createMany({
    data: [{ ...ref, openedById: actor.accountId, openedAt: now }],
    skipDuplicates: true,
  });
  await db.dateSearch.updateMany({ where: ref, data: { answerUntil: dayOf(answerUntil) } });
  const { count } = await db.dateOption.createMany({
    data: offers.map(({ date, ...times }) => ({
      ...{ ...ref, ...times, id: newId(now), date: dayOf(date), createdAt: now },
    })),
    skipDuplicates: true,
  });
  const all = await db.dateOption.count({ where: ref });
  if (all > MAXIMUM_OPTIONS)
    throw new AppError('workshop_too_many_dates', { limit: MAXIMUM_OPTIONS, count: all - count });
  const daysBefore = await db.dateOption.count({
    where: { ...ref, date: { gt: dayOf(today), lt: dayOf(answerUntil) } },
  });
  if (daysBefore > 0) throw new AppError('workshop_answers_end_late');
  await enqueue(db, REMIND_QUEUE, ref, { at: reminderMoment(answerUntil, timeZone) });
  const told = { date: answerUntil, isFurther: all > count };
  if (count > 0) await tell(scope, workshop, 'workshop_dates_offered', told);
  else await publish(db, { cohortId, kind: 'workshop', id: workshopId });
  return { offered: count };
}

/** Takes a day back that was offered, and what was answered to it. */
export async function withdrawDate(scope: PersonScope, input: OptionRef): Promise<void> {
  const { db } = scope;
  const { id, cohortId } = await arrangeOpen(scope, input);
  await db.dateOption.deleteMany({ where: { workshopId: id, id: input.optionId } });
  await publish(db, { cohortId, kind: 'workshop', id });
}

/** What somebody says of the days, for the first time or again. */
export async function answerDates(scope: PersonScope, input: AnswerDates): Promise<void> {
  const { db, actor, clock } = scope;
  const { cohortId, workshopId, answers } = input;
  ensure(workshopPolicy.mayRead(actor, { cohortId }));
  const { state } = await workshopFacts(db, input);
  if (state !== 'planned') throw new AppError('workshop_date_is_fixed');
  if (answers.length === 0) return;
  const optionIds = answers.map(({ optionId }) => optionId);
  const known = await db.dateOption.count({ where: { workshopId, id: { in: optionIds } } });
  if (known < new Set(optionIds).size) throw notFound();
  const rows = answers.map(
    ({ optionId, answer }) =>
      Prisma.sql`(${cohortId}::uuid, ${workshopId}::uuid, ${optionId}::uuid,
                  ${actor.accountId}::uuid, ${answer}::date_answer, ${clock.now()}::timestamptz)`,
  );
  await db.$executeRaw`
    INSERT INTO date_option_answer ("cohortId", "workshopId", "optionId", "accountId", answer, at)
    VALUES ${Prisma.join(rows)}
    ON CONFLICT ("optionId", "accountId") DO UPDATE SET answer = EXCLUDED.answer, at = EXCLUDED.at`;
  await publish(db, { cohortId, kind: 'workshop', id: workshopId });
}

/** Reminds whoever has not answered every day, at the wish of those who arrange. */
export async function remind(scope: PersonScope, ref: WorkshopRef): Promise<{ reminded: number }> {
  const workshop = await arrangeOpen(scope, ref);
  const reminded = await remindWaiting(scope, workshop);
  if (reminded === null) throw new AppError('workshop_reminded_recently');
  return { reminded };
}

/** Tells those who have not answered, unless that was done only hours ago: then null. */
async function remindWaiting(scope: Scope, workshop: WorkshopFacts): Promise<number | null> {
  const { db, clock } = scope;
  const { cohortId, id: workshopId } = workshop;
  const where = { cohortId, workshopId };
  const search = await db.dateSearch.findFirst({ where });
  const options = await db.dateOption.findMany({
    where,
    select: { answers: { select: { accountId: true } } },
  });
  if (!search) return 0;
  const last = search.remindedAt?.getTime() ?? 0;
  if (clock.now().getTime() - last < REMINDER_PAUSE_MS) return null;
  const asked = await askedPeople(scope, where);
  const waiting = asked.filter(({ accountId }) =>
    options.some(({ answers }) => !answers.some((answer) => answer.accountId === accountId)),
  );
  if (waiting.length === 0) return 0;
  await db.dateSearch.updateMany({ where, data: { remindedAt: clock.now() } });
  const until = dateText(search.answerUntil);
  await tell(scope, workshop, 'workshop_dates_reminder', until ? { date: until } : {});
  return waiting.length;
}

/** The reminder that was planned. One for an earlier last day does nothing. */
export async function remindWhenDue(scope: Scope, ref: WorkshopRef): Promise<void> {
  const { db, clock } = scope;
  const { cohortId, workshopId } = ref;
  const search = await db.dateSearch.findFirst({ where: { cohortId, workshopId } });
  if (!search?.answerUntil) return;
  const workshop = await workshopFacts(db, ref);
  const { timeZone } = await cohortOf(scope, cohortId);
  const due = reminderMoment(dateText(search.answerUntil)!, timeZone);
  if (workshop.state === 'planned' && due <= clock.now()) await remindWaiting(scope, workshop);
}

/** Fixes the days: what was offered becomes the date that everyone is told. */
export async function fixDate(scope: PersonScope, input: OptionRef): Promise<void> {
  const { db, clock } = scope;
  const { cohortId, workshopId, optionId } = input;
  const before = await arrange(scope, input);
  const option = await db.dateOption.findFirst({ where: { cohortId, workshopId, id: optionId } });
  if (!option) throw notFound();
  const offer = { ...option, date: dateText(option.date)! };
  const days = daysOf(offer, before.days);
  if (before.state === 'fixed' && areSameDays(before.days, days)) return;
  const workshop = await arrangeOpen(scope, input);
  for (const [index, { id }] of workshop.days.entries()) {
    const { date, ...times } = days[index]!;
    await db.workshopDay.updateMany({ where: { id }, data: { ...times, date: dayOf(date) } });
  }
  await db.workshop.updateMany({
    where: { id: workshopId },
    data: { state: 'fixed', version: workshop.version + 1, changedAt: clock.now() },
  });
  await tellCalendars(scope, input);
  await tell(scope, workshop, 'workshop_fixed', daysTold(days));
}

/** Says when the actor's team cannot come. */
export async function blockDays(scope: PersonScope, input: BlockDays): Promise<void> {
  const { db, actor, clock } = scope;
  const { cohortId, id, from, until, reason } = input;
  ensure(workshopPolicy.mayRead(actor, { cohortId }));
  const teamId = teamOf(actor, cohortId);
  ensure(policy.mayBlock(actor, { cohortId, teamId }));
  const row = { createdById: actor.accountId, createdAt: clock.now() };
  const days = { from: dayOf(from), until: dayOf(until), reason };
  await db.teamBlockedDay.createMany({
    data: [{ cohortId, id, teamId: teamId!, ...days, ...row }],
    skipDuplicates: true,
  });
  await publish(db, { cohortId, kind: 'team', id: teamId! });
}

/** Takes it back. */
export async function unblockDays(scope: PersonScope, { cohortId, id }: BlockRef): Promise<void> {
  const { db, actor } = scope;
  const where = { cohortId, id };
  const block = await db.teamBlockedDay.findFirst({ where, select: { teamId: true } });
  if (!block) throw notFound();
  ensure(policy.mayBlock(actor, { cohortId, teamId: block.teamId }));
  await db.teamBlockedDay.deleteMany({ where });
  await publish(db, { cohortId, kind: 'team', id: block.teamId });
}
