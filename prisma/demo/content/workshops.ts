import { fifthAgenda, fourthAgenda, secondAgenda, symposiumAgenda, thirdAgenda } from './agendas';
import { afterFirst, afterSecond, afterThird } from './feedback';
import { ofSecond, ofThird } from './outcomes';
import { toFourth, toSecond, toThird } from './participation';
import { secondProceedings, thirdProceedings } from './proceedings';
import { saidAtSecond, saidAtThird } from './said';
import type { BlockedDays, Workshop } from './workshop';

/** The series of the running cohort: three workshops behind it, two before it, and what lies between. */
export const workshops: readonly Workshop[] = [
  {
    key: 'workshop-1',
    kind: 'workshop',
    title: 'Auftakt: Wo wir stehen',
    about:
      '<p>Die zehn Teams lernen sich kennen, stellen ihre Ausgangslage vor und sammeln die ersten Fragen. Anreise am Vorabend ist möglich; das Haus hält Zimmer für alle bereit.</p>',
    place: 'Haus am Dom, Olpe',
    days: [
      { on: -178, from: '10:00', to: '18:00' },
      { on: -177, from: '09:00', to: '15:30' },
    ],
    by: 'gesine-wiethoff',
    at: [-213, '10:00'],
    held: { by: 'leonie-brandhorst', at: [-177, '16:10'] },
    feedback: afterFirst,
  },
  {
    key: 'workshop-2',
    kind: 'workshop',
    title: 'Vorstände, Stellen, Anerkennung',
    about:
      '<p>Die drei Themen, die Sie gewählt haben: die Nachfolge in Vorständen, die halbe Stelle und die Anerkennung. Bitte bringen Sie zu jedem ein Beispiel von zu Hause mit, auch eines, das nicht gelungen ist.</p>',
    place: 'Haus Hellweg, Soest',
    onlineUrl: 'https://konferenz.engagement-kommune.example/soest',
    days: [
      { on: -90, from: '10:00', to: '18:00' },
      { on: -89, from: '09:00', to: '15:30' },
    ],
    agenda: secondAgenda,
    by: 'gesine-wiethoff',
    at: [-213, '10:05'],
    participation: toSecond,
    said: saidAtSecond,
    held: { by: 'leonie-brandhorst', at: [-89, '16:05'] },
    proceedings: secondProceedings,
    outcomes: ofSecond,
    feedback: afterSecond,
    agreements: [
      {
        by: 'jana-rameil',
        at: [-89, '15:10'],
        what: 'Die Stellenbeschreibung für die halbe Stelle geht als Muster an alle Teams.',
        sites: ['kirchhundem'],
        dueDay: -70,
        settled: { by: 'jana-rameil', at: [-72, '10:20'] },
      },
      {
        by: 'leonie-brandhorst',
        at: [-89, '15:20'],
        what: 'Ein gemeinsamer Termin mit der Ehrenamtsbörse des Kreises.',
        people: ['leonie-brandhorst'],
        dueDay: -55,
        settled: {
          by: 'leonie-brandhorst',
          at: [-60, '09:15'],
          why: 'Die Börse lädt im Frühjahr selbst ein; wir gehen gemeinsam hin.',
        },
      },
    ],
  },
  {
    key: 'workshop-3',
    kind: 'workshop',
    title: 'Spontanhilfe, Jugend und Haftung',
    about:
      '<p>Spontanhelfende und Jugendbeteiligung am ersten Tag, am zweiten die Fragen, die dabei offenblieben. Haftung und Versicherung kommen mit Dr. Tendahl ans Ende des ersten Tages.</p>',
    place: 'Haus Hellweg, Soest',
    days: [
      { on: -42, from: '09:00', to: '18:00' },
      { on: -41, from: '09:00', to: '15:30' },
    ],
    agenda: thirdAgenda,
    by: 'gesine-wiethoff',
    at: [-213, '10:10'],
    experts: { people: ['wolfram-tendahl'], by: 'leonie-brandhorst', at: [-58, '11:20'] },
    participation: toThird,
    said: saidAtThird,
    held: { by: 'leonie-brandhorst', at: [-41, '16:00'] },
    feedback: afterThird,
    proceedings: thirdProceedings,
    outcomes: ofThird,
    agreements: [
      {
        by: 'emre-yildiz',
        at: [-41, '15:05'],
        what: 'Ahlen und Bergkamen legen ihre Merkblätter zur Haftung nebeneinander und machen eines daraus.',
        sites: ['ahlen', 'bergkamen'],
        dueDay: 20,
      },
      {
        by: 'hubertus-faerber',
        at: [-41, '15:10'],
        what: 'Der Fragebogen für Jugendliche geht an alle Teams, die ihn ausprobieren möchten.',
        sites: ['kirchhundem'],
        dueDay: -6,
      },
      {
        by: 'leonie-brandhorst',
        at: [-41, '15:15'],
        what: 'Dr. Tendahl beantwortet die drei offenen Fragen zur Versicherung schriftlich.',
        people: ['nermin-halilovic'],
        dueDay: 12,
      },
      {
        by: 'jana-rameil',
        at: [-41, '15:20'],
        what: 'Die Fotos der Stellwände kommen auf die Seite des Workshops.',
        people: ['leonie-brandhorst'],
        dueDay: -34,
        settled: { by: 'leonie-brandhorst', at: [-36, '11:30'] },
      },
    ],
  },
  {
    key: 'workshop-4',
    kind: 'workshop',
    title: 'Worüber Sie gerade abstimmen',
    about:
      '<p>Was wir bearbeiten, entscheidet Ihre Abstimmung. Fest steht der Rahmen: zwei Tage am See, Beginn um zehn, am Abend ein Spaziergang.</p><p>Das Haus erreichen Sie vom Bahnhof mit dem Bus 550; wer mitgenommen werden möchte, sagt der Moderation Bescheid.</p>',
    place: 'Haus am Möhneufer, Möhnesee',
    onlineUrl: 'https://konferenz.engagement-kommune.example/moehneufer',
    seats: 14,
    days: [
      { on: 24, from: '10:00', to: '18:00' },
      { on: 25, from: '09:00', to: '15:30' },
    ],
    agenda: fourthAgenda,
    participation: toFourth,
    by: 'gesine-wiethoff',
    at: [-88, '09:30'],
  },
  {
    key: 'online-meeting',
    kind: 'online_meeting',
    title: 'Kurz gefragt',
    about:
      '<p>Das erste der monatlichen Treffen, für die Sie gestimmt haben: eine Stunde, zwei Fragen aus der Gruppe, keine Vorträge.</p>',
    place: '',
    onlineUrl: 'https://konferenz.engagement-kommune.example/kurz-gefragt',
    days: [{ on: 15, from: '11:00', to: '12:00' }],
    by: 'nermin-halilovic',
    at: [-1, '15:10'],
  },
  {
    key: 'workshop-5',
    kind: 'workshop',
    title: 'Was bleibt, was weitergeht',
    about:
      '<p>Der letzte gemeinsame Workshop vor der Fachtagung: Ergebnisse sichern, Vereinbarungen prüfen, die Tagung vorbereiten.</p>',
    place: 'Haus Hellweg, Soest',
    days: [
      { from: '10:00', to: '18:00' },
      { from: '09:00', to: '15:30' },
    ],
    agenda: fifthAgenda,
    by: 'leonie-brandhorst',
    at: [-13, '09:40'],
    search: {
      by: 'leonie-brandhorst',
      at: [-9, '10:15'],
      days: [84, 91, 98, 105],
      untilDay: 6,
      answers: [
        { by: 'emre-yildiz', at: [-8, '08:30'], answers: ['yes', 'yes', 'if_need_be', 'no'] },
        { by: 'annegret-dickel', at: [-8, '09:12'], answers: ['no', 'yes', 'yes', 'yes'] },
        { by: 'tobias-afflerbach', at: [-8, '11:40'], answers: ['no', 'yes', 'if_need_be', 'yes'] },
        { by: 'guelcan-aydogan', at: [-8, '14:05'], answers: ['yes', 'if_need_be', 'yes', 'no'] },
        { by: 'ruediger-stratmann', at: [-7, '07:55'], answers: ['no', 'yes', 'no', 'no'] },
        { by: 'christa-schulte-hellmann', at: [-7, '10:20'], answers: ['yes', 'yes', 'no', 'yes'] },
        { by: 'hubertus-faerber', at: [-6, '16:30'], answers: ['if_need_be', 'yes', 'yes', 'no'] },
        { by: 'jana-rameil', at: [-6, '09:05'], answers: ['yes', 'yes', 'yes', 'if_need_be'] },
        { by: 'katharina-wrobel', at: [-5, '13:15'], answers: ['no', 'if_need_be', 'yes', 'yes'] },
        { by: 'beate-hoberg', at: [-5, '08:10'], answers: ['yes', 'yes', 'no', 'no'] },
        { by: 'maike-terbrueggen', at: [-4, '15:25'], answers: ['no', 'no', 'yes', 'yes'] },
        { by: 'samira-el-khatib', at: [-4, '10:50'], answers: ['if_need_be', 'yes', 'no', 'yes'] },
        { by: 'ulrike-menn', at: [-3, '12:00'], answers: ['yes', 'yes', 'if_need_be', 'no'] },
        { by: 'nermin-halilovic', at: [-3, '17:40'], answers: ['yes', 'yes', 'yes', 'yes'] },
      ],
    },
  },
  {
    key: 'symposium',
    kind: 'symposium',
    title: 'Zehn Wege zur Engagementstrategie',
    about:
      '<p>Die Teams stellen vor, woran sie gearbeitet haben. Eingeladen sind die Spitzen der Verwaltungen, die Bezirksregierung und die Nachbarkommunen.</p>',
    place: 'Festsaal am Ruhrufer, Arnsberg',
    seats: 160,
    days: [{ on: 166, from: '09:30', to: '16:30' }],
    agenda: symposiumAgenda,
    by: 'gesine-wiethoff',
    at: [-213, '10:20'],
  },
];

export const blockedDays: readonly BlockedDays[] = [
  {
    by: 'maike-terbrueggen',
    at: [-10, '09:20'],
    fromDay: 82,
    untilDay: 86,
    reason: 'Haushaltsberatung im Rat',
  },
  {
    by: 'ruediger-stratmann',
    at: [-7, '08:00'],
    fromDay: 104,
    untilDay: 110,
    reason: 'Stadtfest',
  },
];
