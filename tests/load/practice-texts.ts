import { costBands, practiceContent, practiceKinds, townSizes } from '$lib/practice/fields';
import type { PracticeContent } from '$lib/practice/fields';
import { seededRandomBytes } from '../factories/random';

// Texts whose words are as unevenly frequent as those people write: a few in nearly every example, most in
// a handful. Compounds, because German is made of them, and a search by the beginning of a word meets many.

const COMMON =
  'Ehrenamt Verein Jugend Bürgermeister Förderung Gespräch Gemeinde Vorstand Stadtrat Fest Schule Senioren Feuerwehr Bücherei Haushalt Anerkennung';
const FIRST =
  'Bürger Dorf Jugend Senioren Vereins Nachbarschafts Kultur Sport Umwelt Garten Feuerwehr Schul Stadt Kreis Quartiers Hof Wald Fluss Markt Brücken Nähe Werk Leih Lese Koch Fahr Besuchs Paten Spiel Musik';
const SECOND =
  'bus treff karte preis werkstatt abend börse büro beirat fest lotse haus garten tag kasse küche runde zeitung patenschaft bücherei projekt laden dienst konzept rat mobil tafel bühne schule netz';
const common = COMMON.split(' ');
const compounds = FIRST.split(' ').flatMap((first) =>
  SECOND.split(' ').map((second) => first + second),
);
const vocabulary = [...common, ...compounds];

/** Words that nearly all say, that few say, two at once, and the beginning of one. */
export const FREQUENT = common.slice(0, 8);
export const RARE = [
  ...compounds.filter((_, index) => index % 97 === 0),
  'Jugendbüro Anerkennung',
  'Brückenf',
];

type Random = () => number;

/** Numbers from 0 to below 1 that are the same in each run. */
export function randomFrom(seed: number): Random {
  const bytes = seededRandomBytes(seed);
  return () => {
    const [high, low] = bytes(2);
    return (high! * 256 + low!) / 65_536;
  };
}

const oneOf = <Value>(values: readonly Value[], random: Random): Value =>
  values[Math.floor(random() * values.length)]!;

/** The nth word of the vocabulary comes about once for every n times that the first one comes. */
const word = (random: Random): string => vocabulary[Math.floor(vocabulary.length ** random()) - 1]!;

const sentence = (random: Random): string =>
  `Wir haben mit ${word(random)} und ${word(random)} angefangen, danach kam ${word(random)}.`;

const text = (sentences: number, random: Random): string =>
  Array.from({ length: sentences }, () => sentence(random)).join(' ');

export function practiceText(random: Random): PracticeContent {
  return practiceContent.parse({
    gist: `${word(random)}: was wir mit ${word(random)} erlebt haben`,
    kind: oneOf(practiceKinds, random),
    status: 'finished',
    tags: [word(random), word(random)],
    townSize: oneOf(townSizes, random),
    budgetBand: oneOf(costBands, random),
    evidence: Math.floor(random() * 5),
    problem: text(3, random),
    story: text(8, random),
    happened: text(5, random),
    why: text(4, random),
    nextTime: text(3, random),
    dontIf: text(2, random),
  });
}
