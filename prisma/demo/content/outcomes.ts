import type { Outcome } from './workshop';

/** What came of the topics, as it was told to their teams. */

export const ofSecond: readonly Outcome[] = [
  {
    by: 'leonie-brandhorst',
    at: [-84, '16:40'],
    topic: 'nachfolge',
    answer: 'answered',
    text: '<p>Drei Wege, die ohne Beschluss zu gehen sind: Aufgaben einzeln vergeben, ein Jahr zu zweit im Amt, ein Abend mit früheren Vorständen. Fünf Teams probieren mindestens einen davon aus.</p>',
  },
  {
    by: 'leonie-brandhorst',
    at: [-84, '16:50'],
    topic: 'halbe-stelle',
    answer: 'partly',
    text: '<p>Geklärt ist, was eine halbe Stelle leisten kann: zwei von vier Aufgaben. <strong>Offen bleibt</strong>, wie sie auf Dauer bezahlt wird.</p>',
  },
  {
    by: 'leonie-brandhorst',
    at: [-84, '17:00'],
    topic: 'anerkennung',
    answer: 'answered',
    text: '<p>Zuerst fragen, was jemand braucht, dann danken. Die Sammlung von der Stellwand steht im Protokoll.</p>',
  },
];

export const ofThird: readonly Outcome[] = [
  {
    by: 'nermin-halilovic',
    at: [-36, '14:10'],
    topic: 'spontanhelfende',
    answer: 'answered',
    text: '<p>Eine Telefonnummer, eine Person, die nur zuteilt, und ein fester Platz im Krisenstab. Der Ablauf aus Ahlen liegt allen vor.</p>',
  },
  {
    by: 'nermin-halilovic',
    at: [-36, '14:25'],
    topic: 'jugend',
    answer: 'partly',
    text: '<p>Eigenes Geld und das Gespräch nach dem Fragebogen haben bei drei Teams etwas bewegt. Wie Jugendliche außerhalb der Schule zu erreichen sind, weiß noch niemand.</p>',
  },
];
