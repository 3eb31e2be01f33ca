import type { Site } from './types';

/** The ten sites of the running cohort. */
export const sites: readonly Site[] = [
  {
    key: 'ahlen',
    name: 'Ahlen',
    kind: 'city',
    tile: { column: 4, row: 1 },
    inhabitants: 53_000,
    startingPoint:
      '<p>Ahlen ist eine alte Zechenstadt mit fast dreihundert Vereinen und vielen Menschen, die aus anderen Ländern gekommen sind. Engagement gibt es reichlich, aber in getrennten Kreisen: Der Heimatverein kennt die Moscheegemeinde nicht, und das Rathaus kennt vor allem die, die schon immer kommen. Für die Engagementförderung ist seit drei Jahren eine Stelle zuständig, einen Ratsbeschluss dazu gibt es nicht.</p>',
    aims: '<p>Wir wollen eine Engagementstrategie, die der Rat beschließt und die im Haushalt vorkommt. Sie soll nicht für die Vereine geschrieben werden, sondern mit ihnen, und auch mit denen, die sich nicht Verein nennen.</p>',
    offers:
      '<p>Erfahrung mit zwei Nachbarschaftstreffs in ehemaligen Bergarbeitersiedlungen. Ein einfaches Verfahren für einen Kleinstfonds bis 500 Euro, über den Bürgerinnen und Bürger selbst entscheiden. Wir zeigen beides gern vor Ort.</p>',
    seeks:
      '<p>Kommunen, deren Strategie schon durch den Rat gegangen ist. Uns interessiert vor allem, was beim zweiten Haushalt danach noch davon übrig war.</p>',
  },
  {
    key: 'bad-berleburg',
    name: 'Bad Berleburg',
    kind: 'city',
    tile: { column: 5, row: 5 },
    inhabitants: 19_000,
    startingPoint:
      '<p>Eine der flächengrößten Städte des Landes: dreiundzwanzig Ortschaften, zwischen der nördlichsten und der südlichsten liegt fast eine Stunde Fahrt. In den Dörfern tragen Dorfgemeinschaften, was anderswo die Stadt trägt. Das geht gut, solange die drei oder vier Richtigen gesund bleiben.</p>',
    aims: '<p>Wir möchten, dass jedes Dorf weiß, was es selbst tun will, was die Stadt tut und was künftig niemand mehr tut. Und wir möchten das so besprechen, dass es nicht als Rückzug der Stadt verstanden wird.</p>',
    offers:
      '<p>Langjährige Erfahrung mit Dorfkonferenzen, gelungene und misslungene. Drei Dorfläden in ganz verschiedenem Zustand, alle drei zum Besichtigen. Eine Mustervereinbarung für die Pflege von Friedhöfen und Grünflächen durch Dorfgemeinschaften.</p>',
    seeks:
      '<p>Ideen, wie die Verwaltung einfacher wird für Leute, die nach Feierabend Anträge schreiben. Und jemanden, der schon einmal eine Aufgabe wieder zurückgenommen hat, die ein Dorf nicht mehr schaffte.</p>',
  },
  {
    key: 'bergkamen',
    name: 'Bergkamen',
    kind: 'city',
    tile: { column: 3, row: 2 },
    inhabitants: 49_000,
    startingPoint:
      '<p>Bergkamen hat starke Sportvereine, starke Migrantenorganisationen und wenig Verbindung dazwischen. Zuständig sind bei uns vier Stellen in drei Fachbereichen. Wer sich engagieren will, muss Glück haben, an die richtige zu geraten.</p>',
    aims: '<p>Eine Anlaufstelle mit einer Telefonnummer. Dazu eine Antwort auf die Frage, ob die Stadt sie selbst betreibt oder jemand anders.</p>',
    offers:
      '<p>Ein Programm, in dem Geflüchtete nach einem Jahr Begleitung selbst zu Begleitern werden; wir sprechen auch über die, die abgesprungen sind. Eine Übersicht, welche Versicherung für wen gilt, geprüft vom Rechtsamt und auf einer Seite.</p>',
    seeks:
      '<p>Städte unserer Größe, die ihre Ehrenamtsagentur ausgelagert oder wieder zurückgeholt haben.</p>',
  },
  {
    key: 'finnentrop',
    name: 'Finnentrop',
    kind: 'municipality',
    tile: { column: 4, row: 4 },
    inhabitants: 16_500,
    startingPoint:
      '<p>Für Ehrenamt haben wir eine halbe Stelle, und diese halbe Stelle macht auch Seniorenarbeit und das Ferienprogramm. Die Gemeinde muss sparen, jede freiwillige Leistung steht jedes Jahr neu auf der Liste. Gleichzeitig wird bei jeder Ehrung gesagt, ohne Ehrenamt gehe hier nichts.</p>',
    aims: '<p>Wir wollen ehrlich aufschreiben, was mit zwanzig Stunden in der Woche geht. Das soll ein Beschluss werden, auf den sich beide Seiten berufen können, Verwaltung und Vereine.</p>',
    offers:
      '<p>Den Blick aus der Kämmerei: Dominik Vollmert erklärt gern, wie ein Kämmerer auf freiwillige Leistungen schaut und welche Argumente bei ihm ankommen. Außerdem ein Vereinsstammtisch, der seit acht Jahren ohne Tagesordnung funktioniert.</p>',
    seeks: '<p>Kleine Gemeinden mit ähnlich wenig Personal. Gern auch telefonisch, gern kurz.</p>',
  },
  {
    key: 'kirchhundem',
    name: 'Kirchhundem',
    kind: 'municipality',
    tile: { column: 4, row: 5 },
    inhabitants: 11_500,
    startingPoint:
      '<p>Sechsunddreißig Orte und Weiler, fast jeder mit Schützenverein, Musikverein oder Löschgruppe. In den letzten fünf Jahren haben sich sieben Vereine aufgelöst, keiner davon aus Geldmangel. Es fand sich niemand mehr für den Vorstand.</p>',
    aims: '<p>Wir wollen von einer Auflösung nicht mehr aus der Zeitung erfahren. Die Gemeinde soll früh ansprechbar sein und etwas anbieten können, das über gute Worte hinausgeht.</p>',
    offers:
      '<p>Eine Befragung von 84 Vereinsvorständen mit ernüchternden Ergebnissen, die wir hier offen zeigen. Und die Geschichte zweier Musikvereine, die erst zerstritten waren und heute zusammen proben.</p>',
    seeks:
      '<p>Erfahrungen mit Vorstandsteams, gemeinsamen Geschäftsstellen und Vereinsfusionen. Wir suchen auch Satzungen, die sich bewährt haben.</p>',
  },
  {
    key: 'menden',
    name: 'Menden',
    kind: 'city',
    tile: { column: 3, row: 3 },
    inhabitants: 52_500,
    startingPoint:
      '<p>Menden war schon im zweiten Durchgang dabei und hat seitdem eine Ehrenamtsagentur mit anderthalb Stellen. Sie ist bekannt und wird gebraucht, aber die Vermittlung in klassische Ehrenämter geht zurück. Dafür rufen immer mehr Vereine an, die Hilfe mit Technik, Datenschutz und Bankvollmachten suchen.</p>',
    aims: '<p>Wir möchten die Agentur umbauen: weniger vermitteln, mehr beraten und verbinden. Und wir möchten klären, womit wir aufhören, denn mehr Stellen wird es nicht geben.</p>',
    offers:
      '<p>Sieben Jahre Zahlen aus der Vermittlung, auch die unschönen. Eine Digitalsprechstunde für Vereine, die jeden zweiten Dienstag stattfindet. Einen Leitfaden für das Erstgespräch mit Freiwilligen.</p>',
    seeks:
      '<p>Mitstreiter für die Frage, was der Ganztag mit dem Vereinssport macht. Wir suchen jemanden, der schon eine Vereinbarung mit Schulen hat, die auch im zweiten Jahr noch hielt.</p>',
  },
  {
    key: 'kreis-olpe',
    name: 'Kreis Olpe',
    kind: 'district',
    tile: { column: 3, row: 5 },
    inhabitants: 133_000,
    startingPoint:
      '<p>Sieben Städte und Gemeinden mit sehr dichtem Vereinsleben; der Kreis hat eine Koordinationsstelle und das Thema Bevölkerungsschutz. Beim Hochwasser vor einigen Jahren kamen an einem Wochenende mehrere Hundert Menschen, um zu helfen. Wir wussten nicht, wohin mit ihnen.</p>',
    aims: '<p>Ein Konzept für Spontanhelfende, das mit den Gemeinden, den Feuerwehren und den Hilfsorganisationen abgestimmt ist und das wir einmal geübt haben. Außerdem möchten wir die Menschen erreichen, die in den nächsten Jahren in den Ruhestand gehen.</p>',
    offers:
      '<p>Die Auswertung unseres Hochwassereinsatzes, mit allen Fehlern. Eine Fortbildungsreihe für Vereine, die der Kreis zentral anbietet und die Gemeinden mit aussuchen.</p>',
    seeks:
      '<p>Andere Kreise und Gemeinden, die offen sagen, wo der Kreis nützt und wo er stört.</p>',
  },
  {
    key: 'senden',
    name: 'Senden',
    kind: 'municipality',
    tile: { column: 2, row: 1 },
    inhabitants: 21_000,
    startingPoint:
      '<p>Senden wächst, viele junge Familien ziehen aus Münster zu. Die Zugezogenen sind hilfsbereit, treten aber selten ein. Ein Jugendbeirat ist vor vier Jahren gescheitert, darüber wurde nie richtig gesprochen.</p>',
    aims: '<p>Wir wollen Beteiligungsformen, die zu Menschen mit wenig Zeit passen, zu Jugendlichen wie zu Eltern. Am Ende soll klar sein, ob wir eine Freiwilligenagentur brauchen und wer sie trägt.</p>',
    offers:
      '<p>Einen Mitmachtag, zu dem jedes Jahr rund vierhundert Leute kommen, mit Ablaufplan, Checklisten und einer Liste der Dinge, die wir nicht noch einmal machen.</p>',
    seeks:
      '<p>Ehrliche Berichte über Jugendbeteiligung, die länger als eine Wahlperiode gehalten hat.</p>',
  },
  {
    key: 'siegen-wittgenstein',
    name: 'Kreis Siegen-Wittgenstein',
    kind: 'district',
    tile: { column: 4, row: 6 },
    inhabitants: 274_000,
    startingPoint:
      '<p>Elf Städte und Gemeinden, von der Universitätsstadt bis zum Dorf im Rothaargebirge. Der Kreis unterhält seit vielen Jahren eine Servicestelle, die fortbildet und die Ehrenamtskarte abwickelt. Wie viel das bewirkt, wurden wir im Ausschuss gefragt; wir konnten es nicht sagen.</p>',
    aims: '<p>Wir möchten mit den Gemeinden eine Aufgabenteilung vereinbaren, die auf eine Seite passt. Und wir möchten unsere Wirkung so beobachten, dass es hilft und nicht nur Berichte füllt.</p>',
    offers:
      '<p>Fortbildungen, für die auch Nachbarkommunen Plätze bekommen. Kontakte zur Universität, wenn jemand eine Befragung plant.</p>',
    seeks: '<p>Einfache Kennzahlen, die jemand wirklich erhebt und die jemand wirklich liest.</p>',
  },
  {
    key: 'sprockhoevel',
    name: 'Sprockhövel',
    kind: 'city',
    tile: { column: 1, row: 3 },
    inhabitants: 24_500,
    startingPoint:
      '<p>Zwischen Ruhrgebiet und Bergischem Land, zwei Ortskerne und viel Fläche dazwischen. Ein Bürgerbusverein fährt seit über zwanzig Jahren, in zwei Quartieren entstehen Nachbarschaftsnetze. Die Menschen, die das tragen, sind im Schnitt über siebzig.</p>',
    aims: '<p>Wir wollen wissen, was unsere Nachbarschaftsnetze leisten können und wo professionelle Pflege beginnen muss. Und wir wollen den Bürgerbus ins nächste Jahrzehnt bringen.</p>',
    offers:
      '<p>Eine Zusammenarbeit mit Pflegekasse und Wohlfahrtsverbänden im Quartier, die nach schwierigem Anfang läuft. Schulungsunterlagen für Ehrenamtliche im Besuchsdienst.</p>',
    seeks:
      '<p>Andere Orte mit Bürgerbus oder Fahrdienst. Außerdem gute Formulierungen, mit denen man Ehrenamtlichen eine Grenze setzt, ohne sie zu kränken.</p>',
  },
];
