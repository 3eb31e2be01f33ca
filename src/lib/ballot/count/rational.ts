/** An exact fraction in lowest terms; the denominator is above 0. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

/**
 * A fraction in lowest terms.
 * @throws RangeError where the denominator is 0
 */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError('A fraction over 0');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

/** Below 0 where the first one is smaller, 0 where both are the same, above 0 otherwise. */
export function compareRationals(one: Rational, other: Rational): number {
  const left = one.numerator * other.denominator;
  const right = other.numerator * one.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `15`, or `100/3`: exact, as it stands in results and files. */
export const rationalText = ({ numerator, denominator }: Rational): string =>
  denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;

/** What `rationalText` wrote. */
export function readRational(text: string): Rational {
  const [numerator = '', denominator = '1'] = text.split('/');
  return rational(BigInt(numerator), BigInt(denominator));
}

/** The nearest number, to be shown or drawn; decisions compare the fraction itself. */
export function nearestNumber({ numerator, denominator }: Rational): number {
  const whole = numerator / denominator;
  const digits = 1_000_000_000n;
  const rest = ((numerator - whole * denominator) * digits) / denominator;
  return Number(whole) + Number(rest) / Number(digits);
}

/** Larger prime factors than this are left to the greatest common divisor. */
const LARGEST_PRIME = 10_000n;

/**
 * Fractions over one long denominator in lowest terms. Denominators that grew by the number of payers
 * have small prime factors only: to try these is faster, for thousands of numerators, than to look for
 * the greatest common divisor of each.
 */
export function fractionsOver(denominator: bigint): (numerator: bigint) => Rational {
  const powers: { prime: bigint; exponent: number }[] = [];
  let rest = denominator;
  for (let prime = 2n; prime <= LARGEST_PRIME && rest > 1n; prime += 1n) {
    let exponent = 0;
    for (; rest % prime === 0n; exponent += 1) rest /= prime;
    if (exponent > 0) powers.push({ prime, exponent });
  }
  return (numerator) => {
    if (numerator === 0n) return rational(0n);
    let [top, bottom] = [numerator, denominator];
    for (const { prime, exponent } of powers) {
      for (let left = exponent; left > 0 && top % prime === 0n; left -= 1) {
        top /= prime;
        bottom /= prime;
      }
    }
    return rest === 1n ? { numerator: top, denominator: bottom } : rational(top, bottom);
  };
}

export function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
