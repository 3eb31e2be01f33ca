import type { Page } from '@playwright/test';
import { newId } from '../../src/lib/platform/id';
import { closeBallot, draftBallot, openBallot } from './ballot';
import { call } from './call';

/** The kinds of people whose pages differ. */
export const people = {
  member: 'melina.kuhlmann@ahlen.example',
  moderator: 'leonie.brandhorst@engagement-kommune.example',
  organiser: 'gesine.wiethoff@engagement-kommune.example',
  administrator: 'jonas.petersen@engagement-kommune.example',
} as const;
export type Reader = keyof typeof people | 'anyone';

/** Those who look at every page in a language; the walk over all pages makes of them what is missing. */
export const readersOf = {
  de: people,
  en: {
    member: 'katharina.wrobel@menden.example',
    moderator: 'nermin.halilovic@engagement-kommune.example',
    organiser: 'nermin.halilovic@engagement-kommune.example',
    administrator: 'katharina.wrobel@menden.example',
  },
} as const;

/** Where a page is, found by following the links that a person would follow. */
type Find = (page: Page) => Promise<string>;

const fixed =
  (path: string): Find =>
  async () =>
    path;

/** Addresses of the links in the main part of a page that look like `pattern`. */
async function linksOn(page: Page, from: string, pattern: RegExp): Promise<string[]> {
  await page.goto(from);
  const links = page.locator('main a[href]');
  const hrefs = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute('href') ?? ''),
  );
  const found = hrefs.filter((href) => pattern.test(href));
  if (found.length === 0) throw new Error(`${from} has no link like ${pattern}`);
  return found.map((href) => new URL(href, page.url()).pathname);
}

const follow = async (page: Page, from: string, pattern: RegExp): Promise<string> =>
  (await linksOn(page, from, pattern))[0]!;

const cohortOf: Find = async (page) => {
  await page.goto('/cohorts');
  return (await follow(page, '/cohorts', /^\/cohorts\/[0-9a-f-]{36}$/)) as string;
};

const inCohort =
  (path: string): Find =>
  async (page) =>
    `${await runningCohort(page)}${path}`;

/** The cohort that runs: the one of which the person is reminded first. */
async function runningCohort(page: Page): Promise<string> {
  await page.goto('/');
  const { pathname } = new URL(page.url());
  return /^\/cohorts\/[0-9a-f-]{36}/.exec(pathname)?.[0] ?? cohortOf(page);
}

/** The first thing of a list whose page `rest` exists: not everything can be merged, edited … */
const below =
  (list: string, pattern: RegExp, rest = ''): Find =>
  async (page) => {
    const paths = await linksOn(page, `${await runningCohort(page)}${list}`, pattern);
    for (const path of paths) {
      const response = await page.goto(`${path}${rest}`);
      const isItself = new URL(page.url()).pathname === `${path}${rest}`;
      if (response!.ok() && isItself) return `${path}${rest}`;
    }
    throw new Error(`nothing of ${list} has a page ${rest}`);
  };

/** A draft of the moderator's own. */
const draftToEdit: Find = async (page) => {
  const cohort = (await runningCohort(page)).split('/').at(-1)!;
  const title = `Wann treffen wir uns? ${Date.now()}`;
  const draft = await draftBallot(page, cohort, { title, answers: ['Im Mai', 'Im Juni'] });
  return `${draft}/edit`;
};

/** A ballot of the moderator's own that is counted and not decided. */
const countedBallot: Find = async (page) => {
  const cohort = (await runningCohort(page)).split('/').at(-1)!;
  const title = `Was nehmen wir mit? ${Date.now()}`;
  const ballot = await openBallot(page, cohort, { title, answers: ['Mut', 'Ruhe'] });
  await closeBallot(page, ballot);
  return `${ballot}/decide`;
};

