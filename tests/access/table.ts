import type { World, ActorKind } from '../factories/world';

/** 'ok', or the code of the refusal. */
export type Outcome = string;

export interface AccessRow {
  /** An input that would succeed for whoever may; made anew for each actor. */
  input: (world: World, kind: ActorKind) => unknown | Promise<unknown>;
  /** What each kind of actor gets; `rest` for all that are not named. */
  expected: Partial<Record<ActorKind, Outcome>> & { rest: Outcome };
}

/** Path of a procedure ("topic.list") to what it gives to whom. */
export type AccessTable = Record<string, AccessRow>;

/** A refusal that depends on more than who asks: a closed ballot, a merged topic … */
export interface Refusal {
  procedure: string;
  as: ActorKind;
  input: (world: World) => unknown | Promise<unknown>;
  expected: Outcome;
}

type Calls = { [key: string]: Calls } & ((input: unknown) => Promise<unknown>);

/** Calls a procedure as one kind of actor and tells how it ended. Faults of ours are thrown on. */
export async function outcomeOf(
  world: World,
  procedure: string,
  kind: ActorKind,
  input: unknown,
): Promise<Outcome> {
  await world.signInAgain(kind);
  const api = (await world.as(kind)) as unknown as Calls;
  const call = procedure.split('.').reduce((calls, key) => calls[key]!, api);
  return call(input).then(
    () => 'ok',
    (error: { appCode?: string }) => {
      if (!error.appCode || error.appCode === 'internal') throw error;
      return error.appCode;
    },
  );
}
