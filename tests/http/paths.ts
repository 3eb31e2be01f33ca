import { newId } from '$lib/platform/id';
import { table as cohortTable } from '../access/cohort.access';
import { aRunningConsultation } from '../factories/consultation';
import { aPractice } from '../factories/practice';
import { aTopic } from '../factories/topic';
import { type aClosedBallot, aDraft as aDraftBallot, anOpenBallot } from '../factories/voting';
import type { World } from '../factories/world';

// Addresses of things that are there for whoever may read them; made anew for each check.

export const fixed = (path: string) => () => path;
export const inCohort =
  (path = '') =>
  ({ cohortA }: World) =>
    `/cohorts/${cohortA}${path}`;
export const onTopic =
  (rest = '') =>
  async (world: World) =>
    `/cohorts/${world.cohortA}/topics/${await aTopic(world)}${rest}`;
export const onBallot =
  (rest = '', make: typeof anOpenBallot | typeof aClosedBallot = anOpenBallot) =>
  async (world: World) => {
    const { ref } = await make(world);
    return `/cohorts/${ref.cohortId}/ballots/${ref.ballotId}${rest}`;
  };
export const onPractice =
  (rest = '') =>
  async (world: World) =>
    `/cohorts/${world.cohortA}/practices/${await aPractice(world, { rung: 'cohort' })}${rest}`;
export const onConsultation =
  (rest = '') =>
  async (world: World) => {
    const { cohortId, consultationId } = await aRunningConsultation(world);
    return `/cohorts/${cohortId}/consultations/${consultationId}${rest}`;
  };
export const onTeam =
  (rest = '') =>
  ({ cohortA, teams }: World) =>
    `/cohorts/${cohortA}/teams/${teams.ahlen}${rest}`;
export const onPerson =
  (before: string, after = '') =>
  ({ cohortA, people }: World) =>
    `/cohorts/${cohortA}${before}/people/${people.member.membershipId}${after}`;

export async function draftToEdit(world: World): Promise<string> {
  const draft = await aDraftBallot(world);
  await (await world.as('moderator')).ballot.saveDraft(draft);
  return `/cohorts/${draft.cohortId}/ballots/${draft.ballotId}/edit`;
}

export async function aMail({ owner, clock }: World): Promise<string> {
  const id = newId();
  await owner.mail.create({
    data: {
      id,
      recipient: 'anna@example.org',
      kind: 'invitation',
      createdAt: clock.now(),
      content: { create: { subject: '-', text: '-', html: '-', headers: {} } },
    },
  });
  return `/administration/operations/mails/${id}`;
}

export async function anErasedCohort(world: World): Promise<string> {
  const input = await cohortTable['cohort.certificate']!.input(world, 'organiser');
  return `/certificates/${(input as { cohortId: string }).cohortId}`;
}

export const aProgramme = async ({ owner }: World) =>
  `/administration/programmes/${(await owner.programme.findFirstOrThrow()).id}`;
