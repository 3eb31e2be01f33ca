import { createCallerFactory, router } from '$lib/access/procedure.server';
import { passkeyRouter } from '$lib/account/passkey/router.server';
import { accountRouter } from '$lib/account/router.server';
import { secondFactorRouter } from '$lib/account/second-factor/router.server';
import { agendaRouter } from '$lib/agenda/router.server';
import { agreementRouter } from '$lib/agreement/router.server';
import { announcementRouter } from '$lib/announcement/router.server';
import { ballotRouter } from '$lib/ballot/router.server';
import { charterRouter } from '$lib/charter/router.server';
import { cohortRouter } from '$lib/cohort/router.server';
import { roleCardRouter } from '$lib/consultation/card/router.server';
import { consultationRouter } from '$lib/consultation/router.server';
import { dayRouter } from '$lib/day/router.server';
import { feedbackRouter } from '$lib/feedback/router.server';
import { invitationRouter } from '$lib/invitation/router.server';
import { keyRouter } from '$lib/key/router.server';
import { liveRouter } from '$lib/live/router.server';
import { membershipRouter } from '$lib/membership/router.server';
import { noticeRouter } from '$lib/notice/router.server';
import { exchangeRouter } from '$lib/practice/exchange/router.server';
import { paperRouter } from '$lib/practice/paper/router.server';
import { practiceRouter } from '$lib/practice/router.server';
import { proceedingsRouter } from '$lib/proceedings/router.server';
import { programmeRouter } from '$lib/programme/router.server';
import { startRouter } from '$lib/start/router.server';
import { teamRouter } from '$lib/team/router.server';
import { textRouter } from '$lib/text/router.server';
import { operationsRouter } from '$lib/operations/router.server';
import { searchRouter } from '$lib/search/router.server';
import { commentRouter } from '$lib/comment/router.server';
import { mergeRouter } from '$lib/topic/merge/router.server';
import { outcomeRouter } from '$lib/topic/outcome/router.server';
import { topicRouter } from '$lib/topic/router.server';
import { uploadRouter } from '$lib/upload/router.server';
import { calendarRouter } from '$lib/workshop/calendar/router.server';
import { workshopRouter } from '$lib/workshop/router.server';

/** Every procedure of the program, one router per room. */
export const appRouter = router({
  account: accountRouter,
  agenda: agendaRouter,
  agreement: agreementRouter,
  announcement: announcementRouter,
  ballot: ballotRouter,
  calendar: calendarRouter,
  charter: charterRouter,
  cohort: cohortRouter,
  consultation: consultationRouter,
  comment: commentRouter,
  day: dayRouter,
  exchange: exchangeRouter,
  feedback: feedbackRouter,
  invitation: invitationRouter,
  key: keyRouter,
  live: liveRouter,
  membership: membershipRouter,
  merge: mergeRouter,
  notice: noticeRouter,
  outcome: outcomeRouter,
  paper: paperRouter,
  passkey: passkeyRouter,
  practice: practiceRouter,
  proceedings: proceedingsRouter,
  programme: programmeRouter,
  roleCard: roleCardRouter,
  secondFactor: secondFactorRouter,
  start: startRouter,
  team: teamRouter,
  text: textRouter,
  operations: operationsRouter,
  search: searchRouter,
  topic: topicRouter,
  upload: uploadRouter,
  workshop: workshopRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
export type Api = ReturnType<typeof createCaller>;
