import { createSetupLink } from '$lib/account/setup/commands.server';
import { consultationJobs } from '$lib/consultation/jobs.server';
import { adoptionJobs } from '$lib/practice/adoption/jobs.server';
import { ladderJobs } from '$lib/practice/ladder/jobs.server';
import type { FileStore } from '$lib/platform/files/store.server';
import type { JobLog } from '$lib/platform/jobs.server';
import { workOffJobs } from '../../../src/server/jobs';
import { demoContent } from '../content/index';
import { minutesFromToday, timelineOf, type DemoEvent } from '../content/timeline';
import type { Moment } from '../content/types';
import { ballotActs } from './ballots';
import { openCohort, type DemoCohort } from './cohort-stage';
import { consultationActs } from './consultations';
import { keyActs } from './keys';
import { peopleActs } from './people';
import { practiceActs } from './practices';
import { openStage, type Stage } from './stage';
import { publishTexts } from './texts';
import { topicActs } from './topics';
import { workshopDayActs } from './workshop-days';
import { workshopActs } from './workshops';

type Act = (stage: Stage, cohort: DemoCohort, event: DemoEvent) => Promise<void>;

const acts = {
  ...peopleActs,
  ...keyActs,
  ...topicActs,
  ...ballotActs,
  ...consultationActs,
  ...practiceActs,
  ...workshopActs,
  ...workshopDayActs,
} as Record<DemoEvent['kind'], Act>;

/** Days in whose evening teams hear what is new: else the news of months would all be of today. */
const EVENINGS = [-150, -100, -60, -30, -18, -7, -2];
/** From here on circles of consultations hear it too; on this day somebody is asked what came of it. */
const CIRCLES_FROM = -18;
const practiceJobs = [...ladderJobs, ...adoptionJobs];

/** Notices that are older than this count as read: nobody comes back to a thousand news. */
const UNREAD_DAYS = 6;

const log: JobLog = {
  error: (facts, message) => process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
};

/**
 * Plays the demo into an empty installation, through the same commands that people call, each at
 * the time at which it is said to have happened.
 */
export async function loadDemo(
  urls: { appUrl: string; ownerUrl: string; files: FileStore },
  origin: string,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const stage = openStage(urls, origin, new Date());
  try {
    await setUp(stage);
    const cohorts = demoContent.cohorts.map((content) => openCohort(stage, content));
    const events = cohorts.flatMap((cohort) =>
      timelineOf(cohort.content).map((event) => ({ cohort, event })),
    );
    const evenings = EVENINGS.map((day): Moment => [day, '22:30']);
    for (const [index, { cohort, event }] of events.entries()) {
      while (evenings[0] && minutesFromToday(evenings[0]) < minutesFromToday(event.at))
        await spend(stage, evenings.shift()!, urls.appUrl);
      stage.at(event.at);
      await acts[event.kind](stage, cohort, event).catch((cause: unknown) => {
        throw new Error(`${event.kind} by ${event.by} at ${event.at.join(' ')}`, { cause });
      });
      onProgress(index + 1, events.length);
    }
    await finish(stage, urls.appUrl);
  } finally {
    await stage.close();
  }
}

/** The administrator sets the installation up with the one-time link, and founds the programme. */
async function setUp(stage: Stage): Promise<void> {
  const { administrator, host, programme } = demoContent;
  stage.at(programme.createdAt);
  const link = await createSetupLink(stage.services);
  if (!link) throw new Error('The installation is set up already.');
  const { email, displayName: name, language: locale } = stage.person(administrator);
  const { organisation, contact: contactEmail, address, representative, phone } = host;
  const words = { organisation, contactEmail, address, representative, phone };
  const token = link.split('/').at(-1)!;
  const id = stage.id(`account ${administrator}`);
  const { password, keys } = await stage.credentials(id);
  const who = { token, id, ...words, name, email, locale };
  await (await stage.as()).account.setUp({ ...who, password, keys });
  stage.joined(administrator, id);
  await stage.owner.installation.update({ where: { id: 1 }, data: { isDemo: true } });
  await publishTexts(stage, administrator);
  const api = await stage.as(administrator);
  await api.programme.create({ id: stage.id('programme'), name: programme.name });
}

/** Teams and circles are told what is new; the circles have read it by night. */
async function spend(stage: Stage, evening: Moment, appUrl: string): Promise<void> {
  const readAt = stage.at(evening);
  const jobs = evening[0] < CIRCLES_FROM ? practiceJobs : [...consultationJobs, ...practiceJobs];
  await workOffJobs(appUrl, stage.services, log, jobs);
  await stage.owner.notice.updateMany({
    where: { kind: 'consultation', readAt: null },
    data: { readAt, mailDueAt: null },
  });
}

/** What the jobs would have done in all this time. */
async function finish(stage: Stage, appUrl: string): Promise<void> {
  stage.at([0, '00:01']);
  await workOffJobs(appUrl, stage.services, log);
  const since = new Date(stage.today.getTime() - UNREAD_DAYS * 86_400_000);
  await stage.owner.notice.updateMany({
    where: { createdAt: { lt: since } },
    data: { readAt: since, mailDueAt: null },
  });
  await stage.owner.session.deleteMany({});
}
