import { questions } from './questions';
import type { Ballot, Merge } from './types';

export const merges: readonly Merge[] = [
  {
    key: 'feste-und-gema',
    from: 'gema',
    into: 'fest-buerokratie',
    by: 'nermin-halilovic',
    at: [-79, '10:20'],
    reason:
      'Beide Themen fragen, was die Verwaltung Vereinen bei Festen abnehmen kann. Die GEMA ist eines der elf Formulare; die Frage nach der Grenze zur Rechtsberatung nehmen wir als eigenen Abschnitt auf.',
    agreements: [
      { site: 'kirchhundem', by: 'hubertus-faerber', at: [-78, '07:50'] },
      { site: 'bad-berleburg', by: 'tobias-afflerbach', at: [-77, '13:20'] },
    ],
  },
  {
    key: 'agenturen',
    from: 'ehrenamtsagentur',
    into: 'freiwilligenagentur',
    by: 'leonie-brandhorst',
    at: [-18, '12:05'],
    reason:
      'Beide Themen handeln von der Trägerschaft einer Agentur. Ich schlage ein gemeinsames Thema mit zwei Fällen vor: Senden gründet neu, Bergkamen führt Vorhandenes zusammen.',
    agreements: [{ site: 'senden', by: 'maike-terbrueggen', at: [-16, '09:15'] }],
  },
];

