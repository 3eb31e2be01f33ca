/** Our methods in German, in our own words. Widely known; most were found by many. */
import type { MethodWords, OurKey } from './ours';

export const german: Record<OurKey, MethodWords> = {
  flashlight: {
    name: 'Blitzlicht',
    purpose: 'Zeigt in wenigen Minuten, wie es allen geht und was sie gerade beschäftigt.',
    material: 'Nichts',
    steps: [
      'Eine Frage stellen, zum Beispiel: Was nehme ich bis hierher mit?',
      'Reihum antworten alle in ein bis zwei Sätzen. Wer nichts sagen möchte, gibt weiter.',
      'Niemand erwidert oder bewertet etwas.',
      'Zum Schluss nennt die Moderation, was sich durch die Antworten zieht.',
    ],
  },
  buzz_groups: {
    name: 'Murmelgruppen',
    purpose: 'Bringt alle ins Sprechen, auch in einem großen Plenum und nach einem Vortrag.',
    material: 'Nichts; wenn gesammelt wird: Karten und Stifte',
    steps: [
      'Eine klare Frage an alle stellen.',
      'Zu zweit oder zu dritt mit den Nachbarn drei bis fünf Minuten reden.',
      'Einige Gruppen sagen einen Gedanken, den noch niemand genannt hat.',
    ],
  },
  one_two_four_all: {
    name: '1-2-4-Alle',
    purpose: 'Sammelt in kurzer Zeit Ideen von allen und lässt die stärksten hervortreten.',
    material: 'Papier und Stifte, eine Uhr',
    steps: [
      'Allein: eine Minute lang eigene Gedanken zur Frage notieren.',
      'Zu zweit: zwei Minuten lang vergleichen und weiterdenken.',
      'Zu viert: vier Minuten lang sehen, was gemeinsam ist und was sich unterscheidet.',
      'Alle: Jede Vierergruppe nennt einen Gedanken, der herausragt. Fünf Minuten.',
    ],
  },
  card_survey: {
    name: 'Kartenabfrage',
    purpose: 'Macht sichtbar, was alle denken, und ordnet es gemeinsam.',
    material: 'Pinnwand, Nadeln, Karten (drei bis fünf je Person), dicke Stifte',
    steps: [
      'Die Frage groß und für alle lesbar anschreiben.',
      'Alle schreiben Karten: ein Gedanke je Karte, höchstens sieben Wörter.',
      'Karten vorlesen und mit der Gruppe nach Ähnlichkeit hängen.',
      'Gemeinsam jeder Gruppe von Karten eine Überschrift geben.',
      'Besprechen, womit es weitergeht.',
    ],
  },
  dotmocracy: {
    name: 'Punktabfrage (Dotmocracy)',
    purpose: 'Zeigt rasch, woran eine Gruppe weiterarbeiten will. Sie ersetzt keine Abstimmung.',
    material: 'Klebepunkte (drei je Person), Plakat mit den Vorschlägen',
    steps: [
      'Alle Vorschläge anschreiben und Fragen dazu klären.',
      'Alle überlegen erst für sich, wohin ihre Punkte gehören.',
      'Gleichzeitig kleben, höchstens zwei Punkte auf einen Vorschlag.',
      'Zählen, das Bild ansehen und sagen, was daraus folgt.',
    ],
  },
  placemat: {
    name: 'Placemat',
    purpose: 'Verbindet stilles Nachdenken mit einem gemeinsamen Ergebnis in kleinen Gruppen.',
    material: 'Je Vierergruppe ein großes Blatt, in der Mitte ein Feld; Stifte',
    steps: [
      'Vierergruppen setzen sich um ihr Blatt. Jede Person hat eine Ecke.',
      'Still schreiben: Was fällt mir zu der Frage ein? Zehn Minuten.',
      'Das Blatt drehen, bis alle alles gelesen haben. Nachfragen ist erlaubt.',
      'In die Mitte kommt, worauf sich die Gruppe einigt.',
      'Die Gruppen zeigen einander die Mitte ihres Blattes.',
    ],
  },
  speed_dating: {
    name: 'Speeddating',
    purpose: 'Lässt viele Menschen kurz miteinander reden: zum Kennenlernen oder zum Tauschen.',
    material: 'Zwei Stuhlreihen oder Kreise, eine Klingel',
    steps: [
      'Zwei Reihen sitzen einander gegenüber. Die Frage für die Runde ansagen.',
      'Drei Minuten reden: erst die eine Seite, dann die andere.',
      'Es klingelt. Eine Reihe rückt einen Platz weiter.',
      'Vier bis acht Runden, gern mit wechselnden Fragen.',
      'Im Plenum: Mit wem möchte ich weiterreden, und worüber?',
    ],
  },
  fishbowl: {
    name: 'Fishbowl',
    purpose: 'Wenige reden, alle hören zu, und jede Person kann hineinkommen.',
    material: 'Innenkreis mit fünf Stühlen, Außenkreis für alle anderen',
    steps: [
      'Vier Personen beginnen im Innenkreis. Ein Stuhl bleibt frei.',
      'Gesprochen wird nur innen. Wer etwas sagen will, setzt sich auf den freien Stuhl.',
      'Dann steht jemand anderes auf, damit wieder ein Stuhl frei ist.',
      'Nach der vereinbarten Zeit schließen alle im Innenkreis mit einem Satz.',
      'Der Außenkreis sagt, was er gehört hat.',
    ],
  },
  gallery_walk: {
    name: 'Gallery Walk (Rundgang)',
    purpose: 'Zeigt viele Ergebnisse oder Beispiele, ohne dass alle lange zuhören müssen.',
    material: 'Plakate oder Ausdrucke an Wänden, Klebezettel, Stifte',
    steps: [
      'Die Plakate im Raum verteilen. An jedem bleibt eine Person, die Auskunft gibt.',
      'Alle gehen umher, allein oder in Gruppen, und lesen.',
      'Fragen und Hinweise auf Zetteln daneben kleben.',
      'Nach der Hälfte der Zeit wechseln die Personen, die Auskunft geben.',
      'Zum Schluss nehmen die Teams ihre Zettel mit und sagen, was sie überrascht hat.',
    ],
  },
  world_cafe: {
    name: 'World Café',
    purpose: 'Viele Menschen denken in wechselnden Runden an denselben Fragen weiter.',
    material: 'Tische für vier bis sechs Personen, Papiertischdecken, Stifte, eine Frage je Tisch',
    steps: [
      'Je Tisch eine Frage und eine gastgebende Person, die bleibt.',
      'Erste Runde: 20 Minuten reden und auf die Tischdecke schreiben.',
      'Alle außer den Gastgebenden wechseln den Tisch, jede Person woandershin.',
      'Die Gastgebenden sagen kurz, was bisher war. Dann geht es weiter, noch ein- bis zweimal.',
      'Im Plenum nennt jeder Tisch das Wichtigste. Die Tischdecken werden aufgehängt.',
    ],
  },
  pro_action_cafe: {
    name: 'Pro-Action Café',
    purpose: 'Wer ein Vorhaben hat, bekommt in drei Runden Fragen, Lücken und nächste Schritte.',
    material: 'Tische für vier Personen, Papier, Stifte, die drei Fragen zum Mitlesen',
    steps: [
      'Ein Viertel der Gruppe bringt je ein Vorhaben mit und sitzt an einem Tisch. Drei andere kommen dazu.',
      'Runde 1: Worum geht es eigentlich? Was ist das Anliegen hinter dem Anliegen? 20 Minuten.',
      'Wechseln. Runde 2: Was fehlt noch, was wurde übersehen? 20 Minuten.',
      'Wechseln. Runde 3: Was sind die nächsten Schritte, und wer hilft? 20 Minuten.',
      'Im Kreis sagt jede Person mit einem Vorhaben, was sie jetzt tut.',
    ],
  },
  open_space: {
    name: 'Open Space',
    purpose: 'Die Gruppe macht ihr Programm selbst: Wer ein Anliegen hat, lädt dazu ein.',
    material: 'Stuhlkreis, Anschlagtafel mit Zeiten und Orten, Papier, Stifte, mehrere Räume',
    steps: [
      'Im Kreis das Leitthema nennen und die Regeln erklären.',
      'Wer ein Anliegen hat, schreibt es auf, stellt es vor und wählt Zeit und Ort.',
      'Alle gehen dorthin, wo sie etwas lernen oder beitragen. Wer beides nicht tut, geht weiter.',
      'Jede Gruppe schreibt ihr Ergebnis auf ein Blatt und hängt es auf.',
      'Im Kreis: Was nehmen wir uns vor, und wer bleibt daran?',
    ],
  },
};
