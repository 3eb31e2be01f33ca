import sharp from 'sharp';
import type { Person } from '$lib/access/actor';
import { writeDocx } from '$lib/platform/docx.server';
import { append } from '$lib/upload/commands.server';
import type { PersonKey } from '../content/types';
import type { DemoCohort } from './cohort-stage';
import type { Stage } from './stage';

const SIZE = { width: 1200, height: 760 };

/** A card with a ruled field for each of its questions, as it would lie on a table. */
async function cardPicture(): Promise<Buffer> {
  const { width, height } = SIZE;
  const pixels = Buffer.alloc(width * height * 3);
  const isWithin = (value: number, from: number, to: number) => value >= from && value < to;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isCard = isWithin(x, 120, 1080) && isWithin(y, 80, 680);
      const isBand = isCard && y < 150;
      const row = (y - 190) % 120;
      const isLine = isCard && y > 190 && isWithin(x, 180, 1020) && isWithin(row, 84, 88);
      const isWord = isCard && y > 190 && isWithin(x, 180, 420) && isWithin(row, 20, 40);
      const colour = isBand || isWord ? 0x0d5560 : isLine ? 0xad3a1c : isCard ? 0xfdfbf4 : 0xb9a98a;
      pixels.writeUIntBE(colour, (y * width + x) * 3, 3);
    }
  return sharp(pixels, { raw: { ...SIZE, channels: 3 } })
    .png()
    .toBuffer();
}

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
