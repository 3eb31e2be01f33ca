import { procedure, router } from '$lib/access/procedure.server';
import { download } from '$lib/cohort/schema';
import * as commands from './commands.server';
import { downloadTopics } from './download/queries.server';
import * as history from './history/queries.server';
import * as list from './list/queries.server';
import * as moderation from './moderation/commands.server';
import * as page from './page/queries.server';
import * as queries from './queries.server';
import * as schema from './schema';
import * as support from './support/commands.server';

export const topicRouter = router({
  list: procedure.input(schema.list).query(({ ctx, input }) => list.list(ctx.scope, input)),
  download: procedure
    .input(download)
    .query(({ ctx, input }) => downloadTopics(ctx.scope, input, ctx.locale)),
  page: procedure.input(schema.page).query(({ ctx, input }) => page.page(ctx.scope, input)),
  form: procedure.input(schema.form).query(({ ctx, input }) => queries.form(ctx.scope, input)),
  history: procedure
    .input(schema.history)
    .query(({ ctx, input }) => history.history(ctx.scope, input)),

  saveDraft: procedure
    .input(schema.saveDraft)
    .mutation(({ ctx, input }) => commands.saveDraft(ctx.scope, input)),
  propose: procedure
    .input(schema.propose)
    .mutation(({ ctx, input }) => commands.propose(ctx.scope, input)),
  enter: procedure
    .input(schema.enter)
    .mutation(({ ctx, input }) => commands.enter(ctx.scope, input)),
  confirm: procedure
    .input(schema.topicRef)
    .mutation(({ ctx, input }) => commands.confirm(ctx.scope, input)),
  takeBack: procedure
    .input(schema.topicRef)
    .mutation(({ ctx, input }) => commands.takeBack(ctx.scope, input)),
  change: procedure
    .input(schema.change)
    .mutation(({ ctx, input }) => commands.change(ctx.scope, input)),
  discard: procedure
    .input(schema.topicRef)
    .mutation(({ ctx, input }) => commands.discard(ctx.scope, input)),
  withdraw: procedure
    .input(schema.withdraw)
    .mutation(({ ctx, input }) => commands.withdraw(ctx.scope, input)),
  reopen: procedure
    .input(schema.topicRef)
    .mutation(({ ctx, input }) => commands.reopen(ctx.scope, input)),

  setSupport: procedure
    .input(schema.setSupport)
    .mutation(({ ctx, input }) => support.setSupport(ctx.scope, input)),
  setFollow: procedure
    .input(schema.setFollow)
    .mutation(({ ctx, input }) => support.setFollow(ctx.scope, input)),

  setPin: procedure
    .input(schema.setPin)
    .mutation(({ ctx, input }) => moderation.setPin(ctx.scope, input)),
  addNote: procedure
    .input(schema.addNote)
    .mutation(({ ctx, input }) => moderation.addNote(ctx.scope, input)),
  deleteNote: procedure
    .input(schema.deleteNote)
    .mutation(({ ctx, input }) => moderation.deleteNote(ctx.scope, input)),
  setGuest: procedure
    .input(schema.setGuest)
    .mutation(({ ctx, input }) => moderation.setGuest(ctx.scope, input)),
});
