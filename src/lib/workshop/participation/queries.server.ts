import { readsContent } from '$lib/access/actor';
import { allowIf, ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { dayIn } from '$lib/ui/format';
import { spanOf } from '../days';
import * as workshopPolicy from '../policy';
import { cohortOf, dateText, workshopFacts, type WorkshopFacts } from '../queries.server';
import type { WorkshopRef, WorkshopState } from '../schema';
import { ownNeed, type Need } from './need/queries.server';
import * as policy from './policy';
import type { AttendanceKind, ParticipationAnswer } from './schema';
import {
  isFull,
  numbersOf,
  offersOf,
  placeInLine,
  seatsOf,
  type Numbers,
  type Offers,
  type Seats,
} from './seats';

/** Somebody who is expected at a workshop. */
export interface Expected {
  membershipId: string;
  accountId: string;
  name: string;
  role: 'member' | 'moderator' | 'organiser' | 'expert';
  teamId: string | null;
  teamName: string | null;
}

/** Teams, moderators, organisers and the experts who were invited; each account once. */
export const expectedPeople = ({ db }: Scope, { cohortId, workshopId }: WorkshopRef) =>
  db.$queryRaw<Expected[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (a.id) m.id AS "membershipId", a.id AS "accountId", a.name, m.role, m."teamId",
             t.name AS "teamName"
        FROM membership m JOIN account a ON a.id = m."accountId" LEFT JOIN team t ON t.id = m."teamId"
       WHERE m."cohortId" = ${cohortId}::uuid AND m."endedAt" IS NULL
         AND (m.role IN ('member', 'moderator', 'organiser')
              OR EXISTS (SELECT 1 FROM workshop_guest g WHERE g."membershipId" = m.id
                            AND g."workshopId" = ${workshopId}::uuid))
       ORDER BY a.id, (m."teamId" IS NOT NULL) DESC, m.id DESC) x
     ORDER BY x."teamName" NULLS LAST, x.name, x."membershipId"`;

export interface Answered {
  membershipId: string;
  answer: ParticipationAnswer;
  /** The first day when it was said. */
  forDate: string;
  waitingSince: Date | null;
  replacedById: string | null;
  guestName: string;
  answeredById: string | null;
}

export async function answersOf(
  { db }: Scope,
  { cohortId, workshopId }: WorkshopRef,
): Promise<Answered[]> {
  const rows = await db.participation.findMany({
    where: { cohortId, workshopId },
    select: {
      ...{ membershipId: true, answer: true, forDate: true, waitingSince: true },
      ...{ replacedById: true, guestName: true, answeredById: true },
    },
  });
  return rows.map((row) => ({ ...row, forDate: dateText(row.forDate)! }));
}

/** What decides about answers, and what they are. */
export interface Gathering {
  workshop: WorkshopFacts;
  timeZone: string;
  startsAt: Date | null;
  firstDay: string | null;
  today: string;
  expected: Expected[];
  /** Of those who are expected. */
  said: Answered[];
  seats: Seats;
  offers: Offers;
}

export async function gathering(scope: Scope, ref: WorkshopRef): Promise<Gathering> {
  const workshop = await workshopFacts(scope.db, ref);
  const { timeZone } = await cohortOf(scope, ref.cohortId);
  const expected = await expectedPeople(scope, ref);
  const known = new Set(expected.map(({ membershipId }) => membershipId));
  const said = (await answersOf(scope, ref)).filter(({ membershipId }) => known.has(membershipId));
  return {
    workshop,
    timeZone,
    startsAt: spanOf(workshop.days, timeZone)?.startsAt ?? null,
    firstDay: firstDayOf(workshop),
    today: dayIn(scope.clock.now(), timeZone),
    expected,
    said,
    seats: seatsOf(workshop.seats, said),
    offers: offersOf(workshop),
  };
}

export const firstDayOf = ({ days }: Pick<WorkshopFacts, 'days'>): string | null =>
  days.flatMap(({ date }) => date ?? []).sort()[0] ?? null;

export const ownPlace = ({ actor }: PersonScope, { expected }: Gathering): Expected | null =>
  expected.find(({ accountId }) => accountId === actor.accountId) ?? null;

export interface Replacement {
  membershipId: string;
  name: string;
  teamName: string | null;
}

export interface OwnAnswer {
  answer: ParticipationAnswer;
  /** The place in the line of those who wait for a seat; null: does not wait. */
  place: number | null;
  /** It was said of another date. */
  isForOtherDate: boolean;
  replacedById: string | null;
  replacedByName: string | null;
  guestName: string;
  /** Who entered it, where that was somebody else. */
  enteredBy: string | null;
  need: Need | null;
}

export interface OwnParticipation {
  state: WorkshopState;
  /** Whether the reader is expected and can still answer. */
  mayAnswer: boolean;
  isAsked: boolean;
  offers: Offers;
  seats: Seats;
  isFull: boolean;
  numbers: Numbers;
  own: OwnAnswer | null;
  /** Who has named the reader to come instead. */
  standsInFor: string[];
  /** Who could come instead of the reader. */
  candidates: Replacement[];
  attended: AttendanceKind | null;
  /** A certificate is there to be fetched. */
  hasCertificate: boolean;
  mayReadPeople: boolean;
  mayArrange: boolean;
}

/** The reader's own part in a workshop; null as long as it has no date, and where it is cancelled. */
export async function ownParticipation(
  scope: PersonScope,
  ref: WorkshopRef,
): Promise<OwnParticipation | null> {
  const { db, actor, clock } = scope;
  const { cohortId, workshopId } = ref;
  ensure(workshopPolicy.mayRead(actor, { cohortId }));
  const all = await gathering(scope, ref);
  const { workshop, expected, said, seats, offers, startsAt, firstDay } = all;
  if (workshop.state !== 'fixed' && workshop.state !== 'held') return null;
  const me = ownPlace(scope, all);
  const row = said.find(({ membershipId }) => membershipId === me?.membershipId) ?? null;
  const nameOf = (id: string | null) =>
    expected.find(({ membershipId }) => membershipId === id)?.name ?? null;
  const facts = {
    cohortId,
    isAsked: me !== null,
    state: workshop.state,
    startsAt,
    now: clock.now(),
  };
  const attendance = me
    ? await db.attendance.findFirst({
        where: { workshopId, membershipId: me.membershipId, guestName: '' },
        select: { attended: true },
      })
    : null;
  const reads = readsContent(actor, cohortId);
  return {
    state: workshop.state,
    mayAnswer: policy.mayAnswer(actor, facts).isAllowed,
    isAsked: me !== null,
    offers,
    seats,
    isFull: isFull(seats),
    numbers: numbersOf(answersByPerson(all)),
    own: row && {
      answer: row.answer,
      place: placeInLine(row.membershipId, said),
      isForOtherDate: row.forDate !== firstDay,
      replacedById: row.replacedById,
      replacedByName: nameOf(row.replacedById),
      guestName: row.guestName,
      enteredBy:
        row.answeredById === actor.accountId
          ? null
          : (expected.find(({ accountId }) => accountId === row.answeredById)?.name ?? null),
      need: await ownNeed(scope, { workshopId, membershipId: row.membershipId }),
    },
    standsInFor: said.flatMap(({ replacedById, membershipId }) =>
      me && replacedById === me.membershipId ? (nameOf(membershipId) ?? []) : [],
    ),
    candidates: reads
      ? expected.flatMap(({ membershipId, name, teamName }) =>
          membershipId === me?.membershipId ? [] : [{ membershipId, name, teamName }],
        )
      : [],
    attended: attendance?.attended ?? null,
    hasCertificate:
      workshop.state === 'held' && attendance !== null && attendance.attended !== 'absent',
    mayReadPeople: reads,
    mayArrange: workshopPolicy.mayArrange(actor, { cohortId }).isAllowed,
  };
}

/** One entry for each person who is expected; null where nothing was said. */
const answersByPerson = ({ expected, said }: Gathering): (Answered | null)[] =>
  expected.map(
    (person) => said.find(({ membershipId }) => membershipId === person.membershipId) ?? null,
  );

/** Somebody who is expected, as the page of participants shows her or him. */
export interface Participant extends Omit<Expected, 'accountId'> {
  answer: ParticipationAnswer | null;
  place: number | null;
  isForOtherDate: boolean;
  replacedByName: string | null;
  guestName: string;
  enteredBy: string | null;
  /** For staff; else null. */
  attended: AttendanceKind | null;
  isOwn: boolean;
}

export interface ParticipantsPage {
  workshop: Pick<WorkshopFacts, 'id' | 'title' | 'state' | 'seats' | 'days' | 'kind' | 'number'>;
  timeZone: string;
  offers: Offers;
  seats: Seats;
  numbers: Numbers;
  people: Participant[];
  may: {
    /** Answer for others. */
    answerFor: boolean;
    record: boolean;
    readNeeds: boolean;
    arrange: boolean;
  };
}

/** Who comes to a workshop. */
export async function listParticipants(
  scope: PersonScope,
  ref: WorkshopRef,
): Promise<ParticipantsPage> {
  const { db, actor } = scope;
  const { cohortId, workshopId } = ref;
  ensure(allowIf(readsContent(actor, cohortId), 'not_found'));
  const all = await gathering(scope, ref);
  const { workshop, expected, said, seats, offers, timeZone, firstDay, today } = all;
  const isStaff = workshopPolicy.mayArrange(actor, { cohortId }).isAllowed;
  const attendance = isStaff
    ? await db.attendance.findMany({
        where: { cohortId, workshopId },
        select: { membershipId: true, attended: true },
      })
    : [];
  const nameOf = (id: string | null) =>
    expected.find(({ membershipId }) => membershipId === id)?.name ?? null;
  const people = expected.map(({ accountId, ...person }): Participant => {
    const { membershipId } = person;
    const row = said.find((one) => one.membershipId === membershipId);
    const enterer = row?.answeredById === accountId ? null : row?.answeredById;
    return {
      ...person,
      answer: row?.answer ?? null,
      place: placeInLine(membershipId, said),
      isForOtherDate: row !== undefined && row.forDate !== firstDay,
      replacedByName: nameOf(row?.replacedById ?? null),
      guestName: row?.guestName ?? '',
      enteredBy: (enterer && expected.find((one) => one.accountId === enterer)?.name) || null,
      attended: attendance.find((one) => one.membershipId === membershipId)?.attended ?? null,
      isOwn: accountId === actor.accountId,
    };
  });
  const { id, title, state, days, kind, number } = workshop;
  return {
    workshop: { id, title, state, seats: workshop.seats, days, kind, number },
    timeZone,
    offers,
    seats,
    numbers: numbersOf(answersByPerson(all)),
    people,
    may: {
      arrange: isStaff,
      answerFor: isStaff && state === 'fixed',
      record: policy.mayRecord(actor, { cohortId, state, firstDay, today }).isAllowed,
      readNeeds: policy.mayReadNeeds(actor, { cohortId }).isAllowed,
    },
  };
}
