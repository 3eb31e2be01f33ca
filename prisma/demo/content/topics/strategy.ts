import type { Topic } from '../types';

/** Strategy, money, effect, and who does what between district and municipalities. */
export const strategyTopics: readonly Topic[] = [
  {
    key: 'strategie-ratsbeschluss',
    site: 'ahlen',
    author: 'emre-yildiz',
    draftedAt: [-95, '18:20'],
    proposedAt: [-92, '09:00'],
    question: 'Wie kommt die Engagementstrategie durch den Rat, ohne zur Wunschliste zu werden?',
    about: `<p>Unser Entwurf hat 46 Maßnahmen. Jede ist gut begründet, jede hat jemanden, der sie will. Ein Rat, der so etwas beschließt, hat nichts beschlossen.</p>
<p>Mich interessieren zwei Dinge: Wie haben Sie gekürzt, ohne die zu verlieren, die mitgearbeitet haben? Und was muss in der Vorlage stehen, damit der Beschluss in der nächsten Haushaltsberatung noch gilt?</p>`,
    whyNow:
      '<p>In fünf Monaten soll die Vorlage in den Haupt- und Finanzausschuss. Danach ist bald Wahlkampf.</p>',
    brings: {
      case: '<p>Den Entwurf mit allen 46 Maßnahmen und die Protokolle der vier Werkstätten, aus denen sie stammen.</p>',
      failure:
        '<p>Unser Leitbild von vor zehn Jahren wurde einstimmig beschlossen. Auf Nachfrage konnte kein Ratsmitglied einen Satz daraus nennen, ich übrigens auch nicht.</p>',
    },
    markers: ['need'],
    tags: ['Strategie', 'Geld und Stellen'],
    minutes: 75,
    format: 'peer_consultation',
    edits: [
      {
        by: 'emre-yildiz',
        at: [-66, '08:30'],
        changes: {
          whyNow:
            '<p>In vier Monaten soll die Vorlage in den Haupt- und Finanzausschuss. Danach ist bald Wahlkampf. Inzwischen haben zwei Fraktionen signalisiert, dass sie höchstens zehn Maßnahmen mittragen.</p>',
        },
      },
    ],
    comments: [
      {
        key: 'strategie-vorlage',
        by: 'katharina-wrobel',
        at: [-91, '10:10'],
        body: '<p>Bei uns stand am Ende jeder Maßnahme ein Name, eine Stundenzahl und ein Satz, womit dafür aufgehört wird. Von 38 Maßnahmen blieben elf. Gekürzt haben wir nicht, die Spalte hat gekürzt.</p>',
      },
      {
        by: 'dominik-vollmert',
        at: [-90, '19:15'],
        body: '<p>Aus Sicht der Kämmerei: Eine Strategie ohne Folgekosten ist verdächtig, eine mit Folgekosten ist angreifbar. Die zweite ist mir lieber. Schreiben Sie die Kosten der ersten drei Jahre hinein, auch wenn es wehtut.</p>',
      },
      {
        by: 'emre-yildiz',
        at: [-89, '08:40'],
        body: '<p>Die Spalte übernehme ich. Ich ahne schon, wie das Gespräch mit dem Kulturbüro wird.</p>',
        quote: { comment: 'strategie-vorlage', excerpt: 'ein Satz, womit dafür aufgehört wird' },
      },
      {
        by: 'gesine-wiethoff',
        at: [-71, '11:30'],
        body: '<p>Ein Blick von außen: Aus den ersten beiden Durchgängen kenne ich neun Strategien, die beschlossen wurden. Fünf leben noch. In allen fünf gibt es einmal im Jahr einen Bericht im Rat, mündlich, höchstens zehn Minuten.</p>',
      },
      {
        by: 'marius-kaczmarek',
        at: [-7, '15:25'],
        body: '<p>{@emre-yildiz}, wie ist der Stand? Falls das Thema gewählt wird, könnten wir es gut mit unserer Frage nach der Wirkung verbinden: erst zehn Maßnahmen, dann zu dreien davon ein Anzeichen, an dem man etwas merkt.</p>',
      },
    ],
    supports: [
      { site: 'menden', by: 'katharina-wrobel', at: [-91, '10:11'] },
      { site: 'finnentrop', by: 'dominik-vollmert', at: [-90, '19:16'] },
      { site: 'senden', by: 'maike-terbrueggen', at: [-70, '15:32'] },
      { site: 'siegen-wittgenstein', by: 'marius-kaczmarek', at: [-7, '15:26'] },
      { site: 'bergkamen', by: 'guelcan-aydogan', at: [-6, '09:30'] },
    ],
    follows: [
      { by: 'dominik-vollmert', at: [-90, '19:17'] },
      { by: 'maike-terbrueggen', at: [-70, '15:33'] },
    ],
    pinned: { by: 'leonie-brandhorst', at: [-5, '17:00'] },
  },
  {
    key: 'haushaltssicherung',
    site: 'finnentrop',
    author: 'dominik-vollmert',
    proposedAt: [-96, '07:20'],
    question: 'Wie rettet man Engagementförderung durch die Haushaltssicherung?',
    about: `<p>Ich bin der, der streicht, und ich schreibe dieses Thema selbst. Freiwillige Leistungen stehen zur Disposition, so will es die Aufsicht. Ehrenamt ist freiwillig in beiderlei Sinn.</p>
<p>Gleichzeitig weiß ich, dass uns vier geschlossene Vereinsheime teurer kommen als eine halbe Stelle. Ich kann es nur nicht so darstellen, dass es in einer Tabelle Bestand hat. Dabei brauche ich Hilfe.</p>`,
    whyNow:
      '<p>Die Liste der freiwilligen Leistungen wird in zehn Wochen fortgeschrieben. Die Engagementförderung steht mit 41.000 Euro darauf, Zeile 17.</p>',
    brings: {
      case: '<p>Die Liste selbst, mit Anmerkungen, wie jede Zeile zustande kam. Bitte im Kreis der Gruppe lassen.</p>',
      failure:
        '<p>Vor sechs Jahren haben wir den Zuschuss zur Pflege der Sportplätze gestrichen: 12.000 Euro gespart. Seit drei Jahren mäht der Bauhof, das kostet 31.000.</p>',
    },
    markers: ['need', 'offer'],
    tags: ['Geld und Stellen', 'Strategie'],
    minutes: 60,
    format: 'peer_consultation',
    comments: [
      {
        by: 'annegret-dickel',
        at: [-95, '09:50'],
        body: '<p>Die Geschichte mit dem Mähen müsste in jede Haushaltsrede. Wir haben drei Beispiele dieser Art gesammelt und nennen sie „Rückkehrkosten“. Das Wort hat sich in unserem Rat festgesetzt.</p>',
      },
      {
        key: 'haushalt-rechnen',
        by: 'marius-kaczmarek',
        at: [-91, '14:10'],
        body: '<p>Ich warne davor, Engagement in ersparte Stundenlöhne umzurechnen. Wer einmal sagt, das Ehrenamt spare der Stadt zwei Millionen, bekommt im nächsten Jahr die Frage, ob es nicht drei sein könnten.</p>',
      },
      {
        by: 'dominik-vollmert',
        at: [-90, '07:25'],
        body: '<p>Verstanden. „Rückkehrkosten“ rechnen nur das, was wir selbst wieder übernehmen müssten. Das kann ich vertreten, auch gegenüber der Aufsicht.</p>',
        quote: {
          comment: 'haushalt-rechnen',
          excerpt: 'Ich warne davor, Engagement in ersparte Stundenlöhne umzurechnen',
        },
      },
      {
        by: 'ulrike-menn',
        at: [-59, '10:25'],
        body: '<p>Ein Weg, der bei einer unserer Gemeinden geklappt hat: Die Koordinationsstelle wurde zur Hälfte der Pflichtaufgabe Bevölkerungsschutz zugeordnet, weil sie dort die Helfenden betreut. Das war keine Trickserei, sie macht es wirklich.</p>',
      },
      {
        by: 'jana-rameil',
        at: [-11, '20:30'],
        body: '<p>Unser Rat hat gestern die Stelle verlängert, drei Jahre. Ich habe die Sache mit den Rückkehrkosten erzählt, ohne Ort und ohne Namen. Danke dafür, {@dominik-vollmert}.</p>',
      },
    ],
    supports: [
      { site: 'bad-berleburg', by: 'annegret-dickel', at: [-95, '09:51'] },
      { site: 'kirchhundem', by: 'hubertus-faerber', at: [-93, '08:00'] },
      { site: 'siegen-wittgenstein', by: 'ulrike-menn', at: [-59, '10:26'] },
      { site: 'bergkamen', by: 'ruediger-stratmann', at: [-41, '08:10'] },
    ],
    follows: [{ by: 'annegret-dickel', at: [-95, '09:52'] }],
    notes: [
      {
        by: 'nermin-halilovic',
        at: [-94, '09:00'],
        body: 'Die Kommunalaufsicht sitzt beim Kooperationspartner. Dominik weiß, dass der Partner keine Inhalte sieht; im Workshop trotzdem zu Beginn noch einmal sagen.',
      },
    ],
  },
  {
    key: 'wirkung',
    site: 'siegen-wittgenstein',
    author: 'marius-kaczmarek',
    proposedAt: [-73, '11:50'],
    question: 'Woran merken wir, dass unsere Engagementförderung wirkt?',
    about: `<p>Im Ausschuss wurde gefragt, was die Servicestelle bewirkt. Wir haben geantwortet: 23 Fortbildungen, 412 Teilnehmende, 380 Ehrenamtskarten. Dann fragte jemand: „Und was ist dadurch anders?“</p>
<p>Ich suche drei bis fünf Anzeichen, die man ohne Institut beobachten kann, und eine ehrliche Sprache für das, was wir nicht wissen.</p>`,
    whyNow:
      '<p>Zum Jahresende müssen wir dem Ausschuss einen Vorschlag machen. Wenn wir keinen haben, bekommen wir Kennzahlen vorgeschrieben.</p>',
    brings: {
      failure: '<p>Eine große Wirkungsmatrix mit 64 Feldern. Ausgefüllt wurden neun, von mir.</p>',
      expert:
        '<p>Eine Wissenschaftlerin der Universität, die mit Gemeinden kleine Befragungen macht und von großen abrät.</p>',
    },
    markers: ['need', 'offer'],
    tags: ['Wirkung', 'Strategie'],
    minutes: 60,
    format: 'group_work',
    comments: [
      {
        key: 'wirkung-anruf',
        by: 'beate-hoberg',
        at: [-71, '13:20'],
        body: '<p>Wir rufen sechs Monate nach jeder Fortbildung fünf Teilnehmende an und stellen eine einzige Frage: „Was machen Sie seitdem anders?“ Zwei Stunden Arbeit im Quartal. Die Antworten lese ich im Ausschuss vor. Es hat noch niemand nach Zahlen gefragt.</p>',
      },
      {
        by: 'emre-yildiz',
        at: [-66, '08:45'],
        body: '<p>Charmant, aber bei uns hielte das keiner Rechnungsprüfung stand. Fünf Anrufe, ausgesucht von der Stelle, die sich damit selbst bewertet?</p>',
        quote: {
          comment: 'wirkung-anruf',
          excerpt: 'sechs Monate nach jeder Fortbildung fünf Teilnehmende an',
        },
      },
      {
        by: 'beate-hoberg',
        at: [-65, '10:15'],
        body: '<p>Die fünf werden gelost. Und die schlechten Antworten lese ich zuerst vor.</p>',
      },
      {
        by: 'melina-kuhlmann',
        at: [-49, '12:45'],
        body: '<p>Im Nachbarschaftstreff zählen wir nur eines: Wie viele Menschen haben einen eigenen Schlüssel? Vor drei Jahren waren es zwei, heute sind es vierzehn. Das versteht jeder.</p>',
      },
    ],
    supports: [
      { site: 'kreis-olpe', by: 'beate-hoberg', at: [-71, '13:21'] },
      { site: 'ahlen', by: 'melina-kuhlmann', at: [-49, '12:46'] },
      { site: 'menden', by: 'anil-thevarajah', at: [-42, '09:15'] },
      { site: 'sprockhoevel', by: 'ilias-papadopoulos', at: [-19, '14:00'] },
    ],
    follows: [{ by: 'emre-yildiz', at: [-66, '08:46'] }],
  },
  {
    key: 'kreis-kommunen',
    site: 'siegen-wittgenstein',
    author: 'ulrike-menn',
    proposedAt: [-140, '10:35'],
    question: 'Was soll der Kreis für das Engagement tun, und wovon soll er die Finger lassen?',
    about: `<p>Wir bieten Fortbildungen an, wickeln die Ehrenamtskarte ab, vernetzen und beraten. Manchmal merken wir, dass eine Gemeinde dasselbe tut, am selben Abend. Manchmal merken wir, dass es niemand tut.</p>
<p>Ich wünsche mir ein offenes Gespräch, bei dem die Gemeinden zuerst reden und die Kreise zuhören.</p>`,
    whyNow:
      '<p>Unser Kreistag stellt die Servicestelle im nächsten Jahr neu auf. Jetzt kann ich noch Einfluss nehmen.</p>',
    brings: {
      case: '<p>Unsere Aufgabenliste, mit einer leeren Spalte für das, was die Gemeinden lieber selbst machen.</p>',
      failure:
        '<p>Ein kreisweiter Ehrenamtspreis, zu dem drei Gemeinden niemanden vorschlugen, weil sie ihren eigenen hatten. Die Preisverleihung war trotzdem in der Zeitung, das machte es nicht besser.</p>',
    },
    markers: ['need'],
    tags: ['Kreis und Gemeinden', 'Strategie'],
    minutes: 60,
    format: 'discussion',
    edits: [
      {
        by: 'ulrike-menn',
        at: [-42, '16:10'],
        changes: {
          about: `<p>Wir bieten Fortbildungen an, wickeln die Ehrenamtskarte ab, vernetzen und beraten. Manchmal merken wir, dass eine Gemeinde dasselbe tut, am selben Abend. Manchmal merken wir, dass es niemand tut.</p>
<p>Ich wünsche mir ein offenes Gespräch, bei dem die Gemeinden zuerst reden und die Kreise zuhören.</p>
<h3>Was die beiden Kreise vorbesprochen haben</h3>
<ul><li><strong>Unstrittig beim Kreis:</strong> Fortbildungen, Versicherungsfragen, Bevölkerungsschutz.</li><li><strong>Unstrittig bei den Gemeinden:</strong> Erstberatung, Ehrungen, der Kontakt zu den Vereinen.</li><li><strong>Offen:</strong> Ehrenamtskarte, Fördermittelberatung, Digitales. Darüber möchten wir mit Ihnen reden.</li></ul>`,
        },
      },
    ],
    comments: [
      {
        by: 'christa-schulte-hellmann',
        at: [-139, '11:50'],
        body: '<p>Bitte behalten Sie die Fortbildungen. Ich kann niemanden zum Vereinsrecht einladen, mir fehlen Raum, Geld und acht Teilnehmende.</p>',
      },
      {
        by: 'hubertus-faerber',
        at: [-135, '08:00'],
        body: '<p>Offen gesagt: Mich stört die Abfrage. Dreimal im Jahr sollen wir dem Kreis unsere Vereine melden, jedes Mal in einer anderen Tabelle. Was mit den Listen geschieht, haben wir nie erfahren.</p>',
      },
      {
        by: 'beate-hoberg',
        at: [-134, '14:15'],
        body: '<p>Der Hinweis von {@hubertus-faerber} meint uns in Olpe, und er stimmt. Zwei der drei Abfragen haben wir gestrichen. Für die dritte schicken wir künftig die Vorjahresliste mit und schreiben dazu, wofür wir sie brauchen.</p>',
      },
      {
        by: 'nermin-halilovic',
        at: [-42, '16:30'],
        body: '<p>Danke an beide Kreise für das Telefonat. Ulrike Menn hat das Ergebnis oben ergänzt. Mein Vorschlag für den Ablauf: Die acht Städte und Gemeinden reden zuerst zwanzig Minuten unter sich, die Kreise sitzen im Außenkreis.</p>',
      },
    ],
    supports: [
      { site: 'finnentrop', by: 'christa-schulte-hellmann', at: [-139, '11:51'] },
      { site: 'kirchhundem', by: 'hubertus-faerber', at: [-135, '08:01'] },
      { site: 'kreis-olpe', by: 'beate-hoberg', at: [-134, '14:16'] },
      { site: 'bad-berleburg', by: 'annegret-dickel', at: [-110, '17:20'] },
    ],
    follows: [{ by: 'christa-schulte-hellmann', at: [-139, '11:52'] }],
  },
];
