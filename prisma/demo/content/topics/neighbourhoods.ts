import type { Topic } from '../types';

/** Villages and neighbourhoods: shops, buses, care, meeting places. */
export const neighbourhoodTopics: readonly Topic[] = [
  {
    key: 'dorfladen',
    site: 'bad-berleburg',
    author: 'annegret-dickel',
    proposedAt: [-146, '09:10'],
    question: 'Was hält einen Dorfladen am Leben, wenn die erste Begeisterung vorbei ist?',
    about: `<p>Wir haben drei Dorfläden. Einer trägt sich, einer lebt von zwei Frauen, die sich nicht mehr trauen, in Urlaub zu fahren, und einer wird schließen. Alle drei wurden mit Blasmusik eröffnet.</p>
<p>Ich möchte nicht über Gründung sprechen, darüber gibt es genug Broschüren. Mich interessieren das vierte und das fünfte Jahr.</p>`,
    whyNow:
      '<p>Ein vierter Ort möchte gründen und fragt, was wir raten. Ich finde, er sollte erst den dritten besuchen.</p>',
    brings: {
      case: '<p>Die Zahlen aller drei Läden, mit Einverständnis der Vorstände. Sie sind aufschlussreich, gerade beim Umsatz mit Briefmarken, Kaffee und Brötchen.</p>',
      failure:
        '<p>Wir haben einem Laden dreimal mit kleinen Beträgen geholfen und damit die Entscheidung dreimal aufgeschoben. Den Vorstand hat das mehr Kraft gekostet, als eine klare Absage es getan hätte.</p>',
    },
    markers: ['offer', 'need'],
    tags: ['Nahversorgung und Mobilität', 'Nachbarschaft'],
    minutes: 60,
    format: 'practice_example',
    comments: [
      {
        by: 'jana-rameil',
        at: [-145, '20:15'],
        body: '<p>Unser Laden hat überlebt, seit er ein Café mit Regalen ist und kein Laden mit Kaffeemaschine. Die Leute kommen wegen der anderen Leute und nehmen Milch mit.</p>',
      },
      {
        key: 'dorfladen-selbstbedienung',
        by: 'florian-sondermann',
        at: [-131, '07:10'],
        body: '<p>In einem Nachbarort läuft ein Laden ohne Personal mit Karte und Kamera, rund um die Uhr. Er schreibt schwarze Zahlen. Geredet wird dort allerdings nicht mehr.</p>',
      },
      {
        by: 'annegret-dickel',
        at: [-129, '18:05'],
        body: '<p>Darüber würde ich gern streiten. Wenn der Laden nur noch versorgt, ist er dann noch unsere Aufgabe oder einfach ein Geschäft?</p>',
        quote: {
          comment: 'dorfladen-selbstbedienung',
          excerpt: 'Geredet wird dort allerdings nicht mehr',
        },
      },
      {
        by: 'petra-oberste-brink',
        at: [-104, '10:40'],
        body: '<p>Fragen Sie die Achtzigjährigen ohne Auto. Denen ist es gleich, wie wir es nennen. Bei uns hält der Bürgerbus jetzt zweimal am Vormittag vor dem Laden, seitdem stimmen beide Zahlen etwas besser.</p>',
      },
      {
        by: 'annegret-dickel',
        at: [-8, '19:15'],
        body: '<p>Neuer Stand: Der dritte Laden schließt zum Monatsende. Der Vorstand ist erleichtert, das Dorf traurig, und beides darf sein. Ich würde den Vorsitzenden gern mitbringen, falls das Thema gewählt wird.</p>',
      },
    ],
    supports: [
      { site: 'kirchhundem', by: 'jana-rameil', at: [-145, '20:16'] },
      { site: 'kreis-olpe', by: 'florian-sondermann', at: [-131, '07:11'] },
      { site: 'sprockhoevel', by: 'petra-oberste-brink', at: [-104, '10:41'] },
    ],
    follows: [{ by: 'jana-rameil', at: [-145, '20:17'] }],
  },
  {
    key: 'buergerbus',
    site: 'sprockhoevel',
    author: 'petra-oberste-brink',
    proposedAt: [-55, '15:40'],
    entered: {
      by: 'nermin-halilovic',
      confirmedBy: 'petra-oberste-brink',
      confirmedAt: [-54, '08:30'],
    },
    question: 'Was braucht ein Bürgerbusverein, dem die Fahrerinnen und Fahrer ausgehen?',
    about: `<p>Der Verein fährt seit über zwanzig Jahren, sechs Tage in der Woche. Von 34 Fahrerinnen und Fahrern sind noch 21 übrig, der jüngste ist 63. Fällt im Winter einer aus, fällt die Tour aus.</p>
<p>Der Vorstand will nicht weniger fahren, die Fahrenden können nicht mehr fahren. Die Stadt steht dazwischen.</p>`,
    whyNow:
      '<p>Im kommenden Jahr muss das Fahrzeug ersetzt werden. Bevor es bestellt wird, muss klar sein, wer es fährt.</p>',
    brings: {
      case: '<p>Die Dienstpläne von fünf Jahren und einen Vorsitzenden, der bereit ist, am Telefon dazuzukommen.</p>',
      failure:
        '<p>Eine Plakatkampagne mit dem Bürgermeister am Steuer. Es meldeten sich vier Personen, alle ohne die nötige Gesundheitsprüfung.</p>',
    },
    markers: ['need'],
    tags: ['Nahversorgung und Mobilität', 'Vereine'],
    minutes: 45,
    format: 'peer_consultation',
    comments: [
      {
        by: 'beate-hoberg',
        at: [-49, '14:25'],
        body: '<p>Einer unserer Vereine hat die Schichten von sechs auf drei Stunden halbiert. Auf einmal meldeten sich Leute, die noch arbeiten und einen freien Vormittag haben. Der Dienstplan ist seitdem komplizierter, das macht jetzt eine Schülerin mit einer Tabelle.</p>',
      },
      {
        by: 'hubertus-faerber',
        at: [-37, '08:20'],
        body: '<p>Ich frage einmal unfreundlich: Muss ein Linienverkehr an sechs Tagen ein Ehrenamt sein? Wenn er gebraucht wird, ist er vielleicht eine Aufgabe des Nahverkehrs.</p>',
      },
      {
        by: 'petra-oberste-brink',
        at: [-36, '11:15'],
        body: '<p>Die Frage ist nicht unfreundlich, sie ist richtig. Der Kreis hat dazu gerechnet: Hauptamtlich käme die Linie auf das Fünffache. Die Antwort lautete, dann eben nicht. Mit „dann eben nicht“ leben aber 140 Fahrgäste in der Woche.</p>',
      },
    ],
    supports: [
      { site: 'kreis-olpe', by: 'beate-hoberg', at: [-49, '14:26'] },
      { site: 'bad-berleburg', by: 'annegret-dickel', at: [-35, '09:40'] },
    ],
    follows: [{ by: 'ilias-papadopoulos', at: [-54, '09:00'] }],
    notes: [
      {
        by: 'nermin-halilovic',
        at: [-55, '15:45'],
        body: 'Am Telefon aufgenommen. Petra tut sich mit dem Formular schwer, weil ihr Bildschirm sehr groß eingestellt ist; beim nächsten Treffen einmal zusammen ansehen.',
      },
    ],
  },
  {
    key: 'sorgende',
    site: 'sprockhoevel',
    author: 'ilias-papadopoulos',
    proposedAt: [-68, '10:50'],
    question: 'Wann trägt eine Sorgende Gemeinschaft, und wann ersetzt sie nur Pflege, die fehlt?',
    about: `<p>Unsere Nachbarschaftsnetze kaufen ein, begleiten zum Arzt, sitzen abends am Bett. Das ist großartig, und es wird jeden Monat ein bisschen mehr. Eine Ehrenamtliche hat mir gesagt: „Ich wollte vorlesen. Jetzt wechsle ich Verbände.“</p>
<p>Wir suchen eine Grenze, die man aussprechen kann, und eine Antwort für die Menschen, denen wir dann absagen.</p>`,
    whyNow:
      '<p>Zwei ambulante Dienste haben ihr Gebiet verkleinert. Die Anfragen, die dort abgewiesen werden, kommen bei uns an.</p>',
    brings: {
      case: '<p>Unsere Vereinbarung mit der Pflegekasse und zwei Verbänden: wer was tut und ab wann jemand anders übernimmt. Der Weg dahin war mühsam, davon erzähle ich gern.</p>',
      failure:
        '<p>Wir haben ein Jahr lang jede Anfrage angenommen. Am Ende hatten wir neun Ehrenamtliche weniger und keine einzige Pflegestunde mehr.</p>',
    },
    markers: ['offer', 'need'],
    tags: ['Nachbarschaft', 'Koordination'],
    minutes: 60,
    format: 'peer_consultation',
    comments: [
      {
        by: 'melina-kuhlmann',
        at: [-67, '17:20'],
        body: '<p>Der Satz mit den Verbänden geht mir nach. Bei uns hilft ein Vordruck, den jede und jeder am ersten Tag selbst ausfüllt: „Das mache ich. Das mache ich nicht. Dann rufe ich an.“ Drei Spalten, eine Telefonnummer.</p>',
      },
      {
        key: 'sorgende-grenze',
        by: 'marius-kaczmarek',
        at: [-63, '09:30'],
        body: '<p>Ich bin bei dem Begriff selbst vorsichtig. „Sorgende Gemeinschaft“ klingt warm und verschiebt eine Pflichtaufgabe der Pflegeversicherung in die Nachbarschaft. Wir sollten das im Workshop ausdrücklich aussprechen dürfen.</p>',
      },
      {
        by: 'ilias-papadopoulos',
        at: [-62, '10:10'],
        body: '<p>Unbedingt. Ich benutze das Wort im Förderantrag und vermeide es im Quartier. Dort heißt es einfach „das Netz“.</p>',
        quote: {
          comment: 'sorgende-grenze',
          excerpt: 'klingt warm und verschiebt eine Pflichtaufgabe',
        },
      },
      {
        by: 'christa-schulte-hellmann',
        at: [-29, '11:40'],
        body: '<p>Und wer sorgt für die, die sorgen? Unsere älteste Besuchsdienstlerin ist 84, die Dame, die sie besucht, ist 79.</p>',
      },
      {
        by: 'petra-oberste-brink',
        at: [-2, '16:15'],
        body: '<p>Ergänzung aus der Praxis von dieser Woche: Die Pflegekasse hat unserer Vereinbarung eine Person mit Namen und Durchwahl hinzugefügt. Für die Ehrenamtlichen war das wichtiger als der ganze übrige Text.</p>',
      },
    ],
    supports: [
      { site: 'ahlen', by: 'melina-kuhlmann', at: [-67, '17:21'] },
      { site: 'siegen-wittgenstein', by: 'marius-kaczmarek', at: [-63, '09:31'] },
      { site: 'finnentrop', by: 'christa-schulte-hellmann', at: [-29, '11:41'] },
      { site: 'kreis-olpe', by: 'beate-hoberg', at: [-26, '13:00'] },
    ],
    follows: [{ by: 'christa-schulte-hellmann', at: [-29, '11:42'] }],
  },
  {
    key: 'nachbarschaftstreff',
    site: 'ahlen',
    author: 'melina-kuhlmann',
    proposedAt: [-45, '16:35'],
    question: 'Wie viel Hauptamt braucht ein Nachbarschaftstreff, damit er ehrenamtlich bleibt?',
    about: `<p>Unsere beiden Treffs begannen gleich: Schlüssel, Herd, zwei lange Tische. Den einen begleitet eine Kollegin mit zehn Wochenstunden, den anderen niemand. Der begleitete ist lebendig, aber ohne sie läuft nichts. Der andere ist kleiner, streitbarer, und er gehört wirklich den Leuten.</p>
<p>Welcher von beiden ist eigentlich der gelungene?</p>`,
    whyNow:
      '<p>Für einen dritten Treff steht ein Ladenlokal zur Verfügung. Wir müssen sagen, mit welchem Modell wir hineingehen.</p>',
    brings: {
      case: '<p>Beide Treffs zum Vergleich. Je eine Person von dort würde mitkommen.</p>',
    },
    markers: ['offer'],
    tags: ['Nachbarschaft', 'Geld und Stellen'],
    minutes: 60,
    format: 'practice_example',
    comments: [
      {
        by: 'ilias-papadopoulos',
        at: [-43, '09:25'],
        body: '<p>Wir ziehen unsere Begleitung planmäßig zurück: erstes Jahr zehn Stunden, zweites fünf, drittes zwei. Beim ersten Quartier ging es auf. Beim zweiten kam im dritten Jahr ein Streit ums Geld, und wir waren nicht mehr da. Ganz weg sein ist also auch keine Lösung.</p>',
      },
      {
        by: 'guelcan-aydogan',
        at: [-32, '10:50'],
        body: '<p>Frage zurück: Wer kommt nicht in den Treff, der „den Leuten gehört“? Bei uns gehörte er nach zwei Jahren einer Familie und ihren Freundinnen. Ohne jemanden von außen öffnet sich die Tür nicht von selbst.</p>',
      },
      {
        by: 'melina-kuhlmann',
        at: [-31, '17:00'],
        body: '<p>Da treffen Sie den wunden Punkt, {@guelcan-aydogan}. Im unbegleiteten Treff war in diesem Jahr kein einziges neues Gesicht.</p>',
      },
    ],
    supports: [
      { site: 'sprockhoevel', by: 'ilias-papadopoulos', at: [-43, '09:26'] },
      { site: 'bergkamen', by: 'guelcan-aydogan', at: [-32, '10:51'] },
      { site: 'menden', by: 'katharina-wrobel', at: [-28, '15:15'] },
    ],
    follows: [{ by: 'ilias-papadopoulos', at: [-43, '09:27'] }],
  },
  {
    key: 'drei-familien',
    site: 'bad-berleburg',
    author: 'annegret-dickel',
    draftedAt: [-20, '21:10'],
    question: 'Was tun, wenn im Dorf nur noch drei Familien alles machen?',
    about:
      '<p>Wer den Maibaum stellt, mäht auch den Friedhof und sitzt im Ortsvorstand. Die anderen kommen zum Feiern und sind freundlich. Frage: Ist das ein Problem, oder ist das ein Dorf?</p>',
    whyNow:
      '<p>In einem Ort ist eine der drei Familien weggezogen. (Zahlen noch nachtragen, vorher mit dem Ortsvorsteher sprechen.)</p>',
    brings: {},
    markers: ['need'],
    tags: ['Nachbarschaft'],
    minutes: 45,
    format: 'discussion',
  },
];
