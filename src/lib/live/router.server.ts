import { EventEmitter, on } from 'node:events';
import { readsContent, type Person } from '$lib/access/actor';
import { router, streamProcedure } from '$lib/access/procedure.server';
import type { LiveEvent } from '$lib/platform/events.server';

const concerns = (actor: Person, event: LiveEvent): boolean =>
  event.accountId === undefined
    ? readsContent(actor, event.cohortId)
    : event.accountId === actor.accountId;

export const liveRouter = router({
  /**
   * What changes, as it changes: one stream per browser. After 'resync' the browser fetches
   * everything again, because events may have been missed.
   */
  events: streamProcedure.subscription(async function* ({ ctx, signal }) {
    const queue = new EventEmitter();
    const unsubscribe = ctx.services.events.subscribe((event) => queue.emit('event', event));
    try {
      yield 'resync' as const;
      let actor = ctx.actor;
      for await (const [event] of on(queue, 'event', signal ? { signal } : {})) {
        const live = event as LiveEvent | 'resync';
        if (live === 'resync' || live.kind === 'account') {
          // Somebody's sessions or roles changed, or we may have missed that: look again.
          const found = ctx.sessionId ? await ctx.services.sessions.find(ctx.sessionId) : null;
          if (!found) return;
          actor = found.person;
        }
        if (live === 'resync') yield live;
        else if (concerns(actor, live))
          yield { cohortId: live.cohortId, kind: live.kind, id: live.id };
      }
    } finally {
      unsubscribe();
    }
  }),
});
