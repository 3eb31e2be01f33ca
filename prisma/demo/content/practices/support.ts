import type { Practice } from './practice';

/** Helpers: an app, people who become guides, and a line that is answered. */
export const supportPractices: readonly Practice[] = [
  {
    key: 'helfer-app',
    site: 'siegen-wittgenstein',
    author: 'marius-kaczmarek',
    begun: [-128, '10:30'],
    months: { start: -36, end: -14 },
    text: {
      gist: 'Unsere App für Freiwillige hatte 1.900 Anmeldungen und am Ende 23 Menschen, die sie benutzten: Vermitteln ist Arbeit, kein Programm.',
      kind: 'failed',
      status: 'ended',
      tags: ['Digitales', 'Krisenhilfe', 'Kreis und Gemeinden'],
      staffHours: 12,
      budgetBand: 'to_100000',
      targetGroup: 'Menschen, die spontan helfen wollen',
      problem:
        'Im Winter der vielen Ankünfte riefen täglich vierzig Menschen an, die helfen wollten. Wir konnten die Hälfte nicht einmal zurückrufen.',
      mandate: 'Beschluss des Kreistags, mit Fördermitteln des Landes',
      story:
        'Wir haben eine App bestellt: Freiwillige tragen ein, was sie können und wann. Einrichtungen stellen Aufgaben ein. Das Programm findet, was zusammenpasst.\n\nIn den ersten drei Wochen meldeten sich 1.900 Menschen an. Einrichtungen stellten 34 Aufgaben ein, die meisten in der ersten Woche. Danach kamen fast keine mehr: Wer gerade Betten aufbaut, pflegt keine App. Nach einem Vierteljahr bekamen Freiwillige keine Nachricht mehr und gingen.\n\nBeim nächsten Hochwasser haben alle wieder angerufen.',
      goal: 'Hilfe in zwei Stunden vermitteln',
      steps: [
        { when: 'Monat 1 bis 6', what: 'Ausschreibung, Datenschutz, Programmierung' },
        { when: 'Monat 7', what: 'Start mit Plakaten im ganzen Kreis' },
        { when: 'Monat 10', what: 'Letzte eingestellte Aufgabe' },
        { when: 'Monat 22', what: 'Vertrag gekündigt' },
      ],
      partners: [
        { name: 'Elf Gemeinden', role: 'Sollten Aufgaben einstellen, drei haben es getan' },
        { name: 'Wohlfahrtsverbände', role: 'Haben eigene Listen weitergeführt' },
      ],
      participation:
        'Die Einrichtungen wurden im Fachbeirat angehört, in dem ihre Leitungen sitzen. Mit denen, die Betten aufbauen, haben wir nicht gesprochen.',
      cost: 86_400,
      costNote: 'Davon 60.000 Euro Fördermittel. Der Betrieb kostete 900 Euro im Monat.',
      time: 'Eine halbe Stelle, 22 Monate',
      planned: 'Angebot und Nachfrage finden sich von selbst.',
      happened: 'Es gab viel Angebot und keine Nachfrage, die jemand eintippte.',
      why: 'Die knappe Arbeit war nie das Zusammenbringen, sondern das Herausfinden, was gebraucht wird. Dafür muss jemand hingehen und fragen.',
      nextTime:
        'Zwei Menschen mit Telefon und einer Tabelle. Genau das haben wir beim Hochwasser gemacht, und nach einem Tag waren 160 Helfende verteilt.',
      wrongAssumptions:
        '- Dass Anmeldungen ein Erfolg sind\n- Dass Einrichtungen im Notfall Zeit für ein Formular haben\n- Dass man nach Ende der Förderung „schon etwas findet“',
      earlySigns:
        'Nach vier Wochen kamen auf eine Aufgabe 56 Freiwillige. Wir haben das als Erfolg gemeldet.',
      dontIf:
        '- wenn niemand da ist, der die Aufgaben abholt\n- wenn der Betrieb nach der Förderung nicht bezahlt ist',
      outcomes: [
        { what: 'Anmeldungen', figure: '1.900', source: 'Auswertung des Anbieters' },
        { what: 'Eingestellte Aufgaben', figure: '34', source: 'Auswertung des Anbieters' },
        { what: 'Nutzende im letzten Monat', figure: '23', source: 'Auswertung des Anbieters' },
        {
          what: 'Verteilte Helfende am Telefon',
          figure: '160 an einem Tag',
          source: 'Einsatztagebuch',
        },
      ],
      sideEffects:
        'Viele, die sich angemeldet hatten, haben nie wieder von uns gehört. Das ist schlimmer als eine Absage.',
      lasts: 'Die Erfahrung und eine Tabelle.',
      evidence: 3,
      evidenceNote: 'Prüfbericht zu den Fördermitteln',
      transfer: {
        population: { score: 2, reason: 'Überall gleich' },
        environment: { score: 1, reason: '' },
        implementation: { score: 0, reason: 'Wir raten ab' },
        support: { score: 2, reason: 'Tabelle und Ablauf für das Telefon' },
      },
      core: 'Jemand, der hingeht und fragt, was gebraucht wird',
    },
    shown: {
      by: 'marius-kaczmarek',
      at: [-126, '09:05'],
      agreed: { by: 'ulrike-menn', at: [-122, '17:20'] },
    },
    adoptions: [
      {
        site: 'ahlen',
        by: 'emre-yildiz',
        at: [-108, '11:15'],
        state: 'dropped',
        why: 'Eine Agentur hatte uns dasselbe angeboten. Wir haben mit diesem Beispiel abgesagt und behalten das Telefon.',
      },
    ],
    thanks: [
      { by: 'emre-yildiz', at: [-108, '11:16'] },
      { by: 'guelcan-aydogan', at: [-90, '09:25'] },
    ],
  },
  {
    key: 'begleiter',
    site: 'bergkamen',
    author: 'guelcan-aydogan',
    begun: [-115, '09:50'],
    topic: 'gefluechtete',
    months: { start: -44 },
    text: {
      gist: 'Geflüchtete begleiten nach einem Jahr selbst andere: Die Hälfte bleibt dabei, die andere Hälfte geht im zweiten Jahr, meist aus gutem Grund.',
      kind: 'mixed',
      status: 'permanent',
      tags: ['Geflüchtete und Integration'],
      staffHours: 10,
      budgetBand: 'to_20000',
      targetGroup: 'Menschen, die seit mindestens einem Jahr hier leben, und Neuankommende',
      problem: 'Viele wollten helfen, wenige sprachen die Sprachen, die gebraucht wurden.',
      mandate: 'Teil des Integrationskonzepts',
      story:
        'Wer ein Jahr begleitet wurde, wird gefragt, ob sie oder er selbst begleiten möchte. Es gibt sechs Abende zur Vorbereitung, danach feste Paare, immer für ein halbes Jahr.\n\nBegleitet wird zum Amt, zum Arzt, zur Schule. Übersetzt wird nicht bei Diagnosen und nicht vor Gericht.',
      goal: 'Jede neue Familie hat in der ersten Woche jemanden, der denselben Weg gegangen ist.',
      partners: [
        { name: 'Migrantenorganisationen', role: 'Sprechen an' },
        { name: 'Gesundheitsamt', role: 'Schult zu den Grenzen des Übersetzens' },
      ],
      participation:
        'Die Regeln zum Aufhören haben die ersten zwölf Begleiterinnen und Begleiter selbst geschrieben.',
      cost: 14_200,
      costNote: 'Im Jahr, vor allem Auslagen und Schulung',
      planned: 'Ein Programm, das sich selbst erneuert.',
      happened:
        'Von 64 blieben nach zwei Jahren 31. Die meisten anderen hatten Arbeit gefunden oder sind weggezogen. Sieben waren erschöpft, und das haben wir zu spät gemerkt.',
      why: 'Wer selbst gerade angekommen ist, kann schlecht nein sagen. Manche wurden nachts angerufen.',
      nextTime:
        'Von Anfang an ein Diensttelefon, das um 19 Uhr ausgeht. Und das Aufhören feiern wie das Anfangen.',
      wrongAssumptions:
        'Dass Dabeibleiben das Ziel ist. Wer wegen einer Arbeit aufhört, ist ein Erfolg.',
      earlySigns: 'Wenn jemand Termine außerhalb der Liste übernimmt, wird es zu viel.',
      dontIf: '- wenn niemand die Paare betreut\n- wenn Begleitung das Dolmetschen ersetzen soll',
      outcomes: [
        { what: 'Begleitete Familien', figure: '118 in drei Jahren', source: 'Eigene Liste' },
        { what: 'Begleitende nach zwei Jahren', figure: '31 von 64', source: 'Eigene Liste' },
      ],
      sideEffects: 'Einige Ämter schicken seither Leute mit den Worten: Bringen Sie jemanden mit.',
      lasts: 'Eine feste Gruppe von etwa dreißig Menschen und die Regeln zum Aufhören.',
      evidence: 2,
      evidenceNote: 'Eigene Listen und 22 Gespräche mit Ausgeschiedenen',
      transfer: {
        population: { score: 2, reason: 'Braucht mehrere Sprachgruppen am Ort' },
        environment: { score: 2, reason: '' },
        implementation: { score: 2, reason: 'Ohne feste Betreuung nicht anfangen' },
        support: { score: 2, reason: 'Unterlagen der sechs Abende' },
      },
    },
    shown: {
      by: 'guelcan-aydogan',
      at: [-113, '14:00'],
      agreed: { by: 'ruediger-stratmann', at: [-110, '08:10'] },
    },
    adoptions: [
      {
        site: 'ahlen',
        by: 'melina-kuhlmann',
        at: [-92, '10:05'],
        state: 'planned',
        changed: 'Mit dem Diensttelefon von Anfang an.',
      },
    ],
  },
  {
    key: 'treff-oeffnungszeit',
    site: 'ahlen',
    author: 'emre-yildiz',
    begun: [-6, '13:15'],
    topic: 'nachbarschaftstreff',
    months: { start: -18 },
    text: {
      gist: 'Der Nachbarschaftstreff lebt, seit er abends offen ist und die Nachbarn den Schlüssel haben.',
      kind: 'running',
      status: 'under_way',
      tags: ['Nachbarschaft'],
      staffHours: 4,
      budgetBand: 'to_5000',
      targetGroup: 'Alle, die in der Siedlung wohnen',
      problem:
        'Der Treff war dann offen, wenn wir Dienst hatten: vormittags. Da waren die anderen auf der Arbeit.',
      story:
        'Fünf Nachbarinnen haben einen Schlüssel bekommen, nach einem Abend über Fluchtwege, Kaffeemaschine und Hausrecht. Sie öffnen dienstags und freitags von 18 bis 21 Uhr. Wir kommen einmal im Monat dazu.',
      cost: 2_100,
      happened: 'Statt acht kommen jetzt dreißig Menschen. Die Spülmaschine war zweimal kaputt.',
      nextTime:
        'Die Schlüssel am ersten Tag ausgeben. Wir haben ein Jahr lang über Haftung gesprochen.',
      evidence: 1,
      evidenceNote: 'Strichliste an der Tür',
    },
    shown: { by: 'emre-yildiz', at: [-3, '15:40'] },
  },
];
