import type { PersonScope } from '$lib/access/scope.server';
import { AppError } from '$lib/platform/errors';
import { ownOpenPlace } from '../commands.server';
import { wantsSeat } from '../seats';
import type { SaveNeed } from './schema';

/** Writes down what one needs, or one's guest; nothing is nothing. */
export async function saveNeed(scope: PersonScope, input: SaveNeed): Promise<void> {
  const { db, clock } = scope;
  const { cohortId, workshopId, ...need } = input;
  const { all, membershipId } = await ownOpenPlace(scope, input);
  const own = all.said.find((one) => one.membershipId === membershipId);
  const comes = own && (own.answer === 'online' || wantsSeat(own));
  if (!comes) throw new AppError('participation_needs_answer');
  const where = { workshopId, membershipId };
  await db.participationNeed.deleteMany({ where });
  const isEmpty = need.choices.length === 0 && need.allergy === '' && need.other === '';
  if (isEmpty) return;
  await db.participationNeed.createMany({
    data: [{ cohortId, ...where, ...need, changedAt: clock.now() }],
  });
}
