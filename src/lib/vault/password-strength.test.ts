import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePassword } from './password-strength';

const judged = (password: string, details: string[] = []) => judgePassword(password, details).code;

describe('a new password', () => {
  it.each(['', 'kurz', 'Zi8!qLw2x', '𝒜𝒜𝒜', 'ẅẅẅẅẅẅẅẅẅ'])('%s is too short', (password) => {
    expect(judged(password)).toBe('too_short');
  });

  // prettier-ignore
  it.each([
    'passwort123', 'Passwort2024!', 'P4ssw0rt2025', 'password1234', '1234567890', '0987654321',
    'qwertzuiop', 'qwertyuiop1', 'aaaaaaaaaaaa', 'abcabcabcabc', 'hallohallo12', 'Hallo12345!',
    'Sommer2025!!', 'willkommen1', 'iloveyou12345', 'asdfghjklöä', '1q2w3e4r5t6z', 'Gemeinde2026',
    'abcdefghijkl', 'schatzschatz', 'ｐａｓｓｗｏｒｔ１２３', '!!!!!!!!!!!!', '12.12.1987',
  ])('%s is among the first that anyone tries', (password) => {
    expect(judged(password)).toBe('too_common');
  });

  it.each([
    ['MariaMüller1970', ['Maria Müller']],
    ['maria.mueller1', ['Maria Müller']],
    ['MuellerAhlen99', ['Maria Müller', 'm.mueller@stadt-ahlen.de']],
    ['Ahlen-Ahlen-24', ['Ahlen']],
    ['Kräußeler12345', ['Jörg Kräußeler']],
  ])('%s is made of what everyone knows about the person', (password, details) => {
    expect(judged(password, details)).toBe('own_details');
  });

  it.each([
    'Regenbogenhaut im Mai',
    'vier Gänse am Deich',
    'xK4!pw9-Lq2z',
    'Sommer-Kaffee-Hundenapf',
  ])('%s is good', (password) => expect(judged(password, ['Maria Müller', 'Ahlen'])).toBe('good'));

  it('is acceptable from ten characters, good from twelve', () => {
    expect(judged('Gänse-Deic')).toBe('acceptable');
    expect(judged('Gänse-Deiche')).toBe('good');
  });

  it('is not refused for details that are hardly there', () => {
    expect(judged('Gänse am Deich', ['Li', '', 'a@b.c'])).toBe('good');
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
        (password, details) => {
          expect(judgePassword(password, details)).toHaveProperty('code');
        },
      ),
    );
  });

  it('accepts what a password manager makes', () => {
    const sign = fc.constantFrom(...'bdfghkmpvwxzBDFGHKMPVWXZ2689%&/=?+');
    const random = fc.uniqueArray(sign, { minLength: 16, maxLength: 16 });
    fc.assert(fc.property(random, (signs) => judgePassword(signs.join('')).code === 'good'));
  });

  it('judges a very long text at once', () => {
    const begin = performance.now();
    judgePassword('abc def ghi 123 '.repeat(2_000));
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});
