import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { m } from '$lib/paraglide/messages.js';
import { AppError } from '$lib/platform/errors';
import { failureText } from './failure-text';

it('has a sentence of its own for everything that the vault refuses', () => {
  const files = readdirSync('src/lib/vault').filter((name) => !name.endsWith('.test.ts'));
  const sources = files.map((name) => readFileSync(`src/lib/vault/${name}`, 'utf8')).join('\n');
  const codes = new Set(sources.match(/(?<=')vault_[a-z_]+(?=')/g));
  expect(codes.size).toBeGreaterThan(10);
  for (const code of codes)
    expect(failureText(new AppError(code)), code).not.toBe(m.account_failure_unknown());
});
