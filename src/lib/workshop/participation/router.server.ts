import { procedure, router } from '$lib/access/procedure.server';
import { workshopRef } from '../schema';
import { certificatePdf } from './certificate/queries.server';
import { certificateRef } from './certificate/schema';
import * as commands from './commands.server';
import { downloadParticipants } from './download/queries.server';
import { downloadList } from './download/schema';
import { saveNeed } from './need/commands.server';
import { listNeeds } from './need/list/queries.server';
import * as needSchema from './need/schema';
import * as queries from './queries.server';
import * as schema from './schema';

export const participationRouter = router({
  /** The reader's own part in a workshop. */
  own: procedure
    .input(workshopRef)
    .query(({ ctx, input }) => queries.ownParticipation(ctx.scope, input)),

  /** Who comes. */
  list: procedure
    .input(workshopRef)
    .query(({ ctx, input }) => queries.listParticipants(ctx.scope, input)),

  answer: procedure
    .input(schema.answerWorkshop)
    .mutation(({ ctx, input }) => commands.answerWorkshop(ctx.scope, input)),

  /** Names who comes instead. */
  replace: procedure
    .input(schema.sendReplacement)
    .mutation(({ ctx, input }) => commands.sendReplacement(ctx.scope, input)),

  answerFor: procedure
    .input(schema.answerFor)
    .mutation(({ ctx, input }) => commands.answerFor(ctx.scope, input)),

  saveNeed: procedure
    .input(needSchema.saveNeed)
    .mutation(({ ctx, input }) => saveNeed(ctx.scope, input)),

  /** What people need to take part. */
  needs: procedure.input(workshopRef).query(({ ctx, input }) => listNeeds(ctx.scope, input)),

  /** Enters who is there. */
  record: procedure
    .input(schema.recordAttendance)
    .mutation(({ ctx, input }) => commands.recordAttendance(ctx.scope, input)),

  /** Everyone who said yes is there. */
  recordComing: procedure
    .input(workshopRef)
    .mutation(({ ctx, input }) => commands.recordComing(ctx.scope, input)),

  /** The list of participants as a file. */
  download: procedure
    .input(downloadList)
    .query(({ ctx, input }) => downloadParticipants(ctx.scope, input, ctx.locale)),

  /** That somebody was there, as a PDF: one's own, or for staff everybody's. */
  certificate: procedure
    .input(certificateRef)
    .query(({ ctx, input }) => certificatePdf(ctx.scope, input, ctx.locale)),
});
