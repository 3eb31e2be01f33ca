/** Where time comes from. Injected, so that tests and the demo can say when something happened. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
