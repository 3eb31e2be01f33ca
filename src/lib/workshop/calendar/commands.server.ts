import type { System } from '$lib/access/actor';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { enqueue } from '$lib/platform/jobs.server';
import { queueMail } from '$lib/platform/mail.server';
import { newToken } from '$lib/platform/token.server';
import { cohortOf, lockWorkshop } from '../queries.server';
import type { WorkshopRef } from '../schema';
import { calendarMail } from './mail.server';
import { inviteesOf, organiserOf, toldOf } from './queries.server';
import { calendarDays } from './wanted';
import { newsFor, type CalendarNews } from './told';

export const INVITE_QUEUE = 'calendar.invite';

/** Has the calendars of everyone concerned brought up to date, as soon as the change at hand is done. */
export const askToInvite = ({ db }: Scope, { cohortId, workshopId }: WorkshopRef): Promise<void> =>
  enqueue(db, INVITE_QUEUE, { cohortId, workshopId });

/**
 * Brings the calendars of a workshop's people up to date. Compares what they should show with what they were
 * told, so it may run as often as it likes: nobody gets the same news twice.
 */
export async function invite(
  scope: Scope<System>,
  { cohortId, workshopId }: WorkshopRef,
  { origin }: { origin: string },
): Promise<void> {
  const { db, clock } = scope;
  const found = await db.workshop.findFirst({ where: { id: workshopId }, select: { id: true } });
  // Thrown away in the meantime, before it had a date.
  if (!found) return;
  // One after the other: two would tell the same.
  const workshop = await lockWorkshop(db, { cohortId, workshopId });
  if (workshop.state === 'held') return;
  const { timeZone } = await cohortOf(scope, cohortId);
  const told = await toldOf(scope, workshopId);
  const isKnown = (id: string) => told.some(({ membershipId }) => membershipId === id);
  // Fixed before calendars were told, and not changed since: everyone knows it but those invited later.
  const isOld = workshop.sequence === 0;
  const everyone = await inviteesOf(scope, { cohortId, workshopId });
  const people = everyone.filter(
    ({ membershipId, isGuest }) => !isOld || isGuest || isKnown(membershipId),
  );
  const letter = {
    workshop,
    timeZone,
    origin,
    organiser: await organiserOf(scope),
    at: clock.now(),
  };
  for (const person of people) {
    const { membershipId, locale } = person;
    const news = newsFor({
      days: workshop.state === 'fixed' ? calendarDays(workshop, timeZone, locale) : [],
      membershipIds: person.isExpected ? [membershipId] : [],
      told: told.filter((entry) => entry.membershipId === membershipId),
      sequence: workshop.sequence,
      at: clock.now(),
    });
    for (const one of news) {
      await queueMail(scope, calendarMail(one, person, letter));
      await keep(scope, { cohortId, workshopId }, one);
    }
  }
}

/** Remembers what a calendar was told. */
async function keep({ db }: Scope, ref: WorkshopRef, news: CalendarNews): Promise<void> {
  const { isKnown: _isKnown, membershipId, dayId, ...told } = news;
  const { count } = await db.calendarEntry.updateMany({
    where: { membershipId, dayId },
    data: told,
  });
  if (count === 0)
    await db.calendarEntry.createMany({ data: [{ ...ref, membershipId, dayId, ...told }] });
}

/** Asks for invitations wherever somebody came, was invited or left after a date was told. */
export async function catchUp(scope: Scope<System>): Promise<void> {
  const { db, clock } = scope;
  const behind = await db.$queryRaw<WorkshopRef[]>`
    SELECT "cohortId", "workshopId" FROM app.calendars_behind(${clock.now()}::timestamptz)`;
  for (const ref of behind) await askToInvite(scope, ref);
}

/** A new secret address for one's own calendar: told this once, the one before is gone. */
export async function renewFeed(
  { db, actor, clock }: PersonScope,
  origin: string,
): Promise<{ url: string }> {
  const { accountId } = actor;
  const { token, hash: tokenHash } = newToken();
  await db.calendarFeed.deleteMany({ where: { accountId } });
  await db.calendarFeed.createMany({ data: [{ accountId, tokenHash, createdAt: clock.now() }] });
  return { url: `${origin}/calendar/${token}.ics` };
}

export async function switchFeedOff({ db, actor }: PersonScope): Promise<void> {
  await db.calendarFeed.deleteMany({ where: { accountId: actor.accountId } });
}
