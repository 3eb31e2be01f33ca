import { toHex } from '$lib/platform/hex';
import { shuffled, type RandomBytes } from '$lib/platform/random';

/** Drawn once when the ballot opens; secret until it closes. */
export type Lot = {
  /** option ids; among equals the earlier one wins */
  order: string[];
  /** 128 random bits, hex. Without them, ten options would be guessed from the hash in a second. */
  salt: string;
};

const SALT_BYTES = 16;

/** Draws the order that breaks ties, every order equally likely. */
export function drawLot(optionIds: readonly string[], randomBytes: RandomBytes): Lot {
  // Sorted first, so that the drawn bytes alone decide, not the order in which options were entered.
  const order = shuffled([...optionIds].sort(), randomBytes);
  return { order, salt: toHex(randomBytes(SALT_BYTES)) };
}

/**
 * The lot as a text file: the salt, then one option id per line. Published after closing, so that
 * anyone can compute its SHA-256 with any program and compare it with the hash shown before.
 */
export function lotText({ salt, order }: Lot): string {
  return [salt, ...order].map((line) => `${line}\n`).join('');
}

/** SHA-256 of `lotText`, hex. Shown while the ballot is open: it binds us, and tells nothing. */
export const lotHash = (lot: Lot): Promise<string> => hashOf(lotText(lot));

/** SHA-256 of a text, hex. */
export async function hashOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Whether the published lot is the one that was promised, and draws exactly the ballot's options. */
export async function isPromisedLot(
  lot: Lot,
  promisedHash: string,
  optionIds: readonly string[],
): Promise<boolean> {
  const drawn = [...lot.order].sort().join();
  const isComplete = drawn === [...optionIds].sort().join();
  return isComplete && (await lotHash(lot)) === promisedHash;
}
