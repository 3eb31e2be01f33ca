import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { AppError, notFound } from '$lib/platform/errors';
import { refreshPages, tell } from '../commands.server';
import { methodOf } from '../engine/methods';
import * as policy from '../policy';
import { drawBirds } from '../pseudonyms';
import { lockFacts, readFacts, type Facts } from '../queries.server';
import type { AddParticipant, AnswerAsking, ConsultationRef, RemoveParticipant } from '../schema';
import { ensureAll } from '../start/commands.server';
import { addEpoch } from '../thread/commands.server';

const isOver = ({ row }: Facts): boolean => row.state === 'closed' || row.state === 'cancelled';

/** Says whether one comes. Who does not reads nothing more of it from this moment on. */
export async function answerAsking(scope: PersonScope, input: AnswerAsking): Promise<void> {
  const { db, actor } = scope;
  const facts = await lockFacts(scope, input);
  const me = facts.participants.find(({ accountId }) => accountId === actor.accountId)!;
  if (me.answer === input.answer) return;
  if (me.answer !== 'asked') throw new AppError('consultation_answered_already');
  if (isOver(facts)) throw new AppError('consultation_ended');
  if (input.answer === 'declined') await goAway(scope, facts, actor.accountId, 'declined');
  else
    await db.consultationParticipant.updateMany({
      where: { consultationId: facts.row.id, accountId: actor.accountId },
      data: { answer: 'joined' },
    });
  await tell(scope, input, 'consultation_answered');
  await refreshPages(scope, facts);
}

async function goAway(
  { db, clock }: PersonScope,
  { row }: Facts,
  accountId: string,
  answer?: 'declined',
) {
  await db.consultationParticipant.updateMany({
    where: { consultationId: row.id, accountId },
    data: { leftAt: clock.now(), isSecretary: false, ...(answer && { answer }) },
  });
}

/** Leaves the circle. What was written stays with the others; what comes is under a new key. */
export async function leave(scope: PersonScope, ref: ConsultationRef): Promise<void> {
  const facts = await lockFacts(scope, ref);
  ensure(policy.mayLeave(scope.actor, facts.row));
  await goAway(scope, facts, scope.actor.accountId);
  await tell(scope, ref, 'consultation_left');
  await refreshPages(scope, facts);
}

/** The case giver takes somebody out of the circle. */
export async function removeParticipant(
  scope: PersonScope,
  { accountId, ...ref }: RemoveParticipant,
): Promise<void> {
  const facts = await lockFacts(scope, ref);
  ensure(policy.mayDecide(scope.actor, facts.row));
  ensure(policy.mayLeave({ accountId }, facts.row));
  const person = facts.participants.find((one) => one.accountId === accountId);
  if (!person) throw notFound();
  if (person.leftAt !== null) return;
  await goAway(scope, facts, accountId);
  await tell(scope, ref, 'consultation_left');
  await refreshPages(scope, facts);
}

/** The case giver asks one more person, with a new key that is sealed for her or him too. */
export async function addParticipant(scope: PersonScope, input: AddParticipant): Promise<void> {
  const { db, clock, actor } = scope;
  const { accountId, role, epoch, keys } = input;
  const facts = await lockFacts(scope, input);
  const { row, participants } = facts;
  ensure(policy.mayDecide(actor, row));
  if (isOver(facts)) throw new AppError('consultation_ended');
  const present = participants.filter(({ leftAt }) => leftAt === null);
  const isRepeated = present.some((one) => one.accountId === accountId);
  if (isRepeated) return;
  const { max } = methodOf(row.method).people;
  if (present.length + 1 > max) throw new AppError('consultation_circle_too_large', { max });
  const hasModerator = present.some((one) => one.role === 'peer_moderator');
  if (role === 'peer_moderator' && hasModerator) throw new AppError('consultation_person_cannot');
  await ensureAll(scope, row.cohortId, [accountId]);

  const own = { consultationId: row.id, accountId };
  const entry = { role, askedAt: clock.now(), answer: 'asked' as const, leftAt: null };
  const { count } = await db.consultationParticipant.updateMany({ where: own, data: entry });
  if (count === 0) {
    const taken = participants.flatMap(({ pseudonym }) => pseudonym ?? []);
    await db.consultationParticipant.createMany({
      data: [
        {
          ...own,
          ...entry,
          cohortId: row.cohortId,
          place: participants.length,
          pseudonym: row.hasPseudonyms ? drawBirds(1, taken)[0]! : null,
        },
      ],
    });
  }
  await addEpoch(scope, await readFacts(scope, input), epoch, keys);
  await tell(scope, input, 'consultation_asked', accountId);
  await refreshPages(scope, await readFacts(scope, input));
}
