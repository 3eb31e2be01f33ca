import type { Topic } from '../types';

/** The topics of the second cohort, long since concluded. */
export const earlierTopics: readonly Topic[] = [
  {
    key: 'agentur-aufbau',
    site: 'menden',
    author: 'katharina-wrobel',
    proposedAt: [-812, '09:30'],
    question: 'Womit fängt eine Ehrenamtsagentur an, wenn erst einmal niemand anruft?',
    about:
      '<p>Wir haben einen Raum, ein Telefon und anderthalb Stellen. In den ersten sechs Wochen gab es elf Anrufe, vier davon waren verwählt. Uns interessiert, womit andere angefangen haben.</p>',
    whyNow: '<p>In einem halben Jahr sollen wir dem Ausschuss berichten.</p>',
    brings: { case: '<p>Unser Tagebuch der ersten hundert Tage.</p>' },
    markers: ['need'],
    tags: ['Koordination'],
    minutes: 60,
    format: 'peer_consultation',
    comments: [
      {
        key: 'agentur-runde',
        by: 'nermin-halilovic',
        at: [-811, '08:50'],
        body: '<p>Ich habe in Werl in den ersten drei Monaten keinen einzigen Menschen vermittelt, aber 52 Vereine besucht. Ab dem vierten Monat kannte man meine Stimme, dann wurde angerufen.</p>',
      },
      {
        by: 'werner-gruenebaum',
        at: [-809, '14:10'],
        body: '<p>52 Besuche, das machen wir nach. Wie lange waren Sie jeweils dort, und was haben Sie gefragt?</p>',
        quote: { comment: 'agentur-runde', excerpt: '52 Vereine besucht' },
      },
      {
        by: 'nermin-halilovic',
        at: [-808, '16:30'],
        body: '<p>Eine Stunde, zwei Fragen: Was läuft bei euch gut? Und was würdet ihr sofort abgeben, wenn es jemand nähme?</p>',
      },
    ],
    supports: [
      { site: 'werl', by: 'nermin-halilovic', at: [-811, '08:51'] },
      { site: 'hilchenbach', by: 'hatice-demirtas', at: [-806, '10:00'] },
    ],
  },
  {
    key: 'versammlungen',
    site: 'hilchenbach',
    author: 'karl-friedrich-buedenbender',
    proposedAt: [-808, '11:00'],
    question: 'Warum kommen zu unseren Dorfversammlungen immer dieselben zwanzig?',
    about:
      '<p>Es sind tüchtige Leute, und wir sind dankbar für sie. Aber wenn dieselben zwanzig über den Spielplatz, den Radweg und die Flüchtlingsunterkunft sprechen, fehlt uns etwas.</p>',
    whyNow: '<p>Drei Versammlungen stehen im Frühjahr an.</p>',
    brings: {
      failure:
        '<p>Eine Versammlung mit Kinderbetreuung, die kein einziges Kind besucht hat. Wir hatten nicht gefragt, ob um 19 Uhr überhaupt jemand mit Kindern kommt.</p>',
    },
    markers: ['need'],
    tags: ['Strategie', 'Nachbarschaft'],
    minutes: 60,
    format: 'group_work',
    comments: [
      {
        by: 'beate-hoberg',
        at: [-805, '13:15'],
        body: '<p>In einer unserer Gemeinden wurde die Hälfte der Plätze ausgelost und die Leute bekamen einen Brief vom Bürgermeister. Von 60 Angeschriebenen kamen 22, die meisten zum ersten Mal.</p>',
      },
      {
        by: 'ingrid-sprenger',
        at: [-800, '09:25'],
        body: '<p>Wir sind einmal dahin gegangen, wo die anderen sind: Samstagmorgen, Wertstoffhof. Die besten Gespräche des Jahres, zwischen Grünschnitt und Altglas.</p>',
      },
    ],
    supports: [
      { site: 'kreis-olpe', by: 'beate-hoberg', at: [-805, '13:16'] },
      { site: 'werl', by: 'ingrid-sprenger', at: [-800, '09:26'] },
      { site: 'menden', by: 'werner-gruenebaum', at: [-798, '15:00'] },
    ],
  },
  {
    key: 'sprachcafe',
    site: 'hilchenbach',
    author: 'hatice-demirtas',
    proposedAt: [-803, '10:20'],
    question: 'Wie übergibt man ein Sprachcafé, dessen Gründerin alles im Kopf hat?',
    about:
      '<p>Frau R. hat das Sprachcafé aufgebaut, kennt jede Familie und jede Teekanne. Im Sommer zieht sie zu ihrer Tochter. Es gibt kein Blatt Papier.</p>',
    whyNow: '<p>Noch ist sie vier Monate da.</p>',
    brings: { case: '<p>Das Café selbst. Frau R. weiß, dass wir hier davon erzählen.</p>' },
    markers: ['need'],
    tags: ['Geflüchtete und Integration'],
    minutes: 45,
    format: 'peer_consultation',
    comments: [
      {
        by: 'katharina-wrobel',
        at: [-801, '12:40'],
        body: '<p>Lassen Sie nicht Frau R. schreiben, sondern die Nachfolgerin: vier Nachmittage daneben sitzen und mitschreiben. Was die eine für selbstverständlich hält, ist für die andere das Wichtigste.</p>',
      },
    ],
    supports: [{ site: 'menden', by: 'katharina-wrobel', at: [-801, '12:41'] }],
  },
  {
    key: 'foerdermittel',
    site: 'kreis-olpe',
    author: 'lukas-zeppenfeld',
    proposedAt: [-799, '08:45'],
    question: 'Wie helfen wir Vereinen bei Förderanträgen, ohne sie selbst zu schreiben?',
    about:
      '<p>Es gibt für fast alles einen Topf und für jeden Topf ein Portal. Wir beraten gern, aber am Ende sitzt meist jemand von uns am Abend vor der Frist am Antrag.</p>',
    whyNow:
      '<p>Im letzten Jahr haben wir 31 Anträge geschrieben. Eine Stelle dafür gibt es nicht.</p>',
    brings: {
      case: '<p>Zwei Anträge zum Vergleich: einer von uns, einer vom Verein. Bewilligt wurde der vom Verein.</p>',
    },
    markers: ['need', 'offer'],
    tags: ['Geld und Stellen', 'Vereine'],
    minutes: 45,
    format: 'practice_example',
    comments: [
      {
        by: 'nermin-halilovic',
        at: [-797, '17:05'],
        body: '<p>Antragswerkstatt: ein Abend, sechs Vereine, jeder bringt sein eigenes Gerät mit. Ich gehe herum und tippe grundsätzlich nicht. Das Tippverbot war anfangs hart, für mich.</p>',
      },
    ],
    supports: [
      { site: 'werl', by: 'nermin-halilovic', at: [-797, '17:06'] },
      { site: 'hilchenbach', by: 'hatice-demirtas', at: [-795, '09:15'] },
    ],
  },
  {
    key: 'ehrungen',
    site: 'werl',
    author: 'ingrid-sprenger',
    proposedAt: [-796, '10:10'],
    question: 'Wen ehren wir eigentlich, und wer entscheidet das?',
    about:
      '<p>Unsere Richtlinie von 1987 zählt Jahre in einem Vorstand. Wer dreißig Jahre lang in der Küche gestanden hat, kommt darin nicht vor. Das sind, man ahnt es, vor allem Frauen.</p>',
    whyNow: '<p>Der Rat hat um eine neue Richtlinie gebeten.</p>',
    brings: { case: '<p>Die alte Richtlinie und zwei Entwürfe.</p>' },
    markers: ['need'],
    tags: ['Anerkennung'],
    minutes: 30,
    format: 'discussion',
    comments: [
      {
        by: 'karl-friedrich-buedenbender',
        at: [-794, '07:55'],
        body: '<p>Bei uns schlagen die Vereine vor, und ein kleiner Kreis entscheidet. Darin sitzen fünf Männer, ich bin einer davon. Ihr Beitrag ist mir unangenehm, also vermutlich richtig.</p>',
      },
    ],
    supports: [{ site: 'hilchenbach', by: 'karl-friedrich-buedenbender', at: [-794, '07:56'] }],
  },
  {
    key: 'strategie-zwei-seiten',
    site: 'werl',
    author: 'nermin-halilovic',
    proposedAt: [-788, '18:15'],
    question: 'Passt eine Engagementstrategie auf zwei Seiten?',
    about:
      '<p>Unser Bürgermeister liest zwei Seiten. Ich finde, er hat recht. Was lässt man weg, und wohin mit dem, was man weglässt?</p>',
    whyNow: '<p>Er liest sie in sechs Wochen.</p>',
    brings: { case: '<p>Der Entwurf, derzeit siebzehn Seiten.</p>' },
    markers: ['need'],
    tags: ['Strategie'],
    minutes: 60,
    format: 'group_work',
    comments: [
      {
        by: 'werner-gruenebaum',
        at: [-786, '10:30'],
        body: '<p>Ich halte dagegen: Zwei Seiten beschließt man leicht und vergisst man leicht. Unsere zwölf hat sich der Rat in drei Sitzungen erarbeitet, und er verteidigt sie seitdem.</p>',
      },
      {
        by: 'nermin-halilovic',
        at: [-452, '09:20'],
        body: '<p>Nachtrag zum Abschluss: Es wurden vier Seiten. Der Bürgermeister hat sie gelesen, der Rat hat sie beschlossen, und die dritte Seite hat er gestrichen.</p>',
      },
    ],
    supports: [
      { site: 'menden', by: 'werner-gruenebaum', at: [-786, '10:31'] },
      { site: 'kreis-olpe', by: 'lukas-zeppenfeld', at: [-780, '11:11'] },
    ],
  },
];
