import { EventEmitter, on } from 'node:events';
import { hasRole, joinedAs, readsContent, type Person } from '$lib/access/actor';
import { router, streamProcedure, type Services } from '$lib/access/procedure.server';
import { withScope } from '$lib/access/scope.server';
import type { LiveEvent } from '$lib/platform/events.server';
import { isGuestOf, isGuestOfWorkshop } from './queries.server';

/** Of what an expert hears, and how one knows that she or he was invited to it. */
const invitedTo: Record<string, typeof isGuestOf | undefined> = {
  topic: isGuestOf,
  day: isGuestOfWorkshop,
};

async function concerns(services: Services, actor: Person, event: LiveEvent): Promise<boolean> {
  if (event.accountId !== undefined) return event.accountId === actor.accountId;
  if (readsContent(actor, event.cohortId)) return true;
  const isInvited = invitedTo[event.kind];
  if (!isInvited || !hasRole(actor, event.cohortId, 'expert')) return false;
  return withScope(services, actor, 'read', (scope) => isInvited(scope, event.id));
}

/** The person's sessions or roles may have changed, or the rules of a cohort (a newer charter). */
const mayChangeRights = (actor: Person, event: LiveEvent): boolean =>
  event.kind === 'account'
    ? event.accountId === actor.accountId
    : event.kind === 'cohort' && joinedAs(actor, event.cohortId).length > 0;

export const liveRouter = router({
  /**
   * What changes, as it changes: one stream per browser. After 'resync' the browser fetches
   * everything again, because events may have been missed.
   */
  events: streamProcedure.subscription(async function* ({ ctx, signal }) {
    const { services, sessionId } = ctx;
    const queue = new EventEmitter();
    // Listens from now on: what happens while the first message leaves must not get lost.
    const events = on(queue, 'event');
    const unsubscribe = services.events.subscribe((event) => queue.emit('event', event));
    // Ends instead of failing: nobody may be waiting for this stream any more, and a failure that
    // nobody hears would end the program.
    const leave = () => queue.emit('event', 'end');
    signal?.addEventListener('abort', leave, { once: true });
    try {
      yield 'resync' as const;
      let actor = ctx.actor;
      /** What to say; null: nothing. The session has ended: 'end'. */
      const answerTo = async (live: LiveEvent | 'resync'): Promise<LiveMessage | 'end' | null> => {
        if (live === 'resync' || mayChangeRights(actor, live)) {
          const found = sessionId ? await services.sessions.find(sessionId) : null;
          if (!found) return 'end';
          actor = found.person;
        }
        if (live === 'resync') return live;
        const isTheirs = await concerns(services, actor, live);
        return isTheirs ? { cohortId: live.cohortId, kind: live.kind, id: live.id } : null;
      };
      for await (const [event] of events) {
        const live = event as LiveEvent | 'resync' | 'end';
        if (live === 'end') return;
        // Ends too where the database does not answer: the browser opens it again, and fetches everything.
        const answer = await answerTo(live).catch(() => 'end' as const);
        if (answer === 'end') return;
        if (answer !== null) yield answer;
      }
    } finally {
      unsubscribe();
      signal?.removeEventListener('abort', leave);
    }
  }),
});

/** What the browser hears. */
export type LiveMessage = 'resync' | { cohortId: string; kind: string; id: string };
