import type { Practice } from './practice';

/** A small fund that four other towns have tried, and cards that nobody wanted. */
export const moneyPractices: readonly Practice[] = [
  {
    key: 'kleinstfonds',
    site: 'ahlen',
    author: 'melina-kuhlmann',
    begun: [-162, '09:10'],
    months: { start: -40 },
    text: {
      gist: 'Bürgerinnen und Bürger entscheiden selbst über kleine Beträge bis 500 Euro: Es geht in zwei Wochen, und fast niemand missbraucht es.',
      kind: 'success',
      status: 'permanent',
      tags: ['Geld und Stellen', 'Nachbarschaft'],
      staffHours: 3,
      budgetBand: 'to_20000',
      targetGroup: 'Gruppen und Einzelne ohne Verein, die im eigenen Viertel etwas tun wollen',
      problem:
        'Unsere Vereinsförderung dauerte im Mittel elf Wochen. Wer eine Bank aufstellen oder ein Straßenfest machen wollte, brauchte einen Verein, eine Satzung und einen Finanzplan.\n\nGefördert wurden deshalb immer dieselben. Von 62 Anträgen eines Jahres kamen 55 von Vereinen, die schon im Jahr davor Geld bekommen hatten.',
      mandate: 'Beschluss des Sozialausschusses, zunächst für zwei Jahre',
      story:
        'Wir haben 12.000 Euro aus der Vereinsförderung herausgenommen und drei Stadtteilen gegeben, jedem 4.000 Euro. In jedem Stadtteil entscheiden sieben Menschen, die dort wohnen. Sie wurden aus allen ausgelost, die sich gemeldet hatten.\n\nEin Antrag ist eine Karte mit vier Fragen: Was? Wo? Wer macht mit? Was kostet es? Die Runde trifft sich alle zwei Wochen für eine Stunde im Nachbarschaftstreff. Wer etwas beantragt, kommt vorbei und erzählt. Entschieden wird am selben Abend, das Geld gibt es bar gegen Unterschrift.\n\nAm Ende reicht ein Foto mit den Belegen.',
      goal: 'Wer im Viertel etwas tun will, soll innerhalb von zwei Wochen anfangen können.',
      steps: [
        {
          when: 'Monat 1 bis 3',
          what: 'Kämmerei und Rechnungsprüfung gewinnen: Verwendungsnachweis auf einer Seite',
        },
        { when: 'Monat 4', what: 'Beschluss im Ausschuss' },
        {
          when: 'Monat 5',
          what: 'Aushang in Läden, Moscheen, Kirchen und Kitas: Wer will mitentscheiden?',
        },
        { when: 'Monat 6', what: 'Auslosung der drei Runden, öffentlich auf dem Markt' },
        { when: 'Monat 7', what: 'Erste Sitzung: vier Anträge, vier Zusagen' },
        { when: 'Nach einem Jahr', what: 'Bericht im Ausschuss, Verlängerung ohne Gegenstimme' },
      ],
      partners: [
        { name: 'Zwei Nachbarschaftstreffs', role: 'Raum, Barkasse, Kaffee' },
        { name: 'Moscheegemeinde und Kirchengemeinde', role: 'Aushang, Übersetzung' },
        { name: 'Rechnungsprüfung', role: 'Hat den Nachweis auf einer Seite mit entworfen' },
      ],
      participation:
        'Die Runden haben ihre Regeln selbst gemacht. Eine hat beschlossen, nichts zu fördern, was Lärm nach 22 Uhr macht. Eine andere nimmt jeden Antrag zurück, der nach Parteiwerbung aussieht.',
      cost: 12_000,
      costNote: 'Im Jahr, für drei Stadtteile. Dazu 300 Euro für Druck und Kaffee.',
      time: 'Vorbereitung 7 Monate, danach 3 Stunden in der Woche für alle drei Runden zusammen',
      material: '- Antragskarte (Postkarte)\n- Quittungsblock\n- Nachweis auf einer Seite',
      planned:
        'Je Stadtteil zehn Anträge im Jahr, die meisten für Feste. Wir rechneten mit Streit in den Runden.',
      happened:
        'Im ersten Jahr kamen 47 Anträge, 41 wurden bewilligt. Feste waren nur neun darunter. Das meiste war Handfestes: Bänke, Beete, ein Bücherschrank, ein Fahrradkurs für Frauen.\n\nGestritten wurde einmal, über einen Grillplatz.',
      why: 'Ein Antrag ist in zehn Minuten geschrieben, und die Antwort kommt von Nachbarn. Das ist eine andere Hürde als das Rathaus.',
      nextTime:
        'Die Rechnungsprüfung von Anfang an mit an den Tisch holen, nicht erst zum Beschluss. Und die Auslosung jedes Jahr wiederholen: Nach zwei Jahren saßen in einer Runde nur noch fünf von sieben.',
      wrongAssumptions:
        'Wir dachten, Bargeld lädt zum Missbrauch ein. In drei Jahren fehlten einmal Belege über 38 Euro.',
      earlySigns:
        'Wenn zwei Sitzungen hintereinander ausfallen, ist die Runde müde. Dann hilft nur neues Auslosen.',
      dontIf:
        '- wenn die Kämmerei jeden Beleg einzeln prüfen will\n- wenn niemand im Viertel einen Raum hat\n- wenn das Geld jedes Jahr neu erkämpft werden muss',
      outcomes: [
        { what: 'Anträge im ersten Jahr', figure: '47, bewilligt 41', source: 'Eigene Liste' },
        { what: 'Von Gruppen ohne Verein', figure: '29 von 41', source: 'Eigene Liste' },
        {
          what: 'Zeit vom Antrag bis zum Geld',
          figure: '9 Tage (vorher 77)',
          source: 'Eigene Auswertung',
        },
      ],
      sideEffects:
        'Vier Menschen aus den Runden haben sich später in den Integrationsrat oder in einen Vereinsvorstand wählen lassen. Ein Kulturverein fühlte sich übergangen und sagt das bis heute.',
      lasts: 'Der Fonds steht seit dem zweiten Jahr als eigene Zeile im Haushalt.',
      evidence: 4,
      evidenceNote: 'Eigene Zahlen über drei Jahre; drei andere Kommunen haben es bestätigt',
      transfer: {
        population: { score: 3, reason: 'Gelingt in dichten Vierteln wie in Ortsteilen' },
        environment: { score: 2, reason: 'Braucht einen Ort, an dem man sich ohnehin trifft' },
        implementation: { score: 2, reason: 'Steht und fällt mit der Rechnungsprüfung' },
        support: { score: 3, reason: 'Karten, Nachweis und Beschluss geben wir gern weiter' },
      },
      core: '- Entscheidung vor Ort, am selben Abend\n- Antrag auf einer Karte\n- Geld sofort',
      changeable: 'Höhe der Beträge, Größe der Runden, bar oder Überweisung',
      prerequisites: 'Ein Treffpunkt je Viertel und eine Rechnungsprüfung, die mitmacht',
      attachments: [
        {
          kind: 'link',
          url: 'https://kleinstfonds.example/antragskarte',
          title: 'Antragskarte und Nachweis auf einer Seite',
          licence: 'cc_by',
          source: 'Stadt Ahlen',
        },
      ],
    },
    files: [
      {
        kind: 'picture',
        title: 'Die Antragskarte',
        alt: 'Eine helle Postkarte auf einem Tisch: oben ein dunkler Streifen, darunter vier Fragen, jede mit einer Linie zum Ausfüllen.',
      },
      { kind: 'document', title: 'Nachweis auf einer Seite' },
    ],
    edits: [
      {
        by: 'emre-yildiz',
        at: [-161, '14:25'],
        changes: {
          participation:
            'Die Runden haben ihre Regeln selbst gemacht. Eine hat beschlossen, nichts zu fördern, was Lärm nach 22 Uhr macht. Eine andere lehnt jeden Antrag ab, der nach Werbung für eine Partei aussieht.\n\nIn jeder Runde sitzt mindestens eine Person, die übersetzen kann.',
        },
      },
      {
        by: 'melina-kuhlmann',
        at: [-12, '10:40'],
        changes: {
          nextTime:
            'Die Rechnungsprüfung von Anfang an mit an den Tisch holen, nicht erst zum Beschluss. Die Auslosung jedes Jahr wiederholen: Nach zwei Jahren saßen in einer Runde nur noch fünf von sieben.\n\nUnd einen Satz zur Kartenzahlung in die Regeln nehmen. Zwei Läden nehmen inzwischen kein Bargeld mehr.',
        },
      },
    ],
    shown: {
      by: 'melina-kuhlmann',
      at: [-160, '11:00'],
      agreed: { by: 'emre-yildiz', at: [-159, '08:35'] },
    },
    published: {
      by: 'emre-yildiz',
      at: [-97, '09:30'],
      agreed: { by: 'melina-kuhlmann', at: [-95, '16:10'] },
      namesSite: true,
      changes: {
        textLicence: 'cc_by_sa',
        sideEffects:
          'Vier Menschen aus den Runden haben sich später in ein Amt wählen lassen. Nicht alle Vereine waren von Anfang an überzeugt.',
        story:
          'Wir haben 12.000 Euro aus der Vereinsförderung herausgenommen und drei Stadtteilen gegeben, jedem 4.000 Euro. In jedem Stadtteil entscheiden sieben Menschen, die dort wohnen. Sie wurden ausgelost.\n\nEin Antrag ist eine Karte mit vier Fragen: Was? Wo? Wer macht mit? Was kostet es? Die Runde trifft sich alle zwei Wochen für eine Stunde. Wer etwas beantragt, kommt vorbei und erzählt. Entschieden wird am selben Abend, das Geld gibt es bar gegen Unterschrift.\n\nAm Ende reicht ein Foto mit den Belegen.',
      },
    },
    adoptions: [
      { site: 'senden', by: 'maike-terbrueggen', at: [-158, '09:20'], state: 'interested' },
      { site: 'menden', by: 'anil-thevarajah', at: [-155, '13:05'], state: 'interested' },
      {
        site: 'senden',
        by: 'maike-terbrueggen',
        at: [-140, '10:15'],
        state: 'planned',
        changed: 'Wir fangen mit einem Ortsteil an und mit 2.000 Euro.',
      },
      { site: 'bad-berleburg', by: 'annegret-dickel', at: [-134, '17:40'], state: 'interested' },
      {
        site: 'menden',
        by: 'katharina-wrobel',
        at: [-118, '11:30'],
        state: 'tried',
        changed: 'Überweisung statt Bargeld: Die Kasse wollte es so.',
        result: 'Sechs Anträge in zwei Monaten. Das Geld kam nach drei Wochen, das hat gestört.',
      },
      {
        site: 'finnentrop',
        by: 'christa-schulte-hellmann',
        at: [-112, '15:10'],
        state: 'planned',
        changed: 'Nur 1.000 Euro, dafür für die ganze Gemeinde.',
      },
      {
        site: 'senden',
        by: 'maike-terbrueggen',
        at: [-84, '09:45'],
        state: 'adapted',
        changed:
          'Wir losen nicht aus, wir fragen an der Haustür. Im kleinen Ortsteil meldet sich niemand auf einen Aushang.',
        result: 'Elf Anträge, alle bewilligt. Drei Gruppen haben danach weitergemacht.',
      },
      {
        site: 'bad-berleburg',
        by: 'annegret-dickel',
        at: [-66, '18:05'],
        state: 'dropped',
        why: 'Bei 23 Ortschaften hätten wir 23 Runden gebraucht. Für eine gemeinsame Runde fährt abends niemand eine Stunde.',
        result:
          'Wir geben das Geld jetzt über die Ortsvorsteher. Das ist schnell, aber es entscheiden wieder dieselben.',
      },
      {
        site: 'menden',
        by: 'anil-thevarajah',
        at: [-40, '10:20'],
        state: 'adapted',
        changed:
          'Inzwischen zahlt der Nachbarschaftstreff aus und rechnet monatlich mit der Kasse ab.',
        result: 'Das Geld ist jetzt nach fünf Tagen da, und die Anträge haben sich verdoppelt.',
      },
      {
        site: 'finnentrop',
        by: 'christa-schulte-hellmann',
        at: [-31, '14:00'],
        state: 'tried',
        changed: 'Die Runde besteht aus dem Vereinsstammtisch. Das spart die Auslosung.',
        result: 'Vier Anträge. Zwei kamen von Leuten, die wir nicht kannten. Für uns ist das viel.',
      },
      {
        site: 'senden',
        by: 'samira-el-khatib',
        at: [-9, '11:50'],
        state: 'established',
        changed: 'Haustür statt Aushang, ein Ortsteil nach dem anderen.',
        result: 'Der Rat hat 6.000 Euro im Haushalt festgeschrieben, für drei Ortsteile.',
      },
    ],
    comments: [
      {
        by: 'dominik-vollmert',
        at: [-156, '08:10'],
        body: '<p>Was sagt die Rechnungsprüfung, wenn ein Beleg fehlt? Bei uns wäre das der erste Einwand, und vermutlich auch der letzte.</p>',
      },
      {
        by: 'melina-kuhlmann',
        at: [-155, '09:35'],
        body: '<p>Bis 50 Euro reicht ein Eigenbeleg, darüber fordern wir das Geld zurück. Das kam in drei Jahren einmal vor. Die Rechnungsprüfung prüft jedes Jahr zwölf Anträge, ausgelost. Den Vermerk schicke ich Ihnen.</p>',
      },
      {
        by: 'beate-hoberg',
        at: [-101, '16:45'],
        body: '<p>Wie halten Sie es mit Anträgen aus der Runde selbst? Darf jemand mitentscheiden, der etwas beantragt?</p>',
      },
      {
        by: 'emre-yildiz',
        at: [-100, '12:20'],
        body: '<p>Nein, wer beantragt, geht für zehn Minuten vor die Tür. Das hat sich die Runde selbst ausgedacht, und es funktioniert besser als jede Befangenheitsregel.</p>',
      },
      {
        by: 'annegret-dickel',
        at: [-8, '17:30'],
        body: '<p>Wir haben aufgegeben und schauen trotzdem neidisch nach Senden. Wäre eine fahrende Runde denkbar, jedes Mal in einem anderen Dorf?</p>',
      },
    ],
    thanks: [
      { by: 'maike-terbrueggen', at: [-158, '09:21'] },
      { by: 'katharina-wrobel', at: [-118, '11:31'] },
      { by: 'christa-schulte-hellmann', at: [-31, '14:01'] },
    ],
  },
  {
    key: 'karte-vereine',
    site: 'menden',
    author: 'katharina-wrobel',
    begun: [-147, '10:05'],
    topic: 'ehrenamtskarte',
    months: { start: -34, end: -19 },
    text: {
      gist: 'Die Ehrenamtskarte blieb liegen, weil wir die Vergünstigungen ausgesucht haben und nicht die, die sie nutzen sollten.',
      kind: 'failed',
      status: 'ended',
      tags: ['Anerkennung'],
      staffHours: 5,
      budgetBand: 'to_5000',
      targetGroup:
        'Menschen, die sich seit zwei Jahren mindestens fünf Stunden in der Woche engagieren',
      problem:
        'Bei jeder Ehrung hörten wir: Ein Händedruck im Jahr ist zu wenig. Der Rat wollte ein Zeichen, das man in die Tasche stecken kann.',
      mandate: 'Ratsbeschluss, einstimmig',
      story:
        'Wir haben 22 Geschäfte und Einrichtungen gewonnen, Flyer gedruckt und 500 Karten bestellt. Die Vereine sollten ihre Leute vorschlagen und für jede Person die Stunden bestätigen.\n\nNach einem Jahr waren 71 Karten abgeholt. Eingelöst wurden sie nach Auskunft der Geschäfte vielleicht zwanzigmal. Ein Vorsitzender sagte: Wenn ich für zehn Prozent im Blumenladen aufschreiben soll, wie viele Stunden meine Leute arbeiten, dann hören sie auf.',
      goal: '500 Karten im ersten Jahr',
      steps: [
        { when: 'Frühjahr', what: 'Beschluss im Rat' },
        { when: 'Sommer', what: 'Geschäfte gewonnen, Karten gedruckt' },
        { when: 'Herbst', what: 'Feierliche Übergabe der ersten zwölf Karten' },
        { when: 'Ein Jahr später', what: 'Umfrage am Telefon, danach Einstellung' },
      ],
      partners: [
        { name: 'Werbegemeinschaft', role: 'Vergünstigungen, 22 Geschäfte' },
        { name: 'Stadtsportverband', role: 'Sollte Stunden bestätigen, hat davon abgeraten' },
      ],
      cost: 4_600,
      costNote: 'Karten, Flyer, Feier. Die Arbeitszeit ist nicht gerechnet.',
      planned: 'Ein Zeichen der Anerkennung, das wenig kostet und allen gefällt.',
      happened:
        'Die Karte gefiel denen, die sie beschlossen hatten. Wer sie bekommen sollte, fand den Nachweis der Stunden beleidigend.',
      why: 'Gefragt haben wir Rat, Werbegemeinschaft und Druckerei. Die Engagierten haben wir erst gefragt, als die Karten im Schrank lagen.',
      nextTime:
        'Zuerst zwanzig Engagierte anrufen und fragen, worüber sie sich zuletzt gefreut haben. Bei uns war die häufigste Antwort: über einen Anruf, als ich krank war.',
      wrongAssumptions:
        'Dass Vergünstigungen Anerkennung sind. Und dass Vereine gern Listen führen.',
      earlySigns:
        'Der Stadtsportverband hat schon im Gespräch vor dem Beschluss abgewinkt. Im Vermerk steht „grundsätzlich aufgeschlossen“.',
      dontIf: '- wenn Stunden nachgewiesen werden müssen\n- wenn die Idee aus dem Rathaus kommt',
      outcomes: [
        { what: 'Abgeholte Karten', figure: '71 von 500', source: 'Ausgabeliste' },
        {
          what: 'Gespräche am Telefon',
          figure: '23, davon 19 ablehnend',
          source: 'Eigene Umfrage',
        },
      ],
      sideEffects:
        'Zwei Vereine haben wegen der Stundenlisten eine Zeit lang nicht mehr mit uns geredet.',
      lasts:
        'Die Liste mit den 22 Geschäften. Sie spenden heute für das Sommerfest der Engagierten.',
      evidence: 2,
      evidenceNote: 'Ausgabeliste und eigene Umfrage am Telefon',
      transfer: {
        population: { score: 1, reason: 'In Großstädten mag eine Karte anders wirken' },
        environment: { score: null, reason: '' },
        implementation: { score: 0, reason: 'So bitte nicht noch einmal' },
        support: { score: 3, reason: 'Unser Gesprächsleitfaden für die zwanzig Anrufe' },
      },
      core: 'Vorher fragen.',
    },
    shown: {
      by: 'katharina-wrobel',
      at: [-146, '16:20'],
      agreed: { by: 'anil-thevarajah', at: [-145, '09:00'] },
    },
    comments: [
      {
        by: 'leonie-brandhorst',
        at: [-143, '09:50'],
        body: '<p>Danke für die Offenheit. Den Satz mit dem Anruf, „als ich krank war“, würde ich gern im nächsten Workshop vorlesen. Wären Sie einverstanden?</p>',
      },
      {
        by: 'anil-thevarajah',
        at: [-143, '13:15'],
        body: '<p>Gern, ohne den Namen des Vereins.</p>',
      },
    ],
    thanks: [
      { by: 'petra-oberste-brink', at: [-144, '10:00'] },
      { by: 'hubertus-faerber', at: [-141, '08:30'] },
    ],
  },
  {
    key: 'wirkung-anruf-statt-bogen',
    site: 'sprockhoevel',
    author: 'petra-oberste-brink',
    begun: [-20, '09:30'],
    topic: 'wirkung',
    months: { start: -8 },
    text: {
      gist: 'Zehn Anrufe im Monat sagen uns mehr über die Wirkung unserer Förderung als der Fragebogen, den niemand ausfüllte.',
      kind: 'running',
      status: 'under_way',
      tags: ['Wirkung'],
      staffHours: 2,
      budgetBand: 'none',
      story:
        'Jeden ersten Dienstag rufen wir zehn Geförderte an, ausgelost aus allen. Vier Fragen, zehn Minuten: Was ist passiert? Was hat Sie überrascht? Was hat nicht geklappt? Was sollten wir anders machen?\n\nDie Antworten stehen in einer Tabelle, ohne Namen.',
      nextTime:
        'Noch offen. Nach einem Jahr schauen wir, ob die Antworten im Haushalt eine Rolle gespielt haben.',
    },
  },
];
