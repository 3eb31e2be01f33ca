import { createSubscriber } from 'svelte/reactivity';

const refreshMs = 60_000;

const eachMinute = createSubscriber((update) => {
  const timer = setInterval(update, refreshMs);
  return () => clearInterval(timer);
});

/** The present moment in milliseconds; whoever reads it in a component follows it by the minute. */
export function presentMoment(): number {
  eachMinute();
  return Date.now();
}
