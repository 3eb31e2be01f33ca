import type { HelpSection } from './section';

export const workshopMinutes: HelpSection = {
  id: 'proceedings',
  title: { de: 'Das Protokoll eines Workshops', en: 'The minutes of a workshop' },
  body: {
    de: `
<p>Auf der Seite eines Workshops führt „Protokoll lesen“ zu dem, was aufgeschrieben wurde: Abschnitt für Abschnitt, mit den Antworten der Teams, den Vereinbarungen und den Fragen für später. Sie bekommen einen Hinweis, sobald es da ist und sobald sich etwas ändert. „Was sich geändert hat“ zeigt jedes Wort.</p>
<p>Fehlt etwas, oder war es anders? „Etwas dazu anmerken“ steht an jedem Abschnitt. Die Moderation antwortet und nimmt es in die nächste Fassung auf.</p>
<p><strong>Fotos</strong> können alle Teams hinzufügen, vom ersten Tag an. Sie werden verkleinert; Ort und Aufnahmedaten entfernen wir. Ihre Fotos sieht zuerst nur die Moderation. Löschen Sie ein Foto, verschwindet es auch aus allen Fassungen; das geht auch noch, wenn der Durchgang archiviert ist. Wer auf einem Foto zu sehen ist und das nicht möchte, sagt es der Moderation.</p>
<h3>Für die Moderation</h3>
<ul>
<li>„Protokoll beginnen“ geht, sobald der Workshop begonnen hat. Aus jedem Programmpunkt wird ein Abschnitt; die Notizen des Tages stehen schon darin. Kommen später Notizen oder Programmpunkte dazu, bieten wir sie an.</li>
<li>Was Sie schreiben, wird von selbst gespeichert. Sie können zu zweit schreiben. Haben beide denselben Text geändert, zeigen wir beide, und Sie wählen.</li>
<li>Unter „Frühere Fassungen“ holen Sie zurück, was ein Abschnitt schon einmal gesagt hat.</li>
<li>Bis Sie veröffentlichen, liest nur die Moderation mit. Ab der zweiten Fassung sagen Sie in einem Satz, was neu ist. Abschnitte ohne Text werden nicht veröffentlicht.</li>
<li>Unter „Fotos“ wählen Sie aus, ordnen und sagen zu jedem Foto, was zu sehen ist. Ohne das wird es nicht veröffentlicht: Wer nichts sieht, hört sonst nichts.</li>
</ul>`,
    en: `
<p>On the page of a workshop, “Read the minutes” leads to what was written down: section by section, with the answers of the teams, the agreements and the questions for later. You get a notice as soon as they are there and whenever something changes. “What has changed” shows every word.</p>
<p>Is something missing, or was it different? “Comment on this” stands at each section. The moderators answer and take it into the next version.</p>
<p><strong>Photos</strong> can be added by all teams, from the first day on. They are made smaller; we remove place and camera data. Only the moderators see your photos at first. When you delete a photo, it disappears from all versions, too; that works even when the cohort is archived. Whoever is to be seen on a photo and does not want that tells the moderators.</p>
<h3>For moderators</h3>
<ul>
<li>“Begin the minutes” works as soon as the workshop has begun. Each item of the programme becomes a section; the notes of the day stand there already. If notes or items come later, we offer them.</li>
<li>What you write is saved by itself. Two of you can write. If both have changed the same text, we show both, and you choose.</li>
<li>Under “Earlier versions” you bring back what a section has said before.</li>
<li>Until you publish, only the moderators read along. From the second version on you say in one sentence what is new. Sections without text are not published.</li>
<li>Under “Photos” you choose, order and say for each photo what is to be seen. Without that it is not published: whoever does not see it would hear nothing.</li>
</ul>`,
  },
};
