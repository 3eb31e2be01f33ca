import { describe, expect, it } from 'vitest';
import { codeAt, newAppSecret, stepOf, typedSecret } from './time-code';

const secret = new TextEncoder().encode('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

describe('codes of the app', () => {
  // RFC 6238, appendix B, SHA-1: the last six of the eight figures.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %i seconds it is %s', (seconds, code) => {
    expect(codeAt(secret, at(seconds))).toBe(code);
    expect(stepOf(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('may be one step early or late, and no more', () => {
    const step = 41_152_263;
    const code = codeAt(secret, at(step * 30));
    const found = [-2, -1, 0, 1, 2].map((steps) => stepOf(secret, code, at((step + steps) * 30)));
    expect(found).toEqual([null, step, step, step, null]);
  });

  it('may be typed with a space, and has six figures', () => {
    expect(stepOf(secret, '287 082', at(59))).toBe(1);
    for (const wrong of ['', '28708', '2870821', '287083', 'abcdef', '２８７０８２'])
      expect(stepOf(secret, wrong, at(59))).toBeNull();
  });

  it('come from a secret of 160 bits that can be typed', () => {
    const drawn = newAppSecret((length) => new Uint8Array(length).fill(255));
    expect(drawn).toHaveLength(20);
    expect(typedSecret(drawn)).toBe('7777 7777 7777 7777 7777 7777 7777 7777');
  });
});
