import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';

/** One spelling of a sentence in which it could lie somewhere. */
interface Spelling {
  name: string;
  bytes: Buffer;
}

/** Where a sentence was found: the file, and in which spelling. */
export interface Found {
  file: string;
  spelling: string;
}

/**
 * All spellings in which a sentence could have been stored: as UTF-8 and UTF-16, as hexadecimal digits of
 * either, as Base64 at each of the three alignments, in both alphabets, and as it stands in JSON and URLs.
 */
function spellingsOf(sentence: string): Spelling[] {
  const utf8 = Buffer.from(sentence, 'utf8');
  const utf16le = Buffer.from(sentence, 'utf16le');
  const utf16be = Buffer.from(utf16le).swap16();
  const ascii = (name: string, text: string): Spelling => ({ name, bytes: Buffer.from(text) });
  const hex = (name: string, bytes: Buffer) => [
    ascii(`${name} as hex`, bytes.toString('hex')),
    ascii(`${name} as HEX`, bytes.toString('hex').toUpperCase()),
  ];
  const base64 = [0, 1, 2].flatMap((shift) => {
    // What stands before and after it takes part in the outer characters: only the inner ones are sure.
    const whole = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    const first = Math.ceil((shift * 4) / 3);
    const last = Math.floor(((shift + utf8.length) * 8) / 6);
    const sure = whole.slice(first, last);
    const inUrls = sure.replaceAll('+', '-').replaceAll('/', '_');
    return [
      ascii(`Base64 at ${shift}`, sure),
      ...(inUrls === sure ? [] : [ascii(`Base64url at ${shift}`, inUrls)]),
    ];
  });
  return [
    { name: 'UTF-8', bytes: utf8 },
    { name: 'UTF-16LE', bytes: utf16le },
    { name: 'UTF-16BE', bytes: utf16be },
    ...hex('UTF-8', utf8),
    ...hex('UTF-16LE', utf16le),
    ...base64,
    ascii('URL', encodeURIComponent(sentence)),
    ascii('JSON', JSON.stringify(sentence).slice(1, -1)),
  ].filter(({ bytes }, index, all) => all.findIndex((one) => one.bytes.equals(bytes)) === index);
}

/**
 * Searches every file below the directories, whatever it is, for every spelling of every sentence.
 * What ends in .gz is unpacked first.
 */
export async function seek(
  directories: string[],
  sentences: string[],
): Promise<Map<string, Found[]>> {
  const wanted = sentences.flatMap((sentence) =>
    spellingsOf(sentence).map((spelling) => ({ sentence, ...spelling })),
  );
  const longest = Math.max(...wanted.map(({ bytes }) => bytes.length));
  const found = new Map(sentences.map((sentence) => [sentence, new Map<string, Found>()]));
  for (const directory of directories) {
    for (const file of await filesBelow(directory)) {
      // The end of one piece and the beginning of the next belong together.
      let rest = Buffer.alloc(0);
      for await (const piece of piecesOf(file)) {
        const bytes = Buffer.concat([rest, piece]);
        for (const { sentence, name, bytes: spelling } of wanted) {
          if (!bytes.includes(spelling)) continue;
          found.get(sentence)!.set(`${file} ${name}`, { file, spelling: name });
        }
        rest = bytes.subarray(Math.max(0, bytes.length - longest + 1));
      }
    }
  }
  return new Map([...found].map(([sentence, places]) => [sentence, [...places.values()]]));
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

async function* piecesOf(file: string): AsyncGenerator<Buffer> {
  const stream = createReadStream(file, { highWaterMark: 1 << 20 });
  try {
    yield* file.endsWith('.gz') ? stream.pipe(createGunzip()) : stream;
  } catch (error) {
    // A running database may throw a file away meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
