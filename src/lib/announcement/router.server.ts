import { procedure, router } from '$lib/access/procedure.server';
import { download, ofCohort } from '$lib/cohort/schema';
import { sendAnnouncement } from './commands.server';
import { downloadAnnouncements } from './download/queries.server';
import { announcementForm, countAddressees, listAnnouncements } from './queries.server';
import * as schema from './schema';

export const announcementRouter = router({
  list: procedure
    .input(schema.listAnnouncements)
    .query(({ ctx, input }) => listAnnouncements(ctx.scope, input)),
  download: procedure
    .input(download)
    .query(({ ctx, input }) => downloadAnnouncements(ctx.scope, input, ctx.locale)),
  form: procedure.input(ofCohort).query(({ ctx, input }) => announcementForm(ctx.scope, input)),
  addressees: procedure
    .input(schema.audience)
    .query(({ ctx, input }) => countAddressees(ctx.scope, input)),
  send: procedure
    .input(schema.sendAnnouncement)
    .mutation(({ ctx, input }) => sendAnnouncement(ctx.scope, input)),
});
