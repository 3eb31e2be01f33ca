import type { Topic } from '../types';

/** Help in disasters, and people who have fled. */
export const crisisAndArrivalTopics: readonly Topic[] = [
  {
    key: 'spontanhelfende',
    site: 'kreis-olpe',
    author: 'florian-sondermann',
    proposedAt: [-163, '07:30'],
    question: 'Wohin mit zweihundert Hilfsbereiten, wenn das Wasser kommt?',
    about: `<p>Beim Hochwasser kamen an einem Samstag mehr Helfende, als wir Stiefel hatten. Manche waren sieben Stunden unterwegs gewesen. Am Mittag standen sie auf der Bundesstraße und versperrten den Fahrzeugen den Weg, am Abend waren viele wütend nach Hause gefahren.</p>
<p>Wir wollen vorbereitet sein: Wer nimmt sie an, wer sagt ihnen, wo sie gebraucht werden, und wer sagt ihnen, dass sie nicht gebraucht werden?</p>`,
    whyNow:
      '<p>Der Kreistag hat ein Konzept beauftragt. Ein Konzept, das die Gemeinden erst beim Lesen kennenlernen, wird im Ernstfall nicht benutzt.</p>',
    brings: {
      case: '<p>Unsere vollständige Einsatznachbereitung, Stunde für Stunde. Sie war bisher nur intern.</p>',
      failure:
        '<p>Wir hatten eine Telefonnummer veröffentlicht. Es war die Durchwahl einer Kollegin im Urlaub.</p>',
    },
    markers: ['offer', 'need'],
    tags: ['Krisenhilfe', 'Kreis und Gemeinden'],
    minutes: 75,
    format: 'practice_example',
    comments: [
      {
        by: 'hubertus-faerber',
        at: [-162, '08:10'],
        body: '<p>Bei uns hat sich damals ein Gastwirt vor seine Tür gestellt und mit einem Block Leute eingeteilt. Er war der Einzige, der den Überblick hatte. Im Konzept kommt so jemand nie vor.</p>',
      },
      {
        key: 'helfende-sammelpunkt',
        by: 'florian-sondermann',
        at: [-161, '06:50'],
        body: '<p>Genau das war unsere wichtigste Lehre. Wir planen jetzt feste Sammelpunkte mit zwei Personen aus dem Ort, die man vorher kennt: eine für die Annahme, eine für die Verbindung zur Einsatzleitung. Keine Uniform, aber eine Weste.</p>',
      },
      {
        by: 'emre-yildiz',
        at: [-159, '09:30'],
        body: '<p>Wer schult diese zwei Personen, und was passiert, wenn fünf Jahre nichts passiert? Bei uns sind die Listen der Stromausfall-Anlaufstellen nach zwei Jahren schon zur Hälfte falsch.</p>',
        quote: {
          comment: 'helfende-sammelpunkt',
          excerpt: 'feste Sammelpunkte mit zwei Personen aus dem Ort',
        },
      },
      {
        by: 'ilias-papadopoulos',
        at: [-153, '11:25'],
        body: '<p>Bitte denken Sie an die Zeit danach. Am Montag waren die Helfenden weg und die Keller noch nass. Unser Nachbarschaftsnetz hat wochenlang Waschmaschinen organisiert und Anträge ausgefüllt, dafür gab es kein Lob und kein Konzept.</p>',
      },
      {
        by: 'beate-hoberg',
        at: [-141, '12:10'],
        body: '<p>Zur Versicherung: Wer von der Einsatzleitung eingeteilt wird, ist über die Unfallkasse abgesichert. Deshalb ist die Annahme mit Namen und Uhrzeit so wichtig. Ein Zettel reicht, aber er muss da sein.</p>',
      },
      {
        by: 'annegret-dickel',
        at: [-72, '10:05'],
        body: '<p>Wir haben eure Nachbereitung im Verwaltungsvorstand gelesen, mit eurer Erlaubnis. Danach war es zehn Minuten still. Inzwischen hat jedes unserer Dörfer zwei Namen benannt.</p>',
      },
    ],
    supports: [
      { site: 'kirchhundem', by: 'hubertus-faerber', at: [-162, '08:11'] },
      { site: 'ahlen', by: 'emre-yildiz', at: [-159, '09:31'] },
      { site: 'sprockhoevel', by: 'ilias-papadopoulos', at: [-153, '11:26'] },
      { site: 'bad-berleburg', by: 'annegret-dickel', at: [-147, '15:00'] },
      { site: 'finnentrop', by: 'dominik-vollmert', at: [-142, '07:35'] },
    ],
    follows: [
      { by: 'emre-yildiz', at: [-159, '09:32'] },
      { by: 'tobias-afflerbach', at: [-150, '08:00'] },
    ],
    notes: [
      {
        by: 'leonie-brandhorst',
        at: [-118, '16:00'],
        body: 'Die Einsatznachbereitung nennt Einsatzkräfte mit Funktion. Florian schwärzt vor dem Workshop, wir legen sie nur im Raum aus.',
      },
    ],
  },
  {
    key: 'gefluechtete',
    site: 'bergkamen',
    author: 'guelcan-aydogan',
    proposedAt: [-154, '10:55'],
    question: 'Wie werden aus Menschen, denen geholfen wird, Menschen, die mitgestalten?',
    about: `<p>Viele Geflüchtete haben in ihren Herkunftsländern Nachbarschaften organisiert, Schulen aufgebaut, Feste gestemmt. Bei uns werden sie begleitet, beraten, betreut. Irgendwann wollen sie nicht mehr die sein, für die etwas getan wird.</p>
<p>Wir haben ein Programm, in dem Geflüchtete nach einem Jahr selbst zu Begleitern werden. Ein Teil gelingt. Über den anderen Teil wird selten gesprochen.</p>`,
    whyNow:
      '<p>Die Helferkreise von früher sind müde und kleiner geworden. Wer nachkommt, kommt nur, wenn die Rollen neu verteilt werden.</p>',
    brings: {
      case: '<p>Drei Begleiterinnen aus Syrien und der Ukraine, die bereit sind, selbst zu erzählen, im Workshop oder am Telefon.</p>',
      failure:
        '<p>Im zweiten Jahr sprangen sieben von zwölf ab. Die meisten, weil sie Arbeit gefunden hatten, zwei, weil ein Helferkreis sie „unsere Flüchtlinge“ nannte.</p>',
    },
    markers: ['offer'],
    tags: ['Geflüchtete und Integration', 'Koordination'],
    minutes: 60,
    format: 'practice_example',
    comments: [
      {
        by: 'melina-kuhlmann',
        at: [-153, '09:15'],
        body: '<p>Der Satz mit „unsere Flüchtlinge“ sitzt. Wie haben Sie mit dem Helferkreis darüber gesprochen? Ich hätte Sorge, dass die Falschen gekränkt aufhören.</p>',
      },
      {
        key: 'gefluechtete-gespraech',
        by: 'guelcan-aydogan',
        at: [-152, '11:00'],
        body: '<p>Zuerst gar nicht, das war der Fehler. Später habe ich beide Seiten getrennt gehört und dann zusammen gekocht. Zwei Damen aus dem Helferkreis haben sich entschuldigt, eine ist gegangen. Ich würde es wieder so machen, aber ein Jahr früher.</p>',
      },
      {
        by: 'tobias-afflerbach',
        at: [-137, '13:40'],
        body: '<p>Auf dem Dorf läuft das über die Feuerwehr und den Fußball. Bei uns sind vier junge Männer in der Löschgruppe, zwei mit Truppmannausbildung. Die Hürde war nicht die Sprache, es war der Führerschein.</p>',
      },
      {
        by: 'samira-el-khatib',
        at: [-62, '16:30'],
        body: '<p>Ich bin neu in der Gruppe und lese mich gerade durch. Meine Eltern waren in den Neunzigern „unsere Flüchtlinge“. Mein Vater hat später den Trikotsatz der D-Jugend gewaschen, zwölf Jahre lang. Vorstand ist er nie geworden, gefragt hat ihn auch niemand.</p>',
      },
      {
        by: 'guelcan-aydogan',
        at: [-61, '08:35'],
        body: '<p>Danke, {@samira-el-khatib}. Wenn das Thema noch einmal zur Wahl steht, würde ich Sie gern dabeihaben.</p>',
      },
      {
        by: 'beate-hoberg',
        at: [-5, '09:50'],
        body: '<p>Ein praktischer Punkt für die Vorbereitung: Viele brauchen einen Nachweis über ihr Engagement, für die Einbürgerung oder für Bewerbungen. Wir stellen ihn inzwischen innerhalb einer Woche aus. Das wird mehr geschätzt als jede Feier.</p>',
      },
    ],
    supports: [
      { site: 'ahlen', by: 'melina-kuhlmann', at: [-153, '09:16'] },
      { site: 'bad-berleburg', by: 'tobias-afflerbach', at: [-137, '13:41'] },
      { site: 'senden', by: 'samira-el-khatib', at: [-62, '16:31'] },
      { site: 'kreis-olpe', by: 'beate-hoberg', at: [-5, '09:51'] },
    ],
    follows: [{ by: 'samira-el-khatib', at: [-62, '16:32'] }],
  },
  {
    key: 'app',
    site: 'kreis-olpe',
    author: 'florian-sondermann',
    proposedAt: [-36, '12:30'],
    question: 'Brauchen wir eine gemeinsame App für das Ehrenamt in Südwestfalen?',
    about:
      '<p>Ein Anbieter hat uns eine App vorgestellt: Angebote finden, Stunden erfassen, Nachrichten im Katastrophenfall. Für einen Kreis allein zu teuer, zu fünft wäre sie bezahlbar.</p>',
    whyNow: '<p>Das Angebot gilt bis zum Ende des Quartals.</p>',
    brings: { case: '<p>Das Angebot und unsere Liste mit Fragen dazu.</p>' },
    markers: ['need'],
    tags: ['Digitales', 'Krisenhilfe'],
    minutes: 30,
    format: 'discussion',
    comments: [
      {
        by: 'anil-thevarajah',
        at: [-35, '09:00'],
        body: '<p>Wir haben vor vier Jahren eine solche App beschafft. 1.900 Installationen im ersten Monat, 140 aktive nach einem Jahr. Ich schicke Ihnen gern den Vertrag, vor allem die Seite mit den Kündigungsfristen.</p>',
      },
      {
        by: 'maike-terbrueggen',
        at: [-34, '11:20'],
        body: '<p>Wer pflegt die Angebote ein? Bei unserer Datenbank war das die entscheidende Frage, und die Antwort war nach einem halben Jahr: niemand.</p>',
      },
      {
        by: 'florian-sondermann',
        at: [-22, '07:15'],
        body: '<p>Danke, das genügt mir. Für den Katastrophenfall haben wir schon Warnwege, und für den Rest fehlt uns jemand, der ihn pflegt. Ich ziehe das Thema zurück.</p>',
      },
    ],
    supports: [{ site: 'siegen-wittgenstein', by: 'marius-kaczmarek', at: [-33, '10:10'] }],
    withdrawn: {
      by: 'florian-sondermann',
      at: [-21, '07:40'],
      reason:
        'Die Erfahrungen aus Menden und Senden haben unsere Frage beantwortet. Wir nehmen das Angebot nicht an.',
    },
  },
];
