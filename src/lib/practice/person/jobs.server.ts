import type { System } from '$lib/access/actor';
import type { Job } from '$lib/access/job';
import type { Scope } from '$lib/access/scope.server';
import type { ActivityKind } from '$lib/activity/kinds';
import { enqueue } from '$lib/platform/jobs.server';
import { queueMail } from '$lib/platform/mail.server';
import { newToken } from '$lib/platform/token.server';
import { TELL_QUEUE } from '../ladder/commands.server';
import { consentMail } from './mail.server';

interface Ended {
  cohortId: string;
  practiceId: string;
  id: string;
}

interface Ending extends Ended {
  name: string;
  email: string;
  until: string;
  gist: string;
  site: string;
  language: string;
}

/** Reminds of consents that end within two weeks, and takes the names out whose consent is over. */
const followConsents: Job = {
  queue: 'practice.consent',
  cron: '11 0 * * *',
  async run(scope, _data, { origin }) {
    const { db, clock } = scope;
    const ending = await db.$queryRaw<Ending[]>`
      SELECT "cohortId", "practiceId", id, name, email, until::text, gist, site, language
        FROM app.practice_consents_ending(${clock.now()}::timestamptz)`;
    for (const person of ending) {
      await tellTeam(scope, person, 'practice_consent_ends');
      if (person.email !== '') await askPerson(scope, person, origin);
    }
    const ended = await db.$queryRaw<Ended[]>`
      SELECT "cohortId", "practiceId", id FROM app.practice_consents_expire(${clock.now()}::timestamptz)`;
    for (const person of ended) await tellTeam(scope, person, 'practice_consent_over');
  },
};

const tellTeam = (
  { db }: Scope,
  { cohortId, practiceId, id: about }: Ended,
  kind: ActivityKind,
): Promise<void> => enqueue(db, TELL_QUEUE, { cohortId, practiceId, about, kind, actorId: null });

async function askPerson(scope: Scope<System>, person: Ending, origin: string): Promise<void> {
  const { token, hash } = newToken();
  await scope.db.$queryRaw`SELECT app.practice_consent_mailed(${person.id}::uuid, ${hash})::text`;
  const locale = person.language === 'en' ? 'en' : 'de';
  await queueMail(scope, consentMail({ ...person, locale, url: `${origin}/consent/${token}` }));
}

export const personJobs: Job[] = [followConsents];
