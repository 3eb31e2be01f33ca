import type { Feedback } from './workshop';

/** How the workshops of the running cohort were: what the teams answered. Nobody sees who answered what. */

export const afterFirst: Feedback = {
  by: 'leonie-brandhorst',
  at: [-177, '16:20'],
  closed: { by: 'leonie-brandhorst', at: [-163, '17:00'] },
  answers: [
    { by: 'emre-yildiz', at: [-177, '19:10'], steps: [3, 2, 3, 4] },
    {
      by: 'annegret-dickel',
      at: [-176, '08:20'],
      steps: [4, 3, 3, 5],
      best: 'Die anderen kennenzulernen.',
    },
    { by: 'guelcan-aydogan', at: [-176, '09:05'], steps: [3, 3, 4, 4] },
    {
      by: 'ruediger-stratmann',
      at: [-176, '11:40'],
      steps: [2, 2, 3, 3],
      better: 'Weniger Vorstellungsrunden, früher an die Fragen.',
    },
    { by: 'hubertus-faerber', at: [-175, '10:00'], steps: [4, 3, 2, 4], best: 'Der Abend.' },
    { by: 'jana-rameil', at: [-175, '13:30'], steps: [4, 2, 4, 4] },
    { by: 'katharina-wrobel', at: [-174, '09:15'], steps: [3, 3, 3, 5] },
    {
      by: 'florian-sondermann',
      at: [-172, '16:45'],
      steps: [3, 2, 3, 4],
      better: 'Die Technik im Saal.',
    },
    { by: 'petra-oberste-brink', at: [-171, '08:50'], steps: [4, 3, 4, 4] },
  ],
};

export const afterSecond: Feedback = {
  by: 'leonie-brandhorst',
  at: [-89, '16:10'],
  closed: { by: 'nermin-halilovic', at: [-75, '17:00'] },
  own: [{ kind: 'scale', text: 'Das Weltcafé passte zum Thema.' }],
  answers: [
    {
      by: 'melina-kuhlmann',
      at: [-89, '18:30'],
      steps: [5, 4, 4, 4],
      own: [5],
      best: 'Dass jemand erzählt hat, was nicht geklappt hat. Das hört man sonst nie.',
    },
    { by: 'annegret-dickel', at: [-88, '08:10'], steps: [4, 4, 4, 5], own: [4] },
    {
      by: 'tobias-afflerbach',
      at: [-88, '09:45'],
      steps: [5, 5, 4, 4],
      own: [4],
      best: 'Das Amt auf Probe. Habe ich am nächsten Tag einem Verein vorgeschlagen.',
    },
    {
      by: 'guelcan-aydogan',
      at: [-88, '12:20'],
      steps: [4, 3, 3, 3],
      own: [3],
      better: 'Mehr Pausen zum Reden.',
    },
    { by: 'christa-schulte-hellmann', at: [-87, '07:50'], steps: [3, 3, 4, 4], own: [2] },
    {
      by: 'jana-rameil',
      at: [-87, '10:05'],
      steps: [5, 5, 5, 4],
      own: [5],
      best: 'Drei Ideen, die wir ohne Beschluss ausprobieren können.',
      better: 'Die Ergebnisse am Ende einmal für alle zusammenfassen.',
    },
    { by: 'anil-thevarajah', at: [-86, '15:15'], steps: [4, 4, 3, 5], own: [4] },
    {
      by: 'beate-hoberg',
      at: [-85, '09:30'],
      steps: [4, 4, 5, 4],
      own: [5],
      best: 'Die Offenheit an unserem Tisch.',
    },
    {
      by: 'maike-terbrueggen',
      at: [-84, '11:00'],
      steps: [4, 3, 4, 3],
      own: [4],
      better: 'Am zweiten Tag war die Zeit zu knapp.',
    },
    { by: 'ulrike-menn', at: [-82, '16:20'], steps: [5, 4, 4, 4], own: [4] },
    { by: 'ilias-papadopoulos', at: [-80, '08:40'], steps: [4, 4, 4, 5], own: [3] },
  ],
};

export const afterThird: Feedback = {
  by: 'nermin-halilovic',
  at: [-41, '16:05'],
  closed: { by: 'leonie-brandhorst', at: [-27, '17:30'] },
  own: [{ kind: 'text', text: 'Welche Frage zur Haftung ist bei Ihnen noch offen?' }],
  answers: [
    {
      by: 'emre-yildiz',
      at: [-41, '20:15'],
      steps: [5, 4, 5, 4],
      best: 'Olpe und Ahlen nebeneinander, ehrlich bis zum Schluss.',
    },
    {
      by: 'tobias-afflerbach',
      at: [-40, '07:35'],
      steps: [4, 4, 5, 4],
      own: ['Haften wir für Werkzeug, das Helfende mitbringen?'],
    },
    {
      by: 'guelcan-aydogan',
      at: [-40, '08:20'],
      steps: [4, 2, 4, 4],
      better: 'Dr. Tendahl einen halben Tag geben statt einer Dreiviertelstunde.',
    },
    {
      by: 'ruediger-stratmann',
      at: [-40, '09:10'],
      steps: [3, 2, 4, 4],
      own: ['Was gilt für Helfende ohne Anmeldung?'],
    },
    { by: 'christa-schulte-hellmann', at: [-39, '13:30'], steps: [4, 4, 4, 5] },
    {
      by: 'hubertus-faerber',
      at: [-39, '15:55'],
      steps: [5, 4, 5, 4],
      best: 'Die offene Werkstatt am zweiten Tag: genau unsere Fragen.',
    },
    { by: 'jana-rameil', at: [-38, '10:40'], steps: [5, 4, 5, 5] },
    {
      by: 'anil-thevarajah',
      at: [-38, '16:00'],
      steps: [4, 3, 4, 4],
      better: 'Die Mitschriften gleich fotografieren und hochladen.',
    },
    {
      by: 'beate-hoberg',
      at: [-37, '08:45'],
      steps: [5, 5, 5, 4],
      best: 'Dass wir das Hochwasser einmal in Ruhe nachbesprechen konnten.',
    },
    { by: 'florian-sondermann', at: [-36, '11:25'], steps: [4, 4, 5, 4] },
    {
      by: 'samira-el-khatib',
      at: [-35, '14:10'],
      steps: [5, 4, 4, 4],
      best: 'Ich war zum ersten Mal dabei und gehörte sofort dazu.',
    },
    {
      by: 'marius-kaczmarek',
      at: [-33, '09:50'],
      steps: [4, 4, 4, 5],
      own: ['Keine mehr, das war klar.'],
    },
    {
      by: 'petra-oberste-brink',
      at: [-31, '17:05'],
      steps: [4, 3, 5, 4],
      better: 'Später anfangen: Wir fahren anderthalb Stunden.',
    },
  ],
};
