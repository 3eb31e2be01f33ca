import type { HelpSection } from './section';

export const forMembers: HelpSection = {
  id: 'members',
  title: { de: 'Für Mitglieder', en: 'For members' },
  body: {
    de: `
<h3>Dazukommen</h3>
<p>Sie bekommen einen Link per E-Mail oder einen Code auf Papier. Damit legen Sie Namen, Passwort und Sprache fest. Danach lesen Sie die Vertraulichkeitsvereinbarung. Sobald Sie zugestimmt haben, steht Ihnen der Durchgang offen.</p>
<h3>Ein Thema einbringen</h3>
<ol>
<li>Gehen Sie zu „Themen“ und wählen Sie „Thema einbringen“.</li>
<li>Stellen Sie eine Frage aus Ihrer Praxis, und schreiben Sie, worum es geht und warum gerade jetzt. Alles Weitere ist freiwillig.</li>
<li>Solange Sie nur speichern, ist es ein Entwurf. Den sieht nur Ihr Team. Erst mit dem Einbringen lesen es alle im Durchgang.</li>
</ol>
<p>Sie können den Text später ändern. Frühere Fassungen bleiben einsehbar. Was aus dem Thema wird, steht in seinem Themenpass: wer es eingebracht hat, womit es zusammengelegt wurde, wie es in Abstimmungen abschnitt.</p>
<h3>Unterstützen und mitreden</h3>
<p>Mit „Betrifft uns auch“ sagt Ihr Team, dass es dieselbe Frage hat. Jedes Team zählt einmal, und Sie können es wieder zurücknehmen. In den Kommentaren können Sie andere zitieren und mit @ erwähnen. Wenn Sie einem Thema folgen, erfahren Sie, was dort geschieht.</p>
<p>Einen eigenen Kommentar können Sie löschen. Sein Text ist sofort weg. 30 Tage lang holen Sie ihn zurück, danach ist er endgültig entfernt.</p>
<h3>Abstimmen</h3>
<p>Bei jeder Abstimmung steht, ob jede Person oder jedes Team eine Stimme hat und ob sie offen oder geheim ist. Stimmt Ihr Team gemeinsam ab, können beide die Stimme ändern, bis die Abstimmung schließt. Der andere erfährt davon. Ergebnisse sieht bis zum Schluss niemand, auch die Moderation nicht.</p>
<p>Bei einer geheimen Abstimmung behält Ihr Browser eine Quittung. Nur damit können Sie Ihre Stimme noch ändern und später in der Liste wiederfinden.</p>
<p>Manche Entscheidungen sind zuerst vorläufig. Dann kann jedes Team bis zu einem Tag, der dabeisteht, einen schwerwiegenden Einwand erheben. Alle lesen ihn, und die Moderation beantwortet ihn öffentlich. Sie können ihn auch zurückziehen.</p>
<h3>Ein Praxisbeispiel zeigen</h3>
<p>Was Sie schreiben, lesen zuerst nur Sie beide aus Ihrem Team. Unter „Wer liest es?“ gehen Sie Stufe für Stufe: erst der Durchgang, dann die Öffentlichkeit. Vor jedem Schritt sehen Sie genau, was gezeigt würde, und können es für diese Leser anders formulieren. Ihr eigener Text bleibt dabei, wie er ist. Die andere Person aus Ihrem Team kann fünf Arbeitstage lang widersprechen. Veröffentlicht wird nur, wenn sie zustimmt oder als abwesend eingetragen ist.</p>
<p>Zurücknehmen können Sie es jederzeit, und es gilt sofort. Kopien, die andere schon haben, gibt es weiter. Wer mit Namen genannt ist, kann seine Einwilligung jederzeit widerrufen. Dann verschwindet der Name überall. Unter „Genannte Personen“ sehen Sie vorher, an welchen Stellen er steht, und tragen andere Schreibweisen ein. Läuft eine Einwilligung ab, erinnern wir Sie 14 Tage vorher. Haben Sie eine E-Mail-Adresse eingetragen, fragen wir auch die Person: Sie kann verlängern oder widerrufen.</p>
<h3>Ein Beispiel übernehmen</h3>
<p>Auf der Seite eines Beispiels sagen Sie mit „Das interessiert uns“, dass Ihr Team es sich ansieht. Später ändern Sie den Stand: geplant, ausprobiert, angepasst, dauerhaft eingeführt oder aufgegeben. Schreiben Sie dazu, was Sie anders gemacht haben und was herausgekommen ist. Alle im Durchgang lesen das. Warum etwas aufgegeben wurde, hilft den anderen am meisten. Nach drei, sechs und zwölf Monaten fragen wir Ihr Team einmal, wie weit es ist. Alles, was Ihr Team übernimmt, steht oben auf der Seite „Praxisbeispiele“.</p>
<h3>Praxisbeispiele mitnehmen</h3>
<p>Auf der Seite eines Beispiels führt „Auf Papier“ zu einer Fassung zum Drucken, zum PDF und zu einer Vorlage für Ihren Rat als Word-Datei. Bilder und Lizenz stehen darin. Was nur Ihr Haus weiß, ist gelb markiert. Über der Liste finden Sie unter „Mitnehmen und einlesen“ mehrere Beispiele in einem PDF mit Inhaltsverzeichnis, alle als Tabelle und als JSON. Als CSV oder JSON können Sie Beispiele auch einlesen; eine Excel-Datei speichern Sie vorher als „CSV UTF-8“. Bilder und Dokumente sind in diesen Dateien nicht enthalten. Stammt ein Beispiel aus einer anderen Kommune, sehen Sie das vorher. Es kommt nur herein, wenn dessen Lizenz das erlaubt, und nennt dann seine Herkunft. Eingelesene Beispiele liest zuerst nur Ihr Team.</p>
<p>Was nur für den Durchgang gezeigt wurde, geben Sie bitte nicht weiter. Auf jedem Blatt steht, wer es lesen darf.</p>
<h3>Vereinbarungen</h3>
<p>Was in einem Workshop abgemacht wird, halten Sie auf dessen Seite unter „Vereinbarungen“ fest: was, wer und bis wann. Alle im Durchgang lesen es. Ändern können es die Zuständigen, wer es aufgeschrieben hat und die Moderation. Am Arbeitstag davor und am Tag selbst erinnern wir die Zuständigen. Mit „Erledigt“ haken Sie ab, „Rückgängig“ nimmt es zurück. Wird etwas nicht mehr gebraucht, schreiben Sie unter „Ändern“ kurz, warum. Was offen bleibt, steht zu Beginn des nächsten Workshops da.</p>
<h3>Rückmeldung</h3>
<p>Nach einem Workshop bittet die Moderation um Ihre Rückmeldung. Sie finden sie auf der Startseite und auf der Seite des Workshops, drei Minuten genügen. Sie antworten anonym: Name, Team und Uhrzeit werden nicht mit der Antwort gespeichert. Nach dem Absenden lässt sich nichts mehr ändern. Das Ergebnis steht auf derselben Seite, sobald die Rückmeldung geschlossen ist und mindestens fünf geantwortet haben. Darunter sehen Sie, wie es sich über die Reihe entwickelt.</p>
<h3>Hinweise</h3>
<p>Sie bestimmen, ob Sie E-Mails sofort, einmal am Tag oder gar nicht bekommen. Voreingestellt ist einmal am Tag. Öffnen Sie die Seite, um die es geht, gilt der Hinweis als gelesen. Das sehen nur Sie. In den E-Mails steht nichts Vertrauliches.</p>`,
    en: `
<h3>Joining</h3>
<p>You get a link by e-mail or a code on paper. With it you choose your name, password and language. Then you read the charter of confidentiality. As soon as you have accepted it, the cohort is open to you.</p>
<h3>Proposing a topic</h3>
<ol>
<li>Go to “Topics” and choose “Propose a topic”.</li>
<li>Ask a question from your practice, and write what it is about and why now. Everything else is optional.</li>
<li>As long as you only save it, it is a draft. Only your team sees it. Once you propose it, everyone in the cohort can read it.</li>
</ol>
<p>You can change the text later. Earlier versions can still be seen. What becomes of the topic is told in its passport: who proposed it, what it was merged with, how it fared in ballots.</p>
<h3>Supporting and discussing</h3>
<p>With “Also affects us” your team says that it has the same question. Each team counts once, and you can take it back. In comments you can quote others and mention them with @. If you follow a topic, you are told what happens there.</p>
<p>You can delete a comment of your own. Its text is gone at once. For 30 days you can bring it back; after that it is removed for good.</p>
<h3>Voting</h3>
<p>Each ballot says whether every person or every team has a vote, and whether it is open or secret. If your team votes together, both of you can change the vote until the ballot closes. The other one is told. Nobody sees results before the end, not even the moderators.</p>
<p>In a secret ballot your browser keeps a receipt. Only with it can you still change your vote, and find it in the list later.</p>
<p>Some decisions are provisional at first. Then each team can raise one grave objection until the day that is given there. Everyone reads it, and the moderators answer it in public. You can also withdraw it.</p>
<h3>Showing a practice example</h3>
<p>What you write is read by the two of your team only at first. Under “Who reads it?” you go step by step: first the cohort, then the public. Before each step you see exactly what would be shown, and can word it differently for these readers. Your own text stays as it is. The other person of your team can object for five working days. It is published only if she or he agrees, or is marked as away.</p>
<p>You can take it back at any time, and that takes effect at once. Copies that others have already will stay. Whoever is named can withdraw the consent at any time. The name then disappears everywhere. Under “People named” you see beforehand where it stands, and enter other spellings. When a consent is about to end, we remind you 14 days before. If you have entered an e-mail address, we ask the person too: she or he can let it go on, or withdraw.</p>
<h3>Adopting an example</h3>
<p>On the page of an example, “We are interested” says that your team is looking into it. Later you change how far you are: planned, tried, adapted, established or dropped. Add what you did differently and what came of it. Everyone in the cohort reads that. Why something was dropped helps the others most. After three, six and twelve months we ask your team once how far it has come. All that your team adopts stands at the top of “Practice examples”.</p>
<h3>Taking practice examples along</h3>
<p>On the page of an example, “On paper” leads to a version to print, to the PDF and to a paper for your council as a Word file. It holds the pictures and the licence. What only your own house knows is marked in yellow. Above the list, “Take along and read in” has several examples in one PDF with a table of contents, all of them as a table and as JSON. You can also read examples in, as CSV or JSON; save an Excel file as “CSV UTF-8” first. Pictures and documents are not part of these files. If an example comes from another town, you are told before. It comes in only if its licence allows that, and then names its origin. Examples that were read in are for your team alone at first.</p>
<p>Please do not pass on what was shown to the cohort only. Each sheet says who may read it.</p>
<h3>Agreements</h3>
<p>What is agreed on at a workshop is written down on its page under “Agreements”: what, who and until when. Everyone in the cohort reads it. Those responsible, whoever wrote it down and the moderators can change it. We remind those responsible on the working day before and on the day. “Done” ticks it off, “Undo” takes that back. If something is no longer needed, say briefly why under “Change”. What stays open is there when the next workshop begins.</p>
<h3>Feedback</h3>
<p>After a workshop the moderators ask for your feedback. You find it on the start page and on the page of the workshop; three minutes will do. You answer anonymously: name, team and time are not stored with the answer. Once it is sent, nothing can be changed. The result is on the same page as soon as the feedback is closed and at least five have answered. Below it you see how it develops over the series.</p>
<h3>Notices</h3>
<p>You decide whether you get e-mails at once, once a day or not at all. Once a day is the default. When you open the page that a notice is about, the notice counts as read. Only you can see that. The e-mails contain nothing confidential.</p>`,
  },
};
