import { newReceipt, readReceipt } from '../receipt';
import { secureRandomBytes } from '$lib/platform/random';

// The receipt stays in this browser, for this voter: two people at one computer have one each.
const keyOf = (voterId: string) => `werkraum-receipt-${voterId}`;

/** The receipt that this browser keeps for a voter, or null. */
export function keptReceipt(voterId: string): string | null {
  try {
    return readReceipt(localStorage.getItem(keyOf(voterId)) ?? '');
  } catch {
    return null;
  }
}

/** Keeps a receipt. False where the browser keeps nothing: then it has to be written down. */
export function keepReceipt(voterId: string, receipt: string): boolean {
  try {
    localStorage.setItem(keyOf(voterId), receipt);
    return true;
  } catch {
    return false;
  }
}

/** Forgets a receipt with which nothing was cast. */
export function forgetReceipt(voterId: string): void {
  try {
    localStorage.removeItem(keyOf(voterId));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** The kept receipt, or a new one that is kept before the vote is sent: an answer can get lost. */
export function receiptForCasting(voterId: string): string {
  const receipt = keptReceipt(voterId) ?? newReceipt(secureRandomBytes);
  keepReceipt(voterId, receipt);
  return receipt;
}
