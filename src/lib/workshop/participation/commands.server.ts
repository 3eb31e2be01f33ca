import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { AppError, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { enqueue } from '$lib/platform/jobs.server';
import * as workshopPolicy from '../policy';
import type { WorkshopRef } from '../schema';
import { TELL_QUEUE, type PrivateNewsKind } from './news';
import * as policy from './policy';
import { gathering, ownPlace, type Gathering } from './queries.server';
import type {
  AnswerFor,
  AnswerWorkshop,
  AttendanceKind,
  ParticipationAnswer,
  RecordAttendance,
  SendReplacement,
} from './schema';
import { hasSeat, isFull, wantsSeat } from './seats';

/** Who comes, as long as nobody else changes it. */
async function lockGathering(scope: Scope, ref: WorkshopRef): Promise<Gathering> {
  await scope.db.$executeRaw`SELECT app.lock_seats(${ref.workshopId}::uuid)`;
  return gathering(scope, ref);
}

interface Place {
  membershipId: string;
  answer: ParticipationAnswer;
  replacedById: string | null;
  guestName: string;
}

/** Writes an answer down; whoever wants a seat where none is free waits for one. */
async function keepAnswer(
  scope: PersonScope,
  { workshop, offers, said, seats, firstDay }: Gathering,
  place: Place,
): Promise<void> {
  const { db, actor, clock } = scope;
  const { cohortId, id: workshopId } = workshop;
  if (place.answer === 'online' && !offers.online) throw new AppError('participation_not_online');
  if (place.answer === 'in_person' && !offers.inPerson)
    throw new AppError('participation_only_online');
  const before = said.find(({ membershipId }) => membershipId === place.membershipId);
  const keepsSeat = before !== undefined && hasSeat(before);
  const waits = wantsSeat(place) && !keepsSeat && isFull(seats);
  const values = {
    ...place,
    forDate: new Date(firstDay!),
    waitingSince: waits ? (before?.waitingSince ?? clock.now()) : null,
    answeredById: actor.accountId,
    answeredAt: clock.now(),
  };
  const { membershipId, ...changed } = values;
  const where = { workshopId, membershipId };
  const { count } = await db.participation.updateMany({ where, data: changed });
  if (count === 0)
    await db.participation.createMany({ data: [{ cohortId, workshopId, ...values }] });
  // Who does not come needs nothing, unless it is for a guest.
  if (place.answer === 'no' && place.guestName === '')
    await db.participationNeed.deleteMany({ where });
  await moveUp(scope, { cohortId, workshopId });
  await publish(db, { cohortId, kind: 'workshop', id: workshopId });
}

/** Gives seats that are free to those who wait for one, and has them told. */
export async function moveUp({ db }: Scope, { cohortId, workshopId }: WorkshopRef): Promise<void> {
  const [{ moved }] = await db.$queryRaw<[{ moved: string[] }]>`
    SELECT app.move_up(${workshopId}::uuid) AS moved`;
  if (moved.length === 0) return;
  const news = { cohortId, workshopId, actorId: null };
  await haveTold({ db }, news, 'participation_moved_up', moved);
  await publish(db, { cohortId, kind: 'workshop', id: workshopId });
}

const organisersOf = ({ expected }: Gathering): string[] =>
  expected.flatMap(({ role, membershipId }) => (role === 'organiser' ? membershipId : []));

/** Who hears of it may have wishes about mails that others do not read: a job tells them. */
async function haveTold(
  { db }: Pick<Scope, 'db'>,
  news: WorkshopRef & { actorId: string | null },
  kind: PrivateNewsKind,
  membershipIds: string[],
): Promise<void> {
  for (const membershipId of membershipIds)
    await enqueue(db, TELL_QUEUE, { ...news, kind, membershipId });
}

/** The reader's own place in a workshop that still takes answers. */
export async function ownOpenPlace(scope: PersonScope, ref: WorkshopRef) {
  const { actor, clock } = scope;
  const { cohortId } = ref;
  ensure(workshopPolicy.mayRead(actor, { cohortId }));
  const all = await lockGathering(scope, ref);
  const me = ownPlace(scope, all);
  const { startsAt, workshop } = all;
  const facts = { cohortId, isAsked: me !== null, state: workshop.state, startsAt };
  ensure(policy.mayAnswer(actor, { ...facts, now: clock.now() }));
  return { all, membershipId: me!.membershipId };
}

/** Says whether one comes, for the first time or anew. */
export async function answerWorkshop(scope: PersonScope, input: AnswerWorkshop): Promise<void> {
  const { all, membershipId } = await ownOpenPlace(scope, input);
  await keepAnswer(scope, all, {
    membershipId,
    answer: input.answer,
    ...replacementBefore(all, membershipId, input.answer),
  });
}

/** Who comes instead stays named as long as one does not come. */
function replacementBefore({ said }: Gathering, id: string, answer: ParticipationAnswer) {
  const before = said.find(({ membershipId }) => membershipId === id);
  return answer === 'no' && before
    ? { replacedById: before.replacedById, guestName: before.guestName }
    : { replacedById: null, guestName: '' };
}

/** Names who comes instead, or nobody. */
export async function sendReplacement(scope: PersonScope, input: SendReplacement): Promise<void> {
  const { cohortId, workshopId, replacedById, guestName } = input;
  const { all, membershipId } = await ownOpenPlace(scope, input);
  const before = all.said.find((one) => one.membershipId === membershipId);
  if (before?.answer !== 'no') throw new AppError('participation_comes_oneself');
  const named = all.expected.find((one) => one.membershipId === replacedById);
  const isOther = named !== undefined && named.membershipId !== membershipId;
  if (replacedById !== '' && !isOther) throw notFound();
  const place = { membershipId, answer: 'no' as const, guestName };
  await keepAnswer(scope, all, { ...place, replacedById: named?.membershipId ?? null });
  const news = { cohortId, workshopId, actorId: scope.actor.accountId };
  if (named && named.membershipId !== before.replacedById)
    await haveTold(scope, news, 'participation_named', [named.membershipId]);
  // Guests have not accepted the charter: the organiser is to know.
  if (guestName !== '' && guestName !== before.guestName)
    await haveTold(scope, news, 'participation_guest', organisersOf(all));
}

/** Staff enter what somebody told them; the person is told that it was entered, and by whom. */
export async function answerFor(scope: PersonScope, input: AnswerFor): Promise<void> {
  const { cohortId, workshopId, membershipId, answer } = input;
  ensure(workshopPolicy.mayRead(scope.actor, { cohortId }));
  const all = await lockGathering(scope, input);
  ensure(workshopPolicy.mayArrange(scope.actor, { cohortId }));
  const person = all.expected.find((one) => one.membershipId === membershipId);
  if (!person) throw notFound();
  if (all.workshop.state !== 'fixed') throw new AppError('participation_closed');
  const place = { membershipId, answer, ...replacementBefore(all, membershipId, answer) };
  await keepAnswer(scope, all, place);
  const news = { cohortId, workshopId, actorId: scope.actor.accountId };
  if (person.accountId !== scope.actor.accountId)
    await haveTold(scope, news, 'participation_entered', [membershipId]);
}

/** Who is expected at a workshop whose day has come, for those who enter who is there. */
async function recordable(scope: PersonScope, ref: WorkshopRef): Promise<Gathering> {
  const { actor } = scope;
  ensure(workshopPolicy.mayRead(actor, ref));
  const all = await gathering(scope, ref);
  const { firstDay, today, workshop } = all;
  const facts = { cohortId: ref.cohortId, state: workshop.state, firstDay, today };
  ensure(policy.mayRecord(actor, facts));
  return all;
}

/** Enters who is there; what was entered before is replaced, and null takes it back. */
export async function recordAttendance(scope: PersonScope, input: RecordAttendance): Promise<void> {
  const { workshopId, entries } = input;
  const all = await recordable(scope, input);
  const known = new Set(all.expected.map(({ membershipId }) => membershipId));
  if (entries.some(({ membershipId }) => !known.has(membershipId))) throw notFound();
  const membershipIds = entries.map(({ membershipId }) => membershipId);
  await scope.db.attendance.deleteMany({
    where: { workshopId, membershipId: { in: membershipIds } },
  });
  await keepAttendance(
    scope,
    all,
    entries.flatMap(({ membershipId, attended }) =>
      attended === null ? [] : [{ membershipId, attended }],
    ),
  );
}

/** Enters everyone who said yes as present, as they said; answers with whom, so that it can be taken back. */
export async function recordComing(
  scope: PersonScope,
  ref: WorkshopRef,
): Promise<{ entered: string[] }> {
  const all = await recordable(scope, ref);
  const known = await scope.db.attendance.findMany({
    where: { workshopId: ref.workshopId },
    select: { membershipId: true },
  });
  const entered = all.said.flatMap(({ membershipId, answer, guestName }) => {
    const isKnown = known.some((one) => one.membershipId === membershipId);
    if (isKnown || (answer === 'no' && guestName === '')) return [];
    return [
      {
        membershipId,
        attended: answer === 'online' ? ('online' as const) : ('in_person' as const),
      },
    ];
  });
  await keepAttendance(scope, all, entered);
  return { entered: entered.map(({ membershipId }) => membershipId) };
}

async function keepAttendance(
  { db, actor, clock }: PersonScope,
  { workshop, said }: Gathering,
  entries: { membershipId: string; attended: AttendanceKind }[],
): Promise<void> {
  const { cohortId, id: workshopId } = workshop;
  const entry = { cohortId, workshopId, recordedById: actor.accountId, recordedAt: clock.now() };
  const guestOf = (id: string) =>
    said.find(({ membershipId }) => membershipId === id)?.guestName ?? '';
  await db.attendance.createMany({
    data: entries.map((one) => ({ ...entry, ...one, guestName: guestOf(one.membershipId) })),
    // Somebody else was faster.
    skipDuplicates: true,
  });
  await publish(db, { cohortId, kind: 'workshop', id: workshopId });
}
