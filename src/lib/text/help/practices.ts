import type { HelpSection } from './section';

/** For members: recording what worked and what failed. */
export const practices: HelpSection = {
  id: 'practices',
  title: { de: 'Praxisbeispiele', en: 'Practice examples' },
  body: {
    de: `
<h3>Ein Beispiel aufschreiben</h3>
<ol>
<li>Gehen Sie zu „Praxisbeispiele“ und wählen Sie „Praxisbeispiel aufschreiben“. Ein Satz genügt für den Anfang.</li>
<li>Füllen Sie die Kurzform aus: was geschehen ist und was Sie beim nächsten Mal anders machen würden. Das dauert etwa fünf Minuten.</li>
<li>Die übrigen Teile ergänzen Sie, wann Sie wollen. Alles ist freiwillig. Am Rand sehen Sie, wie weit jeder Teil ist.</li>
</ol>
<p>Sie müssen nicht speichern: Unten auf der Seite steht, wann zuletzt gespeichert wurde. Ohne Verbindung bleibt Ihr Text auf diesem Gerät und wird nachgereicht.</p>
<p>Zunächst liest das Beispiel nur Ihr Team. Anderen zeigen Sie es erst später, in einem eigenen Schritt.</p>
<h3>Zu zweit schreiben</h3>
<p>Sie können beide gleichzeitig schreiben. Haben Sie dasselbe Feld geändert, sehen Sie beide Texte und entscheiden, welcher gilt. Unter „Fassungen“ lesen Sie, was früher dastand, und holen es zurück.</p>
<h3>Bilder und Dateien</h3>
<p>Geben Sie bei jeder Datei an, von wem sie stammt und ob man sie weiterverwenden darf. Wie andere Ihren Text verwenden dürfen, wählen Sie spätestens, wenn Sie ihn veröffentlichen. Schreiben Sie zu Bildern, was darauf zu sehen ist. Eine Datei verschwindet erst ganz, wenn auch keine frühere Fassung sie mehr enthält.</p>
<h3>Ein Beispiel verwerfen</h3>
<p>Ein verworfenes Beispiel können Sie 30 Tage lang zurückholen. Danach wird es gelöscht. Lesen es schon andere, nehmen Sie es dort zuerst zurück.</p>`,
    en: `
<h3>Recording an example</h3>
<ol>
<li>Go to “Practice examples” and choose “Write up an example”. One sentence is enough to begin with.</li>
<li>Fill in the short form: what happened, and what you would do differently next time. It takes about five minutes.</li>
<li>Add the other parts whenever you like. Nothing is required. Beside the text you see how far each part has come.</li>
</ol>
<p>You do not have to save: at the bottom of the page it says when it was last saved. Without a connection your text stays on this device and is sent later.</p>
<p>At first only your team reads the example. You show it to others later, in a step of its own.</p>
<h3>Writing together</h3>
<p>Both of you can write at the same time. Where you changed the same field, you see both texts and decide which one counts. Under “Versions” you read what was there before, and bring it back.</p>
<h3>Pictures and files</h3>
<p>Say of each file who made it and whether it may be used again. How others may use your text, you choose at the latest when you publish it. Write what is to be seen in a picture. A file is gone for good only when no earlier version has it either.</p>
<h3>Discarding an example</h3>
<p>A discarded example can be brought back for 30 days. Then it is deleted. If others read it already, take it back there first.</p>`,
  },
};
