import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { AppError, conflict } from '$lib/platform/errors';
import { publishAll } from '$lib/platform/events.server';
import { enqueue } from '$lib/platform/jobs.server';
import { decoded } from '$lib/vault/encoding';
import { Prisma } from '../../generated/prisma/client';
import { clockOf, soonAt } from './engine/clock';
import { act, type Action } from './engine/machine';
import { takesPart, type Consultation } from './engine/state';
import { turnOf } from './engine/turns';
import * as policy from './policy';
import { lockFacts, readFacts, type Facts } from './queries.server';
import type { TellingKind } from './recipients';
import type { ActInConsultation, ConsultationRef, Plan, SetAway, WriteNotes } from './schema';

export const TELL_QUEUE = 'consultation.tell';
export const CLOCK_QUEUE = 'consultation.clock';
export const REMIND_QUEUE = 'consultation.remind';
export const FOLLOW_UP_QUEUE = 'consultation.follow-up';

/** How long everything stays after the end, unless the case giver says otherwise. */
const KEPT_MONTHS = 6;

const refOf = ({ row }: Facts): ConsultationRef => ({
  cohortId: row.cohortId,
  consultationId: row.id,
});

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** The open pages of everyone in the circle fetch again; nobody else hears anything. */
export async function refreshPages(scope: Scope, { row, participants }: Facts): Promise<void> {
  const present = participants.filter(({ leftAt }) => leftAt === null);
  await publishAll(
    scope.db,
    present.map(({ accountId }) => ({
      cohortId: row.cohortId,
      kind: 'consultation',
      id: row.id,
      accountId,
    })),
  );
}

/** Lets the job write notices to those whom it concerns, or to one person only. */
export function tell(
  { db, actor }: Pick<Scope, 'db' | 'actor'>,
  ref: ConsultationRef,
  kind: TellingKind,
  to: string | null = null,
): Promise<void> {
  const actorId = actor.kind === 'person' ? actor.accountId : null;
  const { cohortId, consultationId } = ref;
  return enqueue(db, TELL_QUEUE, { cohortId, consultationId, kind, actorId, to });
}

const monthsLater = (at: Date, months: number): Date => {
  const later = new Date(at);
  later.setUTCMonth(later.getUTCMonth() + months);
  return later;
};

/** Stores what became of a consultation: its place, and the roles. */
export async function become(scope: Scope, facts: Facts, next: Consultation): Promise<void> {
  const { db, clock } = scope;
  const { row, engine } = facts;
  const now = clock.now();
  const hasBegun = engine.state === 'planned' && next.state === 'running';
  const hasEnded = ['closed', 'cancelled'].includes(next.state) && row.closedAt === null;
  await db.consultation.updateMany({
    where: { id: row.id },
    data: {
      moduleKey: next.moduleKey,
      state: next.state,
      phase: next.phase,
      round: next.round,
      phaseStartedAt: dateOf(next.phaseStartedAt),
      pausedAt: dateOf(next.pausedAt),
      pausedMs: next.pausedMs,
      extraMs: next.extraMs,
      isLoopOpen: next.isLoopOpen,
      endAskedAt: dateOf(next.endAskedAt),
      before: (next.before as unknown as Prisma.InputJsonValue | null) ?? Prisma.DbNull,
      version: row.version + 1,
      ...(hasBegun && { startedAt: now }),
      ...(hasEnded && { closedAt: now, expiresAt: monthsLater(now, KEPT_MONTHS) }),
    },
  });
  await giveRoles(scope, facts, next);
  await planTellings(scope, facts, next);
}

async function giveRoles({ db }: Scope, { row, engine }: Facts, next: Consultation) {
  for (const person of next.people) {
    const before = engine.people.find(({ id }) => id === person.id)!;
    const isSame = before.role === person.role && before.isSecretary === person.isSecretary;
    if (isSame) continue;
    await db.consultationParticipant.updateMany({
      where: { consultationId: row.id, accountId: person.id },
      data: { role: person.role, isSecretary: person.isSecretary },
    });
  }
}

/** What the clock has to look at later: it tells people, it never moves anything on. */
async function planTellings(scope: Scope, facts: Facts, next: Consultation): Promise<void> {
  const { db, clock } = scope;
  const ref = refOf(facts);
  const { endsAt } = clockOf(next, clock.now().getTime());
  if (next.form === 'written' && endsAt !== null) {
    for (const at of [soonAt(next, endsAt), endsAt]) {
      if (at > clock.now().getTime())
        await enqueue(db, CLOCK_QUEUE, { ...ref }, { at: new Date(at) });
    }
  }
  const isClosedNow = next.state === 'closed' && facts.engine.state !== 'closed';
  if (isClosedNow) await planFollowUp(scope, facts, clock.now());
}

/**
 * Reminds the circle before a live one meets. Whoever plans it at shorter notice needs nothing of the kind:
 * everybody has just heard of the date.
 */
