import type { HelpSection } from './section';

export const peerConsultation: HelpSection = {
  id: 'consultation',
  title: { de: 'Kollegiale Beratung', en: 'Peer consultation' },
  body: {
    de: `
<p>In einer kollegialen Beratung bringt jemand eine eigene Frage aus der Arbeit mit. Ein kleiner Kreis aus der Gruppe hört zu und denkt mit. Niemand muss sich damit auskennen: Die Seite sagt in jedem Schritt, was gerade an der Reihe ist, was Sie jetzt tun können und wie viel Zeit bleibt.</p>
<h3>Eine Beratung beginnen</h3>
<ol>
<li>Gehen Sie zu „Kollegiale Beratung“ und wählen Sie „Fall einbringen“.</li>
<li>Geben Sie Ihrer Frage einen Titel und einen Satz. Mehr braucht es am Anfang nicht.</li>
<li>Wählen Sie, ob Sie sich zur selben Zeit treffen oder über mehrere Tage schreiben, und wen Sie um Rat bitten. Werkraum schlägt ein Vorgehen vor und sagt, warum.</li>
</ol>
<h3>Im Kreis</h3>
<ul>
<li>Die <strong>fallgebende Person</strong> bringt die Frage mit. Sie entscheidet über die Schlüsselfrage und darüber, was nach außen darf. Ohne ihr Wort geht nichts nach außen.</li>
<li>Die <strong>Moderation</strong> führt durch die Schritte. Was sie sagen kann, steht auf der Seite. Das übernimmt jemand aus dem Kreis, nicht die Moderation der Workshopreihe.</li>
<li>Die <strong>Beratenden</strong> fragen, hören zu und geben Ideen, wenn es so weit ist.</li>
<li>Wer gerade nur zuhört, kann für sich Notizen machen. Die liest niemand sonst.</li>
</ul>
<p>Für Treffen in einem Raum gibt es für jede Rolle eine <a href="/role-cards">Karte zum Ausdrucken</a>. Am Arbeitstag davor erinnert eine Mail an den Termin, wenn Sie Mails zu Kollegialen Beratungen bekommen.</p>
<p>Wer schriftlich berät, hat für jeden Schritt einige Arbeitstage. Ein Schritt endet nachmittags um 17 Uhr oder mittags um 12 Uhr. Dann geht nichts von selbst weiter: Wer moderiert, gibt mehr Zeit oder geht zum nächsten Schritt.</p>
<h3>Wer mitliest</h3>
<p>Nur der Kreis. Auch Projektleitung und Systemverwaltung können nichts lesen. Wie das geht und wo der Schutz endet, steht unter <a href="/protection">So schützen wir</a>.</p>
<h3>Dateien anhängen</h3>
<p>Unter „Datei anhängen“ geben Sie dem Kreis zu Ihrem Beitrag bis zu fünf Dateien, jede höchstens 40 MB groß. Ihr Browser verschlüsselt auch sie. Aus Bildern entfernt er vorher, wo und womit sie aufgenommen wurden. Word-, Excel- und PDF-Dateien enthalten oft mehr, als man sieht, zum Beispiel wer sie verfasst hat. Das bleibt darin; die Seite fragt Sie vorher. Ein Virenscanner kann verschlüsselte Dateien nicht prüfen: Öffnen Sie nur, was Sie erwarten.</p>
<h3>Suchen und mitnehmen</h3>
<p>Über der Liste Ihrer Beratungen steht ein Suchfeld. Es sucht in allem, was Sie dort lesen dürfen, nur in Ihrem Browser. Die Suche oben auf jeder Seite findet nichts aus Beratungen. Was Sie selbst geschrieben haben, steht auch unter „Mein Konto“, „Meine Daten“.</p>
<h3>Ihr Wiederherstellungsblatt</h3>
<p>Ihr Passwort öffnet auch Ihren geschützten Bereich. Wenn Sie es vergessen, hilft nur das <strong>Wiederherstellungsblatt</strong>. Drucken Sie es aus, und heben Sie es auf wie einen Ersatzschlüssel. Sie finden es unter „Mein Konto“. Ohne das Blatt bekommen Sie nach einem vergessenen Passwort neue Schlüssel. Ältere Beratungen öffnet Ihnen dann jemand aus dem Kreis wieder, nachdem Sie miteinander gesprochen haben.</p>
<h3>Prüfwörter</h3>
<p>Beim ersten Workshop liest die Moderation zwölf Wörter vor. Vergleichen Sie sie mit Ihrer Seite „Prüfwörter“. Stimmen sie überein, hat niemand unterwegs Schlüssel ausgetauscht. Setzen Sie dann den Haken.</p>`,
    en: `
<p>In a peer consultation somebody brings a question from her or his own work. A small circle from the group listens and thinks along. Nobody needs experience with it: at each step the page says what comes now, what you can do and how much time is left.</p>
<h3>Starting a consultation</h3>
<ol>
<li>Go to “Peer consultation” and choose “Bring in a case”.</li>
<li>Give your question a title and one sentence. Nothing more is needed at the beginning.</li>
<li>Choose whether you meet at the same time or write over several days, and whom you ask for advice. Werkraum suggests a method and says why.</li>
</ol>
<h3>In the circle</h3>
<ul>
<li>The <strong>case giver</strong> brings the question, decides on the key question and on what may be passed on. Without her or his word nothing leaves the circle.</li>
<li>The <strong>moderator</strong> leads through the steps. The page tells what to say. It is somebody from the circle, not a moderator of the workshop series.</li>
<li>The <strong>advisers</strong> ask, listen, and give ideas when the time has come.</li>
<li>Whoever only listens can take private notes. Nobody else reads them.</li>
</ul>
<p>For meetings in a room there is a <a href="/role-cards">card for each role</a> to print. On the working day before, a mail reminds you of the date if you get mails about peer consultations.</p>
<p>In writing, each step has some working days. A step ends at 5 p.m. or at noon. Nothing goes on by itself then: whoever moderates gives more time or goes on to the next step.</p>
<h3>Who reads along</h3>
<p>Only the circle. Organisers and administrators cannot read anything either. How that works and where the protection ends is told in <a href="/protection">How we protect</a>.</p>
<h3>Attaching files</h3>
<p>With “Attach a file” you give the circle up to five files beside your contribution, each of 40 MB at most. Your browser encrypts them too. From pictures it first removes where and with what they were taken. Word, Excel and PDF files often hold more than one sees, for example who wrote them. That stays in them; the page asks you first. A virus scanner cannot check encrypted files: open only what you expect.</p>
<h3>Searching and taking along</h3>
<p>Above the list of your consultations is a search field. It looks through all that you may read there, in your browser only. The search at the top of each page finds nothing from consultations. What you wrote yourself is also under “My account”, “My data”.</p>
<h3>Your recovery page</h3>
<p>Your password also opens your protected area. If you forget it, only the <strong>recovery page</strong> helps. Print it and keep it like a spare key. You find it under “My account”. Without it, a forgotten password means new keys. Somebody in the circle then opens older consultations for you again, after the two of you have spoken.</p>
<h3>Check words</h3>
<p>At the first workshop the moderators read twelve words aloud. Compare them with your page “Check words”. If they are the same, nobody has exchanged keys on the way. Then tick the box.</p>`,
  },
};
