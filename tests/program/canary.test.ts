import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seek } from '../factories/canary';

// Whoever proves that a sentence is nowhere must be able to find it anywhere.

const sentence = 'Kanarienvögel über/ Ahlen? nur 3!';
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'werkraum-canary-'));
});
afterAll(() => rm(dir, { recursive: true }));

const hidings: [string, (text: Buffer) => Buffer][] = [
  ['plain', (text) => text],
  ['UTF-16LE', (text) => Buffer.from(text.toString(), 'utf16le')],
  ['UTF-16BE', (text) => Buffer.from(text.toString(), 'utf16le').swap16()],
  ['hex', (text) => Buffer.from(text.toString('hex'))],
  ['HEX', (text) => Buffer.from(text.toString('hex').toUpperCase())],
  ['URL', (text) => Buffer.from(encodeURIComponent(text.toString()))],
  ...[0, 1, 2].flatMap((shift): [string, (text: Buffer) => Buffer][] => {
    const shifted = (text: Buffer) =>
      Buffer.concat([Buffer.from('xy'.slice(0, shift)), text, Buffer.from('und weiter')]);
    return [
      [`Base64 at ${shift}`, (text) => Buffer.from(shifted(text).toString('base64'))],
      [`Base64url at ${shift}`, (text) => Buffer.from(shifted(text).toString('base64url'))],
    ];
  }),
];

it.each(hidings)(
  'finds a sentence written as %s, in the midst of other bytes',
  async (name, hide) => {
    const hidden = Buffer.concat([
      Buffer.alloc(77, 9),
      hide(Buffer.from(sentence)),
      Buffer.alloc(33, 8),
    ]);
    const file = join(dir, `${name}.bin`);
    await writeFile(file, hidden);
    const found = (await seek([dir], [sentence])).get(sentence)!;
    expect(found.map((one) => one.file)).toContain(file);
    await rm(file);
  },
);

it('finds it across the border of two pieces and in what is packed, and nothing where nothing is', async () => {
  const border = Buffer.concat([Buffer.alloc((1 << 20) - 7), Buffer.from(sentence)]);
  await writeFile(join(dir, 'border'), border);
  await writeFile(join(dir, 'packed.gz'), gzipSync(Buffer.from(sentence)));
  await writeFile(join(dir, 'nothing'), 'Kanarienvögel sind woanders');
  const found = await seek([dir], [sentence, 'ganz etwas anderes']);
  expect(
    found
      .get(sentence)!
      .map(({ file }) => file)
      .toSorted(),
  ).toEqual([join(dir, 'border'), join(dir, 'packed.gz')]);
  expect(found.get('ganz etwas anderes')).toEqual([]);
});
