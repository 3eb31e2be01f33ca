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

export function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
