import type { SaidOnTheDay } from './workshop';

/** What was noted down, parked and answered on the days of the workshops. */

export const saidAtSecond: SaidOnTheDay = {
  notes: [
    {
      by: 'jana-rameil',
      at: [-90, '11:20'],
      item: 'Warum Vorstände fehlen',
      body: 'Bei uns hat in zwei Jahren ein Drittel der Vereine den Vorstand gewechselt, fast immer im letzten Moment.',
    },
    {
      by: 'tobias-afflerbach',
      at: [-90, '11:24'],
      item: 'Warum Vorstände fehlen',
      body: 'Die meisten wollen kein Amt auf unbestimmte Zeit. Nach einem Jahr Probe haben bei uns drei von vier verlängert.',
    },
    {
      by: 'leonie-brandhorst',
      at: [-90, '14:40'],
      item: 'Wie die Nachfolge gelingen kann',
      body: 'Tisch 1: Aufgaben aufschreiben, bevor man jemanden fragt. Eine Seite reicht.',
    },
    {
      by: 'ulrike-menn',
      at: [-90, '14:48'],
      item: 'Wie die Nachfolge gelingen kann',
      body: 'Tisch 2: Zu zweit kandidieren. Satzungen geben das her, man muss nur nachsehen.',
    },
    {
      by: 'maike-terbrueggen',
      at: [-90, '15:05'],
      item: 'Wie die Nachfolge gelingen kann',
      body: 'Tisch 3: Die Kasse ist die Hürde. Ein Steuerbüro im Ort übernimmt bei uns die Buchführung von sechs Vereinen.',
    },
    {
      by: 'beate-hoberg',
      at: [-90, '16:35'],
      item: 'Was wir vom ersten Tag mitnehmen',
      body: 'Wir probieren das Amt auf Probe bei zwei Heimatvereinen aus.',
    },
    {
      by: 'christa-schulte-hellmann',
      at: [-89, '09:25'],
      item: 'Die halbe Stelle: was sie leisten soll',
      body: 'Eine halbe Stelle kann vermitteln und beraten. Sie kann nicht auch noch das Stadtfest machen.',
    },
    {
      by: 'guelcan-aydogan',
      at: [-89, '09:40'],
      item: 'Die halbe Stelle: was sie leisten soll',
      body: 'Was hilft: ein Satz, was nicht zur Stelle gehört, vom Bürgermeister unterschrieben.',
    },
    {
      by: 'emre-yildiz',
      at: [-89, '11:10'],
      item: 'Anerkennung, die ankommt',
      body: 'Die Ehrenamtskarte freut alle beim Überreichen. Danach wird sie kaum gezückt.',
    },
    {
      by: 'jens-holtkamp',
      at: [-89, '11:20'],
      item: 'Anerkennung, die ankommt',
      body: 'Stellwand 4: Zuerst fragen, was jemand braucht. Dann danken.',
    },
  ],
  parked: [
    {
      by: 'dominik-vollmert',
      at: [-90, '15:10'],
      item: 'Wie die Nachfolge gelingen kann',
      body: 'Was passiert mit dem Vermögen, wenn ein Verein sich auflöst?',
    },
    {
      by: 'petra-oberste-brink',
      at: [-89, '09:55'],
      item: 'Die halbe Stelle: was sie leisten soll',
      body: 'Wie rechnen andere eine halbe Stelle im Haushalt ab?',
    },
  ],
  reactions: [
    {
      by: 'jana-rameil',
      at: [-89, '15:00'],
      topic: 'nachfolge',
      answer: 'yes',
      sentence: 'Mit dem Amt auf Probe können wir morgen anfangen.',
    },
    {
      by: 'christa-schulte-hellmann',
      at: [-89, '15:02'],
      topic: 'halbe-stelle',
      answer: 'partly',
      sentence: 'Was sie leisten soll, wissen wir jetzt. Wie man sie bezahlt, noch nicht.',
    },
    {
      by: 'melina-kuhlmann',
      at: [-89, '15:03'],
      topic: 'anerkennung',
      answer: 'yes',
      sentence: 'Wir fragen jetzt zuerst, was jemand braucht.',
    },
  ],
};

export const saidAtThird: SaidOnTheDay = {
  notes: [
    {
      by: 'beate-hoberg',
      at: [-42, '10:05'],
      item: 'Wenn viele auf einmal helfen wollen',
      body: 'Am ersten Tag kamen 400 Leute zum Feuerwehrhaus. Wir hatten Schaufeln für 60.',
    },
    {
      by: 'melina-kuhlmann',
      at: [-42, '10:12'],
      item: 'Wenn viele auf einmal helfen wollen',
      body: 'Eine Telefonnummer und eine Person, die nur zuteilt: Das hat am zweiten Tag alles geändert.',
    },
    {
      by: 'marius-kaczmarek',
      at: [-42, '10:30'],
      item: 'Wenn viele auf einmal helfen wollen',
      body: 'Der Krisenstab braucht einen festen Platz für die Engagementförderung. Steht bei uns seit Mai im Plan.',
    },
    {
      by: 'samira-el-khatib',
      at: [-42, '14:20'],
      item: 'Jugendliche beteiligen, nicht nur befragen',
      body: 'Geld, über das sie selbst entscheiden, auch wenn es nur 500 Euro sind.',
    },
    {
      by: 'hubertus-faerber',
      at: [-42, '14:35'],
      item: 'Jugendliche beteiligen, nicht nur befragen',
      body: 'Der Fragebogen war gut, aber erst das Gespräch danach hat etwas verändert.',
    },
    {
      by: 'wolfram-tendahl',
      at: [-42, '16:30'],
      item: 'Haftung und Versicherung',
      body: 'Die Sammelverträge des Landes greifen nur, wo kein anderer Schutz besteht. Bitte zuerst in die Police des Trägers sehen.',
    },
    {
      by: 'guelcan-aydogan',
      at: [-42, '16:45'],
      item: 'Haftung und Versicherung',
      body: 'Offen: Wer haftet, wenn Spontanhelfende eigenes Werkzeug mitbringen?',
    },
    {
      by: 'nermin-halilovic',
      at: [-41, '11:30'],
      item: 'Was offengeblieben ist',
      body: 'Vier Runden, am besten besucht: „Wie erzählen wir es dem Rat?“ Die Mitschriften hängen an der Fensterseite.',
    },
  ],
  parked: [
    {
      by: 'ruediger-stratmann',
      at: [-42, '16:50'],
      item: 'Haftung und Versicherung',
      body: 'Gilt der Schutz auch für Leute, die nur einen Nachmittag helfen?',
    },
    {
      by: 'annegret-dickel',
      at: [-41, '11:40'],
      item: 'Was offengeblieben ist',
      body: 'Wie bleiben Spontanhelfende nach der Krise dabei?',
    },
  ],
  reactions: [
    {
      by: 'beate-hoberg',
      at: [-41, '15:00'],
      topic: 'spontanhelfende',
      answer: 'yes',
      sentence: 'Den Ablauf aus Ahlen übernehmen wir fast wörtlich.',
    },
    {
      by: 'maike-terbrueggen',
      at: [-41, '15:01'],
      topic: 'jugend',
      answer: 'partly',
      sentence: 'Gute Ideen. Uns fehlt noch, wie wir Jugendliche außerhalb der Schule erreichen.',
    },
    {
      by: 'guelcan-aydogan',
      at: [-41, '15:02'],
      topic: 'versicherung',
      answer: 'no',
      sentence: 'Drei Fragen blieben offen; Dr. Tendahl schreibt uns dazu.',
    },
  ],
};
