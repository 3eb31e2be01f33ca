import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }],
  ),
);

/** Relative luminance of a hex colour: WCAG 2.2, definition "relative luminance". */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

const grounds = ['ground', 'raised', 'sunken'];
const washes = ['accent-wash', 'mark-wash', 'success-wash', 'warning-wash', 'danger-wash'];
const pairs = (texts: string[], backgrounds: string[]) =>
  texts.flatMap((text) => backgrounds.map((background) => [text, background] as const));

/** Text on its background: WCAG 2.2, 1.4.3. */
const textPairs = [
  ...pairs(['ink', 'ink-soft'], [...grounds, ...washes]),
  ...pairs(['accent', 'accent-strong', 'mark', 'success', 'warning', 'danger'], grounds),
  ...washes.map((wash) => [wash.replace('-wash', ''), wash] as const),
  ['accent-strong', 'accent-wash'] as const,
  ...pairs(['on-fill'], ['fill', 'fill-strong', 'danger-fill']),
];

/** Edges of controls, and the focus ring: WCAG 2.2, 1.4.11. */
const edgePairs = pairs(['rule-strong', 'focus', 'accent'], [...grounds, ...washes]);

describe.each(['light', 'dark'] as const)('%s scheme', (scheme) => {
  const colour = (name: string) => {
    const found = colours.get(name);
    if (!found) throw new Error(`tokens.css has no colour --${name}`);
    return found[scheme];
  };

  test.each(textPairs)('%s is readable on %s', (text, background) => {
    expect(contrast(colour(text), colour(background))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(edgePairs)('%s stands out from %s', (edge, background) => {
    expect(contrast(colour(edge), colour(background))).toBeGreaterThanOrEqual(3);
  });
});
