import { newId } from '$lib/platform/id';
import type { World } from './world';

interface Said {
  what?: string;
  dueOn?: string;
  workshopId?: string;
  state?: 'open' | 'done' | 'dropped';
  createdById?: string;
}

/** An agreement of cohort A that is up to team Ahlen (Anna and Ben). */
export async function anAgreement(
  { owner, clock, cohortA: cohortId, teams, people }: World,
  { dueOn, ...said }: Said = {},
): Promise<{ cohortId: string; agreementId: string }> {
  const agreementId = newId();
  const at = clock.now();
  await owner.agreement.create({
    data: {
      cohortId,
      id: agreementId,
      what: 'Wir schicken den Fragebogen herum.',
      dueOn: dueOn ? new Date(dueOn) : null,
      createdById: people.moderator.accountId,
      createdAt: at,
      changedAt: at,
      ...said,
    },
  });
  await owner.agreementResponsible.create({
    data: { cohortId, id: newId(), agreementId, teamId: teams.ahlen },
  });
  return { cohortId, agreementId };
}
