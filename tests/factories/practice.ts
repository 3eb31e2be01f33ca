import { newId } from '$lib/platform/id';
import { practiceContent, type PracticeContent } from '$lib/practice/fields';
import { releaseColumns } from '$lib/practice/ladder/release';
import { checkPoints } from '$lib/practice/ladder/schema';
import type { SavePerson } from '$lib/practice/person/schema';
import type { ReleasedRung } from '$lib/practice/schema';
import type { World } from './world';

/** What a team records; the fields of the short form, filled with something believable. */
export const practiceWords: Partial<PracticeContent> = {
  gist: 'Die Ehrenamtskarte blieb liegen, weil kein Verein sie wollte.',
  kind: 'failed',
  story: 'Wir haben 500 Karten gedruckt.\n\nAbgeholt wurden 12.',
  nextTime: 'Erst fragen, dann drucken.',
  textLicence: 'cc_by',
};

/** An example of Ahlen (Anna and Ben) or Menden (Clara); on a rung above, as if agreed long ago. */
export async function aPractice(
  world: World,
  options: {
    team?: 'ahlen' | 'menden';
    rung?: ReleasedRung;
    content?: Partial<PracticeContent>;
  } = {},
): Promise<string> {
  const { team = 'ahlen', rung, content = practiceWords } = options;
  const { cohortA: cohortId, owner, clock } = world;
  const practiceId = newId();
  const writer = team === 'ahlen' ? 'member' : 'otherTeam';
  await world.signInAgain(writer);
  const api = await world.as(writer);
  await api.practice.create({ cohortId, practiceId, content });
  const rungs: ReleasedRung[] = rung === 'public' ? ['cohort', 'public'] : rung ? ['cohort'] : [];
  const at = clock.now();
  for (const each of rungs)
    await owner.practiceRelease.create({
      data: {
        ...releaseColumns(practiceContent.parse(content)),
        cohortId,
        practiceId,
        rung: each,
        teamId: world.teams[team],
        fromVersion: 1,
        firstAt: at,
        releasedAt: at,
      },
    });
  return practiceId;
}

/** A step of Ahlen's example up to a rung, prepared or proposed by Anna. */
export async function aStep(
  world: World,
  practiceId: string,
  { rung = 'cohort', isProposed = true }: { rung?: ReleasedRung; isProposed?: boolean } = {},
): Promise<string> {
  const ref = { cohortId: world.cohortA, practiceId };
  const { ladder } = (await world.as('member')).practice;
  const { stepId } = await ladder.prepare({ ...ref, stepId: newId(), rung });
  if (isProposed) await ladder.propose({ ...ref, stepId, checks: [...checkPoints] });
  return stepId;
}

/** Somebody whom an example names. */
export const noOne = {
  name: 'Rosa Lind',
  role: 'Sprecherin',
  contact: 'rosa.lind@example.org',
  scope: 'public',
} as const;

/** A person of Ahlen's example: with a consent in writing, or asked by the link of the token. */
export async function aPerson(
  world: World,
  practiceId: string,
  more: Partial<Omit<SavePerson, 'cohortId' | 'practiceId' | 'personId'>> = {},
): Promise<{ personId: string; token: string }> {
  const personId = newId();
  const ref = { cohortId: world.cohortA, practiceId, personId };
  const { person } = (await world.as('member')).practice;
  const { token } = await person.save({ ...ref, ...noOne, isWritten: true, ...more });
  return { personId, token: token! };
}
