import type { HelpSection } from './section';

export const whoComes: HelpSection = {
  id: 'who-comes',
  title: { de: 'Zu einem Workshop zusagen', en: 'Saying whether you come' },
  body: {
    de: `
<p>Steht der Termin fest, fragt die Seite des Workshops oben: <strong>„Kommen Sie?“</strong> Ein Klick genügt, und bis zum Beginn können Sie Ihre Antwort ändern.</p>
<ul>
<li><strong>Warteliste:</strong> Sind alle Plätze vergeben, sehen Sie vorher, an welcher Stelle Sie warten. Wird ein Platz frei, rückt die erste Person von selbst nach und bekommt eine E-Mail. Online können Sie auch so dabei sein, wo das angeboten wird.</li>
<li><strong>Vertretung:</strong> Kommen Sie nicht, nennen Sie unter „Kommt jemand an Ihrer Stelle?“ eine Person aus dem Durchgang oder einen Gast. Wer aus dem Durchgang ist, bekommt eine Nachricht und antwortet selbst. Ein Gast bekommt Ihren Platz; alle im Durchgang lesen den Namen.</li>
<li><strong>Essen und Zugang:</strong> Was Sie hier angeben, lesen nur Sie und die Projektleitung. 30 Tage nach dem letzten Tag wird es gelöscht.</li>
</ul>
<p>Unter „Wer kommt“ sehen Sie alle Teams. Fehlt Ihre Antwort sieben Tage vorher noch, erinnern wir Sie einmal. Zwei Tage vorher bekommen alle, die zugesagt haben, eine E-Mail mit Zeit und Ort.</p>
<p>Nach dem Workshop finden Sie auf seiner Seite Ihre <strong>Teilnahmebescheinigung</strong> als PDF, sobald Ihre Anwesenheit eingetragen ist.</p>
<p>Für Moderation und Projektleitung: Auf „Wer kommt“ antworten Sie für Personen, die Ihnen telefonisch zu- oder absagen, und nehmen die Liste als Datei mit. Am Tag selbst führt „Anwesenheit“ zur Liste für die Tür. Mehr Plätze tragen Sie unter „Bearbeiten“ ein; wer wartet, rückt sofort nach. „Essen und Zugang“ öffnet nur die Projektleitung.</p>`,
    en: `
<p>Once the date is fixed, the page of the workshop asks at its top: <strong>“Will you come?”</strong> One click is enough, and until it begins you can change your answer.</p>
<ul>
<li><strong>Waiting list:</strong> if all seats are taken, you see before at which place you would wait. When a seat becomes free, the first person moves up by herself or himself and gets an e-mail. Where that is offered, you can join online in any case.</li>
<li><strong>Replacement:</strong> if you do not come, name somebody of the cohort or a guest under “Does somebody come in your place?”. Whoever is of the cohort gets a message and answers in person. A guest gets your seat; everyone in the cohort reads the name.</li>
<li><strong>Food and access:</strong> only you and the organiser read what you say here. It is deleted 30 days after the last day.</li>
</ul>
<p>“Who comes” shows all teams. If your answer is still missing seven days before, we remind you once. Two days before, everyone who is coming gets an e-mail with time and place.</p>
<p>After the workshop you find your <strong>certificate of attendance</strong> as a PDF on its page, as soon as your attendance was entered.</p>
<p>For moderators and the organiser: on “Who comes” you answer for people who tell you on the telephone, and take the list along as a file. On the day, “Attendance” leads to the list for the door. More seats are entered under “Edit”; whoever waits moves up at once. Only the organiser opens “Food and access”.</p>`,
  },
};
