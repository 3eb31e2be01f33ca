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
    about: `<p>Zehn Themen liegen vor, für fünf ist an den beiden Tagen Platz. Jedes Team gibt eine Stimme ab und kann darin beliebig vielen Themen zustimmen.</p>
<p>Themen, die nicht gewählt werden, bleiben im Vorrat und können bei der nächsten Abstimmung wieder antreten.</p>`,
    method: 'approval',
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
      body: `<p>Neun von zehn Teams haben abgestimmt, eines davon hat sich enthalten. Wir übernehmen die fünf Themen mit den meisten Zustimmungen und nehmen ein sechstes hinzu.</p>
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
            'Das Thema lag auf dem sechsten Platz und damit knapp dahinter. Wir nehmen es hinzu, weil Dr. Tendahl nur zum dritten Workshop kommen kann und weil ein Block von 45 Minuten keinem anderen Thema Zeit nimmt: Wir beginnen an diesem Tag eine Dreiviertelstunde früher.',
        },
      ],
    },
  },
  {
    key: 'vierter-workshop',
    title: 'Welche vier Themen nehmen wir mit in den vierten Workshop?',
    about: `<p>Acht Themen stehen zur Wahl: drei, die bei der ersten Abstimmung übrig blieben, und fünf neue. Für vier ist Platz.</p>
<p>Bitte sprechen Sie im Team kurz miteinander. Beide können die Stimme bis zum Ende der Abstimmung ändern.</p>`,
    method: 'approval',
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
];
