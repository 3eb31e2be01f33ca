import type { Practice } from './practice';

/** Villages and the young: what was taken back, what runs, and what ran out. */
export const villagePractices: readonly Practice[] = [
  {
    key: 'friedhof',
    site: 'bad-berleburg',
    author: 'tobias-afflerbach',
    begun: [-110, '15:35'],
    months: { start: -60, end: -20 },
    text: {
      gist: 'Ein Dorf gab uns die Friedhofspflege zurück, und das war kein Scheitern: Wir hatten vergessen, den Rückweg zu vereinbaren.',
      kind: 'stopped',
      status: 'ended',
      tags: ['Nachbarschaft', 'Recht und Versicherung'],
      staffHours: 2,
      budgetBand: 'to_5000',
      targetGroup: 'Dorfgemeinschaften, die eine Aufgabe der Stadt übernehmen',
      problem:
        'Für 23 Friedhöfe hatte der Bauhof vier Leute. In sechs Dörfern wollte man selbst anpacken.',
      mandate: 'Vereinbarung zwischen Stadt und Dorfgemeinschaft, vom Rat gebilligt',
      story:
        'Die Dorfgemeinschaft übernahm das Mähen, die Hecken und die Wege und bekam dafür 1.800 Euro im Jahr. Drei Jahre ging es gut, weil zwei Rentner fast alles machten.\n\nDann wurde der eine krank und der andere müde. Im Dorf wollte niemand derjenige sein, der aufhört. Ein Jahr lang wurde schlecht gemäht, es gab Streit an den Gräbern. Erst dann kam der Brief an die Stadt.',
      goal: 'Gepflegte Friedhöfe, getragen vom Dorf',
      steps: [
        { when: 'Jahr 1', what: 'Vereinbarung, Geräte, Einweisung' },
        { when: 'Jahr 4', what: 'Einer der beiden fällt aus' },
        { when: 'Jahr 5', what: 'Rückgabe an die Stadt' },
      ],
      cost: 1_800,
      costNote: 'Im Jahr an das Dorf; die Pflege durch den Bauhof kostet etwa 5.200 Euro',
      planned: 'Auf Dauer.',
      happened: 'Drei gute Jahre und ein bitteres.',
      why: 'Es gab keinen vereinbarten Weg zurück. Wer aufhören wollte, musste zugeben, dass er es nicht schafft.',
      nextTime:
        'In jede Vereinbarung gehört ein Absatz: Jedes Jahr im November wird gefragt, ob es weitergeht. Nein ist eine normale Antwort, und die Stadt übernimmt zum 1. April. Mit diesem Absatz laufen heute fünf Dörfer.',
      wrongAssumptions: 'Dass „das Dorf“ pflegt. Es waren zwei Männer.',
      earlySigns: 'Wenn auf der Helferliste seit einem Jahr dieselben zwei Namen stehen.',
      dontIf:
        '- wenn weniger als sechs Menschen wirklich mitmachen\n- ohne den Absatz über den Rückweg',
      outcomes: [
        { what: 'Dörfer mit neuer Vereinbarung', figure: '5 von 6', source: 'Bauhof' },
        { what: 'Rückgaben seither', figure: '1, ohne Streit', source: 'Bauhof' },
      ],
      lasts:
        'Der Absatz. Er steht jetzt in allen Vereinbarungen, auch für Spielplätze und Grillhütten.',
      evidence: 1,
      evidenceNote: 'Akten des Bauhofs und Gespräche mit beiden Männern',
      transfer: {
        population: { score: 3, reason: '' },
        environment: { score: 2, reason: 'Der Bauhof muss die Aufgabe wieder aufnehmen können' },
        implementation: { score: 3, reason: 'Ein Absatz Text' },
        support: { score: 3, reason: 'Mustervereinbarung' },
      },
      core: 'Der Rückweg ist vereinbart, bevor jemand anfängt',
    },
    shown: {
      by: 'tobias-afflerbach',
      at: [-107, '09:25'],
      agreed: { by: 'annegret-dickel', at: [-106, '18:30'] },
    },
    adoptions: [
      {
        site: 'kirchhundem',
        by: 'hubertus-faerber',
        at: [-80, '08:00'],
        state: 'established',
        changed: 'Der Absatz steht bei uns jetzt auch in den Verträgen über die Hallen.',
        result: 'Ein Verein hat zum ersten Mal pünktlich und ohne Streit gekündigt.',
      },
    ],
  },
  {
    key: 'dorfkonferenz',
    site: 'bad-berleburg',
    author: 'annegret-dickel',
    begun: [-78, '17:10'],
    months: { start: -28, end: -22 },
    text: {
      gist: 'Von vier Dorfkonferenzen gelangen die beiden, bei denen das Dorf eingeladen hatte und nicht wir.',
      kind: 'mixed',
      status: 'finished',
      tags: ['Nachbarschaft', 'Strategie'],
      staffHours: 6,
      budgetBand: 'to_5000',
      targetGroup: 'Dörfer zwischen 150 und 900 Menschen',
      problem:
        'Wir mussten klären, welche Aufgaben die Stadt künftig nicht mehr übernimmt, ohne dass es als Rückzug ankommt.',
      story:
        'Viermal derselbe Ablauf: ein Samstag, das Gemeindehaus, drei Fragen. Was soll bleiben? Was machen wir selbst? Was lassen wir?\n\nIn zwei Dörfern hatte der Ortsvorsteher im Namen der Stadt eingeladen. Es kamen vor allem die, die sich beschweren wollten. In den anderen beiden hatten fünf Dorfbewohner an jeder Tür geklingelt. Es kam fast jedes zweite Haus.',
      goal: 'Für jedes Dorf eine Seite: wir, ihr, niemand',
      partners: [{ name: 'Ortsvorsteher', role: 'Räume, zweimal auch die Einladung' }],
      participation:
        'Ohne sie gibt es keine Konferenz. In den gelungenen Dörfern hat die Vorbereitungsgruppe auch moderiert.',
      cost: 3_200,
      costNote: 'Suppe, Raum, Moderation für vier Samstage',
      planned: 'Vier gleiche Konferenzen mit vier gleichen Ergebnissen.',
      happened:
        'Zwei Dörfer haben ihre Seite geschrieben und arbeiten damit. Zwei haben uns einen Katalog von Forderungen übergeben.',
      why: 'Wer einlädt, dem gehört die Veranstaltung.',
      nextTime:
        'Erst fünf Menschen im Dorf finden, dann den Termin. Findet sich niemand, findet keine Konferenz statt.',
      wrongAssumptions: 'Dass der Ablauf entscheidet.',
      earlySigns: 'Wenn beim Vorgespräch die Frage fällt: Und was will die Stadt von uns?',
      outcomes: [
        { what: 'Teilnehmende, wo das Dorf einlud', figure: '94 und 61', source: 'Liste' },
        { what: 'Teilnehmende, wo die Stadt einlud', figure: '19 und 27', source: 'Liste' },
      ],
      evidence: 1,
      evidenceNote: 'Listen und Protokolle; vier Dörfer sind wenig',
      core: 'Das Dorf lädt ein',
      changeable: 'Ablauf, Dauer, Zahl der Fragen',
    },
    shown: {
      by: 'annegret-dickel',
      at: [-76, '19:20'],
      due: [-62, '08:00'],
    },
  },
  {
    key: 'jugendjury',
    site: 'senden',
    author: 'maike-terbrueggen',
    begun: [-70, '11:25'],
    topic: 'jugend',
    months: { start: -15 },
    text: {
      gist: 'Eine Jury aus zwölf Jugendlichen vergibt 3.000 Euro im Jahr und erklärt jede Absage selbst: Seither kommen Anträge, die wir uns nicht ausgedacht hätten.',
      kind: 'success',
      status: 'under_way',
      tags: ['Jugend', 'Geld und Stellen'],
      staffHours: 3,
      budgetBand: 'to_5000',
      targetGroup: 'Jugendliche zwischen 13 und 19',
      problem: 'Zum Jugendforum kamen vier Jugendliche und elf Erwachsene.',
      mandate: 'Beschluss des Jugendhilfeausschusses',
      story:
        'Drei Schulen und das Jugendzentrum haben je drei Jugendliche benannt, die Klassen haben gewählt. Die Jury tagt viermal im Jahr, mit Pizza, ohne Erwachsene im Raum. Wir warten nebenan, falls eine Frage zum Haushaltsrecht kommt. Sie kam zweimal.\n\nJede Absage wird von zwei Jugendlichen am Telefon erklärt. Das war ihre Idee.',
      goal: 'Jugendliche entscheiden über Geld und tragen die Entscheidung.',
      steps: [
        { when: 'Monat 1', what: 'Besuch in den Klassen' },
        { when: 'Monat 3', what: 'Wahl der Jury' },
        { when: 'Monat 4', what: 'Erste Sitzung, fünf Anträge' },
      ],
      partners: [
        { name: 'Drei Schulen', role: 'Wahl in den Klassen' },
        { name: 'Jugendzentrum', role: 'Raum' },
      ],
      participation:
        'Die Jugendlichen haben auch die Regeln gemacht: keine Noten, keine Fotos mit Scheck.',
      cost: 3_000,
      costNote: 'Im Jahr; dazu 240 Euro Pizza',
      happened:
        '17 Anträge, elf Zusagen: ein Tonstudio im Keller, Nachhilfe von Zehnten für Fünfte, ein Lastenrad.',
      why: 'Weil das Geld wirklich da ist und niemand hinterher noch einmal prüft.',
      nextTime: 'Früher an die Förderschule denken. Sie war bei der ersten Wahl vergessen worden.',
      dontIf: '- wenn der Ausschuss am Ende doch noch zustimmen muss',
      outcomes: [{ what: 'Anträge', figure: '17, Zusagen 11', source: 'Protokolle der Jury' }],
      evidence: 1,
      evidenceNote: 'Protokolle der Jury',
      transfer: {
        population: { score: 3, reason: '' },
        environment: { score: 2, reason: 'Schulen müssen eine Stunde hergeben' },
        implementation: { score: 3, reason: '' },
        support: { score: 2, reason: 'Regeln der Jury auf einer Seite' },
      },
    },
    shown: {
      by: 'samira-el-khatib',
      at: [-54, '10:50'],
      agreed: { by: 'maike-terbrueggen', at: [-53, '09:15'] },
    },
    adoptions: [
      { site: 'menden', by: 'anil-thevarajah', at: [-44, '15:25'], state: 'interested' },
      {
        site: 'sprockhoevel',
        by: 'ilias-papadopoulos',
        at: [-26, '12:10'],
        state: 'planned',
        changed: 'Mit der Förderschule von Anfang an.',
      },
    ],
  },
];
