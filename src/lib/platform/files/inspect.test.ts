import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aDocx, anOdt, aPdf, aPicture, aZip } from '../../../../tests/factories/files';
import { inspect } from './inspect.server';

const refusal = (bytes: Buffer, name = 'datei') =>
  inspect(bytes, name).then(
    ({ mediaType }) => `accepted as ${mediaType}`,
    ({ appCode }: { appCode?: string }) => appCode,
  );

describe('what a file is', () => {
  it.each([
    ['PDF', aPdf(), 'a.exe', 'application/pdf', 'a.pdf'],
    ['text', Buffer.from('Größe: 5 m²\n'), 'a.txt', 'text/plain', 'a.txt'],
    ['windows-1252', Buffer.from('Gr\xf6\xdfe', 'latin1'), 'a', 'text/plain', 'a.txt'],
    ['table', Buffer.from('Ort;Zahl\nAhlen;3\n'), 'a.csv', 'text/csv', 'a.csv'],
    ['docx', aDocx(), 'b.zip', expect.stringContaining('wordprocessingml'), 'b.docx'],
    ['odt', anOdt(), 'b.odt', 'application/vnd.oasis.opendocument.text', 'b.odt'],
    ['ods', anOdt([], 'spreadsheet'), 'b', expect.stringContaining('spreadsheet'), 'b.ods'],
  ])('%s is told by its content', async (_what, bytes, given, mediaType, name) => {
    expect(await inspect(bytes, given)).toMatchObject({ kind: 'document', mediaType, name });
  });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('%s is a picture', async (format) => {
    const picture = await inspect(await aPicture(format), 'bild.pdf');
    expect(picture).toMatchObject({ kind: 'picture', mediaType: 'image/webp', name: 'bild.webp' });
  });

  const bomb = Buffer.alloc(60_000_000);
  it.each([
    ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00'), 'file_kind_wrong'],
    ['a page', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'file_kind_wrong'],
    ['a page after blanks', Buffer.from('\n  <html onload=alert(1)>'), 'file_kind_wrong'],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'file_kind_wrong'],
    ['an archive', aZip([{ name: 'a.txt', content: 'a' }]), 'file_kind_wrong'],
    ['SVG with a script', Buffer.from('<svg onload="alert(1)"/>'), 'file_svg'],
    [
      'SVG behind a declaration',
      Buffer.from('<?xml version="1.0"?>\n<!-- x -->\n<svg><script/></svg>'),
      'file_svg',
    ],
    ['HEIC', Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00', 'latin1'), 'file_heic'],
    ['Word 97', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file_old_office'],
    ['half a PDF', aPdf('x'.repeat(200_000)).subarray(0, 100_000), 'file_broken'],
    ['half a document', aDocx().subarray(0, 200), 'file_broken'],
    ['macros', aDocx([{ name: 'word/vbaProject.bin', content: 'x' }]), 'file_macros'],
    [
      'declared macros',
      aDocx([], 'application/vnd.ms-word.document.macroEnabled.main+xml'),
      'file_macros',
    ],
    ['ActiveX', aDocx([{ name: 'word/activeX/activeX1.bin', content: 'x' }]), 'file_macros'],
    ['Basic', anOdt([{ name: 'Basic/Standard/Module1.xml', content: 'x' }]), 'file_macros'],
    ['a template', anOdt([], 'text-template'), 'file_kind_wrong'],
    ['a password', aDocx([{ name: 'a.xml', content: 'x', isEncrypted: true }]), 'file_protected'],
    ['a way out', aDocx([{ name: '../../a.xml', content: 'x' }]), 'file_broken'],
    ['a way out of Windows', aDocx([{ name: '..\\a.xml', content: 'x' }]), 'file_broken'],
    ['a bomb', aDocx([{ name: 'a.xml', content: bomb }]), 'file_suspicious'],
    ['a bomb that lies', aDocx([{ name: 'a.xml', content: bomb, claimedSize: 10 }]), 'file_broken'],
    [
      'very many parts',
      aZip(Array.from({ length: 5_001 }, (_, at) => ({ name: `${at}`, content: '' }))),
      'file_suspicious',
    ],
  ])('%s is refused', async (_what, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });
});

describe('a picture', () => {
  it('is drawn in the sizes that it has room for', async () => {
    const { objects } = await inspect(await aPicture('jpeg', { width: 1200, height: 800 }), 'a');
    expect(objects.map(({ width, height }) => [width, height])).toEqual([
      [320, 213],
      [960, 640],
      [1200, 800],
    ]);
    const small = await inspect(await aPicture(), 'a');
    expect(small.objects.map(({ width }) => width)).toEqual([40]);
  });

  it('stands upright and says nothing about where it was taken', async () => {
    const lying = await sharp(await aPicture('jpeg', { width: 60, height: 40 }))
      .withExif({ IFD0: { Artist: 'Anna Geheim' }, IFD3: { GPSLatitude: '51/1 0/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(lying.includes('Anna Geheim')).toBe(true);
    const { objects } = await inspect(lying, 'a');
    const drawn = objects.at(-1)!;
    expect([drawn.width, drawn.height]).toEqual([40, 60]);
    expect(drawn.bytes.includes('Anna Geheim')).toBe(false);
    expect((await sharp(drawn.bytes).metadata()).exif).toBeUndefined();
  });

  it('that hides something behind its end loses it', async () => {
    const polyglot = Buffer.concat([
      await aPicture('png'),
      Buffer.from('<script>alert(1)</script>'),
    ]);
    const { objects } = await inspect(polyglot, 'a');
    expect(objects.every(({ bytes }) => !bytes.includes('<script>'))).toBe(true);
  });

  it('that is broken, or would fill the memory, is refused', async () => {
    const whole = await aPicture('jpeg', { width: 800, height: 800 });
    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('file_broken');
    expect(await refusal(Buffer.from('\x89PNG\r\n\x1a\nnothing', 'latin1'))).toBe('file_broken');
    // A small file that claims to have 400 million points.
    const huge = await aPicture('png');
    huge.writeUInt32BE(20_000, 16);
    huge.writeUInt32BE(20_000, 20);
    huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
    expect(await refusal(huge)).toBe('file_picture_too_large');
  });
});
