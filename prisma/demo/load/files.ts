import sharp from 'sharp';
import type { Person } from '$lib/access/actor';
import { writeDocx } from '$lib/platform/docx.server';
import { append } from '$lib/upload/commands.server';
import type { PersonKey } from '../content/types';
import type { DemoCohort } from './cohort-stage';
import type { Stage } from './stage';

const SIZE = { width: 1200, height: 760 };

/** A picture of which each point has the colour that a drawing gives it. */
async function drawn(colourAt: (x: number, y: number) => number): Promise<Buffer> {
  const { width, height } = SIZE;
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) pixels.writeUIntBE(colourAt(x, y), (y * width + x) * 3, 3);
  return sharp(pixels, { raw: { ...SIZE, channels: 3 } })
    .png()
    .toBuffer();
}

const isWithin = (value: number, from: number, to: number) => value >= from && value < to;

/** A card with a ruled field for each of its questions, as it would lie on a table. */
const cardPicture = (): Promise<Buffer> =>
  drawn((x, y) => {
    const isCard = isWithin(x, 120, 1080) && isWithin(y, 80, 680);
    const isBand = isCard && y < 150;
    const row = (y - 190) % 120;
    const isLine = isCard && y > 190 && isWithin(x, 180, 1020) && isWithin(row, 84, 88);
    const isWord = isCard && y > 190 && isWithin(x, 180, 420) && isWithin(row, 20, 40);
    if (isBand || isWord) return 0x0d5560;
    if (isLine) return 0xad3a1c;
    return isCard ? 0xfdfbf4 : 0xb9a98a;
  });

/** A pinboard: three headings, and cards below each, the last column with a gap. */
const wallPicture = (): Promise<Buffer> =>
  drawn((x, y) => {
    const isBoard = isWithin(x, 40, 1160) && isWithin(y, 40, 720);
    if (!isBoard) return 0xd8d2c4;
    const [column, row] = [Math.floor((x - 70) / 360), Math.floor((y - 190) / 130)];
    const [left, top] = [(x - 70) % 360, (y - 190) % 130];
    const isOnCard = isWithin(left, 10, 330) && column >= 0 && column < 3;
    if (isOnCard && isWithin(y, 80, 150))
      return isWithin(left, 40, 250) && isWithin(y, 108, 122) ? 0xfdfbf4 : 0x0d5560;
    const isThere = row >= 0 && row < (column === 2 ? 2 : 4);
    if (!isOnCard || !isThere || y < 190 || !isWithin(top, 8, 112)) return 0xc9b98f;
    const isWritten =
      isWithin(left, 36, 290 - row * 30) &&
      [34, 62, 88].some((line) => isWithin(top, line, line + 7));
    return isWritten ? 0x4d5857 : [0xfdfbf4, 0xf6e3b4, 0xdcebe9][column]!;
  });

/** The page on which a group says what it has spent. */
const proofDocument = (): Promise<Buffer> =>
  writeDocx({
    title: 'Nachweis auf einer Seite',
    kicker: 'Kleinstfonds',
    language: 'de',
    footer: 'Kleinstfonds',
    pageLabel: { before: 'Seite', between: 'von' },
    parts: [
      {
        kind: 'table',
        columns: null,
        rows: ['Was haben wir gemacht?', 'Was hat es gekostet?', 'Wer hat unterschrieben?'].map(
          (question) => [question, { gap: 'bitte ausfüllen' }],
        ),
        shares: [0.4, 0.6],
      },
      { kind: 'paragraph', lines: ['Bitte ein Foto und die Belege dazulegen.'] },
    ],
  });

const files = {
  picture: { name: 'antragskarte.png', accept: 'pictures', bytes: cardPicture },
  wall: { name: 'stellwand.png', accept: 'pictures', bytes: wallPicture },
  document: { name: 'nachweis.docx', accept: 'documents', bytes: proofDocument },
} as const;

/** Sends a file in, as a person's browser would; what comes back is its id. */
export async function sendFile(
  stage: Stage,
  cohort: DemoCohort,
  by: PersonKey,
  kind: keyof typeof files,
): Promise<string> {
  const { name, accept, bytes: make } = files[kind];
  const ref = { cohortId: cohort.id, id: stage.id(`file ${by} ${kind}`) };
  const bytes = await make();
  const { upload } = await stage.as(by);
  await upload.begin({ ...ref, name, accept, length: bytes.length });
  const actor: Person = {
    kind: 'person',
    accountId: stage.accountOf(by),
    name: '',
    locale: 'de',
    isAdministrator: false,
    memberships: [],
    secondFactorDue: null,
  };
  async function* whole() {
    yield bytes;
  }
  await append(stage.services, actor, ref, { offset: 0, bytes: whole() });
  await upload.finish(ref);
  return ref.id;
}
