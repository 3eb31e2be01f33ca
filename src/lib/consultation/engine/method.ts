import type { Form, Kind, Role, Wish } from './kinds';

/**
 * What must be there before a phase may end: the roles, a chosen module, or at least one contribution of
 * one of these kinds (in one form only where `form` is given, since people in a room may just speak).
 */
export type Need = 'roles' | 'module' | { anyOf: readonly Kind[]; form?: Form };

export interface Phase {
  /** Stable: stands in the texts (`consultation_phase_<method>_<key>`) and in the clear metadata by index. */
  key: string;
  /** The time box of the live form. */
  minutes: number;
  /** The time box of the written form, in working days; half ones are allowed. */
  days: number;
  /** What each role may write. Who is not named only listens: composer closed, private notes open. */
  kinds: Partial<Record<Role, readonly Kind[]>>;
  /** What the secretary may write beside what her or his role may. */
  secretary?: readonly Kind[];
  /** A kind that waits until there is one of another kind in this phase: no answer before a question. */
  after?: Partial<Record<Kind, Kind>>;
  /** How many of a kind can stand at once. */
  limits?: Partial<Record<Kind, number>>;
  yields?: readonly Need[];
  /** Ends the say of the case giver: whoever else ends it asks, and the case giver agrees. */
  hasApproval?: true;
  /** The roles can still be given here. */
  castsRoles?: true;
  /** The case giver chooses one of the modules here. */
  choosesModule?: true;
  /** The advisers write what the chosen module asks for. */
  usesModule?: true;
  /** Comes in the first round only. */
  isOnce?: true;
  /** An extra that moderator or case giver may open: more may be written, and there is more time. */
  loop?: {
    key: string;
    minutes: number;
    days: number;
    kinds: Partial<Record<Role, readonly Kind[]>>;
  };
}

export interface Method {
  key: string;
  people: { min: number; max: number };
  /** Without a peer moderator, the advisers watch over the time together. */
  hasModerator: boolean;
  /** `each`: everyone is the case giver once, in the order in which they stand in the circle. */
  rounds: 'one' | 'each';
  suits: readonly Wish[];
  phases: readonly Phase[];
}

/** How the advice of Tietze's method is given. Texts: `consultation_module_<key>`. */
export interface Module {
  key: string;
  kinds: readonly Kind[];
  after?: Partial<Record<Kind, Kind>>;
}

/** Whether somebody takes the minutes in it. */
export const hasSecretary = ({ phases }: Method): boolean =>
  phases.some(({ secretary }) => secretary);
