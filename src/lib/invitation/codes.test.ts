import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secureRandomBytes } from '$lib/platform/random';
import { isLetterCode, newJoinCode, newLetterCode, normaliseCode, showCode } from './codes';

describe('codes', () => {
  it('have no letters that are mistaken for others', () => {
    for (let time = 0; time < 200; time += 1) {
      expect(newLetterCode(secureRandomBytes)).toMatch(/^[2-9A-HJKMNP-TV-Z]{12}$/);
      expect(newJoinCode(secureRandomBytes)).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/);
    }
  });

  it('prefer no letter: bytes beyond the last full round are thrown away', () => {
    const bytes = [255, 240, 239, 0, 29, 30, 1, 2];
    const fixed = (length: number) => Uint8Array.from(bytes.splice(0, length));
    expect(newJoinCode((length) => fixed(length) as Uint8Array<ArrayBuffer>)).toBe('Z2Z234');
  });

  it('are shown in groups and understood however they are typed', () => {
    expect(showCode('K7QM4WXR2ZTB')).toBe('K7QM-4WXR-2ZTB');
    expect(showCode('K7QM4W')).toBe('K7Q-M4W');
    expect(normaliseCode(' k7q m4w ')).toBe('K7QM4W');
    expect(isLetterCode('k7qm-4wxr-2ztb')).toBe(true);
    expect(isLetterCode('K7Q-M4W')).toBe(false);
  });

  it('survive being shown', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[2-9A-Z]{1,12}$/), (code) => {
        expect(normaliseCode(showCode(code))).toBe(code);
      }),
    );
  });
});
