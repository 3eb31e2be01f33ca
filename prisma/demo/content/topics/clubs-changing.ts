import type { Topic } from '../types';

/** Clubs in a changing world: all-day schools, boards, small clubs and computers. */
export const changingClubTopics: readonly Topic[] = [
  {
    key: 'digital-vereine',
    site: 'menden',
    author: 'anil-thevarajah',
    proposedAt: [-100, '09:05'],
    question: 'Wie helfen wir kleinen Vereinen beim Digitalen, ohne ihre EDV-Abteilung zu werden?',
    about: `<p>Seit zwei Jahren bieten wir jeden zweiten Dienstag eine Digitalsprechstunde an. Sie ist voll. Es geht um Mitgliederlisten, Cloudspeicher, Datenschutz, Onlinebanking, selten um die Dinge, die wir im Konzept stehen hatten.</p>
<p>Jetzt kommen die ersten Vereine zurück, weil die Person, die wir geschult haben, ausgetreten ist und das Passwort mitgenommen hat.</p>`,
    whyNow:
      '<p>Die Förderung läuft im nächsten Jahr aus. Wir müssen entscheiden, welchen Teil wir fortsetzen, und wir können nicht alles fortsetzen.</p>',
    brings: {
      case: '<p>Ein Schrebergartenverein, der seine Mitgliederverwaltung mit uns umgestellt hat, samt allen Beschwerden in der Reihenfolge ihres Eintreffens.</p>',
      failure:
        '<p>Wir haben 40 Vereinen eine gemeinsame Software bezahlt. Nach einem Jahr nutzten sie noch sechs. Wir hatten sie vorher nicht gefragt, was sie brauchen.</p>',
    },
    markers: ['offer', 'need'],
    tags: ['Digitales', 'Vereine'],
    minutes: 60,
    format: 'practice_example',
    comments: [
      {
        by: 'melina-kuhlmann',
        at: [-99, '12:20'],
        body: '<p>Vierzig bezahlt, sechs genutzt: Danke, dass Sie das so hinschreiben. Wir standen kurz davor, dasselbe zu tun.</p>',
      },
      {
        key: 'digital-schueler',
        by: 'tobias-afflerbach',
        at: [-94, '13:15'],
        body: '<p>Bei uns kommen Schülerinnen und Schüler der Oberstufe zu den Vereinen, zwei Stunden im Monat, mit Bescheinigung. Für Handy und Videokonferenz ist das großartig. An Bankdaten und Mitgliederlisten lasse ich sie nicht.</p>',
      },
      {
        by: 'anil-thevarajah',
        at: [-93, '08:40'],
        body: '<p>Das ist genau die Trennung, die uns fehlt. Wir machen alles mit denselben Leuten.</p>',
        quote: {
          comment: 'digital-schueler',
          excerpt: 'An Bankdaten und Mitgliederlisten lasse ich sie nicht',
        },
      },
      {
        by: 'hubertus-faerber',
        at: [-78, '07:45'],
        body: '<p>Ich bin grundsätzlich skeptisch. Wenn die Gemeinde einem Verein die Mitgliederliste einrichtet und es kommt zu einer Datenpanne, steht am nächsten Tag die Gemeinde in der Zeitung. Wir beraten deshalb nur noch, wir richten nichts mehr ein.</p>',
      },
      {
        by: 'anil-thevarajah',
        at: [-77, '09:20'],
        body: '<p>{@hubertus-faerber}, bei uns gilt: Die Hand an der Tastatur gehört immer dem Verein. Wir sitzen daneben. Das ist langsamer, aber es hat bisher gehalten, und beim zweiten Mal können sie es selbst.</p>',
      },
      {
        by: 'samira-el-khatib',
        at: [-13, '16:05'],
        body: '<p>Praktischer Hinweis: Ein versiegelter Umschlag mit den Zugangsdaten beim zweiten Vorsitzenden. Klingt altmodisch, hat bei uns zwei Vereine gerettet.</p>',
      },
    ],
    supports: [
      { site: 'ahlen', by: 'melina-kuhlmann', at: [-99, '12:21'] },
      { site: 'bad-berleburg', by: 'tobias-afflerbach', at: [-94, '13:16'] },
      { site: 'finnentrop', by: 'christa-schulte-hellmann', at: [-92, '10:30'] },
      { site: 'bergkamen', by: 'ruediger-stratmann', at: [-90, '17:05'] },
      { site: 'senden', by: 'samira-el-khatib', at: [-13, '16:06'] },
    ],
    follows: [{ by: 'melina-kuhlmann', at: [-99, '12:22'] }],
  },
  {
    key: 'frauen-vorstand',
    site: 'siegen-wittgenstein',
    author: 'ulrike-menn',
    proposedAt: [-30, '10:10'],
    question: 'Warum sitzen in den Vorständen so wenige Frauen unter fünfzig?',
    about:
      '<p>In unseren Fortbildungen ist mehr als die Hälfte der Teilnehmenden weiblich. Auf den Fotos der gewählten Vorstände sind es zwei von neun, und eine davon führt Protokoll. Wir fragen uns, ob das an den Sitzungszeiten liegt, an den Vereinen oder an uns.</p>',
    whyNow:
      '<p>Wir planen gerade das Fortbildungsprogramm für das nächste Jahr. Noch einen Kurs „Frauen in Führung“ möchte ich nicht ausschreiben, ohne zu wissen, ob er am richtigen Ende ansetzt.</p>',
    brings: {
      failure:
        '<p>Unser Mentorinnenprogramm hatte zwölf Anmeldungen und elf Mentorinnen. Nach einem Jahr war eine einzige Teilnehmerin in einem Vorstand. Sie war es vorher auch schon.</p>',
    },
    markers: ['need'],
    tags: ['Vereine', 'Anerkennung'],
    minutes: 45,
    format: 'discussion',
    comments: [
      {
        by: 'jana-rameil',
        at: [-28, '21:15'],
        body: '<p>Vorstandssitzung, donnerstags, 20 Uhr, Gaststätte, Ende offen. Ich habe zwei Kinder und bin 36. Mehr muss ich dazu eigentlich nicht sagen.</p>',
      },
      {
        by: 'dominik-vollmert',
        at: [-27, '07:40'],
        body: '<p>Unser Förderverein tagt seit der Pandemie per Video von 18 bis 19 Uhr und hat seitdem drei Frauen im Vorstand. Ob es an der Uhrzeit liegt oder am verlässlichen Ende, weiß ich nicht. Ich vermute das Ende.</p>',
      },
    ],
    supports: [
      { site: 'kirchhundem', by: 'jana-rameil', at: [-28, '21:16'] },
      { site: 'bergkamen', by: 'guelcan-aydogan', at: [-25, '09:00'] },
    ],
  },
  {
    key: 'ganztag',
    site: 'menden',
    author: 'katharina-wrobel',
    proposedAt: [-24, '14:45'],
    question: 'Was bleibt vom Vereinstraining, wenn alle Kinder bis vier Uhr in der Schule sind?',
    about: `<p>Mit dem Rechtsanspruch auf Ganztag verschiebt sich der Nachmittag. Die Hallen sind dann belegt, die Kinder müde, und die Übungsleitungen arbeiten noch.</p>
<p>Manche Vereine sehen eine Chance, in die Schule zu gehen. Andere sehen das Ende ihrer Jugendabteilung. Wir sitzen dazwischen und haben keine Antwort, die für beide stimmt.</p>`,
    whyNow:
      '<p>Die Hallenzeiten für das nächste Schuljahr werden in acht Wochen vergeben. Was wir dann festlegen, gilt erfahrungsgemäß zehn Jahre.</p>',
    brings: {
      case: '<p>Eine Kooperation von Turnverein und Grundschule, die im ersten Jahr gefeiert und im zweiten eingestellt wurde, weil der Übungsleiter eine Arbeit gefunden hatte.</p>',
    },
    markers: ['need'],
    tags: ['Vereine', 'Jugend'],
    minutes: 60,
    format: 'peer_consultation',
    comments: [
      {
        by: 'ruediger-stratmann',
        at: [-23, '08:30'],
        body: '<p>Wir bezahlen Übungsleitungen im Ganztag seit drei Jahren über den Stadtsportverband, mit festem Vertrag über zehn Stunden. Das ist dann allerdings kein Ehrenamt mehr, und das sollte man auch so nennen.</p>',
      },
      {
        by: 'samira-el-khatib',
        at: [-22, '15:50'],
        body: '<p>Bitte fragen Sie auch die Kinder. Bei uns wollten sie nachmittags vor allem eines: unbeaufsichtigt auf dem Bolzplatz sein.</p>',
      },
      {
        by: 'katharina-wrobel',
        at: [-14, '09:35'],
        body: '<p>{@ruediger-stratmann}, könnten Sie die Kosten je Gruppe nennen? Ich glaube, unser Schulamt rechnet mit einem Drittel davon.</p>',
      },
    ],
    supports: [
      { site: 'bergkamen', by: 'ruediger-stratmann', at: [-23, '08:31'] },
      { site: 'senden', by: 'samira-el-khatib', at: [-22, '15:51'] },
      { site: 'ahlen', by: 'emre-yildiz', at: [-15, '10:00'] },
    ],
    follows: [{ by: 'guelcan-aydogan', at: [-20, '12:00'] }],
  },
];
