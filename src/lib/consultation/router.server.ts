import { procedure, router } from '$lib/access/procedure.server';
import * as circle from './circle/commands.server';
import * as closing from './closing/commands.server';
import * as commands from './commands.server';
import { readOwnWriting } from './export/queries.server';
import { listConsultations } from './list/queries.server';
import * as schema from './schema';
import { startConsultation } from './start/commands.server';
import { candidates } from './start/queries.server';
import * as thread from './thread/commands.server';
import { readConsultation } from './thread/queries.server';

const { cohortRef, consultationRef } = schema;

/** All that people wrote passes through here encrypted: the server keeps it, and cannot read it. */
export const consultationRouter = router({
  list: procedure.input(cohortRef).query(({ ctx, input }) => listConsultations(ctx.scope, input)),

  /** Everything that the page of one consultation needs. */
  read: procedure
    .input(consultationRef)
    .query(({ ctx, input }) => readConsultation(ctx.scope, input)),

  /** For the person's own data export, which her or his browser opens. */
  ownWriting: procedure.query(({ ctx }) => readOwnWriting(ctx.scope)),

  candidates: procedure.input(cohortRef).query(({ ctx, input }) => candidates(ctx.scope, input)),

  start: procedure
    .input(schema.startConsultation)
    .mutation(({ ctx, input }) => startConsultation(ctx.scope, input)),

  answer: procedure
    .input(schema.answerAsking)
    .mutation(({ ctx, input }) => circle.answerAsking(ctx.scope, input)),

  addParticipant: procedure
    .input(schema.addParticipant)
    .mutation(({ ctx, input }) => circle.addParticipant(ctx.scope, input)),

  removeParticipant: procedure
    .input(schema.removeParticipant)
    .mutation(({ ctx, input }) => circle.removeParticipant(ctx.scope, input)),

  leave: procedure
    .input(consultationRef)
    .mutation(({ ctx, input }) => circle.leave(ctx.scope, input)),

  act: procedure
    .input(schema.actInConsultation)
    .mutation(({ ctx, input }) => commands.actInConsultation(ctx.scope, input)),

  plan: procedure.input(schema.plan).mutation(({ ctx, input }) => commands.plan(ctx.scope, input)),

  contribute: procedure
    .input(schema.contribute)
    .mutation(({ ctx, input }) => thread.contribute(ctx.scope, input)),

  withdraw: procedure
    .input(schema.withdraw)
    .mutation(({ ctx, input }) => thread.withdraw(ctx.scope, input)),

  beginEpoch: procedure
    .input(schema.beginEpoch)
    .mutation(({ ctx, input }) => thread.beginEpoch(ctx.scope, input)),

  reseal: procedure
    .input(schema.reseal)
    .mutation(({ ctx, input }) => thread.reseal(ctx.scope, input)),

  askForKeys: procedure
    .input(consultationRef)
    .mutation(({ ctx, input }) => thread.askForKeys(ctx.scope, input)),

  writeNotes: procedure
    .input(schema.writeNotes)
    .mutation(({ ctx, input }) => commands.writeNotes(ctx.scope, input)),

  setAway: procedure
    .input(schema.setAway)
    .mutation(({ ctx, input }) => commands.setAway(ctx.scope, input)),

  setFollowUp: procedure
    .input(schema.setFollowUp)
    .mutation(({ ctx, input }) => closing.setFollowUp(ctx.scope, input)),

  setExpiry: procedure
    .input(schema.setExpiry)
    .mutation(({ ctx, input }) => closing.setExpiry(ctx.scope, input)),

  destroy: procedure
    .input(consultationRef)
    .mutation(({ ctx, input }) => closing.destroy(ctx.scope, input)),
});