export async function planReminder({ db, clock }: PersonScope, facts: Facts): Promise<void> {
  const { plannedFor } = facts.row;
  if (plannedFor === null) return;
  const at = new Date(soonAt(facts.engine, plannedFor.getTime()));
  if (at > clock.now()) await enqueue(db, REMIND_QUEUE, { ...refOf(facts) }, { at });
}

/** Asks the case giver some weeks after the end what came of it. */
export function planFollowUp({ db }: Pick<Scope, 'db'>, facts: Facts, closedAt: Date) {
  const at = new Date(closedAt.getTime() + facts.row.followUpDays * 86_400_000);
  return enqueue(db, FOLLOW_UP_QUEUE, { ...refOf(facts) }, { at });
}

/** One step of a consultation, as the engine allows it. */
export async function actInConsultation(
  scope: PersonScope,
  input: ActInConsultation,
): Promise<{ version: number }> {
  const { clock, actor } = scope;
  const facts = await lockFacts(scope, input);
  const { row, engine } = facts;
  if (row.version !== input.version) throw conflict(row.version);
  const outcome = act(engine, input.action as Action, actor.accountId, clock.now().getTime());
  if (!outcome.isAllowed) throw new AppError(outcome.reason);
  await become(scope, facts, outcome.state);
  await tellOfAction(scope, facts, outcome.state, input.action as Action);
  await refreshPages(scope, facts);
  return { version: row.version + 1 };
}

/** In a room, people see for themselves what happens; over days, they are told whose turn it is. */
async function tellOfAction(scope: PersonScope, facts: Facts, next: Consultation, action: Action) {
  const ref = refOf(facts);
  const isWritten = next.form === 'written';
  const isProposal = next.endAskedAt !== null && facts.engine.endAskedAt === null;
  if (action.type === 'close' && next.state === 'closed')
    return tell(scope, ref, 'consultation_closed');
  if (action.type === 'cancel') return tell(scope, ref, 'consultation_cancelled');
  if (action.type === 'hand_over' || action.type === 'name_secretary')
    return tell(scope, ref, 'consultation_role_given', action.to);
  if (!isWritten) return;
  if (isProposal) return tell(scope, ref, 'consultation_end_asked');
  if (action.type === 'start') await tell(scope, ref, 'consultation_began');
  const isOtherPhase = next.phase !== facts.engine.phase || next.round !== facts.engine.round;
  const isNewTurn = isOtherPhase || action.type === 'start' || action.type === 'open_loop';
  if (!isNewTurn) return;
  for (const person of next.people) {
    const isTheirTurn = turnOf(next, person).length > 0 && person.id !== scope.actor.accountId;
    if (takesPart(person) && isTheirTurn) await tell(scope, ref, 'consultation_turn', person.id);
  }
}

/** When a live one meets; everyone in the circle hears of a change. */
export async function plan(scope: PersonScope, input: Plan): Promise<void> {
  const { db, actor } = scope;
  const facts = await lockFacts(scope, input);
  ensure(policy.mayDecide(actor, facts.row));
  if (facts.engine.state !== 'planned') throw new AppError('consultation_begun_already');
  if (facts.row.plannedFor?.getTime() === input.plannedFor?.getTime()) return;
  await db.consultation.updateMany({
    where: { id: facts.row.id },
    data: { plannedFor: input.plannedFor, version: facts.row.version + 1 },
  });
  await planReminder(scope, await readFacts(scope, input));
  await tell(scope, input, 'consultation_planned');
  await refreshPages(scope, facts);
}

/** Keeps the own notes; they are sealed for their writer alone. */
export async function writeNotes(
  scope: PersonScope,
  input: WriteNotes,
): Promise<{ version: number }> {
  const { db, clock, actor } = scope;
  const { row } = await lockFacts(scope, input);
  if (row.destroyedAt !== null) throw new AppError('consultation_destroyed');
  const own = { consultationId: row.id, accountId: actor.accountId };
  const found = await db.consultationNote.findFirst({ where: own, select: { version: true } });
  const present = found?.version ?? 0;
  if (present !== input.version) throw conflict(present);
  const written = {
    blob: decoded(input.blob),
    version: present + 1,
    changedAt: clock.now(),
  };
  if (found) await db.consultationNote.updateMany({ where: own, data: written });
  else
    await db.consultationNote.createMany({
      data: [{ cohortId: row.cohortId, ...own, ...written }],
    });
  return { version: present + 1 };
}

/** Until when the reader is away; whoever asks people into a circle sees it. */
export async function setAway({ db, actor }: PersonScope, input: SetAway): Promise<void> {
  const { cohortId, awayUntil } = input;
  ensure(policy.mayList(actor, { cohortId }));
  await db.membership.updateMany({
    where: { cohortId, accountId: actor.accountId, endedAt: null },
    data: { awayUntil: awayUntil === null ? null : new Date(awayUntil) },
  });
}
