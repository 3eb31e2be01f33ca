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
};
