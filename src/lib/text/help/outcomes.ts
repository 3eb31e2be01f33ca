import type { HelpSection } from './section';

export const outcomes: HelpSection = {
  id: 'outcomes',
  title: { de: 'Ergebnisse', en: 'Outcomes' },
  body: {
    de: `
<p>Nach einem Workshop hält die Moderation zu jedem Thema fest, was herauskam und ob die Frage beantwortet ist. Ihr Team bekommt eine Nachricht, ebenso alle, die das Thema unterstützen oder ihm folgen. Das Ergebnis steht auf der Seite des Themas, auf der Seite des Workshops und im Themenpass. Wird etwas berichtigt, erfahren Sie das. Die frühere Fassung bleibt lesbar.</p>
<p>Der <strong>Themenpass</strong> zeigt den ganzen Weg eines Themas: wer es eingebracht hat, wie die Abstimmung ausging, wann es im Programm stand, was Ihr Team dazu sagte, was herauskam und was daraus folgt.</p>
<h3>Für die Moderation</h3>
<ul>
<li>„Ergebnisse festhalten“ steht auf der Seite des Workshops, sobald er vorbei ist. Neben dem Feld sehen Sie, was das Team gesagt hat, und die Notizen.</li>
<li>Was Sie schreiben, wird von selbst gespeichert. Bis Sie es mitteilen, liest es nur die Moderation.</li>
<li>„Vereinbarung festhalten“ schreibt auf, was aus dem Ergebnis folgt, wer es tut und bis wann.</li>
<li>Ist eine Frage nur teilweise beantwortet oder offen, geben Sie das Thema mit einem Klick zurück in den Themenspeicher. Es kann in der nächsten Abstimmung wieder gewählt werden. Dasselbe gilt für ausgewählte Themen, die in keinem Programm einen Platz haben. Solange es auf keiner Abstimmung steht, holen Sie es mit „Zurückholen“ wieder.</li>
</ul>`,
    en: `
<p>After a workshop the moderators write down for each topic what came of it and whether the question is answered. Your team gets a notice, and so does everyone who supports the topic or follows it. The outcome stands on the page of the topic, on the page of the workshop and in the topic passport. If something is corrected, you are told. The earlier version stays readable.</p>
<p>The <strong>topic passport</strong> shows the whole way of a topic: who proposed it, how the ballot went, when it was in the programme, what your team said, what came of it and what follows.</p>
<h3>For moderators</h3>
<ul>
<li>“Write down outcomes” is on the page of the workshop once it is over. Beside the field you see what the team has said, and the notes.</li>
<li>What you write is saved by itself. Until you tell it, only moderators read it.</li>
<li>“Write down an agreement” notes what follows from the outcome, who does it and until when.</li>
<li>If a question is only partly answered or still open, you give the topic back to the pool with one click. It can be chosen again in the next ballot. So can chosen topics that have no slot in any programme. As long as it is on no ballot, “Take back” gets it out again.</li>
</ul>`,
  },
};
