import { createCipheriv, createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { toBase64url } from '$lib/platform/base64url';
import { joinContent, openAttachment, sealAttachment, splitContent } from './attachment';
import type { Bytes } from './encoding';

const MEBIBYTE = 1024 * 1024;
const SEGMENT = MEBIBYTE + 16;

const filled = (length: number): Bytes =>
  new Uint8Array(length).map((_byte, at) => (at * 31 + (at >> 12)) % 251);

describe('a sealed attachment', () => {
  it('opens again, of every size around a segment', async () => {
    for (const length of [0, 1, 255, 256, MEBIBYTE - 1, MEBIBYTE, MEBIBYTE + 1, 3_000_000]) {
      const content = filled(length);
      const { blob, ...said } = await sealAttachment(content);
      expect(await openAttachment(blob, said)).toEqual(content);
    }
  });

  it('is what another implementation makes of the construction', async () => {
    const key = Buffer.alloc(32, 7);
    const content = filled(1_200_000);
    const { blob, hash } = await sealAttachment(content, () => new Uint8Array(key));
    // 1,200,000 and the mark of padding, up to the next step of Padmé.
    const plain = Buffer.alloc(1_212_416);
    plain.set(content);
    plain[content.length] = 0x80;
    const label = Buffer.from('werkraum/attachment/1');
    const associated = Buffer.concat([Buffer.from([0, 0, 0, label.length]), label]);
    const segment = (number: number, isLast: boolean, bytes: Buffer) => {
      const nonce = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number, isLast ? 1 : 0]);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated);
      return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    };
    const expected = Buffer.concat([
      Buffer.from([1, 6]),
      segment(0, false, plain.subarray(0, MEBIBYTE)),
      segment(1, true, plain.subarray(MEBIBYTE)),
    ]);
    expect(Buffer.from(blob).equals(expected)).toBe(true);
    expect(hash).toBe(createHash('sha256').update(expected).digest('base64url'));
  });

  it('has a key of its own, and tells of its length little', async () => {
    const [one, other] = [await sealAttachment(filled(900)), await sealAttachment(filled(920))];
    expect(one.key).not.toBe(other.key);
    expect(one.blob.length).toBe(other.blob.length);
  });

  /** What a participant could write who knows the key: the hash is right, the bytes are not. */
  const reopened = async (blob: Bytes, key: string) => {
    const hash = createHash('sha256').update(blob).digest('base64url');
    return openAttachment(blob, { key, hash }).then(
      () => 'opened',
      ({ appCode }: { appCode?: string }) => appCode,
    );
  };

  it('is refused where any byte is another one', async () => {
    const { blob, key, hash } = await sealAttachment(filled(500));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(blob.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = blob.slice();
          changed[at]! ^= by;
          await expect(openAttachment(changed, { key, hash })).rejects.toMatchObject({
            appCode: 'vault_attachment_swapped',
          });
          expect(await reopened(changed, key)).toMatch(/^vault_/);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is refused where it was cut, or its segments were moved, left out or repeated', async () => {
    const { blob, key } = await sealAttachment(filled(2_600_000));
    const [head, first, second, third] = [
      blob.slice(0, 2),
      blob.slice(2, 2 + SEGMENT),
      blob.slice(2 + SEGMENT, 2 + 2 * SEGMENT),
      blob.slice(2 + 2 * SEGMENT),
    ];
    const of = (...parts: Uint8Array[]): Bytes => new Uint8Array(Buffer.concat([head, ...parts]));
    expect(await reopened(of(first, second, third), key)).toBe('opened');
    for (const bent of [
      of(first, second),
      of(first),
      of(second, first, third),
      of(first, third),
      of(first, second, second, third),
      of(first, second, third.slice(0, -1)),
      of(),
      blob.slice(0, 1),
    ])
      expect(await reopened(bent, key)).toMatch(/^vault_/);
  });

  it('says so where it is of a later version, another kind, or exchanged for another', async () => {
    const [{ blob, key }, other] = [
      await sealAttachment(filled(9)),
      await sealAttachment(filled(9)),
    ];
    const begins = (...bytes: number[]) => new Uint8Array([...bytes, ...blob.slice(2)]);
    expect(await reopened(begins(2, 6), key)).toBe('vault_unknown_version');
    expect(await reopened(begins(1, 4), key)).toBe('vault_damaged');
    expect(await reopened(blob, other.key)).toBe('vault_wrong_key');
    expect(await reopened(blob, 'short')).toBe('vault_damaged');
    await expect(openAttachment(other.blob, { key, hash: other.hash })).rejects.toMatchObject({
      appCode: 'vault_wrong_key',
    });
  });
});

describe('what a contribution says of files', () => {
  const attachment = {
    fileId: newId(),
    key: toBase64url(filled(32)),
    hash: toBase64url(filled(32)),
    name: 'Lageplan „neu“.pdf',
    mediaType: 'application/pdf',
    size: 12,
  };

  it('stands beside its words, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const text = typed.replaceAll('\u0000', '');
        expect(splitContent(joinContent(typed, []))).toEqual({ text, attachments: [] });
        const attachments = [attachment, { ...attachment, name: typed }];
        expect(splitContent(joinContent(typed, attachments))).toEqual({ text, attachments });
      }),
    );
  });

  it.each([
    ['no list', '{}'],
    ['no JSON', '['],
    ['a key that is none', JSON.stringify([{ ...attachment, key: 'abc' }])],
    ['an address for an id', JSON.stringify([{ ...attachment, fileId: '../../sign-out' }])],
    ['nothing', 'null'],
  ])('is refused where it is %s', (_what, json) => {
    expect(() => splitContent(`Worte\u0000${json}`)).toThrow('vault_damaged');
  });
});
