import type { Practice } from './practice';

/** Clubs: a market for offices that nobody entered, an evening that works, and a table without an agenda. */
export const clubPractices: readonly Practice[] = [
  {
    key: 'vorstandsboerse',
    site: 'kirchhundem',
    author: 'jana-rameil',
    begun: [-146, '20:15'],
    topic: 'nachfolge',
    months: { start: -30, end: -16 },
    text: {
      gist: 'Eine Vorstandsbörse im Netz brachte in vierzehn Monaten keine einzige Meldung: Niemand bewirbt sich öffentlich um ein Amt, wo ihn alle kennen.',
      kind: 'failed',
      status: 'ended',
      tags: ['Vereine', 'Digitales'],
      staffHours: 4,
      budgetBand: 'to_5000',
      targetGroup:
        'Vereine ohne Nachfolge im Vorstand und Menschen, die ein Amt übernehmen könnten',
      problem:
        'In fünf Jahren haben sich sieben Vereine aufgelöst. Alle hatten Mitglieder, die meisten hatten Geld. Keiner hatte noch einen vollständigen Vorstand.',
      mandate: 'Auftrag des Bürgermeisters, kein Beschluss',
      story:
        'Wir haben auf der Seite der Gemeinde eine Börse eingerichtet. Vereine schrieben, welches Amt frei wird. Wer Interesse hatte, sollte sich mit Namen und ein paar Sätzen eintragen.\n\nElf Vereine haben Ämter eingestellt. Wir haben in der Zeitung, im Gemeindeblatt und auf zwei Bürgerversammlungen dafür geworben. Eingetragen hat sich niemand. Angesehen wurde die Seite 640-mal.',
      goal: 'Fünf vermittelte Ämter im ersten Jahr',
      steps: [
        { when: 'Monat 1', what: 'Gespräch mit 14 Vereinen, alle fanden die Idee gut' },
        { when: 'Monat 3', what: 'Seite freigeschaltet' },
        { when: 'Monat 4', what: 'Bericht in der Zeitung' },
        { when: 'Monat 9', what: 'Noch einmal alle Vereine angerufen' },
        { when: 'Monat 14', what: 'Seite abgeschaltet, Vereinen den Grund geschrieben' },
      ],
      partners: [
        { name: 'Firma für die Webseite', role: 'Programmierung' },
        { name: 'Elf Vereine', role: 'Haben freie Ämter gemeldet' },
      ],
      participation: 'Vereinsvorstände wurden gefragt. Menschen ohne Amt nicht.',
      cost: 3_480,
      costNote: 'Programmierung und Anzeigen',
      time: 'Zusammen etwa 120 Stunden in 14 Monaten',
      planned: 'Freie Ämter und freie Menschen finden sich, wenn man beide sichtbar macht.',
      happened: 'Sichtbar wurden nur die Vereine, und zwar als solche, die niemanden finden.',
      why: 'In einem Dorf ist eine Bewerbung um ein Amt eine öffentliche Sache. Wer sich meldet und nicht gewählt wird, ist blamiert. Und wer die Seite ansah, sah vor allem, wo es brennt.',
      nextTime:
        'Nicht werben, fragen: Jemand, den man schätzt, spricht eine einzelne Person an, unter vier Augen, mit einer klar umrissenen Aufgabe und einem Ende. Das machen wir seit einem Jahr. Von 15 Gefragten haben sechs ja gesagt.',
      wrongAssumptions:
        '- Dass es an Sichtbarkeit fehlt\n- Dass Klicks Interesse sind\n- Dass man Vorstände fragen kann, was Nicht-Vorstände bewegt',
      earlySigns:
        'Nach acht Wochen gab es 200 Besuche und keinen Eintrag. Da hätten wir zehn Leute anrufen sollen. Wir haben stattdessen eine Anzeige geschaltet.',
      dontIf: '- in Orten, in denen jeder jeden kennt\n- wenn mit Namen eingetragen werden muss',
      outcomes: [
        { what: 'Eingestellte Ämter', figure: '19 von 11 Vereinen', source: 'Seite' },
        { what: 'Meldungen', figure: '0', source: 'Seite' },
        { what: 'Besuche der Seite', figure: '640', source: 'Zählung des Anbieters' },
      ],
      sideEffects:
        'Zwei Vereine wurden in der Zeitung als „vom Aus bedroht“ bezeichnet und waren zu Recht verärgert.',
      lasts:
        'Die Liste der 19 Ämter. Aus ihr wurde der Gesprächsleitfaden, mit dem wir heute fragen.',
      evidence: 2,
      evidenceNote: 'Zählung der Seite und zwölf Gespräche danach',
      transfer: {
        population: {
          score: 1,
          reason: 'In einer Großstadt, in der man sich nicht kennt, vielleicht',
        },
        environment: { score: 1, reason: 'Je kleiner der Ort, desto schlechter' },
        implementation: { score: 3, reason: 'Technisch einfach, das war das Verführerische' },
        support: { score: 3, reason: 'Gesprächsleitfaden und Brief an die Vereine' },
      },
      core: 'Das persönliche Gespräch vorher',
    },
    shown: {
      by: 'jana-rameil',
      at: [-144, '19:40'],
      due: [-130, '08:00'],
    },
    published: {
      by: 'jana-rameil',
      at: [-58, '18:30'],
      agreed: { by: 'hubertus-faerber', at: [-56, '07:55'] },
      namesSite: false,
      changes: {
        textLicence: 'cc_by',
        mandate: '',
        cost: null,
        costNote: 'Ein vierstelliger Betrag für Programmierung und Anzeigen',
        sideEffects:
          'Vereine wurden öffentlich als gefährdet bezeichnet und waren zu Recht verärgert.',
      },
    },
    adoptions: [
      {
        site: 'siegen-wittgenstein',
        by: 'ulrike-menn',
        at: [-120, '09:15'],
        state: 'dropped',
        why: 'Wir hatten dieselbe Börse für den Kreis in der Schublade. Nach diesem Beispiel bleibt sie dort.',
      },
      {
        site: 'kreis-olpe',
        by: 'beate-hoberg',
        at: [-104, '14:40'],
        state: 'adapted',
        changed:
          'Nicht die Börse, den Leitfaden für das Gespräch: Er ist jetzt Teil unserer Schulung.',
        result: 'Die Übung „Fragen mit einem Ende“ wird von allen am besten bewertet.',
      },
    ],
    comments: [
      {
        by: 'ilias-papadopoulos',
        at: [-119, '10:40'],
        body: '<p>Hätte es ohne Namen besser geklappt, also mit einem Rückruf durch die Gemeinde?</p>',
      },
      {
        by: 'jana-rameil',
        at: [-118, '20:05'],
        body: '<p>Das haben wir die Leute danach gefragt. Die meisten sagten: Vielleicht, aber ich hätte die Seite gar nicht für mich gehalten. Sie sah nach Verein aus.</p>',
      },
    ],
    thanks: [
      { by: 'ulrike-menn', at: [-120, '09:16'] },
      { by: 'beate-hoberg', at: [-104, '14:41'] },
      { by: 'melina-kuhlmann', at: [-99, '11:00'] },
    ],
  },
  {
    key: 'fragen-ohne-betteln',
    site: 'kreis-olpe',
    author: 'beate-hoberg',
    begun: [-139, '13:20'],
    months: { start: -26 },
    text: {
      gist: 'Zwei Stunden Übung im Fragen bringen mehr neue Leute in die Vorstände als jede Kampagne, und sie kosten fast nichts.',
      kind: 'success',
      status: 'permanent',
      tags: ['Vereine', 'Kreis und Gemeinden'],
      staffHours: 2,
      budgetBand: 'to_5000',
      targetGroup: 'Vorstände, die Nachfolge suchen',
      problem: 'In einer Befragung sagten 16 von 61 Mitgliedern: Ich wurde nie gefragt.',
      story:
        'Wir laden zwölf Vorstände zu einem Abend ein, zwei Stunden, immer in einem Vereinsheim. Nach einer kurzen Einführung üben alle zu dritt: fragen, gefragt werden, zuhören. Jede Bitte hat eine Aufgabe, einen Umfang und ein Ende.\n\nAm Schluss schreibt jeder drei Namen auf und ruft die erste Person noch vor Sonntag an. Nach vier Wochen telefonieren wir alle ab.',
      goal: 'Wer jemanden braucht, kann freundlich und klar fragen.',
      steps: [
        { when: 'Woche 1', what: 'Einladung über die Gemeinden, persönlich' },
        { when: 'Woche 4', what: 'Abend mit zwölf Leuten' },
        { when: 'Woche 8', what: 'Anruf: Wen haben Sie gefragt, was kam heraus?' },
      ],
      partners: [
        { name: 'Sieben Gemeinden', role: 'Laden ein' },
        { name: 'Eine Schauspielerin aus der Region', role: 'Spielt die Gefragten' },
      ],
      cost: 1_900,
      costNote: 'Im Jahr, für sechs Abende',
      time: 'Je Abend acht Stunden mit Vorbereitung und Anrufen',
      happened:
        'Von 68 Teilnehmenden haben 51 binnen vier Wochen jemanden gefragt. 29 bekamen ein Ja.',
      why: 'Die meisten hatten noch nie geübt, was sie jedes Jahr tun müssen.',
      nextTime: 'Die Anrufe nach vier Wochen von Anfang an einplanen. Erst durch sie wird gefragt.',
      wrongAssumptions:
        'Dass erfahrene Vorsitzende so etwas nicht nötig haben. Sie bleiben am längsten.',
      dontIf: '- wenn der Vorstand eigentlich niemanden neben sich haben will',
      outcomes: [
        { what: 'Teilnehmende, die gefragt haben', figure: '51 von 68', source: 'Anrufe' },
        { what: 'Zusagen', figure: '29', source: 'Anrufe' },
      ],
      lasts: 'Drei Gemeinden machen den Abend inzwischen selbst.',
      evidence: 2,
      evidenceNote: 'Anrufe bei allen Teilnehmenden nach vier Wochen',
      transfer: {
        population: { score: 3, reason: 'Ging in allen sieben Gemeinden' },
        environment: { score: 3, reason: '' },
        implementation: { score: 3, reason: 'Ein Abend, ein Raum, zwei Leute' },
        support: { score: 3, reason: 'Ablauf und Karten schicken wir zu' },
      },
      core: '- selbst üben, nicht zuhören\n- drei Namen\n- der Anruf nach vier Wochen',
      attachments: [
        {
          kind: 'link',
          url: 'https://fragen-ohne-betteln.example/ablauf',
          title: 'Ablauf des Abends und Übungskarten',
          licence: 'cc_by_sa',
          source: 'Kreis Olpe',
        },
      ],
    },
    shown: {
      by: 'beate-hoberg',
      at: [-138, '10:10'],
      agreed: { by: 'florian-sondermann', at: [-137, '11:45'] },
    },
    adoptions: [
      {
        site: 'kirchhundem',
        by: 'hubertus-faerber',
        at: [-125, '08:20'],
        state: 'tried',
        result: 'Ein Abend, elf Leute, vier Zusagen.',
      },
      {
        site: 'bergkamen',
        by: 'guelcan-aydogan',
        at: [-88, '12:30'],
        state: 'planned',
        changed: 'Mit Migrantenorganisationen und Sportvereinen gemischt.',
      },
    ],
  },
  {
    key: 'stammtisch',
    site: 'finnentrop',
    author: 'christa-schulte-hellmann',
    begun: [-133, '16:50'],
    months: { start: -96 },
    text: {
      gist: 'Ein Vereinsstammtisch ohne Tagesordnung hält seit acht Jahren, weil ihn niemand leitet und immer jemand da ist.',
      kind: 'success',
      status: 'permanent',
      tags: ['Vereine', 'Koordination'],
      staffHours: 1,
      budgetBand: 'to_1000',
      targetGroup: 'Alle, die in einem Verein etwas organisieren',
      story:
        'Jeden zweiten Donnerstag im Monat ist im selben Gasthof derselbe Tisch reserviert. Wer kommt, kommt. Es gibt keine Einladung, kein Protokoll und keine Begrüßung.\n\nVon der Gemeinde ist immer jemand da, seit acht Jahren ohne Ausnahme. Zuhören, aufschreiben, am nächsten Tag zurückrufen: Das ist alles.',
      goal: 'Dass Vereine einander kennen, bevor sie einander brauchen.',
      cost: 480,
      costNote: 'Getränke für die Neuen, im Jahr',
      happened:
        'Im Schnitt sitzen elf Leute da. Drei gemeinsame Feste, ein geteilter Anhänger, eine Vertretung für die erkrankte Kassiererin sind dort entstanden.',
      why: 'Weil niemand etwas vorbereiten muss, fällt es nie aus.',
      nextTime:
        'Den Tisch größer reservieren. Und nie auf eine Tagesordnung einlassen, auch wenn der Rat darum bittet.',
      wrongAssumptions: 'Dass so etwas eine Leitung braucht.',
      earlySigns: 'Wenn zweimal hintereinander dieselben vier da sind, rufen wir fünf andere an.',
      dontIf: '- wenn die Verwaltung nicht jedes Mal kommen kann',
      lasts: 'Der Tisch.',
      evidence: 0,
      evidenceNote: 'Unser Eindruck. Gezählt haben wir nur die Leute.',
      core: 'Gleicher Tag, gleicher Tisch, immer jemand von der Gemeinde',
      changeable: 'Alles andere',
    },
    shown: {
      by: 'christa-schulte-hellmann',
      at: [-132, '09:00'],
      due: [-117, '08:00'],
    },
    adoptions: [
      {
        site: 'sprockhoevel',
        by: 'petra-oberste-brink',
        at: [-100, '10:30'],
        state: 'tried',
        changed: 'Im Sportlerheim statt im Gasthof.',
        result: 'Nach vier Monaten sieben Leute. Wir bleiben dran.',
      },
    ],
  },
];
