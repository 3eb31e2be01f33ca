import type { HelpSection } from './section';

export const findingADate: HelpSection = {
  id: 'dates',
  title: { de: 'Gemeinsam einen Termin finden', en: 'Finding a date together' },
  body: {
    de: `
<p>Solange ein Workshop keinen Termin hat, schlagen Moderation oder Projektleitung mehrere Tage oder Uhrzeiten vor. Sie finden sie auf der Seite des Workshops unter <strong>„Termin finden“</strong>.</p>
<ol>
<li>Sagen Sie zu jedem Vorschlag <strong>Ja</strong>, <strong>Wenn nötig</strong> oder <strong>Nein</strong>. Jede Person antwortet für sich. Bis ein Termin festgelegt ist, können Sie Ihre Antworten ändern.</li>
<li>Alle sehen, wie es steht. Oben steht der Vorschlag, zu dem die meisten <strong>Teams</strong> mit mindestens einer Person kommen; danach zählt, wie viele Teams vollständig kommen, dann die Zahl der Ja-Antworten.</li>
<li>Neben jedem Vorschlag steht, was dagegenspricht: Wochenende, Feiertag oder Schulferien in Nordrhein-Westfalen, gesperrte Tage der Teams. Bis wann Werkraum die Ferien kennt, steht dabei.</li>
</ol>
<p>Wissen Sie schon, wann Ihr Team gar nicht kann? Tragen Sie es in der Workshopreihe unter <strong>„Tage sperren“</strong> ein, dann wird es bei jedem Vorschlag angezeigt.</p>
<p>Wer am Arbeitstag vor dem Ende der Frist noch nicht geantwortet hat, wird einmal erinnert. Legt die Moderation den Termin fest, bekommen alle eine E-Mail mit dem Termin für den Kalender.</p>`,
    en: `
<p>As long as a workshop has no date, moderators or the organiser suggest several days or times. You find them on the page of the workshop under <strong>“Find a date”</strong>.</p>
<ol>
<li>Answer each suggestion with <strong>Yes</strong>, <strong>If need be</strong> or <strong>No</strong>. Each person answers for herself or himself. Until a date is fixed you can change your answers.</li>
<li>Everyone sees how things stand. At the top is the suggestion for which most <strong>teams</strong> come with at least one person; then it counts how many teams come complete, then the number of yes answers.</li>
<li>Beside each suggestion stands what speaks against it: weekend, public or school holidays in North Rhine-Westphalia, days that teams have blocked. Until when Werkraum knows the holidays is told there.</li>
</ol>
<p>Do you know already when your team cannot come at all? Enter it in the workshop series under <strong>“Block days”</strong>; it is then shown with every suggestion.</p>
<p>Who has not answered on the working day before the end is reminded once. When the moderators fix the date, everyone gets an e-mail with the date for the calendar.</p>`,
  },
};
