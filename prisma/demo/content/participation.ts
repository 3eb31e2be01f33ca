import type { Moment, PersonKey } from './types';
import type { Participation } from './workshop';

/** Who said that she or he comes, and who was there. */

/** Answers that came one after the other on one day. */
const allSay = (
  answer: 'in_person' | 'online' | 'no',
  day: number,
  people: readonly PersonKey[],
): Participation['answers'] =>
  people.map((by, index) => {
    const at: Moment = [
      day,
      `${String(8 + index).padStart(2, '0')}:${index % 2 ? '45' : '20'}` as `${number}:${number}`,
    ];
    return { by, at, answer };
  });

export const toSecond: Participation = {
  answers: [
    ...allSay('in_person', -124, [
      'melina-kuhlmann',
      'emre-yildiz',
      'annegret-dickel',
      'tobias-afflerbach',
      'christa-schulte-hellmann',
      'jana-rameil',
      'beate-hoberg',
      'ulrike-menn',
    ]),
    ...allSay('in_person', -121, [
      'guelcan-aydogan',
      'dominik-vollmert',
      'katharina-wrobel',
      'anil-thevarajah',
      'maike-terbrueggen',
      'jens-holtkamp',
      'petra-oberste-brink',
      'ilias-papadopoulos',
    ]),
    ...allSay('online', -119, [
      'ruediger-stratmann',
      'hubertus-faerber',
      'florian-sondermann',
      'marius-kaczmarek',
    ]),
  ],
  attendance: {
    by: 'nermin-halilovic',
    at: [-89, '15:30'],
    online: ['ruediger-stratmann', 'hubertus-faerber', 'florian-sondermann', 'marius-kaczmarek'],
    absent: [],
  },
};

export const toThird: Participation = {
  answers: [
    ...allSay('in_person', -72, [
      'melina-kuhlmann',
      'tobias-afflerbach',
      'guelcan-aydogan',
      'ruediger-stratmann',
      'christa-schulte-hellmann',
      'hubertus-faerber',
      'jana-rameil',
      'anil-thevarajah',
      'beate-hoberg',
    ]),
    ...allSay('in_person', -70, [
      'emre-yildiz',
      'florian-sondermann',
      'maike-terbrueggen',
      'samira-el-khatib',
      'ulrike-menn',
      'marius-kaczmarek',
      'petra-oberste-brink',
    ]),
    ...allSay('no', -69, ['dominik-vollmert', 'katharina-wrobel']),
  ],
  attendance: {
    by: 'leonie-brandhorst',
    at: [-42, '09:40'],
    online: [],
    absent: ['annegret-dickel', 'dominik-vollmert', 'katharina-wrobel', 'ilias-papadopoulos'],
  },
};

/** More want to come than there are seats; some have not answered yet. */
export const toFourth: Participation = {
  answers: [
    ...allSay('in_person', -12, [
      'leonie-brandhorst',
      'nermin-halilovic',
      'annegret-dickel',
      'tobias-afflerbach',
      'christa-schulte-hellmann',
      'jana-rameil',
      'beate-hoberg',
    ]),
    ...allSay('in_person', -9, [
      'guelcan-aydogan',
      'ruediger-stratmann',
      'hubertus-faerber',
      'anil-thevarajah',
      'florian-sondermann',
      'ulrike-menn',
      'dominik-vollmert',
    ]),
    ...allSay('in_person', -4, ['maike-terbrueggen', 'samira-el-khatib']),
    ...allSay('online', -3, ['marius-kaczmarek']),
    {
      by: 'ilias-papadopoulos',
      at: [-3, '10:30'],
      answer: 'no',
      guest: 'Tanja Voß (Freiwilligenbüro)',
    },
  ],
  needs: [
    { by: 'annegret-dickel', at: [-12, '12:05'], choices: ['vegetarian'] },
    { by: 'jana-rameil', at: [-12, '15:10'], choices: ['vegetarian'], allergy: 'Haselnüsse' },
    { by: 'hubertus-faerber', at: [-9, '11:20'], choices: ['hearing_loop'] },
    {
      by: 'ulrike-menn',
      at: [-9, '16:00'],
      choices: ['vegan'],
      other: 'Bitte ein Zimmer im Erdgeschoss.',
    },
    { by: 'samira-el-khatib', at: [-4, '13:30'], choices: ['no_pork'] },
  ],
};
