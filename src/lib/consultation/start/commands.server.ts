import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { AppError } from '$lib/platform/errors';
import { planReminder, refreshPages, tell } from '../commands.server';
import { hasSecretary } from '../engine/method';
import { methodOf } from '../engine/methods';
import * as policy from '../policy';
import { drawBirds } from '../pseudonyms';
import { readFacts } from '../queries.server';
import type { StartConsultation } from '../schema';
import { addEpoch, append } from '../thread/commands.server';
import { cohortStateOf, findCandidates } from './queries.server';

/**
 * A consultation begins: the circle is asked, the first key is sealed for everyone in it, title and
 * summary stand in the thread. All of it, or nothing.
 */
export async function startConsultation(
  scope: PersonScope,
  input: StartConsultation,
): Promise<{ consultationId: string }> {
  const { db, actor, clock } = scope;
  const { cohortId, consultationId, circle, method, form, hasPseudonyms } = input;
  const cohortState = await cohortStateOf(scope, cohortId);
  ensure(policy.mayStart(actor, { cohortId, cohortState }));
  const { people } = methodOf(method);
  if (circle.length + 1 > people.max)
    throw new AppError('consultation_circle_too_large', { max: people.max });
  const { accountId: caseGiverId } = actor;
  if (circle.some(({ accountId }) => accountId === caseGiverId))
    throw new AppError('consultation_person_cannot');
  if (!circle.every((one) => fitsMethod(one, method)))
    throw new AppError('consultation_person_cannot');
  await ensureAll(scope, cohortId, [caseGiverId, ...circle.map(({ accountId }) => accountId)]);

  const { count } = await db.consultation.createMany({
    data: [
      {
        cohortId,
        id: consultationId,
        caseGiverId,
        method,
        form,
        hasPseudonyms,
        plannedFor: input.plannedFor,
        followUpDays: input.followUpDays,
        createdAt: clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  const isRepeated = count === 0;
  if (isRepeated) {
    await readFacts(scope, input);
    return { consultationId };
  }
  await enterCircle(scope, input);
  await addEpoch(scope, await readFacts(scope, input), input.epoch, input.keys);
  for (const contribution of input.contributions) {
    await append(scope, await readFacts(scope, input), contribution);
  }
  const begun = await readFacts(scope, input);
  await planReminder(scope, begun);
  await tell(scope, input, 'consultation_asked');
  await refreshPages(scope, begun);
  return { consultationId };
}

/** A role that the method has; whoever moderates does not take the minutes as well. */
function fitsMethod({ role, isSecretary }: StartConsultation['circle'][number], key: string) {
  const method = methodOf(key);
  if (role === 'peer_moderator') return method.hasModerator && !isSecretary;
  return !isSecretary || hasSecretary(method);
}

/** Whether everybody can be asked; somebody who is not in the cohort looks like somebody who is not there. */
export async function ensureAll(
  scope: PersonScope,
  cohortId: string,
  accountIds: string[],
): Promise<void> {
  const known = await findCandidates(scope, { cohortId });
  for (const id of accountIds) {
    const found = known.find(({ accountId }) => accountId === id);
    ensure(
      policy.mayBeAsked({ isEligible: found !== undefined, hasKeys: found?.hasKeys ?? false }),
    );
  }
}

async function enterCircle({ db, actor, clock }: PersonScope, input: StartConsultation) {
  const { cohortId, consultationId, circle, hasPseudonyms } = input;
  const giver = {
    accountId: actor.accountId,
    role: 'case_giver' as const,
    isSecretary: false,
    answer: 'joined' as const,
  };
  const asked = circle.map((one) => ({ ...one, answer: 'asked' as const }));
  const birds = drawBirds(circle.length + 1);
  await db.consultationParticipant.createMany({
    data: [giver, ...asked].map((one, place) => ({
      ...one,
      cohortId,
      consultationId,
      place,
      askedAt: clock.now(),
      pseudonym: hasPseudonyms ? birds[place]! : null,
    })),
  });
}
