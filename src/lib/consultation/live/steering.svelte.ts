import { invalidate } from '$app/navigation';
import { client } from '$lib/access/client';
import { failureText } from '$lib/access/failure-text';
import { m } from '$lib/paraglide/messages.js';
import { toaster } from '$lib/ui/toaster.svelte';
import type { Action } from '../engine/machine';

type Steering = Exclude<Action, { type: 'contribute' }>;

interface Place {
  cohortId: string;
  consultationId: string;
  version: number;
}

/** Takes steps in a consultation; one at a time, and the page follows. */
export class Steer {
  /** The kind of step that is under way. */
  pending = $state<Action['type'] | null>(null);

  constructor(private readonly place: () => Place) {}

  async take(action: Steering): Promise<boolean> {
    if (this.pending) return false;
    this.pending = action.type;
    const { cohortId, consultationId, version } = this.place();
    try {
      await client.consultation.act.mutate({ cohortId, consultationId, version, action });
      return true;
    } catch (error) {
      toaster.show(failureText(error), { tone: 'danger' });
      return false;
    } finally {
      await invalidate(`consultation:${consultationId}`);
      this.pending = null;
    }
  }

  /** On to the next phase; for a while it can be undone with one press. */
  async advance(words: string): Promise<void> {
    const isDone = await this.take({ type: 'advance' });
    if (!isDone) return;
    const { version } = this.place();
    const run = () => {
      // Another step was taken since: that one is not meant.
      const isSame = this.place().version === version;
      if (isSame) void this.take({ type: 'back' });
      else toaster.show(m.error_consultation_nothing_to_undo(), { tone: 'info' });
    };
    const undo = { label: m.consultation_undo_step(), run };
    toaster.show(words, { action: undo });
  }
}
