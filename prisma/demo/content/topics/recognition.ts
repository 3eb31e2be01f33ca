import type { Topic } from '../types';

/** Recognition, and engagement for people with little time. */
export const recognitionTopics: readonly Topic[] = [
  {
    key: 'anerkennung',
    site: 'ahlen',
    author: 'melina-kuhlmann',
    proposedAt: [-168, '16:15'],
    question: 'Was ist Anerkennung, wenn nicht noch ein Empfang mit Schnittchen?',
    about: `<p>Unser Ehrenamtsempfang ist gut besucht, und zwar seit Jahren von denselben 180 Menschen. Wer im Nachbarschaftstreff kocht oder im Sprachcafé hilft, kommt nicht. Als ich gefragt habe, warum, sagte eine Frau: „Da stehen die, die immer da stehen.“</p>
<p>Wir suchen Formen, die zu Menschen passen, die sich nicht als Ehrenamtliche bezeichnen würden.</p>`,
    whyNow:
      '<p>Der nächste Empfang ist geplant und das Geld dafür eingestellt. Wir könnten es diesmal anders ausgeben, müssten das aber in drei Monaten wissen.</p>',
    brings: {
      case: '<p>Ein Frühstück, zu dem nicht die Verwaltung eingeladen hat, sondern die Vereine sich gegenseitig. Es kostete ein Viertel und hatte die doppelte Zahl neuer Gesichter.</p>',
      failure:
        '<p>Wir haben einmal alle Ehrenamtlichen angeschrieben, die uns die Vereine gemeldet hatten. 23 Briefe gingen an Verstorbene.</p>',
    },
    markers: ['need', 'offer'],
    tags: ['Anerkennung'],
    minutes: 60,
    format: 'group_work',
    edits: [
      {
        by: 'melina-kuhlmann',
        at: [-162, '09:50'],
        changes: {
          question:
            'Was ist Anerkennung, wenn es nicht noch ein Empfang mit Schnittchen sein soll?',
        },
      },
    ],
    comments: [
      {
        by: 'guelcan-aydogan',
        at: [-167, '11:30'],
        body: '<p>In den Migrantenorganisationen höre ich: Anerkennung wäre, wenn die Stadt beim Hallenantrag zurückruft. Eine Urkunde hängt man auf, einen Rückruf erzählt man weiter.</p>',
      },
      {
        key: 'anerkennung-empfang',
        by: 'dominik-vollmert',
        at: [-164, '12:40'],
        body: '<p>Ich möchte eine Lanze für den Empfang brechen. Bei uns kommen Leute, die seit vierzig Jahren im Löschzug sind, und für die ist der Händedruck des Bürgermeisters sehr viel wert. Man kann das Neue einführen, ohne das Alte lächerlich zu machen.</p>',
      },
      {
        by: 'melina-kuhlmann',
        at: [-163, '17:10'],
        body: '<p>Das nehme ich an, {@dominik-vollmert}. Die Überschrift ist zu flott geraten. Ich ändere sie.</p>',
        quote: {
          comment: 'anerkennung-empfang',
          excerpt: 'ohne das Alte lächerlich zu machen',
        },
      },
      {
        by: 'marius-kaczmarek',
        at: [-155, '08:20'],
        body: '<p>Aus unserer kleinen Umfrage unter 212 Engagierten: An erster Stelle stand „eine verlässliche Ansprechperson“, an zweiter „Auslagen unkompliziert ersetzt bekommen“. Ehrungen kamen an siebter. Gefragt haben wir allerdings vor allem Jüngere.</p>',
      },
      {
        by: 'annegret-dickel',
        at: [-145, '18:25'],
        body: '<p>Bei uns fährt der Bürgermeister einmal im Monat abends in ein Dorf, hört zu und räumt danach mit auf. Kein Redebeitrag, keine Presse. Das war anfangs Überwindung, inzwischen fragen die Dörfer, wann sie dran sind.</p>',
      },
    ],
    supports: [
      { site: 'bergkamen', by: 'guelcan-aydogan', at: [-167, '11:31'] },
      { site: 'siegen-wittgenstein', by: 'marius-kaczmarek', at: [-155, '08:21'] },
      { site: 'bad-berleburg', by: 'annegret-dickel', at: [-145, '18:26'] },
      { site: 'menden', by: 'katharina-wrobel', at: [-139, '10:15'] },
      { site: 'senden', by: 'maike-terbrueggen', at: [-133, '14:20'] },
      { site: 'sprockhoevel', by: 'ilias-papadopoulos', at: [-127, '13:00'] },
    ],
    follows: [
      { by: 'dominik-vollmert', at: [-164, '12:41'] },
      { by: 'maike-terbrueggen', at: [-133, '14:21'] },
    ],
  },
  {
    key: 'ehrenamtskarte',
    site: 'menden',
    author: 'katharina-wrobel',
    proposedAt: [-149, '09:25'],
    question: 'Lohnt sich die Ehrenamtskarte noch, wenn sie kaum jemand beantragt?',
    about: `<p>Wir geben im Jahr etwa sechzig Ehrenamtskarten aus. Jede kostet uns rund vierzig Minuten: Antrag prüfen, beim Verein nachfragen, unterschreiben lassen, verschicken. Die Vergünstigungen kennen die meisten Inhaber nicht.</p>
<p>Auf der anderen Seite gibt es Menschen, die mit Stolz jedes Mal die Karte zeigen. Mich interessiert, ob jemand den Aufwand halbiert oder den Nutzen verdoppelt hat.</p>`,
    whyNow:
      '<p>In der Agentur müssen wir festlegen, womit wir aufhören. Die Karte steht auf der Liste, und ich bin nicht sicher, ob sie dort hingehört.</p>',
    brings: {
      case: '<p>Unsere Zahlen aus sieben Jahren, nach Alter und Art des Engagements.</p>',
    },
    markers: ['need', 'offer'],
    tags: ['Anerkennung', 'Koordination'],
    minutes: 45,
    format: 'discussion',
    comments: [
      {
        by: 'ulrike-menn',
        at: [-148, '10:40'],
        body: '<p>Wir bearbeiten die Karte für mehrere Gemeinden gemeinsam im Kreis. Damit sinkt der Aufwand auf gut fünfzehn Minuten. Der Preis dafür: Die Gemeinde verliert den Kontakt, und die Ehrung im Rathaus fällt weg.</p>',
      },
      {
        key: 'karte-jubilaeum',
        by: 'beate-hoberg',
        at: [-144, '15:20'],
        body: '<p>Die Jubiläumskarte für 25 Jahre läuft bei uns von selbst, weil sie nicht abläuft und niemand sie verlängern muss. Die reguläre Karte mit ihren fünf Stunden in der Woche schließt genau die aus, die wir gewinnen wollen: Berufstätige und Eltern.</p>',
      },
      {
        by: 'katharina-wrobel',
        at: [-143, '08:50'],
        body: '<p>Das deckt sich mit unseren Zahlen. Unter vierzig Jahren haben wir ganze vier Karten.</p>',
        quote: {
          comment: 'karte-jubilaeum',
          excerpt: 'schließt genau die aus, die wir gewinnen wollen',
        },
      },
      {
        by: 'emre-yildiz',
        at: [-136, '16:30'],
        body: '<p>Bevor Sie sie abschaffen: Wir hatten das vor zwei Jahren im Ausschuss, und plötzlich war die Karte das Wichtigste, was die Stadt für das Ehrenamt tut. Fraktionen, die nie danach gefragt hatten, hielten Reden darüber.</p>',
      },
    ],
    supports: [
      { site: 'siegen-wittgenstein', by: 'ulrike-menn', at: [-148, '10:41'] },
      { site: 'kreis-olpe', by: 'beate-hoberg', at: [-144, '15:21'] },
    ],
  },
  {
    key: 'samstag',
    site: 'senden',
    author: 'samira-el-khatib',
    draftedAt: [-9, '17:30'],
    proposedAt: [-6, '16:40'],
    question: 'Was bieten wir Menschen an, die nur einen Samstag Zeit haben?',
    about: `<p>Zu unserem Mitmachtag kommen rund vierhundert Leute. Sie streichen Bänke, sortieren Bücher, pflanzen Bäume und sind am Abend begeistert. Danach sehen wir die meisten ein Jahr lang nicht.</p>
<p>Die Vereine sagen, das bringe ihnen nichts. Die Leute sagen, mehr gehe gerade nicht. Ich frage mich, ob wir das eine immer als Vorstufe zum anderen behandeln müssen.</p>`,
    whyNow:
      '<p>Die Vorbereitung für den nächsten Mitmachtag beginnt. Zwei Vereine haben angekündigt, nicht mehr mitzumachen.</p>',
    brings: {
      case: '<p>Ablaufplan, Checklisten und die Liste der Dinge, die wir nicht noch einmal machen.</p>',
    },
    markers: ['offer'],
    tags: ['Koordination', 'Nachbarschaft'],
    minutes: 45,
    format: 'open',
    comments: [
      {
        by: 'ilias-papadopoulos',
        at: [-3, '14:10'],
        body: '<p>Wir haben aufgehört, beim Aktionstag um Mitglieder zu werben, und fragen seither nur: „Dürfen wir Sie im nächsten Jahr wieder anrufen?“ Zwei Drittel sagen ja. Für uns ist das inzwischen ein eigener Kreis von Engagierten, mit eigener Liste.</p>',
      },
    ],
    supports: [{ site: 'sprockhoevel', by: 'ilias-papadopoulos', at: [-3, '14:11'] }],
  },
  {
    key: 'abschied',
    site: 'finnentrop',
    author: 'christa-schulte-hellmann',
    draftedAt: [-8, '11:20'],
    question: 'Wie verabschieden wir Engagierte, die selbst nicht aufhören können?',
    about:
      '<p>Ein Fahrer, der nicht mehr sicher fährt. Eine Vorlesepatin, die die Kinder anschreit. Alle wissen es, niemand sagt es, und am Ende bleiben die anderen weg. (Hier noch den Fall vom Besuchsdienst ergänzen, aber so, dass man niemanden erkennt.)</p>',
    whyNow: '',
    brings: {},
    markers: ['need'],
    tags: ['Anerkennung'],
    minutes: 60,
    format: 'peer_consultation',
  },
];