/** The start page names the ballot with an objection that waits; its page leads to the answer. */
const objectionToAnswer: Find = async (page) => {
  const ballots = await linksOn(page, await runningCohort(page), /\/ballots\/[^/]+#objections$/);
  return follow(page, ballots[0]!, /\/objections\/[0-9a-f-]{36}$/);
};

const topicDraft: Find = async (page) => {
  await page.goto(`${await runningCohort(page)}/topics/new`);
  const question = page.getByLabel('Frage', { exact: true });
  await question
    .or(page.getByLabel('Question', { exact: true }))
    .fill(`Was fragen wir? ${Date.now()}`);
  await page.getByRole('button', { name: /^(Als Entwurf speichern|Save as draft)$/ }).click();
  await page.getByText(/Das ist noch ein Entwurf|This is still a draft/).waitFor();
  return `${new URL(page.url()).pathname}/discard`;
};

/** An example of the person's own team, begun with nothing but its first sentence. */
const ownPractice: Find = async (page) => {
  const home = await runningCohort(page);
  const cohortId = home.split('/').at(-1)!;
  const practiceId = newId();
  const content = { gist: `Wir haben gefragt und gewartet. ${Date.now()}` };
  await call(page, 'practice.create', { cohortId, practiceId, content });
  return `${home}/practices/${practiceId}`;
};

/** What an example's team looks at before its cohort reads it. */
const preparedStep: Find = async (page) => {
  const path = await ownPractice(page);
  const [, , cohortId, , practiceId] = path.split('/');
  const stepId = newId();
  const step = { cohortId, practiceId, stepId, rung: 'cohort' };
  await call(page, 'practice.ladder.prepare', step);
  return `${path}/share/${stepId}`;
};

/** Somebody whom the own example names, before the name is taken out. */
const namedPerson: Find = async (page) => {
  const path = await ownPractice(page);
  const [, , cohortId, , practiceId] = path.split('/');
  const personId = newId();
  const named = { name: 'Rosa Lind', scope: 'cohort', isWritten: true };
  await call(page, 'practice.person.save', { cohortId, practiceId, personId, ...named });
  return `${path}/people/${personId}`;
};

/** The first two examples of the list, side by side. */
const comparison: Find = async (page) => {
  const list = `${await runningCohort(page)}/practices`;
  const ids = (await linksOn(page, list, practice)).map((path) => path.split('/').at(-1));
  return `${list}/compare?id=${ids[0]}&id=${ids[1]}`;
};

const ownEntry: Find = async (page) => {
  await page.goto(`${await runningCohort(page)}/people/own`);
  return new URL(page.url()).pathname;
};

const publicPractice: Find = (page) => follow(page, '/practices', /^\/practices\/[^/?.]+$/);

const topic = /\/topics\/[0-9a-f-]{36}$/;
const ballot = /\/ballots\/[0-9a-f-]{36}$/;
const practice = /\/practices\/[0-9a-f-]{36}$/;
const agreement = /\/agreements\/[0-9a-f-]{36}\/edit$/;
/** A page of the first event that has one. */
const ofWorkshop = (rest = ''): Find => below('/workshops', /\/workshops\/[0-9a-f-]{36}$/, rest);
/** Pages of a workshop that one reader sees, as they stand behind its address. */
const atWorkshop = (reader: Reader, ...pages: string[]): Record<string, [Reader, Find]> =>
  Object.fromEntries(
    pages.map((page) => [
      `/cohorts/[cohort]/workshops/[workshop]${page}`,
      [reader, ofWorkshop(page)],
    ]),
  );
const consultation = /\/consultations\/[0-9a-f-]{36}$/;
const team = /\/teams\/[0-9a-f-]{36}$/;
const person = /\/people\/[0-9a-f-]{36}$/;

/** Every page of src/routes: who reads it here, how to get there, and the status where it is not 200. */
export const places: Record<string, [Reader, Find, status?: number]> = {
  '/sign-in': ['anyone', fixed('/sign-in')],
  '/sign-out': ['member', fixed('/sign-out')],
  '/join': ['anyone', fixed('/join')],
  '/join/[token]': ['anyone', fixed('/join/unknown')],
  '/reset': ['anyone', fixed('/reset')],
  '/reset/[token]': ['anyone', fixed('/reset/unknown')],
  '/email/[token]': ['anyone', fixed('/email/unknown')],
  '/setup/[token]': ['anyone', fixed('/setup/unknown')],
  '/imprint': ['anyone', fixed('/imprint')],
  '/privacy': ['anyone', fixed('/privacy')],
  '/accessibility': ['anyone', fixed('/accessibility')],
  '/protection': ['anyone', fixed('/protection')],
  '/protection/easy': ['anyone', fixed('/protection/easy')],
  '/help': ['anyone', fixed('/help')],
  '/role-cards': ['member', fixed('/role-cards')],
  '/account': ['member', fixed('/account')],
  '/account/data': ['member', fixed('/account/data')],
  '/account/deletion': ['member', fixed('/account/deletion')],
  '/account/email': ['member', fixed('/account/email')],
  '/account/notices': ['member', fixed('/account/notices')],
  '/account/password': ['member', fixed('/account/password')],
  '/account/calendar': ['member', fixed('/account/calendar')],
  '/account/passkeys': ['member', fixed('/account/passkeys')],
  '/account/recovery': ['member', fixed('/account/recovery')],
  '/account/second-factor': ['organiser', fixed('/account/second-factor')],
  '/account/requests': ['organiser', fixed('/account/requests')],
  '/consent/[token]': ['anyone', fixed('/consent/unknown'), 404],
  '/practices': ['anyone', fixed('/practices')],
  '/practices/[practice]': ['anyone', publicPractice],
  '/practices/[practice]/embed': ['anyone', async (page) => `${await publicPractice(page)}/embed`],
  '/unsubscribe/[token]': ['anyone', fixed('/unsubscribe/unknown'), 404],
  '/administration': ['administrator', fixed('/administration')],
  '/administration/cohorts/[cohort]': [
    'administrator',
    (page) =>
      follow(page, '/administration/programmes', /\/administration\/cohorts\/[0-9a-f-]{36}$/),
  ],
  '/administration/cohorts/new': ['administrator', fixed('/administration/cohorts/new')],
  '/administration/operations': ['administrator', fixed('/administration/operations')],
  '/administration/operations/mails/[mail]': [
    'administrator',
    (page) => follow(page, '/administration/operations', /\/mails\/[0-9a-f-]{36}$/),
  ],
  '/administration/operations/second-factors': [
    'administrator',
    fixed('/administration/operations/second-factors'),
  ],
  '/administration/programmes': ['administrator', fixed('/administration/programmes')],
  '/administration/programmes/[programme]': [
    'administrator',
    (page) =>
      follow(page, '/administration/programmes', /\/administration\/programmes\/[0-9a-f-]{36}$/),
  ],
  '/administration/programmes/new': ['administrator', fixed('/administration/programmes/new')],
  '/administration/texts': ['administrator', fixed('/administration/texts')],
  '/administration/texts/[kind]': ['administrator', fixed('/administration/texts/imprint')],
  '/certificates/[cohort]': ['administrator', fixed('/certificates/unknown'), 404],
  '/cohorts': ['member', fixed('/cohorts')],
  '/cohorts/[cohort]': ['member', inCohort('')],
  '/cohorts/[cohort]/announcements': ['member', inCohort('/announcements')],
  '/cohorts/[cohort]/announcements/new': ['organiser', inCohort('/announcements/new')],
  '/cohorts/[cohort]/ballots': ['member', inCohort('/ballots')],
  '/cohorts/[cohort]/ballots/[ballot]': ['member', below('/ballots', ballot)],
  '/cohorts/[cohort]/ballots/[ballot]/decide': ['moderator', countedBallot],
  '/cohorts/[cohort]/ballots/[ballot]/edit': ['moderator', draftToEdit],
  '/cohorts/[cohort]/ballots/[ballot]/enter': ['moderator', below('/ballots', ballot, '/enter')],
  '/cohorts/[cohort]/ballots/[ballot]/manage': ['moderator', below('/ballots', ballot, '/manage')],
  '/cohorts/[cohort]/ballots/[ballot]/objections/[objection]': ['moderator', objectionToAnswer],
  '/cohorts/[cohort]/ballots/new': ['moderator', inCohort('/ballots/new')],
  '/cohorts/[cohort]/ballots/try': ['member', inCohort('/ballots/try')],
  '/cohorts/[cohort]/charter': ['member', inCohort('/charter')],
  '/cohorts/[cohort]/charter/history': ['member', inCohort('/charter/history')],
  '/cohorts/[cohort]/consultations': ['member', inCohort('/consultations')],
  '/cohorts/[cohort]/consultations/[consultation]': [
    'member',
    below('/consultations', consultation),
  ],
  '/cohorts/[cohort]/consultations/[consultation]/circle': [
    'member',
    below('/consultations', consultation, '/circle'),
  ],
  '/cohorts/[cohort]/consultations/new': ['member', inCohort('/consultations/new')],
  '/cohorts/[cohort]/directory': ['member', inCohort('/directory')],
  '/cohorts/[cohort]/join-code': ['organiser', inCohort('/join-code')],
  '/cohorts/[cohort]/keys': ['member', inCohort('/keys')],
  '/cohorts/[cohort]/keys/projector': ['moderator', inCohort('/keys/projector')],
  '/cohorts/[cohort]/log': ['member', inCohort('/log')],
  '/cohorts/[cohort]/notices': ['member', inCohort('/notices')],
  '/cohorts/[cohort]/people/[membership]': ['member', below('/directory', person)],
  '/cohorts/[cohort]/people/[membership]/edit': ['member', ownEntry],
  '/cohorts/[cohort]/practices': ['member', inCohort('/practices')],
  '/cohorts/[cohort]/practices/[practice]': ['member', ownPractice],
  '/cohorts/[cohort]/practices/[practice]/history': [
    'member',
    async (page) => `${await ownPractice(page)}/history`,
  ],
  '/cohorts/[cohort]/practices/[practice]/paper': [
    'member',
    async (page) => `${await ownPractice(page)}/paper`,
  ],
  '/cohorts/[cohort]/practices/import': ['member', inCohort('/practices/import')],
  '/cohorts/[cohort]/practices/[practice]/people': [
    'member',
    async (page) => `${await ownPractice(page)}/people`,
  ],
  '/cohorts/[cohort]/practices/[practice]/people/[person]': ['member', namedPerson],
  '/cohorts/[cohort]/practices/[practice]/share': [
    'member',
    async (page) => `${await ownPractice(page)}/share`,
  ],
  '/cohorts/[cohort]/practices/[practice]/share/[step]': ['member', preparedStep],
  '/cohorts/[cohort]/practices/paper': ['member', inCohort('/practices/paper')],
  '/cohorts/[cohort]/practices/[practice]/discard': [
    'member',
    async (page) => `${await ownPractice(page)}/discard`,
  ],
  '/cohorts/[cohort]/practices/[practice]/edit': [
    'member',
    async (page) => `${await ownPractice(page)}/edit`,
  ],
  '/cohorts/[cohort]/practices/compare': ['member', comparison],
  '/cohorts/[cohort]/practices/new': ['member', inCohort('/practices/new')],
  '/cohorts/[cohort]/practices/[practice]/adopt': [
    'member',
    below('/practices', practice, '/adopt'),
  ],
  '/cohorts/[cohort]/search': ['member', inCohort('/search?q=Ehrenamt')],
  '/cohorts/[cohort]/settings': ['organiser', inCohort('/settings')],
  '/cohorts/[cohort]/settings/charter': ['organiser', inCohort('/settings/charter')],
  '/cohorts/[cohort]/settings/cohort': ['organiser', inCohort('/settings/cohort')],
  '/cohorts/[cohort]/settings/invitations': ['organiser', inCohort('/settings/invitations')],
  '/cohorts/[cohort]/settings/invitations/import': [
    'organiser',
    inCohort('/settings/invitations/import'),
  ],
  '/cohorts/[cohort]/settings/invitations/letters': [
    'organiser',
    inCohort('/settings/invitations/letters'),
  ],
  '/cohorts/[cohort]/settings/people': ['organiser', inCohort('/settings/people')],
  '/cohorts/[cohort]/settings/people/[membership]': [
    'organiser',
    below('/settings/people', /\/settings\/people\/[0-9a-f-]{36}$/),
  ],
  '/cohorts/[cohort]/settings/teams': ['organiser', inCohort('/settings/teams')],
  '/cohorts/[cohort]/teams/[team]': ['member', below('/directory', team)],
  '/cohorts/[cohort]/teams/[team]/edit': ['organiser', below('/directory', team, '/edit')],
  '/cohorts/[cohort]/topics': ['member', inCohort('/topics')],
  '/cohorts/[cohort]/topics/[topic]': ['member', below('/topics', topic)],
  '/cohorts/[cohort]/topics/[topic]/discard': ['member', topicDraft],
  '/cohorts/[cohort]/topics/[topic]/edit': ['member', below('/topics?mine=team', topic, '/edit')],
  '/cohorts/[cohort]/topics/[topic]/history': ['member', below('/topics', topic, '/history')],
  '/cohorts/[cohort]/topics/[topic]/merge': ['moderator', below('/topics', topic, '/merge')],
  '/cohorts/[cohort]/topics/[topic]/withdraw': [
    'member',
    below('/topics?mine=team', topic, '/withdraw'),
  ],
  '/cohorts/[cohort]/topics/new': ['member', inCohort('/topics/new')],
  '/cohorts/[cohort]/agreements': ['member', inCohort('/agreements')],
  '/cohorts/[cohort]/agreements/[agreement]/edit': ['moderator', below('/agreements', agreement)],
  '/cohorts/[cohort]/agreements/new': ['member', inCohort('/agreements/new')],
  '/cohorts/[cohort]/workshops': ['member', inCohort('/workshops')],
  '/cohorts/[cohort]/workshops/blocked-days': ['member', inCohort('/workshops/blocked-days')],
  '/cohorts/[cohort]/workshops/new': ['moderator', inCohort('/workshops/new')],
  '/cohorts/[cohort]/workshops/[workshop]/versions/[version]': [
    'member',
    ofWorkshop('/versions/1'),
  ],
  '/cohorts/[cohort]/workshops/[workshop]/proceedings': [
    'member',
    async (page) => (await ofWorkshop('/proceedings/versions/1')(page)).replace('/versions/1', ''),
  ],
  '/cohorts/[cohort]/workshops/[workshop]/proceedings/versions/[version]': [
    'member',
    ofWorkshop('/proceedings/versions/2'),
  ],
  '/cohorts/[cohort]/workshops/[workshop]/proceedings/edit/[section]': [
    'moderator',
    async (page) =>
      follow(page, await ofWorkshop('/proceedings/edit')(page), /\/edit\/[0-9a-f-]{36}$/),
  ],
  '/cohorts/[cohort]/workshops/[workshop]/paper/[sheet]': [
    'moderator',
    ofWorkshop('/paper/run-sheet'),
  ],
  ...atWorkshop(
    'member',
    '',
    '/participants',
    '/day',
    '/dates',
    '/outcomes',
    '/feedback',
    '/paper',
  ),
  ...atWorkshop(
    'moderator',
    '/participants/attendance',
    '/day/projector',
    '/edit',
    '/board',
    '/publish',
    '/board/methods',
    '/board/methods/write',
    '/proceedings/edit',
    '/proceedings/photos',
    '/proceedings/publish',
    '/board/templates',
  ),
  ...atWorkshop('organiser', '/participants/needs'),
};
