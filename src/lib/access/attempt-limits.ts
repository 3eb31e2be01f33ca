import type { Actor } from './actor';

/**
 * How many wrong attempts are free, and how long one waits after more. Nobody is ever locked out:
 * delays have an end, waiting forgives, and a reset by e-mail leads in at any time.
 */
export interface AttemptRule {
  /** Attempts without any delay. */
  freeAttempts: number;
  /** One attempt is forgiven after each of these intervals. */
  forgiveSeconds: number;
  /** The delay after the last free attempt; it doubles with every further one. */
  firstDelaySeconds: number;
  longestDelaySeconds: number;
  /** What a right attempt does: forget everything under the key, take only itself back, or count. */
  onSuccess: 'forget' | 'take_back' | 'count';
}

/** A rule, and to whom or what it applies. The key is hashed before it is stored. */
export interface AttemptLimit {
  key: string;
  rule: AttemptRule;
}

const ONE_ACCOUNT_FROM_ONE_ADDRESS: AttemptRule = {
  freeAttempts: 5,
  forgiveSeconds: 900,
  firstDelaySeconds: 5,
  longestDelaySeconds: 900,
  onSuccess: 'forget',
};

// Short delays only: whoever tries someone else's account from many addresses must not keep that
// person away from it.
const ONE_ACCOUNT: AttemptRule = {
  freeAttempts: 20,
  forgiveSeconds: 900,
  firstDelaySeconds: 2,
  longestDelaySeconds: 30,
  onSuccess: 'forget',
};

// A first meeting: 25 people behind one address, each with a few slips, within five minutes.
const ONE_ADDRESS: AttemptRule = {
  freeAttempts: 150,
  forgiveSeconds: 3,
  firstDelaySeconds: 1,
  longestDelaySeconds: 60,
  onSuccess: 'take_back',
};

const MAILS_TO_ONE_PERSON: AttemptRule = {
  freeAttempts: 3,
  forgiveSeconds: 900,
  firstDelaySeconds: 60,
  longestDelaySeconds: 900,
  onSuccess: 'count',
};

/** Signing in: per account and network address, per account, per network address. */
export const signInLimits = (email: string, address: string): AttemptLimit[] => [
  { key: `sign-in/${email}/${address}`, rule: ONE_ACCOUNT_FROM_ONE_ADDRESS },
  { key: `sign-in/${email}`, rule: ONE_ACCOUNT },
  { key: `address/${address}`, rule: ONE_ADDRESS },
];

/** Whoever is signed in and confirms something with the present password. */
export const confirmationLimits = ({ actor }: { actor: Actor }): AttemptLimit[] =>
  // Who is not signed in is refused for that already.
  actor.kind === 'person'
    ? [{ key: `confirm/${actor.accountId}`, rule: ONE_ACCOUNT_FROM_ONE_ADDRESS }]
    : [];

/** The second factor, tried by somebody who knew the password: a code of six figures is guessed slowly. */
export const secondFactorLimits = (accountId: string): AttemptLimit[] => [
  { key: `second-factor/${accountId}`, rule: ONE_ACCOUNT_FROM_ONE_ADDRESS },
];

/** Mails that anyone can have sent to an address: counted whether an account exists or not. */
export const mailLimits = (email: string, address: string): AttemptLimit[] => [
  { key: `mail/${email}`, rule: MAILS_TO_ONE_PERSON },
  { key: `address/${address}`, rule: ONE_ADDRESS },
];

/** Beginning to sign in with a passkey: each time something is kept for a while, right or wrong. */
export const passkeyLimits = (address: string): AttemptLimit[] => [
  { key: `passkey/${address}`, rule: { ...ONE_ADDRESS, onSuccess: 'count' } },
];

/** Anything else that a stranger can guess at from one network address, such as join codes. */
export const addressLimits = (address: string): AttemptLimit[] => [
  { key: `address/${address}`, rule: ONE_ADDRESS },
];
