import type { DefaultText } from './placeholders';

/** First draft of the accessibility statement, in the order that the EU's model statement uses. */
export const accessibilityDraft: DefaultText = {
  de: `
<p>{organisation} möchte, dass alle Menschen diese Plattform ohne Hürden nutzen können. Diese Erklärung gilt für die Plattform Werkraum unter dieser Adresse.</p>
<h2>Stand der Vereinbarkeit</h2>
<p>Maßstab sind die europäische Norm EN 301 549, die Barrierefreie-Informationstechnik-Verordnung (BITV) oder die entsprechende Vorschrift des Landes und die Web Content Accessibility Guidelines (WCAG) 2.2, Stufe AA.</p>
<p>Die Plattform ist mit diesen Anforderungen nach eigener Einschätzung <strong>weitgehend vereinbar</strong>. Eine Prüfung durch eine unabhängige Stelle hat noch nicht stattgefunden.</p>
<h2>Was Sie erwarten können</h2>
<ul>
<li>Alles lässt sich mit der Tastatur bedienen, und es ist zu sehen, wo Sie sich gerade befinden.</li>
<li>Überschriften, Listen, Tabellen und Formulare sind so ausgezeichnet, dass ein Screenreader sie versteht. Fehler stehen am Feld und in einer Zusammenfassung.</li>
<li>Die Seiten passen sich schmalen Bildschirmen und starker Vergrößerung an. Es gibt eine helle und eine dunkle Darstellung.</li>
<li>Wer in seinem System weniger Bewegung eingestellt hat, sieht keine Animationen.</li>
<li>Nach der Anmeldung lassen sich Inhalte auch ohne JavaScript lesen. Für die Anmeldung selbst wird es gebraucht, weil Ihr Passwort den Browser nicht verlässt.</li>
</ul>
<h2>Was noch nicht barrierefrei ist</h2>
<ul>
<li>Texte der Teilnehmenden: Wir können nicht zusichern, dass jede eingefügte Tabelle Kopfzeilen hat und jeder Text gut gegliedert ist. Das Schreibfeld bietet die nötigen Mittel dafür an.</li>
<li>Inhalte in Deutscher Gebärdensprache und in Leichter Sprache gibt es noch nicht.</li>
<li>Die Kacheldarstellung der Projektstandorte ist eine grafische Übersicht. Dieselben Angaben stehen daneben als Liste.</li>
</ul>
<h2>Wie wir geprüft haben</h2>
<p>Die Seiten werden bei jeder Änderung der Software automatisch geprüft, in beiden Sprachen und beiden Darstellungen, dazu mit der Tastatur und bei 320 Pixeln Breite. Automatische Prüfungen finden nur einen Teil der Hürden. Diese Erklärung wurde zuletzt geprüft am: {reviewedOn}.</p>
<h2>Melden Sie uns Hürden</h2>
<p>Wenn Sie etwas nicht lesen oder bedienen können, schreiben Sie uns an {contact} oder rufen Sie an: {phone}. Sagen Sie bitte, auf welcher Seite es war und womit Sie arbeiten. Sie bekommen eine Antwort, und bis die Hürde behoben ist, auf Wunsch den Inhalt auf anderem Weg.</p>
<h2>Wenn unsere Antwort nicht ausreicht</h2>
<p>Dann können Sie sich an die zuständige Stelle wenden: {enforcementBody}. Das Verfahren ist für Sie kostenlos, einen Rechtsbeistand brauchen Sie nicht.</p>
`,
  en: `
<p>{organisation} wants everyone to be able to use this platform without barriers. This statement applies to the Werkraum platform at this address.</p>
<h2>Compliance status</h2>
<p>The standards are the European norm EN 301 549, the German ordinance on accessible information technology (BITV) or its equivalent in the federal state, and the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.</p>
<p>By our own assessment the platform is <strong>largely compliant</strong> with these requirements. It has not yet been assessed by an independent body.</p>
<h2>What you can expect</h2>
<ul>
<li>Everything can be operated with the keyboard, and you can always see where you are.</li>
<li>Headings, lists, tables and forms are marked up so that a screen reader understands them. Errors are shown beside their field and in a summary.</li>
<li>Pages adapt to narrow screens and strong magnification. There is a light and a dark scheme.</li>
<li>If your system is set to reduce motion, there are no animations.</li>
<li>Once you have signed in, content can be read without JavaScript. Signing in needs it, because your password does not leave the browser.</li>
</ul>
<h2>What is not yet accessible</h2>
<ul>
<li>Texts by participants: we cannot promise that every inserted table has header cells or that every text is well structured. The editor offers what is needed for it.</li>
<li>There is no content in German Sign Language or in easy-to-read language yet.</li>
<li>The tile view of the sites is a graphic overview. The same information stands beside it as a list.</li>
</ul>
<h2>How we tested</h2>
<p>With every change to the software, the pages are tested automatically, in both languages and both schemes, with the keyboard, and at a width of 320 pixels. Automatic tests find only some of the barriers. This statement was last reviewed on: {reviewedOn}.</p>
<h2>Tell us about barriers</h2>
<p>If there is something you cannot read or operate, write to {contact} or call {phone}. Please tell us which page it was and what you work with. You will get an answer and, until the barrier is removed, the content in another form if you wish.</p>
<h2>If our answer is not enough</h2>
<p>You can then turn to the competent body: {enforcementBody}. The procedure is free of charge, and you do not need a lawyer.</p>
`,
};