export const ballots: readonly Ballot[] = [
  {
    key: 'zweiter-und-dritter-workshop',
    title: 'Welche Themen bearbeiten wir im zweiten und dritten Workshop?',
    about: `<p>Zehn Themen liegen vor, und an den beiden Tagen haben wir zusammen sechseinhalb Stunden. Jedes Team gibt eine Stimme ab und kann darin beliebig vielen Themen zustimmen; jede Stimme hat gleich viele Minuten.</p>
<p>Themen, die nicht gewählt werden, bleiben im Vorrat und können bei der nächsten Abstimmung wieder antreten.</p>`,
    method: 'equal-shares',
    budgetMinutes: 390,
    electorate: 'teams',
    secrecy: 'open',
    options: [
      'nachfolge',
      'anerkennung',
      'halbe-stelle',
      'spontanhelfende',
      'jugend',
      'versicherung',
      'gefluechtete',
      'ehrenamtskarte',
      'dorfladen',
      'kreis-kommunen',
    ],
    winners: 5,
    quorumPercent: 60,
    objectionDays: 5,
    createdBy: 'leonie-brandhorst',
    createdAt: [-123, '14:00'],
    opensAt: [-122, '09:00'],
    closesAt: [-111, '18:00'],
    casts: [
      {
        by: 'melina-kuhlmann',
        site: 'ahlen',
        at: [-122, '11:20'],
        answer: { approves: ['nachfolge', 'anerkennung', 'spontanhelfende', 'versicherung'] },
      },
      {
        by: 'christa-schulte-hellmann',
        site: 'finnentrop',
        at: [-121, '10:05'],
        answer: {
          approves: ['nachfolge', 'halbe-stelle', 'jugend', 'versicherung', 'kreis-kommunen'],
        },
      },
      {
        by: 'guelcan-aydogan',
        site: 'bergkamen',
        at: [-121, '15:30'],
        answer: { approves: ['gefluechtete', 'anerkennung', 'halbe-stelle'] },
      },
      // The partner looked at it the next day: less of the own field, more of the club's worries.
      {
        by: 'ruediger-stratmann',
        site: 'bergkamen',
        at: [-120, '08:10'],
        answer: {
          approves: ['nachfolge', 'gefluechtete', 'anerkennung', 'jugend', 'versicherung'],
        },
      },
      {
        by: 'jana-rameil',
        site: 'kirchhundem',
        at: [-120, '20:15'],
        answer: { approves: ['nachfolge', 'halbe-stelle', 'spontanhelfende', 'dorfladen'] },
      },
      {
        by: 'katharina-wrobel',
        site: 'menden',
        at: [-118, '09:45'],
        answer: {
          approves: ['nachfolge', 'anerkennung', 'halbe-stelle', 'jugend', 'ehrenamtskarte'],
        },
      },
      {
        by: 'annegret-dickel',
        site: 'bad-berleburg',
        at: [-117, '17:50'],
        answer: {
          approves: ['nachfolge', 'anerkennung', 'halbe-stelle', 'spontanhelfende', 'dorfladen'],
        },
      },
      {
        by: 'maike-terbrueggen',
        site: 'senden',
        at: [-115, '10:30'],
        answer: {
          approves: ['anerkennung', 'halbe-stelle', 'spontanhelfende', 'jugend', 'gefluechtete'],
        },
      },
      {
        by: 'florian-sondermann',
        site: 'kreis-olpe',
        at: [-113, '07:25'],
        answer: {
          approves: [
            'nachfolge',
            'anerkennung',
            'halbe-stelle',
            'spontanhelfende',
            'jugend',
            'kreis-kommunen',
            'versicherung',
          ],
        },
      },
      {
        by: 'ulrike-menn',
        site: 'siegen-wittgenstein',
        at: [-112, '16:40'],
        answer: 'abstain',
      },
    ],
    decision: {
      by: 'leonie-brandhorst',
      at: [-108, '11:00'],
      body: `<p>Neun von zehn Teams haben abgestimmt, eines davon hat sich enthalten. Wir übernehmen die fünf Themen, die das Ergebnis nennt, und nehmen ein sechstes hinzu.</p>
<ul><li>Zweiter Workshop: die Nachfolge in Vorständen, die halbe Stelle und die Anerkennung.</li><li>Dritter Workshop: Spontanhelfende, Jugendbeteiligung und, als kurzer Block am Vormittag, Haftung und Versicherung.</li></ul>
<p>Die vier übrigen Themen bleiben im Vorrat. Zur Rolle der Kreise laden wir die beiden Kreise zu einem Vorgespräch ein.</p>`,
      chosen: [
        'nachfolge',
        'anerkennung',
        'halbe-stelle',
        'spontanhelfende',
        'jugend',
        'versicherung',
      ],
      departures: [
        {
          topic: 'versicherung',
          reason:
            'Dem Thema fehlte am Ende nur eine Viertelstunde. Wir nehmen es hinzu, weil Dr. Tendahl nur zum dritten Workshop kommen kann und weil ein Block von 45 Minuten keinem anderen Thema Zeit nimmt: Wir beginnen an diesem Tag eine Dreiviertelstunde früher.',
        },
      ],
      objections: [
        {
          by: 'petra-oberste-brink',
          site: 'sprockhoevel',
          at: [-107, '08:40'],
          reason:
            'Wir reisen am weitesten an. Mit dem Beginn um 8:15 Uhr statt um 9 Uhr müsste einer von uns beiden am Vorabend kommen, und eine Übernachtung ist in unserem Haushalt nicht vorgesehen. Der Einwand wäre ausgeräumt, wenn der Block ans Ende des Tages rückt.',
          answer: {
            by: 'leonie-brandhorst',
            at: [-106, '15:20'],
            text: 'Das haben wir nicht bedacht, danke. Dr. Tendahl kann auch am Nachmittag: Wir beginnen wie immer um 9 Uhr und legen Haftung und Versicherung ans Ende des Tages. Die Auswahl der Themen bleibt damit, wie sie ist.',
          },
        },
      ],
      finalAt: [-100, '00:30'],
    },
  },
  {
    key: 'vierter-workshop',
    title: 'Welche Themen nehmen wir mit in den vierten Workshop?',
    about: `<p>Acht Themen stehen zur Wahl: drei, die bei der ersten Abstimmung übrig blieben, und fünf neue. Wir haben vier Stunden, und jedes Team bekommt davon gleich viele Minuten.</p>
<p>Bitte sprechen Sie im Team kurz miteinander. Beide können die Stimme bis zum Ende der Abstimmung ändern.</p>`,
    method: 'equal-shares',
    budgetMinutes: 240,
    electorate: 'teams',
    secrecy: 'open',
    options: [
      'gefluechtete',
      'dorfladen',
      'kreis-kommunen',
      'digital-vereine',
      'haushaltssicherung',
      'strategie-ratsbeschluss',
      'wirkung',
      'sorgende',
    ],
    winners: 4,
    quorumPercent: 60,
    createdBy: 'leonie-brandhorst',
    createdAt: [-5, '16:30'],
    opensAt: [-4, '09:00'],
    closesAt: [5, '18:00'],
    casts: [
      {
        by: 'guelcan-aydogan',
        site: 'bergkamen',
        at: [-4, '10:10'],
        answer: { approves: ['gefluechtete', 'strategie-ratsbeschluss', 'haushaltssicherung'] },
      },
      {
        by: 'dominik-vollmert',
        site: 'finnentrop',
        at: [-4, '12:45'],
        answer: { approves: ['haushaltssicherung', 'strategie-ratsbeschluss'] },
      },
      {
        by: 'jana-rameil',
        site: 'kirchhundem',
        at: [-3, '19:35'],
        answer: { approves: ['haushaltssicherung', 'dorfladen', 'kreis-kommunen'] },
      },
      {
        by: 'marius-kaczmarek',
        site: 'siegen-wittgenstein',
        at: [-2, '09:05'],
        answer: { approves: ['wirkung', 'strategie-ratsbeschluss', 'sorgende'] },
      },
      {
        by: 'christa-schulte-hellmann',
        site: 'finnentrop',
        at: [-2, '11:30'],
        answer: { approves: ['haushaltssicherung', 'strategie-ratsbeschluss', 'sorgende'] },
      },
      {
        by: 'katharina-wrobel',
        site: 'menden',
        at: [-1, '08:50'],
        answer: { approves: ['digital-vereine', 'wirkung', 'kreis-kommunen'] },
      },
    ],
  },
  {
    key: 'online-treffen',
    title: 'Wie oft treffen wir uns zwischen den Workshops online?',
    about: `<p>Eine Stunde am Bildschirm, ohne Tagesordnung. Jede Person stimmt für sich ab, und geheim: Niemand soll sich für seinen Kalender rechtfertigen müssen.</p>`,
    method: 'approval',
    electorate: 'persons',
    secrecy: 'secret',
    options: [],
    answers: ['Alle zwei Wochen', 'Einmal im Monat', 'Nur nach Bedarf'],
    winners: 1,
    quorumPercent: 50,
    objectionDays: 5,
    createdBy: 'nermin-halilovic',
    createdAt: [-13, '10:00'],
    opensAt: [-13, '10:15'],
    closesAt: [-3, '18:00'],
    casts: [
      { by: 'emre-yildiz', at: [-13, '11:05'], answer: { approves: ['Einmal im Monat'] } },
      {
        by: 'annegret-dickel',
        at: [-13, '16:40'],
        answer: { approves: ['Einmal im Monat', 'Nur nach Bedarf'] },
      },
      {
        by: 'guelcan-aydogan',
        at: [-12, '09:10'],
        answer: { approves: ['Alle zwei Wochen', 'Einmal im Monat'] },
      },
      {
        by: 'christa-schulte-hellmann',
        at: [-12, '13:30'],
        answer: { approves: ['Nur nach Bedarf'] },
      },
      { by: 'jana-rameil', at: [-11, '20:50'], answer: { approves: ['Einmal im Monat'] } },
      { by: 'katharina-wrobel', at: [-10, '08:25'], answer: { approves: ['Einmal im Monat'] } },
      {
        by: 'florian-sondermann',
        at: [-10, '08:55'],
        answer: { approves: ['Einmal im Monat', 'Nur nach Bedarf'] },
      },
      { by: 'maike-terbrueggen', at: [-8, '10:15'], answer: 'abstain' },
      {
        by: 'marius-kaczmarek',
        at: [-6, '14:00'],
        answer: { approves: ['Alle zwei Wochen', 'Einmal im Monat'] },
      },
      { by: 'ilias-papadopoulos', at: [-5, '11:45'], answer: { approves: ['Nur nach Bedarf'] } },
      { by: 'ulrike-menn', at: [-4, '16:20'], answer: { approves: ['Einmal im Monat'] } },
    ],
    decision: {
      by: 'nermin-halilovic',
      at: [-2, '10:30'],
      body: '<p>Wir treffen uns einmal im Monat: am ersten Dienstag, von 16 bis 17 Uhr. Wer nicht kann, liest das Protokoll hier nach.</p>',
      chosen: ['Einmal im Monat'],
      departures: [],
      objections: [
        {
          by: 'maike-terbrueggen',
          site: 'senden',
          at: [-1, '09:20'],
          reason:
            'Am ersten Dienstag tagt um 16 Uhr unser Ausschuss für Soziales, und wir beide führen das Protokoll. Unser Team wäre nie dabei. Gegen den Monatsrhythmus haben wir nichts. Ein anderer Wochentag räumt den Einwand aus.',
        },
      ],
    },
  },
  ...questions,
];
