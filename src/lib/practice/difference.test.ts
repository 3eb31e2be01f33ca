import { expect, test } from 'vitest';
import { differencesOf } from './difference';
import { practiceContent } from './fields';

const picture = {
  id: '0190f85a-8400-7002-a01d-1740d6b1ecbd',
  kind: 'picture',
  fileId: '0190f85a-8400-7002-a01d-1740d6b1ecbe',
  title: 'Der Treff',
  alt: 'Ein Tisch mit Kuchen',
  licence: 'own',
  source: 'Stadt Ahlen',
} as const;
const withPicture = (change: object) =>
  practiceContent.parse({ attachments: [{ ...picture, ...change }] });

test.each([
  [{ alt: 'Rosa Sommerfeld schneidet Kuchen' }, 'Rosa'],
  [{ source: 'Foto: Rosa Sommerfeld' }, 'Rosa'],
  [{ licence: 'unknown' }, 'Ungeklärt'],
])('shows what else readers learn of an attachment: %o', (change, word) => {
  const [difference, ...others] = differencesOf(withPicture({}), withPicture(change), 'de');
  expect(others).toEqual([]);
  const added = difference?.pieces.filter(({ kind }) => kind === 'added').map(({ text }) => text);
  expect(added?.join(' ')).toContain(word);
});

test('says nothing of what stayed', () => {
  expect(differencesOf(withPicture({}), withPicture({}), 'de')).toEqual([]);
});

test('shows that a picture was exchanged, though what is said of it stayed', () => {
  const link = { id: picture.id, kind: 'link', url: 'https://ahlen.example', title: 'Mehr dazu' };
  const stays = { ...link, licence: 'own', source: '' };
  const textWith = (one: object) => practiceContent.parse({ attachments: [one, stays] });
  const other = { ...picture, id: '0190f85a-8400-7002-a01d-1740d6b1ecc1' };
  const [difference] = differencesOf(
    textWith(picture),
    textWith({ ...other, fileId: '0190f85a-8400-7002-a01d-1740d6b1ecc2' }),
    'de',
  );
  const wordsOf = (kind: string) =>
    difference!.pieces.filter((piece) => piece.kind === kind).map(({ text }) => text.trim());
  expect(wordsOf('removed')).toEqual([expect.stringContaining('Der Treff')]);
  expect(wordsOf('added')).toEqual(wordsOf('removed'));
  expect(wordsOf('same').join(' ')).toContain('Mehr dazu');
});
