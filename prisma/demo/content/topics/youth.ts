import type { Topic } from '../types';

/** Young people. */
export const youthTopics: readonly Topic[] = [
  {
    key: 'jugend',
    site: 'senden',
    author: 'jens-holtkamp',
    proposedAt: [-160, '14:00'],
    question:
      'Wie beteiligen wir Jugendliche, ohne ein Gremium zu bauen, in dem niemand sitzen will?',
    about: `<p>Unser Jugendbeirat hatte elf Sitze. Zur ersten Sitzung kamen neun Jugendliche, zur vierten drei, zur sechsten nur noch wir. Wir hatten eine Geschäftsordnung, ein Logo und einen Etat, den niemand abrief.</p>
<p>Ich möchte wissen, was anstelle eines Gremiums funktioniert, und zwar länger als ein Projekt.</p>`,
    whyNow:
      '<p>Der neue Skatepark wird geplant. Noch könnten Jugendliche wirklich mitentscheiden, in vier Monaten steht die Ausschreibung.</p>',
    brings: {
      failure:
        '<p>Der Jugendbeirat selbst. Ich habe fünf ehemalige Mitglieder gefragt, woran es lag, und darf ihre Antworten hier zeigen. Sie sind freundlicher, als wir es verdient haben.</p>',
    },
    markers: ['need'],
    tags: ['Jugend', 'Strategie'],
    minutes: 75,
    format: 'group_work',
    edits: [
      {
        by: 'samira-el-khatib',
        at: [-70, '15:20'],
        changes: {
          whyNow:
            '<p>Der Skatepark ist inzwischen mit Jugendlichen geplant und ausgeschrieben. Jetzt stellt sich die schwierigere Frage: Was kommt danach, wenn gerade nichts gebaut wird?</p>',
        },
      },
    ],
    comments: [
      {
        by: 'ruediger-stratmann',
        at: [-159, '16:50'],
        body: '<p>Bei uns das Gleiche, nur hieß es Jugendparlament. Die Jugendlichen haben drei Anträge gestellt. Einer liegt seit zwei Jahren im Fachausschuss. Die damaligen Antragsteller studieren inzwischen.</p>',
      },
      {
        key: 'jugend-antwort',
        by: 'ilias-papadopoulos',
        at: [-157, '10:30'],
        body: '<p>Wir haben nur eine einzige Regel eingeführt: Auf jede Frage von Jugendlichen gibt es binnen zehn Tagen eine Antwort, notfalls ein Nein mit Begründung. Das hat mehr bewirkt als der Beirat davor.</p>',
      },
      {
        by: 'jens-holtkamp',
        at: [-156, '13:10'],
        body: '<p>Zehn Tage wären bei uns eine Revolution. Wer hält das nach?</p>',
        quote: {
          comment: 'jugend-antwort',
          excerpt: 'binnen zehn Tagen eine Antwort, notfalls ein Nein mit Begründung',
        },
      },
      {
        by: 'ilias-papadopoulos',
        at: [-155, '09:05'],
        body: '<p>Das Vorzimmer der Bürgermeisterin, mit einer Liste, die im Flur hängt. Peinlichkeit ist ein unterschätztes Steuerungsinstrument.</p>',
      },
      {
        by: 'christa-schulte-hellmann',
        at: [-138, '12:00'],
        body: '<p>In kleinen Orten muss man auch sagen: Die Jugendlichen, die sich engagieren, sind längst in der Jugendfeuerwehr und der Landjugend ausgelastet. Die haben keine Zeit für noch etwas von uns. Vielleicht sollten wir dorthin gehen.</p>',
      },
      {
        by: 'samira-el-khatib',
        at: [-69, '15:05'],
        body: '<p>Ich habe das Thema von Jens übernommen. Stand heute: Beim Skatepark waren 34 Jugendliche dabei, sechs davon bis zur Ausschreibung. Die sechs treffen sich weiter, ohne Namen und ohne Satzung. Ich hüte mich, ihnen eine zu geben.</p>',
      },
    ],
    supports: [
      { site: 'bergkamen', by: 'ruediger-stratmann', at: [-159, '16:51'] },
      { site: 'sprockhoevel', by: 'ilias-papadopoulos', at: [-157, '10:31'] },
      { site: 'ahlen', by: 'emre-yildiz', at: [-150, '11:40'] },
      { site: 'menden', by: 'anil-thevarajah', at: [-139, '08:55'] },
      { site: 'finnentrop', by: 'christa-schulte-hellmann', at: [-138, '12:01'] },
    ],
    follows: [{ by: 'katharina-wrobel', at: [-139, '10:20'] }],
  },
];
