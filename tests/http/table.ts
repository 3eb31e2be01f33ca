import { aClosedBallot, anObjection, aProvisionalBallot } from '../factories/voting';
import { aDraft } from '../factories/topic';
import {
  anyone,
  signedIn,
  closed,
  administrators,
  readers,
  group,
  joined,
  readersAreLedTo,
  askable,
  notForThem,
  circle,
  organisers,
  organisersAndAdministrators,
  moderators,
  staff,
  joinedAre,
  everyoneSignedIn,
  type Expected,
  type RouteRow,
} from './outcomes';
import {
  aMail,
  anErasedCohort,
  aProgramme,
  draftToEdit,
  fixed,
  inCohort,
  onBallot,
  onConsultation,
  onPerson,
  onTeam,
  onTopic,
} from './paths';
import { agendaTable } from './agenda.table';
import { agreementTable } from './agreement.table';
import { feedbackTable } from './feedback.table';
import { proceedingsTable } from './proceedings.table';
import { practiceTable } from './practice.table';
import { workshopTable } from './workshop.table';
import { dayTable } from './day.table';

export const table: Record<string, RouteRow> = {
  '/': {
    path: fixed('/'),
    get: {
      anonymous: 'sign in',
      outsider: '→ /cohorts/…',
      former: '→ /cohorts',
      administrator: '→ /administration',
      rest: '→ /cohorts/A',
    },
  },
  '/sign-in': { path: fixed('/sign-in'), get: { anonymous: '200', rest: '→ /' } },
  '/sign-out': { path: fixed('/sign-out'), get: signedIn, post: { default: 'sign in' } },
  '/join': { path: fixed('/join'), get: anyone, post: { default: '200' } },
  '/join/[token]': { path: fixed('/join/unknown'), get: anyone },
  '/reset': { path: fixed('/reset'), get: anyone, post: { default: '200' } },
  '/reset/[token]': { path: fixed('/reset/unknown'), get: anyone },
  '/email/[token]': { path: fixed('/email/unknown'), get: anyone },
  '/setup/[token]': { path: fixed('/setup/unknown'), get: anyone },
  '/calendar/[token].ics': { path: fixed('/calendar/unknown.ics'), get: { rest: '404' } },
  '/unsubscribe/[token]': { path: fixed('/unsubscribe/unknown'), get: { rest: '404' } },
  '/imprint': { path: fixed('/imprint'), get: anyone },
  '/privacy': { path: fixed('/privacy'), get: anyone },
  '/accessibility': { path: fixed('/accessibility'), get: anyone },
  '/protection': { path: fixed('/protection'), get: anyone },
  '/protection/easy': { path: fixed('/protection/easy'), get: anyone },
  '/help': { path: fixed('/help'), get: anyone },

  '/role-cards': { path: fixed('/role-cards'), get: signedIn },
  '/role-cards/[method]/[card].pdf': {
    path: fixed('/role-cards/tietze/adviser.pdf?lang=en'),
    get: signedIn,
  },

  '/account': {
    path: fixed('/account'),
    get: signedIn,
    post: { signOutEverywhere: 'sign in', cancelEmailChange: '→ /account', profile: '200' },
  },
  '/account/data': { path: fixed('/account/data'), get: signedIn },
  '/account/data.json': { path: fixed('/account/data.json'), get: signedIn },
  '/account/deletion': {
    path: fixed('/account/deletion'),
    get: signedIn,
    post: { keep: '→ /account?saved=kept' },
  },
  '/account/email': { path: fixed('/account/email'), get: signedIn },
  '/account/notices': {
    path: fixed('/account/notices'),
    get: signedIn,
    // Every wish has a value that holds where nothing is said.
    post: { default: '→ /account/notices?saved' },
  },
  '/account/calendar': {
    path: fixed('/account/calendar'),
    get: signedIn,
    post: { renew: '200', switchOff: '→ /account/calendar?off' },
  },
  '/account/passkeys': { path: fixed('/account/passkeys'), get: signedIn, post: { rename: '200' } },
  '/account/second-factor': {
    path: fixed('/account/second-factor'),
    get: organisersAndAdministrators,
  },
  '/account/password': { path: fixed('/account/password'), get: signedIn },
  '/account/recovery': { path: fixed('/account/recovery'), get: signedIn },
  '/account/requests': {
    path: fixed('/account/requests'),
    get: organisersAndAdministrators,
    // No account is named: there is nothing to be kept from anyone.
    post: { erase: everyoneSignedIn('400') },
  },

  '/administration': { path: fixed('/administration'), get: administrators },
  '/administration/cohorts/[cohort]': {
    path: ({ cohortA }) => `/administration/cohorts/${cohortA}`,
    get: administrators,
  },
  '/administration/cohorts/new': {
    path: fixed('/administration/cohorts/new'),
    get: administrators,
  },
  '/administration/operations': { path: fixed('/administration/operations'), get: administrators },
  '/administration/operations/mails/[mail]': { path: aMail, get: administrators },
  '/administration/operations/second-factors': {
    path: fixed('/administration/operations/second-factors'),
    get: administrators,
    post: { reset: '200' },
  },
  '/administration/programmes': { path: fixed('/administration/programmes'), get: administrators },
  '/administration/programmes/[programme]': { path: aProgramme, get: administrators },
  '/administration/programmes/new': {
    path: fixed('/administration/programmes/new'),
    get: administrators,
  },
  '/administration/texts': { path: fixed('/administration/texts'), get: administrators },
  '/administration/texts/[kind]': {
    path: fixed('/administration/texts/imprint'),
    get: administrators,
  },

  // Of a cohort that is no more; told to those who led it.
  '/certificates/[cohort]': {
    path: anErasedCohort,
    get: organisersAndAdministrators,
  },
  '/cohorts': { path: fixed('/cohorts'), get: signedIn },
  '/cohorts/[cohort]': {
    path: inCohort(),
    get: joined,
    // Remembered by the browser, not by us.
    post: { hideSteps: { ...everyoneSignedIn('→ /cohorts/A'), anonymous: '→ /cohorts/A' } },
  },
  '/cohorts/[cohort]/announcements': { path: inCohort('/announcements'), get: group },
  '/cohorts/[cohort]/announcements/new': {
    path: inCohort('/announcements/new'),
    get: staff,
    post: { check: '200', send: '200' },
  },
  '/cohorts/[cohort]/ballots': { path: inCohort('/ballots'), get: readers },
  '/cohorts/[cohort]/ballots/[ballot]': {
    path: onBallot(),
    get: readers,
    post: {
      cast: { member: '200', partnerMember: '200', otherTeam: '200' },
      open: { moderator: '200' },
    },
  },
  '/cohorts/[cohort]/ballots/[ballot]/decide': {
    path: onBallot('/decide', aClosedBallot),
    get: { ...readersAreLedTo('→ /cohorts/A/ballots/…'), moderator: '200' },
    // Nobody voted: choosing nothing is what the result says.
    post: { default: '→ /cohorts/A/ballots/…' },
  },
  '/cohorts/[cohort]/ballots/[ballot]/edit': {
    path: draftToEdit,
    get: { ...joinedAre('403'), moderator: '200' },
  },
  '/cohorts/[cohort]/ballots/[ballot]/enter': {
    path: onBallot('/enter'),
    get: { ...readersAreLedTo('→ /cohorts/A/ballots/…'), moderator: '200' },
  },
  '/cohorts/[cohort]/ballots/[ballot]/entry': { path: onBallot('/entry'), get: { rest: '405' } },
  '/cohorts/[cohort]/ballots/[ballot]/lot.txt': {
    path: onBallot('/lot.txt', aClosedBallot),
    get: readers,
  },
  '/cohorts/[cohort]/ballots/[ballot]/manage': {
    path: onBallot('/manage'),
    get: { ...readersAreLedTo('→ /cohorts/A/ballots/…'), moderator: '200' },
    post: { close: '→ /cohorts/A/ballots/…', remind: '200' },
  },
  '/cohorts/[cohort]/ballots/[ballot]/objections/[objection]': {
    path: async (world) => {
      const { ref } = await aProvisionalBallot(world);
      const { cohortId, ballotId, objectionId } = await anObjection(world, ref);
      return `/cohorts/${cohortId}/ballots/${ballotId}/objections/${objectionId}`;
    },
    get: { ...readersAreLedTo('→ /cohorts/A/ballots/…#objections'), moderator: '200' },
  },
  '/cohorts/[cohort]/ballots/[ballot]/result.pdf': {
    path: onBallot('/result.pdf', aClosedBallot),
    get: readers,
  },
  '/cohorts/[cohort]/ballots/[ballot]/votes.[format]': {
    path: onBallot('/votes.csv', aClosedBallot),
    get: readers,
  },
  '/cohorts/[cohort]/ballots/new': {
    path: inCohort('/ballots/new'),
    get: { ...joinedAre('403'), moderator: '200' },
  },
  // It shows nothing of the cohort.
  '/cohorts/[cohort]/ballots/try': { path: inCohort('/ballots/try'), get: joined },
  '/cohorts/[cohort]/charter': { path: inCohort('/charter'), get: joined },
  '/cohorts/[cohort]/charter/history': { path: inCohort('/charter/history'), get: joined },
  // One of its lists; what each gives to whom, its procedure says.
  '/cohorts/[cohort]/download/[file]': {
    path: inCohort('/download/invitations.csv'),
    get: organisers,
  },
  '/cohorts/[cohort]/consultations': {
    path: inCohort('/consultations'),
    get: askable,
    post: { back: '200' },
  },
  '/cohorts/[cohort]/consultations/[consultation]': { path: onConsultation(), get: circle },
  '/cohorts/[cohort]/consultations/[consultation]/circle': {
    path: onConsultation('/circle'),
    get: circle,
  },
  '/cohorts/[cohort]/consultations/new': {
    path: inCohort('/consultations/new'),
    get: { ...askable, ...notForThem },
  },
  '/cohorts/[cohort]/directory': { path: inCohort('/directory'), get: group },
  '/cohorts/[cohort]/join-code': {
    path: inCohort('/join-code'),
    get: staff,
    post: { end: '200' },
  },
  '/cohorts/[cohort]/keys': { path: inCohort('/keys'), get: group },
  '/cohorts/[cohort]/keys/projector': { path: inCohort('/keys/projector'), get: group },
  '/cohorts/[cohort]/log': { path: inCohort('/log'), get: readers },
  '/cohorts/[cohort]/notices': { path: inCohort('/notices'), get: joined },
  '/cohorts/[cohort]/people/[membership]': { path: onPerson(''), get: group },
  '/cohorts/[cohort]/people/[membership]/edit': {
    path: onPerson('', '/edit'),
    get: { ...closed, member: '200' },
    post: { default: '→ /cohorts/A/people/…' },
  },
  '/cohorts/[cohort]/people/own': {
    path: inCohort('/people/own'),
    get: {
      ...readersAreLedTo('→ /cohorts/A/people/…/edit'),
      expert: '→ /cohorts/A/people/…/edit',
      partner: '→ /cohorts/A/people/…/edit',
    },
  },
  ...agendaTable,
  ...practiceTable,
  ...dayTable,
  ...workshopTable,
  ...agreementTable,
  ...feedbackTable,
  ...proceedingsTable,
  '/cohorts/[cohort]/search': { path: inCohort('/search?q=Ehrenamt'), get: group },
  '/cohorts/[cohort]/settings': {
    path: inCohort('/settings'),
    get: organisers,
    post: { withdrawErasure: '→ /cohorts/A/settings' },
  },
  '/cohorts/[cohort]/settings/charter': { path: inCohort('/settings/charter'), get: organisers },
  '/cohorts/[cohort]/settings/cohort': { path: inCohort('/settings/cohort'), get: organisers },
  '/cohorts/[cohort]/settings/invitations': {
    path: inCohort('/settings/invitations'),
    get: organisers,
  },
  '/cohorts/[cohort]/settings/invitations/import': {
    path: inCohort('/settings/invitations/import'),
    get: organisers,
  },
  '/cohorts/[cohort]/settings/invitations/letters': {
    path: inCohort('/settings/invitations/letters'),
    get: organisers,
  },
  '/cohorts/[cohort]/settings/people': { path: inCohort('/settings/people'), get: organisers },
  '/cohorts/[cohort]/settings/people/[membership]': {
    path: onPerson('/settings'),
    get: organisers,
  },
  '/cohorts/[cohort]/settings/teams': { path: inCohort('/settings/teams'), get: organisers },
  '/cohorts/[cohort]/teams/[team]': { path: onTeam(), get: group },
  '/cohorts/[cohort]/teams/[team]/edit': {
    path: onTeam('/edit'),
    get: { ...organisers, member: '200', partnerMember: '200' },
  },
  '/cohorts/[cohort]/topics': { path: inCohort('/topics'), get: { ...readers, expert: '200' } },
  '/cohorts/[cohort]/topics/[topic]': {
    path: onTopic(),
    get: readers,
    post: {
      support: { otherTeam: '→ /cohorts/A/topics/…#support' },
      follow: '→ /cohorts/A/topics/…',
      pin: { moderator: '→ /cohorts/A/topics/…' },
      propose: { member: '→ /cohorts/A/topics/…' },
    },
  },
  '/cohorts/[cohort]/topics/[topic]/discard': {
    path: async (world) => `/cohorts/${world.cohortA}/topics/${await aDraft(world)}/discard`,
    get: { ...closed, member: '200', partnerMember: '200' },
    post: { default: '→ /cohorts/A/topics?phase=drafts' },
  },
  '/cohorts/[cohort]/topics/[topic]/edit': {
    path: onTopic('/edit'),
    get: { ...readersAreLedTo('→ /cohorts/A/topics/…'), member: '200', partnerMember: '200' },
  },
  '/cohorts/[cohort]/topics/[topic]/history': { path: onTopic('/history'), get: readers },
  '/cohorts/[cohort]/topics/[topic]/mentionable': {
    path: onTopic('/mentionable'),
    get: { ...readers, expert: '200' },
  },
  '/cohorts/[cohort]/topics/[topic]/merge': { path: onTopic('/merge'), get: moderators },
  '/cohorts/[cohort]/topics/[topic]/withdraw': {
    path: onTopic('/withdraw'),
    get: { ...closed, member: '200', partnerMember: '200' },
  },
  '/cohorts/[cohort]/topics/new': {
    path: inCohort('/topics/new'),
    get: {
      ...joinedAre('403'),
      member: '200',
      partnerMember: '200',
      otherTeam: '200',
      moderator: '200',
      partner: '404',
    },
  },
};

/** What Fastify answers by itself, and what nobody answers. */
export const besides: Record<string, Expected> = {
  '/health': anyone,
  // From this machine only: see below.
  '/metrics': anyone,
  '/favicon.svg': anyone,
  '/trpc/unknown.procedure': { rest: '404' },
  '/nowhere': { rest: '404' },
  '/_app/immutable/nowhere.js': { rest: '404' },
};
