import { untrack } from 'svelte';
import type { Form } from '../engine/kinds';
import { clockOffset } from '$lib/ui/clock-offset';

const TICK_MS = { live: 500, written: 30_000 } satisfies Record<Form, number>;

/** The present moment by the server's clock, followed while the page is open. */
export class ServerClock {
  #ticked = $state<number | null>(null);
  #offset = 0;

  constructor(
    private readonly served: () => number,
    private readonly form: () => Form,
  ) {}

  /** Until the browser follows: the moment at which the page was made. */
  now = $derived.by(() => this.#ticked ?? this.served());

  /** For an effect: begins anew whenever the page was fetched again. */
  follow(): () => void {
    const served = this.served();
    const tick = () => (this.#ticked = Date.now() + this.#offset);
    untrack(() => {
      this.#offset = clockOffset(served);
      tick();
    });
    const timer = setInterval(tick, TICK_MS[this.form()]);
    return () => clearInterval(timer);
  }
}
