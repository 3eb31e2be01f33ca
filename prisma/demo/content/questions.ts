import type { Ballot } from './types';

/** Ballots that are not about topics: a ranking, and what meets the least resistance. */
export const questions: readonly Ballot[] = [
  {
    key: 'ort-der-fachtagung',
    title: 'Wo soll die Fachtagung stattfinden?',
    about: `<p>Vier Häuser haben an beiden Tagen Platz für uns und achtzig Gäste. Bitte ordnen Sie sie; gleichauf ist erlaubt.</p>`,
    method: 'ranked',
    electorate: 'teams',
    secrecy: 'open',
    options: [],
    answers: [
      'Sauerland-Theater in Arnsberg',
      'Kulturgut Haus Nottbeck',
      'Stadthalle Olpe',
      'Wendener Hütte',
    ],
    winners: 1,
    quorumPercent: 50,
    createdBy: 'nermin-halilovic',
    createdAt: [-64, '09:30'],
    opensAt: [-64, '10:00'],
    closesAt: [-54, '18:00'],
    casts: [
      {
        by: 'melina-kuhlmann',
        site: 'ahlen',
        at: [-63, '10:10'],
        answer: {
          ranks: [
            ['Kulturgut Haus Nottbeck'],
            ['Sauerland-Theater in Arnsberg'],
            ['Stadthalle Olpe'],
          ],
        },
      },
      {
        by: 'guelcan-aydogan',
        site: 'bergkamen',
        at: [-62, '11:00'],
        answer: { ranks: [['Kulturgut Haus Nottbeck'], ['Sauerland-Theater in Arnsberg']] },
      },
      {
        by: 'christa-schulte-hellmann',
        site: 'finnentrop',
        at: [-62, '14:20'],
        answer: {
          ranks: [['Stadthalle Olpe'], ['Sauerland-Theater in Arnsberg'], ['Wendener Hütte']],
        },
      },
      {
        by: 'jana-rameil',
        site: 'kirchhundem',
        at: [-61, '20:05'],
        answer: {
          ranks: [['Wendener Hütte'], ['Sauerland-Theater in Arnsberg'], ['Stadthalle Olpe']],
        },
      },
      {
        by: 'katharina-wrobel',
        site: 'menden',
        at: [-60, '08:15'],
        answer: { ranks: [['Sauerland-Theater in Arnsberg'], ['Kulturgut Haus Nottbeck']] },
      },
      {
        by: 'annegret-dickel',
        site: 'bad-berleburg',
        at: [-59, '16:30'],
        answer: {
          ranks: [['Wendener Hütte'], ['Stadthalle Olpe'], ['Sauerland-Theater in Arnsberg']],
        },
      },
      {
        by: 'florian-sondermann',
        site: 'kreis-olpe',
        at: [-57, '07:45'],
        answer: {
          ranks: [['Stadthalle Olpe'], ['Wendener Hütte'], ['Sauerland-Theater in Arnsberg']],
        },
      },
      {
        by: 'ulrike-menn',
        site: 'siegen-wittgenstein',
        at: [-55, '15:10'],
        answer: {
          ranks: [
            ['Sauerland-Theater in Arnsberg'],
            ['Stadthalle Olpe', 'Wendener Hütte'],
            ['Kulturgut Haus Nottbeck'],
          ],
        },
      },
    ],
    decision: {
      by: 'nermin-halilovic',
      at: [-53, '10:00'],
      body: '<p>Wir tagen in Arnsberg. Das Haus stand bei wenigen vorn, aber bei fast allen weit oben.</p>',
      chosen: ['Sauerland-Theater in Arnsberg'],
      departures: [],
    },
  },
  {
    key: 'fotos',
    title: 'Wie halten wir es mit Fotos in den Workshops?',
    about: `<p>Die Öffentlichkeitsarbeit der Projektleitung bittet um Bilder. Bitte sagen Sie zu jedem Vorschlag, wie stark Ihr Widerstand ist.</p>`,
    method: 'resistance',
    electorate: 'teams',
    secrecy: 'open',
    options: [],
    answers: [
      'Fotos nur von Händen, Karten und Räumen',
      'Ein Gruppenbild am Ende, wer mag',
      'Fotos von allen, vor der Veröffentlichung zum Ansehen',
    ],
    winners: 1,
    quorumPercent: 50,
    createdBy: 'leonie-brandhorst',
    createdAt: [-40, '09:00'],
    opensAt: [-40, '09:30'],
    closesAt: [-32, '18:00'],
    casts: [
      {
        by: 'melina-kuhlmann',
        site: 'ahlen',
        at: [-39, '09:10'],
        answer: {
          resistance: {
            'Fotos nur von Händen, Karten und Räumen': 1,
            'Ein Gruppenbild am Ende, wer mag': 2,
            'Fotos von allen, vor der Veröffentlichung zum Ansehen': 6,
            'Alles bleibt, wie es ist': 4,
          },
        },
      },
      {
        by: 'guelcan-aydogan',
        site: 'bergkamen',
        at: [-39, '10:40'],
        answer: {
          resistance: {
            'Fotos nur von Händen, Karten und Räumen': 3,
            'Ein Gruppenbild am Ende, wer mag': 0,
            'Fotos von allen, vor der Veröffentlichung zum Ansehen': 4,
            'Alles bleibt, wie es ist': 5,
          },
        },
      },
      {
        by: 'christa-schulte-hellmann',
        site: 'finnentrop',
        at: [-38, '13:15'],
        answer: {
          resistance: {
            'Fotos nur von Händen, Karten und Räumen': 0,
            'Ein Gruppenbild am Ende, wer mag': 3,
            'Fotos von allen, vor der Veröffentlichung zum Ansehen': 9,
            'Alles bleibt, wie es ist': 2,
          },
        },
      },
      {
        by: 'jana-rameil',
        site: 'kirchhundem',
        at: [-37, '19:30'],
        answer: {
          resistance: {
            'Fotos nur von Händen, Karten und Räumen': 2,
            'Ein Gruppenbild am Ende, wer mag': 1,
            'Fotos von allen, vor der Veröffentlichung zum Ansehen': 2,
            'Alles bleibt, wie es ist': 6,
          },
        },
      },
      {
        by: 'katharina-wrobel',
        site: 'menden',
        at: [-36, '08:20'],
        answer: {
          resistance: {
            'Fotos nur von Händen, Karten und Räumen': 4,
            'Ein Gruppenbild am Ende, wer mag': 2,
            'Fotos von allen, vor der Veröffentlichung zum Ansehen': 3,
            'Alles bleibt, wie es ist': 7,
          },
        },
      },
      {
        by: 'maike-terbrueggen',
        site: 'senden',
        at: [-35, '11:50'],
        answer: {
          resistance: {
            'Fotos nur von Händen, Karten und Räumen': 0,
            'Ein Gruppenbild am Ende, wer mag': 5,
            'Fotos von allen, vor der Veröffentlichung zum Ansehen': 10,
            'Alles bleibt, wie es ist': 1,
          },
        },
      },
    ],
    decision: {
      by: 'leonie-brandhorst',
      at: [-31, '09:30'],
      body: '<p>Fotografiert werden Hände, Karten und Räume. Wer ein Gruppenbild möchte, kann es am Ende des Tages vorschlagen.</p>',
      chosen: ['Fotos nur von Händen, Karten und Räumen'],
      departures: [],
    },
  },
];
