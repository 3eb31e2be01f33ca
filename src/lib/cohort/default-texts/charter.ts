import type { DefaultText } from './placeholders';

/** First draft of a cohort's charter of confidentiality; the organiser changes it at will. */
export const charterDraft: DefaultText = {
  de: `
<p>Wir arbeiten hier an Fragen, die noch offen sind. Dazu gehört, dass wir von Schwierigkeiten und Fehlern sprechen, von eigenen und von denen unserer Häuser. Das geht nur, wenn sich alle darauf verlassen können, dass es in der Gruppe bleibt. Deshalb vereinbaren wir Folgendes.</p>
<h2>Was in der Gruppe bleibt</h2>
<p>Was andere hier schreiben oder in den Workshops sagen, ist <strong>vertraulich</strong>. Das gilt für Beiträge, Kommentare, Unterlagen, Stimmen und auch dafür, wer sich wozu geäußert hat.</p>
<h2>Was wir mitnehmen dürfen</h2>
<ul>
<li>Ideen, Methoden und Erkenntnisse dürfen und sollen wir zu Hause nutzen. Wir sagen dabei nicht, von wem oder aus welchem Ort sie stammen, und wir erzählen sie so, dass es sich auch nicht erraten lässt.</li>
<li>Was wir selbst eingebracht haben, gehört uns. Darüber dürfen wir frei sprechen.</li>
<li>Alles andere geben wir nur weiter, wenn die Person zugestimmt hat, von der es kommt. Die Zustimmung gilt für den Zweck, für den wir gefragt haben.</li>
<li>Was die Gruppe gemeinsam veröffentlicht, ist öffentlich. Vorher sehen alle, deren Beiträge darin vorkommen, den Text und können widersprechen.</li>
</ul>
<h2>Im eigenen Haus</h2>
<p>Unsere Vorgesetzten haben uns entsandt und dürfen wissen, woran wir arbeiten und was wir gelernt haben. Sie erfahren nicht, was andere von sich erzählt haben. Wer gedrängt wird, mehr zu sagen, beruft sich auf diese Vereinbarung und gibt der Projektleitung Bescheid.</p>
<p>Gesetzliche Pflichten gehen vor, etwa eine Aussagepflicht vor Gericht. Wer eine solche Pflicht auf sich zukommen sieht, sagt es den Betroffenen, bevor etwas weitergegeben wird, soweit das erlaubt ist.</p>
<h2>Bildschirmfotos und Aufnahmen</h2>
<p>Wir machen von den geschützten Seiten keine Bildschirmfotos und leiten nichts weiter. Wer etwas ausdruckt, bewahrt es so auf wie eine Personalakte und vernichtet es danach. In den Workshops wird nicht mitgeschnitten. Fotos gibt es nur, wenn alle einverstanden sind, die darauf zu sehen sind.</p>
<p>Technisch verhindern lässt sich das nicht. Wir verlassen uns aufeinander.</p>
<h2>Presse und soziale Medien</h2>
<p>Dass es das Programm gibt und welche Orte teilnehmen, ist kein Geheimnis. Über Inhalte sprechen wir mit Medien nur, wenn die Gruppe es vereinbart hat. Über die eigene Arbeit am eigenen Ort darf jedes Team selbst berichten.</p>
<h2>Aufsichtsbehörde und Kooperationspartner</h2>
<p>Manche Partner des Programms beaufsichtigen zugleich unsere Kommunen. Sie sehen auf dieser Plattform Termine, Orte und Zahlen, aber keine Inhalte. Auch mündlich und schriftlich bekommen sie keine Inhalte von uns, weder von den Teams noch von der Moderation noch von der Projektleitung.</p>
<h2>Fachleute und Gäste</h2>
<p>Fachleute sehen nur, wozu sie eingeladen wurden. Sie unterschreiben diese Vereinbarung ebenfalls. Alle in der Gruppe erfahren vorher, wer kommt und warum.</p>
<h2>Moderation, Projektleitung und Technik</h2>
<p>Die Moderation liest, was die Gruppe schreibt, und behandelt es vertraulich. Die Projektleitung liest mit, außer in geschützten Beratungen. Wer die Technik betreibt, sieht in der Anwendung keine Inhalte; ausschließen lässt sich ein Zugriff auf die Datenbank nur dort, wo Inhalte verschlüsselt sind. Das steht jeweils auf der Seite.</p>
<h2>Wer geht, schweigt weiter</h2>
<p>Die Vertraulichkeit endet nicht mit dem Programm und nicht mit einem Wechsel der Stelle. Wer ausscheidet, verliert den Zugang und gibt Unterlagen anderer zurück oder vernichtet sie. Jeder Wechsel wird der Gruppe mitgeteilt.</p>
<h2>Wenn etwas nach außen dringt</h2>
<ol>
<li>Wer es bemerkt oder selbst verursacht hat, sagt es sofort den Betroffenen und der Projektleitung ({contact}). Ein eingestandenes Versehen ist verzeihlich, ein verschwiegenes zerstört Vertrauen.</li>
<li>Die Projektleitung klärt mit den Beteiligten, was geschehen ist und wie sich der Schaden begrenzen lässt.</li>
<li>Die Gruppe erfährt, was vorgefallen ist, so weit die Betroffenen damit einverstanden sind.</li>
<li>Wer die Vereinbarung bewusst verletzt, kann von der Projektleitung ausgeschlossen werden. Vorher wird die Person angehört.</li>
</ol>
<h2>Ihre Zustimmung</h2>
<p>Mit Ihrer Zustimmung geben Sie uns und allen anderen in der Gruppe Ihr Wort. Wir halten fest, wann Sie zugestimmt haben und welcher Fassung. Ändert sich die Vereinbarung, fragen wir Sie erneut.</p>
<p>{organisation}</p>
`,
  en: `
<p>Here we work on questions that are still open. That means speaking about difficulties and mistakes, our own and those of our organisations. It only works if everyone can rely on it staying within the group. So this is what we agree.</p>
<h2>What stays in the group</h2>
<p>Whatever others write here or say in the workshops is <strong>confidential</strong>. This covers contributions, comments, documents and votes, and also who said what about which matter.</p>
<h2>What we may take home</h2>
<ul>
<li>We may use ideas, methods and insights at home, and we should. We do not say whom or which place they came from, and we tell them in a way that does not let anyone guess.</li>
<li>What we brought in ourselves is ours. We may speak about it freely.</li>
<li>Anything else we pass on only if the person it came from has agreed. That consent covers the purpose we asked for, and no other.</li>
<li>What the group publishes together is public. Beforehand, everyone whose contribution appears in it sees the text and can object.</li>
</ul>
<h2>In our own organisations</h2>
<p>Our managers sent us and may know what we are working on and what we have learned. They are not told what others have said about themselves. Anyone who is pressed to say more can point to this charter, and lets the organiser know.</p>
<p>Legal duties come first, such as the duty to testify in court. Anyone who sees such a duty coming tells the people concerned before anything is passed on, as far as that is allowed.</p>
<h2>Screenshots and recordings</h2>
<p>We take no screenshots of the protected pages and forward nothing. Anyone who prints something keeps it as safely as a personnel file, and destroys it afterwards. Workshops are not recorded. Photographs are taken only if everyone shown in them agrees.</p>
<p>No technology can enforce this. We rely on one another.</p>
<h2>Press and social media</h2>
<p>It is no secret that the programme exists and which places take part. We speak to the media about its content only if the group has agreed to it. Each team may report on its own work in its own place.</p>
<h2>Supervisory authority and partners</h2>
<p>Some partners of the programme also supervise our municipalities. On this platform they see dates, places and numbers, but no content. Nor do they get content from us in conversation or in writing: not from the teams, not from the moderators, not from the organiser.</p>
<h2>Experts and guests</h2>
<p>Experts see only what they have been invited to. They accept this charter as well. Everyone in the group is told beforehand who is coming, and why.</p>
<h2>Moderators, organiser and technical staff</h2>
<p>The moderators read what the group writes and treat it as confidential. The organiser reads it too, except in protected consultations. Those who run the system see no content in the application; access to the database can be ruled out only where content is encrypted. Each page says which applies.</p>
<h2>After leaving</h2>
<p>Confidentiality does not end with the programme, or with a change of job. Anyone who leaves loses access, and returns or destroys other people’s documents. The group is told about every change.</p>
<h2>If something gets out</h2>
<ol>
<li>Anyone who notices it, or who caused it, tells the people concerned and the organiser at once ({contact}). A slip that is admitted can be forgiven; one that is hidden destroys trust.</li>
<li>The organiser finds out with those involved what happened and how the damage can be limited.</li>
<li>The group is told what happened, as far as the people concerned agree.</li>
<li>Anyone who breaks this charter on purpose can be excluded by the organiser, after having been heard.</li>
</ol>
<h2>Your agreement</h2>
<p>By agreeing you give us and everyone else in the group your word. We record when you agreed, and to which version. If the charter changes, we ask you again.</p>
<p>{organisation}</p>
`,
};
