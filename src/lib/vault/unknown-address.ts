import { toBase64url } from '$lib/platform/base64url';
import { normaliseMailAddress } from '$lib/platform/mail-address';
import { CURRENT_COST, type StretchCost, type StretchParameters } from './parameters';

const SALT_BYTES = 16;
const MINIMUM_PEPPER_BYTES = 32;

/**
 * Stretch parameters for an address that has no account: made up, but the same every time, so that
 * asking tells nobody which addresses exist. (The server also has to do the same work, in the same
 * order, for known and unknown addresses: look up, call this, answer.)
 *
 * @param pepper at least 256 secret random bits of the installation; a new pepper would change the
 *   made-up salts while the real ones stay, and so give the real ones away
 * @param costs every cost that stored accounts still have. Without the old ones, an old cost would
 *   prove that an address exists. Each address keeps its cost as long as that stays in the list.
 */
export async function parametersForUnknownAddress(
  pepper: BufferSource,
  address: string,
  costs: readonly StretchCost[] = [CURRENT_COST],
): Promise<StretchParameters> {
  if (pepper.byteLength < MINIMUM_PEPPER_BYTES) throw new TypeError('The pepper is too short');
  const key = await crypto.subtle.importKey(
    'raw',
    pepper,
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const candidates = await Promise.all(
    (costs.length > 0 ? costs : [CURRENT_COST]).map(async (cost) => ({
      cost,
      mark: await mark(key, normaliseMailAddress(address), cost),
    })),
  );
  // Highest mark wins: a cost that comes in later moves only the addresses that it wins.
  const chosen = candidates.reduce((best, next) => (isHigher(next.mark, best.mark) ? next : best));
  const { version, algorithm, memoryKiB, passes, lanes } = chosen.cost;
  const salt = toBase64url(chosen.mark.subarray(SALT_BYTES));
  return { version, algorithm, memoryKiB, passes, lanes, salt };
}

/** 32 bytes: the first half chooses, the second half is the salt, so that the choice does not show in it. */
async function mark(key: CryptoKey, address: string, cost: StretchCost): Promise<Uint8Array> {
  const { version, algorithm, memoryKiB, passes, lanes } = cost;
  const facts = JSON.stringify([address, version, algorithm, memoryKiB, passes, lanes]);
  const message = new TextEncoder().encode(`unknown-address/${facts}`);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, message));
}

function isHigher(left: Uint8Array, right: Uint8Array): boolean {
  const first = left.findIndex((byte, index) => byte !== right[index]);
  return first >= 0 && left[first]! > right[first]!;
}
