import { z } from 'zod';
import { openProcedure, procedure, router } from '$lib/access/procedure.server';
import * as commands from './commands.server';
import * as queries from './queries.server';
import {
  listNotices,
  markAllRead,
  markRead,
  markSeen,
  noticeWishes,
  undoRead,
  unsubscribe,
} from './schema';

export const noticeRouter = router({
  list: procedure.input(listNotices).query(({ ctx, input }) => queries.list(ctx.scope, input)),
  countUnread: procedure.query(({ ctx }) => queries.countUnread(ctx.scope)),
  markRead: procedure
    .input(markRead)
    .mutation(({ ctx, input }) => commands.markRead(ctx.scope, input)),
  markAllRead: procedure
    .input(markAllRead)
    .mutation(({ ctx, input }) => commands.markAllRead(ctx.scope, input)),
  markSeen: procedure
    .input(markSeen)
    .mutation(({ ctx, input }) => commands.markSeen(ctx.scope, input)),
  undoRead: procedure
    .input(undoRead)
    .mutation(({ ctx, input }) => commands.undoRead(ctx.scope, input)),
  wishes: procedure.query(({ ctx }) => queries.myWishes(ctx.scope)),
  saveWishes: procedure
    .input(noticeWishes)
    .mutation(({ ctx, input }) => commands.saveWishes(ctx.scope, input)),
  /** Whether the link in a mail is a real one; says nothing about whose it is. */
  unsubscribeLink: openProcedure
    .input(z.object({ token: z.string().max(100) }))
    .query(({ ctx, input }) => queries.checkUnsubscribeLink(ctx.scope, input)),
  unsubscribe: openProcedure
    .input(unsubscribe)
    .mutation(({ ctx, input }) => commands.unsubscribe(ctx.scope, input)),
});
