import type { Topic } from '../types';

/** Clubs: who leads them, and who is liable. */
export const clubTopics: readonly Topic[] = [
  {
    key: 'nachfolge',
    site: 'kirchhundem',
    author: 'jana-rameil',
    draftedAt: [-171, '20:10'],
    proposedAt: [-170, '08:40'],
    question: 'Wie finden Vereine Menschen für den Vorstand, bevor sie sich auflösen müssen?',
    about: `<p>In fünf Jahren haben sich bei uns sieben Vereine aufgelöst. Alle hatten Mitglieder, die meisten hatten Geld. Keiner hatte mehr eine Kassiererin oder einen ersten Vorsitzenden.</p>
<p>Wir möchten verstehen, an welcher Stelle eine Gemeinde nützlich sein kann. Auf der Jahreshauptversammlung ist es zu spät, das wissen wir inzwischen.</p>`,
    whyNow:
      '<p>Bei neun weiteren Vereinen enden in den nächsten zwölf Monaten die Amtszeiten, und die Amtsinhaber haben angekündigt, nicht mehr anzutreten. Zwei davon betreiben eine Halle, die der Gemeinde gehört.</p>',
    brings: {
      case: '<p>Ein Musikverein, der nach zwei gescheiterten Wahlen drei gleichberechtigte Sprecherinnen gewählt hat. Die Satzung musste dafür geändert werden, das Amtsgericht hat zweimal nachgefragt.</p>',
      failure:
        '<p>Wir haben eine Vorstandsbörse ins Netz gestellt. In vierzehn Monaten kamen null Meldungen. Niemand bewirbt sich öffentlich um ein Amt in einem Dorf, in dem ihn alle kennen.</p>',
    },
    markers: ['need', 'offer'],
    tags: ['Vereine'],
    minutes: 90,
    format: 'peer_consultation',
    edits: [
      {
        by: 'jana-rameil',
        at: [-151, '09:15'],
        changes: {
          about: `<p>In fünf Jahren haben sich bei uns sieben Vereine aufgelöst. Alle hatten Mitglieder, die meisten hatten Geld. Keiner hatte mehr eine Kassiererin oder einen ersten Vorsitzenden.</p>
<p>Wir möchten verstehen, an welcher Stelle eine Gemeinde nützlich sein kann. Auf der Jahreshauptversammlung ist es zu spät, das wissen wir inzwischen.</p>
<p>Aus unserer Befragung (84 Vereine, 61 Antworten), was Mitglieder vom Amt abhält:</p>
<table><thead><tr><th>Grund</th><th>genannt von</th></tr></thead><tbody><tr><td>Angst, nicht mehr herauszukommen</td><td>44</td></tr><tr><td>Haftung und Steuern</td><td>37</td></tr><tr><td>Zeitaufwand</td><td>35</td></tr><tr><td>Streit im Verein</td><td>19</td></tr><tr><td>wurde nie gefragt</td><td>16</td></tr></tbody></table>`,
        },
      },
    ],
    comments: [
      {
        key: 'nachfolge-amtszeit',
        by: 'katharina-wrobel',
        at: [-169, '10:20'],
        body: '<p>„Angst, nicht mehr herauszukommen“ höre ich in jeder Beratung. Wir empfehlen inzwischen, das Ende in die Satzung zu schreiben: zwei Jahre, höchstens zweimal. Ein Schützenverein hat daraufhin sofort zwei Leute gefunden. Ein anderer hat uns hinausgeworfen, weil es nach Misstrauen gegen den Alten klang.</p>',
      },
      {
        by: 'ruediger-stratmann',
        at: [-167, '07:50'],
        body: '<p>Ich widerspreche ein wenig. Wir haben bei Sportvereinen die Amtszeitbegrenzung empfohlen und damit zwei gute Vorsitzende verloren, die gern weitergemacht hätten. Mir scheint wichtiger, Aufgaben aus dem Amt herauszunehmen: Mitgliederverwaltung, Spendenbescheinigungen, Hallenbelegung.</p>',
        quote: {
          comment: 'nachfolge-amtszeit',
          excerpt: 'das Ende in die Satzung zu schreiben: zwei Jahre, höchstens zweimal',
        },
      },
      {
        by: 'jana-rameil',
        at: [-166, '21:05'],
        body: '<p>Beides stimmt vermutlich, nur für verschiedene Vereine. {@ruediger-stratmann}, wer macht bei Ihnen die herausgenommenen Aufgaben? Wenn es die Stadt ist, erklärt mir mein Kämmerer morgen, warum das nicht geht.</p>',
      },
      {
        by: 'ruediger-stratmann',
        at: [-165, '08:15'],
        body: '<p>Der Stadtsportverband, mit einer Kraft auf Minijobbasis, die wir bezuschussen. 5.400 Euro im Jahr für vierzehn Vereine. Das ist billiger als ein einziges leer stehendes Vereinsheim.</p>',
      },
      {
        by: 'beate-hoberg',
        at: [-152, '13:30'],
        body: '<p>Die 16 von 61, die nie gefragt wurden, sind für mich die wichtigste Zahl. Wir haben im Kreis eine kleine Schulung „Fragen, ohne zu betteln“ gemacht, zwei Stunden am Abend. Das war die am besten bewertete Fortbildung der letzten Jahre, und die billigste.</p>',
      },
      {
        by: 'annegret-dickel',
        at: [-38, '16:20'],
        body: '<p>Nachtrag aus dem zweiten Workshop: Wir haben den Vorschlag mit dem „Jahr auf Probe“ mitgenommen und bei einem Heimatverein ausprobiert. Zwei Jüngere sitzen jetzt ohne Amt mit am Tisch und dürfen ohne Gesichtsverlust wieder gehen. Bisher sind sie geblieben.</p>',
      },
    ],
    supports: [
      { site: 'menden', by: 'katharina-wrobel', at: [-169, '10:21'] },
      { site: 'bad-berleburg', by: 'annegret-dickel', at: [-169, '18:00'] },
      { site: 'bergkamen', by: 'ruediger-stratmann', at: [-167, '07:51'] },
      { site: 'finnentrop', by: 'christa-schulte-hellmann', at: [-166, '11:10'] },
      { site: 'kreis-olpe', by: 'beate-hoberg', at: [-164, '15:00'] },
      { site: 'siegen-wittgenstein', by: 'ulrike-menn', at: [-160, '09:45'] },
      { site: 'sprockhoevel', by: 'ilias-papadopoulos', at: [-158, '12:12'] },
    ],
    follows: [
      { by: 'christa-schulte-hellmann', at: [-166, '11:11'] },
      { by: 'ulrike-menn', at: [-160, '09:46'] },
    ],
    pinned: { by: 'leonie-brandhorst', at: [-130, '09:00'] },
    notes: [
      {
        by: 'nermin-halilovic',
        at: [-128, '17:15'],
        body: 'Braucht einen geschützten Rahmen: Einer der beiden Hallenvereine ist über den Ort leicht zu erkennen. Vorher mit Jana klären, ob wir den Fall verfremden.',
      },
    ],
  },
  {
    key: 'versicherung',
    site: 'bergkamen',
    author: 'ruediger-stratmann',
    proposedAt: [-157, '15:25'],
    question: 'Wer haftet, wenn beim Dorfputz jemand von der Leiter fällt?',
    about: `<p>Kaum eine Frage wird uns so oft gestellt, und kaum eine beantworten wir so ungern. Unfallkasse, Landesversicherung, Vereinshaftpflicht, Berufsgenossenschaft, private Haftpflicht: Jede gilt für irgendwen, und niemand im Rathaus fühlt sich zuständig.</p>
<p>Wir hätten gern eine Stunde mit jemandem, der es wirklich weiß, und danach eine Seite Papier, die wir Ehrenamtlichen in die Hand geben können.</p>`,
    whyNow:
      '<p>Bei einem Pflanztag ist eine Helferin gestürzt. Drei Stellen haben auf die jeweils andere verwiesen, es dauerte sieben Wochen bis zur Zusage. Sie hilft seitdem nicht mehr.</p>',
    brings: {
      case: '<p>Den Schriftwechsel zu diesem Unfall, anonymisiert.</p>',
      expert:
        '<p>Dr. Wolfram Tendahl, Anwalt für Vereinsrecht. Er hat bei uns schon zweimal vorgetragen und redet so, dass man folgen kann.</p>',
    },
    markers: ['need', 'offer'],
    tags: ['Recht und Versicherung', 'Vereine'],
    minutes: 45,
    format: 'input',
    comments: [
      {
        by: 'christa-schulte-hellmann',
        at: [-156, '09:40'],
        body: '<p>Danke, dass Sie das eintragen. Ich sage am Telefon immer „da sind Sie versichert“ und hoffe, dass nie etwas passiert. Das ist kein guter Zustand.</p>',
      },
      {
        key: 'versicherung-auftrag',
        by: 'hubertus-faerber',
        at: [-150, '08:05'],
        body: '<p>Entscheidend ist nach meiner Kenntnis, ob die Kommune einen Auftrag erteilt hat. Wir unterschreiben deshalb vor jeder Aktion eine halbe Seite: Wer, was, wann, im Auftrag der Gemeinde. Das dauert fünf Minuten und hat uns einmal gerettet.</p>',
      },
      {
        by: 'melina-kuhlmann',
        at: [-149, '17:30'],
        body: '<p>Könnten Sie die halbe Seite hier teilen? Bei uns hieß es vom Rechtsamt, man solle so etwas lieber nicht schriftlich machen, weil es Ansprüche begründet.</p>',
        quote: {
          comment: 'versicherung-auftrag',
          excerpt: 'eine halbe Seite: Wer, was, wann, im Auftrag der Gemeinde',
        },
      },
      {
        by: 'hubertus-faerber',
        at: [-148, '07:55'],
        body: '<p>Ich bringe sie mit. Genau um die Ansprüche geht es ja: Sie sollen bestehen, und zwar gegen den Versicherer.</p>',
      },
      {
        by: 'wolfram-tendahl',
        at: [-57, '20:15'],
        body: '<p>Guten Abend in die Runde, und danke für die Einladung. Zur Vorbereitung: Schicken Sie mir bitte je Team einen Fall, der Sie ratlos gelassen hat, gern nur drei Sätze. Ich sortiere sie nach „im Auftrag der Kommune“, „im Auftrag eines Vereins“ und „einfach so“. Diese drei Schubladen erklären fast alles.</p>',
      },
      {
        by: 'petra-oberste-brink',
        at: [-55, '11:45'],
        body: '<p>Unser Fall: Eine Ehrenamtliche fährt eine Seniorin im eigenen Auto zum Arzt, beim Ausparken ein Blechschaden. Wer zahlt die Hochstufung?</p>',
      },
    ],
    supports: [
      { site: 'finnentrop', by: 'christa-schulte-hellmann', at: [-156, '09:41'] },
      { site: 'kirchhundem', by: 'hubertus-faerber', at: [-150, '08:06'] },
      { site: 'ahlen', by: 'melina-kuhlmann', at: [-149, '17:31'] },
      { site: 'sprockhoevel', by: 'petra-oberste-brink', at: [-140, '10:00'] },
      { site: 'senden', by: 'maike-terbrueggen', at: [-133, '14:22'] },
    ],
    follows: [{ by: 'melina-kuhlmann', at: [-149, '17:32'] }],
    notes: [
      {
        by: 'leonie-brandhorst',
        at: [-110, '10:30'],
        body: 'Dr. Tendahl hat für den zweiten Workshop abgesagt, für den dritten zugesagt. 30 Minuten Vortrag, danach Fälle. Honorar ist mit Gesine geklärt.',
      },
    ],
  },
  {
    key: 'fest-buerokratie',
    site: 'bad-berleburg',
    author: 'tobias-afflerbach',
    proposedAt: [-88, '13:50'],
    question: 'Warum braucht ein Dorffest elf Formulare, und welche davon sind unsere?',
    about: `<p>Ich habe für ein gewöhnliches Dorffest einmal alles auf einen Tisch gelegt: Schankerlaubnis, Straßensperrung, Lärm, Brandsicherheitswache, Lebensmittel, GEMA, Zelt, Versicherung. Elf Vorgänge bei sechs Stellen. Fünf davon entscheiden wir im eigenen Haus.</p>
<p>Mich interessiert, was andere Ordnungsämter zusammengelegt oder gestrichen haben, und was der Versuch gekostet hat.</p>`,
    whyNow:
      '<p>Zwei Dörfer haben ihr Fest abgesagt und öffentlich die Verwaltung dafür verantwortlich gemacht. Der Bürgermeister möchte bis zum Herbst einen Vorschlag.</p>',
    brings: {
      case: '<p>Die elf Formulare als Wandzeitung, zwei Meter breit. Sie wirkt.</p>',
      failure:
        '<p>Unser erstes „Formular für alles“ hatte vierzehn Seiten und wurde schlechter ausgefüllt als die elf einzelnen.</p>',
    },
    markers: ['need'],
    tags: ['Vereine', 'Recht und Versicherung'],
    minutes: 60,
    format: 'group_work',
    comments: [
      {
        by: 'jana-rameil',
        at: [-87, '19:30'],
        body: '<p>Bei uns hat eine einzige Änderung am meisten geholfen: Der Antrag vom Vorjahr wird vorausgefüllt zurückgeschickt, man ändert nur das Datum. Neun von zehn Festen sind jedes Jahr gleich.</p>',
      },
      {
        by: 'emre-yildiz',
        at: [-83, '09:10'],
        body: '<p>Vorsicht mit dem Versprechen „alles aus einer Hand“. Wir hatten eine Lotsin für Veranstaltungen, und nach einem Jahr war sie für alles verantwortlich, was in den Fachämtern liegen blieb. Sie hat sich wegbeworben.</p>',
      },
      {
        by: 'tobias-afflerbach',
        at: [-76, '08:25'],
        body: '<p>Mit dem Zusammenlegen bin ich sehr einverstanden, {@hubertus-faerber}. Ihre GEMA-Geschichte gehört in die Wandzeitung, das ist Formular Nummer sieben.</p>',
      },
      {
        by: 'wolfram-tendahl',
        at: [-52, '17:40'],
        body: '<p>Ein Hinweis aus der Praxis: Bei geschlossenen Veranstaltungen eines Vereins entfallen mehrere dieser Vorgänge ganz. Viele Vereine beantragen aus Sorge mehr, als sie müssten. Eine Entscheidungshilfe mit drei Fragen würde schon viel ersparen.</p>',
      },
      {
        by: 'christa-schulte-hellmann',
        at: [-10, '10:50'],
        body: '<p>Der vorausgefüllte Antrag aus Kirchhundem läuft bei uns seit sechs Wochen. Das Bauhofformular haben wir dabei gleich gestrichen, es hat niemand vermisst.</p>',
      },
    ],
    supports: [
      { site: 'ahlen', by: 'emre-yildiz', at: [-83, '09:12'] },
      { site: 'finnentrop', by: 'christa-schulte-hellmann', at: [-80, '11:00'] },
      { site: 'senden', by: 'maike-terbrueggen', at: [-70, '15:30'] },
    ],
    follows: [{ by: 'hubertus-faerber', at: [-80, '08:00'] }],
  },
  {
    key: 'gema',
    site: 'kirchhundem',
    author: 'hubertus-faerber',
    proposedAt: [-82, '11:15'],
    question: 'Was können wir den Vereinen bei GEMA, Ausschank und Genehmigungen abnehmen?',
    about: `<p>Vereine rufen bei uns an und fragen, ob sie für den Martinszug, den Seniorenkaffee oder das Adventssingen GEMA zahlen müssen. Wir dürfen keine Rechtsberatung leisten, wollen aber auch nicht mit den Schultern zucken.</p>
<p>Wo liegt die Grenze zwischen Auskunft und Beratung, und was kann eine Gemeinde pauschal für alle regeln?</p>`,
    whyNow:
      '<p>Ein Chor hat eine Nachforderung für drei Jahre erhalten. Der Betrag war klein, die Aufregung nicht.</p>',
    brings: {
      case: '<p>Der Chor, die Nachforderung und der Vergleich, auf den man sich am Ende geeinigt hat.</p>',
    },
    markers: ['need'],
    tags: ['Vereine', 'Recht und Versicherung'],
    minutes: 45,
    format: 'input',
    comments: [
      {
        by: 'ulrike-menn',
        at: [-81, '14:35'],
        body: '<p>Wir verweisen in solchen Fällen an die Dachverbände, viele haben Rahmenverträge mit Nachlass. Das Problem: Gerade die kleinen Initiativen sind in keinem Verband. Für die haben wir bisher nichts.</p>',
      },
      {
        by: 'florian-sondermann',
        at: [-80, '07:30'],
        body: '<p>Überschneidet sich stark mit dem Thema aus Bad Berleburg. Vielleicht gemeinsam?</p>',
      },
    ],
    supports: [
      { site: 'siegen-wittgenstein', by: 'ulrike-menn', at: [-81, '14:36'] },
      { site: 'finnentrop', by: 'christa-schulte-hellmann', at: [-80, '11:02'] },
      { site: 'kreis-olpe', by: 'florian-sondermann', at: [-80, '11:30'] },
    ],
  },
];
