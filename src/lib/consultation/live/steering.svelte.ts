import { client } from '$lib/access/client';
import { failureText } from '$lib/access/failure-text';
import { fetchAgain } from '$lib/ui/fetch-again';
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
      await fetchAgain(`consultation:${consultationId}`);
      this.pending = null;
    }
  }
}
