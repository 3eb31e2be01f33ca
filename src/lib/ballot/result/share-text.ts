import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { formatNumber } from '$lib/ui/format';
import { nearestNumber, readRational } from '../count/rational';

const PARTS: Record<string, string> = {
  '1/2': '½',
  '1/3': '⅓',
  '2/3': '⅔',
  '1/4': '¼',
  '3/4': '¾',
  '1/5': '⅕',
  '2/5': '⅖',
  '3/5': '⅗',
  '4/5': '⅘',
  '1/6': '⅙',
  '5/6': '⅚',
};

/** An exact number of minutes for people: "10", "33⅓", "about 42.9". */
export function shareNumber(exact: string, locale: Locale): string {
  const { numerator, denominator } = readRational(exact);
  const whole = numerator / denominator;
  const rest = numerator - whole * denominator;
  if (rest === 0n) return formatNumber(Number(whole), locale);
  const part = PARTS[`${rest}/${denominator}`];
  if (part) return whole === 0n ? part : `${formatNumber(Number(whole), locale)}${part}`;
  const nearest = formatNumber(nearestNumber({ numerator, denominator }), locale);
  return m.ballot_about({ number: nearest }, { locale });
}

/** The same with its unit: "33⅓ Minuten". */
export const shareText = (exact: string, locale: Locale): string =>
  m.ballot_minutes_exact({ number: shareNumber(exact, locale) }, { locale });
