import type { Proceedings } from './workshop';

/** The minutes of the second workshop, as the moderators wrote them the week after. */
export const secondProceedings: Proceedings = {
  by: 'leonie-brandhorst',
  at: [-86, '09:10'],
  sections: [
    {
      title: 'Zum Anfang',
      text: '<p>Alle zehn Teams waren da, vier Personen am zweiten Tag online. Haus Hellweg hat uns freundlich aufgenommen; die Verbindung im Saal hielt.</p>',
    },
    {
      title: 'Warum Vorstände fehlen',
      text: '<p>Drei Gründe kamen in fast jedem Team vor:</p><ul><li>Das Amt wird als Ganzes angeboten, niemand darf mit einem Teil anfangen.</li><li>Wer gefragt wird, kennt die Haftung nur vom Hörensagen.</li><li>Die Übergabe besteht aus einem Ordner.</li></ul><p>Einwand aus Kirchhundem: In kleinen Dörfern fehlt nicht der Mut, sondern die Zeit.</p>',
    },
    {
      title: 'Wie die Nachfolge gelingen kann',
      text: '<h3>Was wir ausprobieren wollen</h3><ol><li>Aufgaben auf Karten schreiben und einzeln vergeben.</li><li>Ein Jahr zu zweit im Amt, bevor jemand übernimmt.</li><li>Ein Abend „Was ich gern vorher gewusst hätte“ mit früheren Vorständen.</li></ol><p>Offen blieb, wer die Karten für Vereine schreibt, die niemanden dafür haben.</p>',
    },
    {
      title: 'Die halbe Stelle: was sie leisten soll',
      text: '<p>Eine halbe Stelle kann <strong>zwei</strong> von vier Dingen: beraten, vernetzen, Veranstaltungen tragen, Mittel verwalten. Wer alle vier verspricht, verliert die Person nach einem Jahr.</p><table><thead><tr><th>Aufgabe</th><th>Stunden in der Woche</th></tr></thead><tbody><tr><td>Beratung von Vereinen</td><td>8</td></tr><tr><td>Netzwerk und Newsletter</td><td>5</td></tr><tr><td>Verwaltung</td><td>6</td></tr></tbody></table>',
    },
    {
      title: 'Anerkennung, die ankommt',
      text: '<p>Gesammelt an der Stellwand: freie Eintritte, ein Brief der Bürgermeisterin, der Schlüssel zum Vereinsheim, eine Fortbildung. Urkunden nannte niemand.</p>',
    },
    {
      title: 'Vereinbarungen und Abschluss',
      text: '<p>Die Vereinbarungen stehen unten. In der Abschlussrunde wünschten sich sieben Teams mehr Zeit in kleinen Gruppen.</p>',
    },
  ],
  published: { by: 'leonie-brandhorst', at: [-84, '16:20'] },
  revised: {
    by: 'nermin-halilovic',
    at: [-81, '11:40'],
    title: 'Wie die Nachfolge gelingen kann',
    text: '<h3>Was wir ausprobieren wollen</h3><ol><li>Aufgaben auf Karten schreiben und einzeln vergeben.</li><li>Ein Jahr zu zweit im Amt, bevor jemand übernimmt.</li><li>Ein Abend „Was ich gern vorher gewusst hätte“ mit früheren Vorständen.</li></ol><p>Die Karten für kleine Vereine schreibt Kirchhundem und schickt sie allen.</p>',
    reason: 'Kirchhundem schreibt die Karten; das stand noch als offen da.',
  },
  comments: [
    {
      by: 'hubertus-faerber',
      at: [-82, '08:15'],
      text: '<p>Die Karten schreiben wir. Bitte so ins Protokoll aufnehmen, sonst bleibt es wieder liegen.</p>',
    },
    {
      by: 'nermin-halilovic',
      at: [-81, '11:45'],
      text: '<p>Steht jetzt drin. Danke für das Angebot!</p>',
    },
  ],
};

/** Those of the third one, published once. */
export const thirdProceedings: Proceedings = {
  by: 'nermin-halilovic',
  at: [-39, '09:00'],
  sections: [
    {
      title: 'Zum Anfang',
      text: '<p>Sechzehn Personen aus allen zehn Teams. Dr. Tendahl war am ersten Tag dabei.</p>',
    },
    {
      title: 'Wenn viele auf einmal helfen wollen',
      text: '<p>Olpe: 400 Leute vor dem Feuerwehrhaus, Schaufeln für 60. Ahlen: eine Telefonnummer und eine Person, die nur zuteilt.</p><h3>Was wir daraus mitnehmen</h3><ul><li>Die Engagementförderung braucht einen festen Platz im Krisenstab.</li><li>Zuteilen ist eine Aufgabe für sich.</li><li>Wer heimgeschickt wird, braucht ein Dankeschön und einen zweiten Termin.</li></ul>',
    },
    {
      title: 'Jugendliche beteiligen, nicht nur befragen',
      text: '<p>Geld, über das sie selbst entscheiden, auch wenn es nur 500 Euro sind. Der Fragebogen aus Kirchhundem hat erst gewirkt, als danach jemand mit den Jugendlichen sprach.</p>',
    },
    {
      title: 'Haftung und Versicherung',
      text: '<p>Die Sammelverträge des Landes greifen nur, wo kein anderer Schutz besteht. Drei Fragen beantwortet Dr. Tendahl schriftlich: eigenes Werkzeug, Helfende ohne Anmeldung, Hilfe für nur einen Nachmittag.</p>',
    },
    {
      title: 'Was offengeblieben ist',
      text: '<p>Vier Runden. Am besten besucht war „Wie erzählen wir es dem Rat?“: zwei Seiten, eine Zahl, eine Geschichte.</p>',
    },
  ],
  photo: {
    section: 'Was offengeblieben ist',
    alt: 'Eine Stellwand mit drei Spalten Moderationskarten. Unter „Was wir wissen“ und „Was wir brauchen“ hängen je vier Karten, unter „Wer macht es“ nur zwei.',
    caption: 'Die Stellwand an der Fensterseite',
  },
  published: { by: 'nermin-halilovic', at: [-37, '15:30'] },
  comments: [
    {
      by: 'beate-hoberg',
      at: [-36, '09:20'],
      text: '<p>Danke! Zur Zahl 400: Die Feuerwehr hat nachgezählt, es waren eher 350. Am Bild ändert das nichts.</p>',
    },
    {
      by: 'nermin-halilovic',
      at: [-36, '10:05'],
      text: '<p>Das lassen wir so stehen, mit Ihrem Kommentar darunter.</p>',
    },
    {
      by: 'guelcan-aydogan',
      at: [-33, '14:45'],
      text: '<p>Die Frage nach dem Werkzeug kam noch zweimal bei uns im Amt an. Gut, dass sie hier steht.</p>',
    },
  ],
};
