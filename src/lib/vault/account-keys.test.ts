import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '$lib/platform/base64url';
import { newId } from '$lib/platform/id';
import {
  createAccountKeys,
  openAccountKeys,
  openOwn,
  sealOwn,
  unwrapAccountKey,
  wrapAccountKey,
} from './account-keys';
import {
  newRecoveryCode,
  parseRecoveryCode,
  passkeyWrappingKey,
  recoveryWrappingKey,
} from './recovery-code';

const changedAt = (blob: string, at: number): string => {
  const bytes = fromBase64url(blob)!;
  bytes[at % bytes.length]! ^= 1;
  return toBase64url(bytes);
};

describe('the keys of an account', () => {
  it('open again through each slot, and cannot be read once they are open', async () => {
    const accountId = newId();
    const { stored, accountKey } = await createAccountKeys(accountId);
    const slotKeys = {
      recovery: await recoveryWrappingKey(newRecoveryCode()),
      passkey: await passkeyWrappingKey(crypto.getRandomValues(new Uint8Array(32))),
    };
    for (const kind of ['recovery', 'passkey'] as const) {
      const slot = { kind, accountId, keysId: stored.keysId };
      const blob = await wrapAccountKey(accountKey, slotKeys[kind], slot);
      const again = await unwrapAccountKey(blob, slotKeys[kind], slot);
      const keys = await openAccountKeys(again, accountId, stored);
      for (const secret of [keys.sealing.privateKey, keys.signing.privateKey, keys.own]) {
        expect(secret.extractable).toBe(false);
        await expect(crypto.subtle.exportKey('jwk', secret)).rejects.toThrow();
      }
      expect(await openOwn(keys, 'draft/1', await sealOwn(keys, 'draft/1', 'für mich'))).toBe(
        'für mich',
      );
    }
  });

  it('stay shut for another slot, account or set, for changed and for cut blobs', async () => {
    const accountId = newId();
    const { stored, accountKey, unlocked } = await createAccountKeys(accountId);
    const wrappingKey = await recoveryWrappingKey(newRecoveryCode());
    const slot = { kind: 'recovery', accountId, keysId: stored.keysId } as const;
    const blob = await wrapAccountKey(accountKey, wrappingKey, slot);
    const otherKey = await recoveryWrappingKey(newRecoveryCode());
    await expect(unwrapAccountKey(blob, otherKey, slot)).rejects.toThrow('vault_wrong_key');
    for (const other of [
      { kind: 'passkey' },
      { accountId: newId() },
      { keysId: newId() },
    ] as const) {
      await expect(unwrapAccountKey(blob, wrappingKey, { ...slot, ...other })).rejects.toThrow(
        'vault_wrong_key',
      );
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), async (at) => {
        await expect(unwrapAccountKey(changedAt(blob, at), wrappingKey, slot)).rejects.toThrow(
          /^vault_/,
        );
        const cut = toBase64url(fromBase64url(blob)!.slice(0, at % 60));
        await expect(unwrapAccountKey(cut, wrappingKey, slot)).rejects.toThrow(/^vault_/);
      }),
      { numRuns: 30 },
    );
    const later = fromBase64url(blob)!;
    later[0] = 2;
    await expect(unwrapAccountKey(toBase64url(later), wrappingKey, slot)).rejects.toThrow(
      'vault_unknown_version',
    );
    const own = await sealOwn(unlocked, 'draft/1', 'für mich');
    await expect(openOwn(unlocked, 'draft/2', own)).rejects.toThrow('vault_wrong_key');
  });

  it('are refused where the server serves other public halves', async () => {
    const accountId = newId();
    const [mine, foreign] = [
      await createAccountKeys(accountId),
      await createAccountKeys(accountId),
    ];
    for (const half of ['sealingPublic', 'signingPublic', 'keysId'] as const) {
      const swapped = { ...mine.stored, [half]: foreign.stored[half] };
      await expect(openAccountKeys(mine.accountKey, accountId, swapped)).rejects.toThrow(
        'vault_wrong_key',
      );
    }
  });
});

describe('a recovery code', () => {
  it('is eight groups of four, and is understood as people type it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (random) => {
        const code = newRecoveryCode(() => Uint8Array.from(random));
        expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
        const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
        expect(parseRecoveryCode(typed)).toBe(code);
      }),
    );
  });

  it.each(['', '7Q2M', 'U'.repeat(32), '0'.repeat(33)])('is not %j', (typed) => {
    expect(parseRecoveryCode(typed)).toBeNull();
  });

  it('spells known bytes in a known way', () => {
    const bytes = Uint8Array.from({ length: 20 }, (_, index) => index);
    // Crockford's alphabet, most significant bit first.
    expect(newRecoveryCode(() => bytes)).toBe('000G-40R4-0M30-E209-185G-R38E-1W81-24GK');
  });
});
