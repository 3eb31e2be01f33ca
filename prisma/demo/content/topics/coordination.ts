import type { Topic } from '../types';

/** Who coordinates, with how many hours, and for whom. */
export const coordinationTopics: readonly Topic[] = [
  {
    key: 'halbe-stelle',
    site: 'finnentrop',
    author: 'christa-schulte-hellmann',
    proposedAt: [-166, '12:30'],
    question: 'Was kann eine halbe Stelle Ehrenamtskoordination leisten, und was nicht?',
    about: `<p>In meiner Stellenbeschreibung stehen siebzehn Aufgaben. Für Ehrenamt bleiben, ehrlich gerechnet, zwölf Stunden in der Woche. Davon gehen fünf für Anträge und Ehrungen weg.</p>
<p>Ich möchte mit Ihnen durchgehen, was man mit sieben Stunden anfängt, wenn man etwas bewirken will. Und ich möchte lernen, das Übrige laut abzulehnen.</p>`,
    whyNow:
      '<p>Die Stelle wird neu bewertet. Wenn ich nicht sage, was sie leisten kann, sagt es jemand anders.</p>',
    brings: {
      case: '<p>Vier Wochen meiner Arbeitszeit, in Viertelstunden aufgeschrieben.</p>',
      failure:
        '<p>Ich habe einen Newsletter, eine Börse und einen Stammtisch gleichzeitig begonnen. Nach einem halben Jahr gab es nur noch den Stammtisch.</p>',
    },
    markers: ['need'],
    tags: ['Koordination', 'Geld und Stellen'],
    minutes: 60,
    format: 'peer_consultation',
    comments: [
      {
        by: 'jana-rameil',
        at: [-165, '20:40'],
        body: '<p>Das ist mein Thema, nur mit einer anderen Gemeinde davor. Ich schreibe meine vier Wochen auch auf, dann können wir sie nebeneinanderlegen.</p>',
      },
      {
        key: 'halbe-stelle-drei',
        by: 'nermin-halilovic',
        at: [-163, '13:30'],
        body: '<p>Als ich selbst koordiniert habe, half mir ein Zettel an der Tür: „Dieses Jahr drei Dinge.“ Alles andere bekam eine freundliche Absage mit Jahreszahl. Im ersten Monat war ich unbeliebt, danach nicht mehr.</p>',
      },
      {
        by: 'annegret-dickel',
        at: [-161, '17:45'],
        body: '<p>Wer hat die drei Dinge festgelegt? Bei uns würde der Ausschuss vierzehn daraus machen.</p>',
        quote: { comment: 'halbe-stelle-drei', excerpt: '„Dieses Jahr drei Dinge.“' },
      },
      {
        by: 'nermin-halilovic',
        at: [-160, '08:45'],
        body: '<p>Ich habe fünf vorgeschlagen und der Ausschuss hat drei ausgesucht. Dass man auswählen musste, stand in der Vorlage.</p>',
      },
      {
        by: 'dominik-vollmert',
        at: [-158, '07:30'],
        body: '<p>Als Kämmerer und Kollege von Christa: Ich wusste bis zu ihrer Aufstellung nicht, wie viel Zeit in den Ehrungen steckt. Solche Zahlen überzeugen mich mehr als jede Studie.</p>',
      },
      {
        by: 'christa-schulte-hellmann',
        at: [-64, '10:20'],
        body: '<p>Rückmeldung nach dem zweiten Workshop: Die Stellenbeschreibung hat jetzt sechs Aufgaben statt siebzehn. Der Newsletter ist offiziell gestorben. Ich danke Ihnen allen, besonders für das Rollenspiel mit dem Bürgermeister.</p>',
      },
    ],
    supports: [
      { site: 'kirchhundem', by: 'jana-rameil', at: [-165, '20:41'] },
      { site: 'bad-berleburg', by: 'annegret-dickel', at: [-161, '17:46'] },
      { site: 'senden', by: 'maike-terbrueggen', at: [-154, '10:00'] },
      { site: 'ahlen', by: 'melina-kuhlmann', at: [-147, '09:45'] },
    ],
    follows: [
      { by: 'jana-rameil', at: [-165, '20:42'] },
      { by: 'maike-terbrueggen', at: [-154, '10:01'] },
    ],
  },
  {
    key: 'freiwilligenagentur',
    site: 'senden',
    author: 'maike-terbrueggen',
    proposedAt: [-58, '11:05'],
    question: 'Freiwilligenagentur: bei der Gemeinde, beim Verband oder im eigenen Verein?',
    about: `<p>Der Rat möchte eine Freiwilligenagentur. Drei Träger kämen infrage: wir selbst, ein Wohlfahrtsverband oder ein neuer Verein. Jeder hat gute Gründe, warum es die anderen nicht sein sollten.</p>
<p>Uns fehlt der nüchterne Vergleich: Was kostet es, wer bleibt, wenn die Förderung endet, und wem vertrauen die Leute?</p>`,
    whyNow:
      '<p>Im Haushalt stehen 35.000 Euro mit Sperrvermerk. Der Rat will bis zum Jahresende einen Vorschlag.</p>',
    brings: {
      case: '<p>Drei Kostenrechnungen, von den möglichen Trägern selbst geschrieben und entsprechend verschieden.</p>',
    },
    markers: ['need'],
    tags: ['Koordination', 'Strategie'],
    minutes: 60,
    format: 'discussion',
    comments: [
      {
        by: 'katharina-wrobel',
        at: [-57, '09:25'],
        body: '<p>Wir sind bei der Stadt. Der Vorteil ist die Sicherheit, der Nachteil: Viele denken, wir seien eine Behörde, und genau so rufen sie auch an. Wenn ich frei wählen dürfte, nähme ich einen eigenen Eingang, der nicht durchs Rathaus führt.</p>',
      },
      {
        key: 'agentur-verein',
        by: 'ulrike-menn',
        at: [-53, '14:00'],
        body: '<p>Im Kreisgebiet gab es eine Agentur im eigenen Verein. Gute Leute, gute Arbeit. Nach sechs Jahren war der Vorstand mit der Finanzierung beschäftigt und mit sonst nichts. Ich würde das keinem Verein mehr zumuten, ohne die Personalstelle fest zu bezahlen.</p>',
      },
      {
        by: 'maike-terbrueggen',
        at: [-51, '10:40'],
        body: '<p>Das ist ein wichtiger Punkt. Unser möglicher Verein rechnet mit drei Jahren Projektmitteln und „danach Sponsoren“.</p>',
        quote: {
          comment: 'agentur-verein',
          excerpt: 'ohne die Personalstelle fest zu bezahlen',
        },
      },
      {
        by: 'ruediger-stratmann',
        at: [-41, '08:05'],
        body: '<p>Wir stehen vor derselben Entscheidung, allerdings mit weniger Geld. Ich trage unser Thema gesondert ein, weil es bei uns um die Zusammenlegung von vier vorhandenen Stellen geht.</p>',
      },
    ],
    supports: [
      { site: 'menden', by: 'katharina-wrobel', at: [-57, '09:26'] },
      { site: 'siegen-wittgenstein', by: 'ulrike-menn', at: [-53, '14:01'] },
      { site: 'sprockhoevel', by: 'petra-oberste-brink', at: [-46, '11:30'] },
    ],
  },
  {
    key: 'ehrenamtsagentur',
    site: 'bergkamen',
    author: 'ruediger-stratmann',
    proposedAt: [-40, '15:10'],
    question:
      'Wer soll eine Ehrenamtsagentur tragen, wenn vier Stellen schon ein bisschen zuständig sind?',
    about:
      '<p>Sport, Integration, Senioren und Jugend: In jedem Bereich kümmert sich jemand um Ehrenamtliche, mit eigener Liste, eigenem Etat und eigener Dankeschön-Feier. Daraus eine Agentur zu machen, heißt, dass drei Menschen etwas abgeben.</p>',
    whyNow:
      '<p>Eine der vier Stellen wird frei. Wenn wir sie einfach nachbesetzen, bleibt alles, wie es ist.</p>',
    brings: {
      failure:
        '<p>Einen Versuch der Zusammenlegung gab es schon. Er endete mit einem gemeinsamen Flyer, auf dem vier Telefonnummern stehen.</p>',
    },
    markers: ['need'],
    tags: ['Koordination'],
    minutes: 60,
    format: 'peer_consultation',
    comments: [
      {
        by: 'guelcan-aydogan',
        at: [-39, '10:15'],
        body: '<p>Ich bin eine der vier und sage es offen: Ich würde meine Liste nicht gern abgeben. Die Menschen darauf haben mir vertraut und nicht der Stadt. Das muss ein gutes Konzept aushalten.</p>',
      },
      {
        by: 'katharina-wrobel',
        at: [-17, '16:20'],
        body: '<p>Für das Zusammenlegen mit dem Thema aus Senden spricht die Trägerfrage. Dagegen spricht, dass {@guelcan-aydogan} gerade etwas ganz anderes beschreibt, nämlich den Abschied von der eigenen Zuständigkeit. Ich fände es schade, wenn das unterginge.</p>',
      },
    ],
    supports: [
      { site: 'menden', by: 'katharina-wrobel', at: [-17, '16:21'] },
      { site: 'sprockhoevel', by: 'petra-oberste-brink', at: [-15, '09:10'] },
    ],
    notes: [
      {
        by: 'leonie-brandhorst',
        at: [-18, '12:10'],
        body: 'Mit Rüdiger telefonisch angekündigt, er will erst mit Gülcan sprechen. Nicht drängen.',
      },
    ],
  },
  {
    key: 'ruhestand',
    site: 'kreis-olpe',
    author: 'beate-hoberg',
    proposedAt: [-50, '13:45'],
    question:
      'Wie sprechen wir die geburtenstarken Jahrgänge an, bevor sie in den Ruhestand gehen?',
    about: `<p>In den nächsten zehn Jahren geht bei uns fast ein Drittel der Beschäftigten in Rente. Viele sagen: „Erst einmal gar nichts.“ Zwei Jahre später sind die Gewohnheiten gebaut und der Zug ist abgefahren.</p>
<p>Wir überlegen, über die Betriebe zu gehen, solange die Leute noch dort sind.</p>`,
    whyNow:
      '<p>Drei große Arbeitgeber haben Interesse an einem gemeinsamen Angebot zum Übergang gezeigt. Sie wollen bis zum nächsten Treffen etwas Konkretes sehen.</p>',
    brings: {
      expert:
        '<p>Eine Personalleiterin aus der Metallindustrie, die Seminare zum Ruhestand anbietet und weiß, in welchem Monat die Leute zuhören.</p>',
    },
    markers: ['need', 'offer'],
    tags: ['Koordination', 'Kreis und Gemeinden'],
    minutes: 45,
    format: 'input',
    comments: [
      {
        by: 'petra-oberste-brink',
        at: [-48, '11:00'],
        body: '<p>Der Bürgerbus lebt von Leuten in ihrem zweiten oder dritten Rentenjahr. Im ersten reisen sie. Wir rufen deshalb genau ein Jahr nach der Verabschiedung an, nicht früher.</p>',
      },
      {
        by: 'marius-kaczmarek',
        at: [-44, '09:40'],
        body: '<p>Bitte nicht alle in einen Topf. Nach unseren Zahlen pflegt in diesem Alter fast jeder Fünfte jemanden in der Familie. Diesen Menschen müssen wir eher etwas abnehmen als etwas anbieten.</p>',
      },
      {
        by: 'beate-hoberg',
        at: [-43, '14:30'],
        body: '<p>Ein guter Einwand. Vielleicht gehört beides in dasselbe Seminar: was man geben möchte, und was man braucht.</p>',
      },
    ],
    supports: [
      { site: 'sprockhoevel', by: 'petra-oberste-brink', at: [-48, '11:01'] },
      { site: 'kirchhundem', by: 'jana-rameil', at: [-45, '19:50'] },
    ],
    follows: [{ by: 'petra-oberste-brink', at: [-48, '11:02'] }],
  },
];
