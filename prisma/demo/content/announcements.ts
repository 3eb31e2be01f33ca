import type { Announcement } from './types';

export const announcements: readonly Announcement[] = [
  {
    key: 'willkommen',
    by: 'gesine-wiethoff',
    at: [-182, '10:00'],
    audience: 'everyone',
    subject: 'Willkommen im dritten Durchgang',
    body: `<p>Liebe Kolleginnen und Kollegen, alle zehn Teams sind vollzählig angemeldet. In vier Tagen sehen wir uns zum Auftakt.</p>
<p>Zwei Bitten vorab:</p>
<ul><li>Lesen Sie die Vertraulichkeitsvereinbarung noch einmal in Ruhe. Wir nehmen uns am ersten Vormittag Zeit für Fragen dazu.</li><li>Bringen Sie eine Frage mit, die Sie in Ihrer Arbeit gerade wirklich beschäftigt. Sie muss nicht gut formuliert sein.</li></ul>
<p>Ich freue mich auf Sie.</p>`,
  },
  {
    key: 'themen-sammeln',
    by: 'leonie-brandhorst',
    at: [-172, '09:30'],
    audience: 'everyone',
    subject: 'So geht es mit Ihren Themen weiter',
    body: `<p>Nach dem Auftakt hingen 31 Karten an der Wand, und einige davon waren sehr klar. Bitte tragen Sie Ihre Frage in den nächsten Wochen hier als Thema ein. Drei Dinge helfen der Gruppe:</p>
<ol><li>eine Frage als Überschrift, kein Stichwort,</li><li>ein Satz dazu, warum sie gerade jetzt drängt,</li><li>ein Fall, den Sie mitbringen würden. Gern einer, der schiefgegangen ist.</li></ol>
<p>Wenn Ihnen das Schreiben nicht liegt: Rufen Sie uns an, wir tragen das Thema für Sie ein, und Sie bestätigen es.</p>`,
  },
  {
    key: 'material-zweiter-workshop',
    by: 'nermin-halilovic',
    at: [-86, '14:10'],
    audience: 'everyone',
    subject: 'Material aus dem zweiten Workshop',
    body: `<p>Die Fotos der Stellwände und das Schaubild zur Aufgabenkritik gehen heute mit der Post an alle Teams, je zwei Mappen. Die Mappe enthält auch den Fragebogen aus Kirchhundem; Jana Rameil hat ihn für diese Gruppe freigegeben, bitte noch nicht weiterreichen.</p>
<p>Wer eigene Mitschriften ergänzen möchte, hängt sie bitte als Kommentar an das jeweilige Thema.</p>`,
  },
  {
    key: 'kreise-treffen',
    by: 'nermin-halilovic',
    at: [-47, '11:00'],
    audience: { sites: ['kreis-olpe', 'siegen-wittgenstein'] },
    subject: 'Kurze Absprache der beiden Kreise',
    body: `<p>Sie hatten beide angeregt, die Frage nach der Rolle der Kreise gemeinsam vorzubereiten. Ich schlage eine Dreiviertelstunde am Telefon vor und melde mich morgen bei Ihnen wegen des Termins.</p>
<p>Das Ergebnis kommt danach in das Thema, sodass alle es lesen können.</p>`,
  },
  {
    key: 'hotel-gewechselt',
    by: 'gesine-wiethoff',
    at: [-12, '15:40'],
    audience: 'everyone',
    subject: 'Anderes Hotel für den vierten Workshop',
    body: `<p>Unser Tagungshotel hat einen Wasserschaden und musste absagen. Wir tagen am selben Datum im <strong>Haus am Möhneufer</strong>, zwölf Kilometer weiter.</p>
<ul><li>Alle Zimmer sind umgebucht, Sie müssen nichts tun.</li><li>Der Beginn bleibt um 10 Uhr. Der Shuttle vom Bahnhof fährt um 9.25 Uhr statt um 9.40 Uhr.</li><li>Der große Saal ist stufenlos erreichbar, zwei der Gruppenräume nur über eine Rampe mit Klingel. Wer darauf angewiesen ist, gibt mir bitte Bescheid, dann tauschen wir die Räume.</li></ul>
<p>Bitte entschuldigen Sie die Umstände.</p>`,
  },
  {
    key: 'moderation-regie',
    by: 'gesine-wiethoff',
    at: [-9, '08:45'],
    audience: { roles: ['moderator', 'expert'] },
    subject: 'Honorare und Reisekosten im vierten Quartal',
    body: '<p>Bitte reichen Sie die Abrechnung für den dritten Workshop bis Ende des Monats ein, danach schließt unsere Buchhaltung das Quartal. Das Formular ist dasselbe wie beim letzten Mal.</p>',
  },
  {
    key: 'zweite-abstimmung',
    by: 'leonie-brandhorst',
    at: [-4, '09:20'],
    audience: 'everyone',
    subject: 'Die Abstimmung für den vierten Workshop läuft',
    body: `<p>Acht Themen stehen zur Wahl, und wir haben vier Stunden. Jedes Team gibt eine Stimme ab, jede Stimme hat gleich viele Minuten, und beide aus dem Team können sie bis zum Ende ändern. Sprechen Sie bitte kurz miteinander, bevor Sie abstimmen.</p>
<p>Wer sich nicht entscheiden kann, darf sich enthalten. Das ist uns lieber als ein Schweigen.</p>`,
  },
];
