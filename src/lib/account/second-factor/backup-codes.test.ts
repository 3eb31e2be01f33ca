import { expect, it } from 'vitest';
import { secureRandomBytes } from '$lib/platform/random';
import { isBackupCode, newBackupCodes, normaliseBackupCode } from './backup-codes';

it('are ten, different, and easy to copy from paper', () => {
  const codes = newBackupCodes(secureRandomBytes);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[2-9A-HJ-KMNP-TV-Z]{4}-[2-9A-HJ-KMNP-TV-Z]{4}-[2-9A-HJ-KMNP-TV-Z]{4}$/);
    expect(isBackupCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(true);
    expect(normaliseBackupCode(code.toLowerCase())).toBe(code.replaceAll('-', ''));
  }
});

it('are told apart from codes of the app', () => {
  expect(isBackupCode('123 456')).toBe(false);
});
