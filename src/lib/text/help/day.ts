import type { HelpSection } from './section';

export const workshopDay: HelpSection = {
  id: 'day',
  title: { de: 'Der Tag eines Workshops', en: 'The day of a workshop' },
  body: {
    de: `
<p>Auf der Seite eines Workshops führt „Der Tag“ zu dem, was gerade läuft: wo, wie lange noch und was danach kommt. Die Seite folgt von selbst.</p>
<h3>Mitschreiben</h3>
<ul>
<li><strong>Notizen</strong> schreiben alle gemeinsam zu einem Programmpunkt, einen Gedanken je Notiz. Ändern kann jede und jeder die eigenen.</li>
<li>In den <strong>Fragenspeicher</strong> kommt, wofür keine Zeit ist. Mit einem Klick wird daraus ein Thema Ihres Teams.</li>
<li><strong>Beantwortet das Ihre Frage?</strong> Das sagt das Team, von dem das Thema stammt, mit einem Satz dazu.</li>
</ul>
<p>Wenn die Verbindung abreißt, schreiben Sie einfach weiter. Alles liegt auf Ihrem Gerät und geht ab, sobald es wieder geht. Die Seite lässt sich auch ohne Verbindung neu öffnen, wenn Sie sie auf diesem Gerät schon offen hatten.</p>
<h3>Für die Moderation</h3>
<ul>
<li>„Weiter“ beendet, was läuft, und beginnt das Nächste. „Mehr Zeit“ sagt, was das kostet, und lässt Sie wählen, woher die Minuten kommen.</li>
<li>Was Sie getippt haben, lässt sich zurücknehmen. Sie können zu zweit steuern: Derselbe Schritt zählt einmal.</li>
<li>Unter dem, was läuft, finden Sie <strong>Ziel, Methode, Material und Notizen</strong> aus Ihrer Planung. Das lesen nur Sie und die anderen in der Moderation.</li>
<li>„Für die Leinwand“ zeigt Uhr, Frage und Restzeit groß. F füllt den Bildschirm. Bewegen Sie die Maus, um die Knöpfe zu sehen.</li>
<li>Vor dem Tag können Sie alles auf Ihrem Gerät ausprobieren. Niemand sonst sieht das.</li>
<li>Am Ende vermerken Sie „Der Workshop ist vorbei“. Dann gelten die Themen als bearbeitet, und ihre Teams erfahren es.</li>
</ul>`,
    en: `
<p>On the page of a workshop, “The day” leads to what is running: where, how long still, and what comes next. The page follows by itself.</p>
<h3>Writing along</h3>
<ul>
<li><strong>Notes</strong> to an item of the programme are written together, one thought each. Everyone changes her or his own.</li>
<li>The <strong>parking lot</strong> keeps what there is no time for. With one click it becomes a topic of your team.</li>
<li><strong>Does this answer your question?</strong> The team whose topic it is says so, with a sentence.</li>
</ul>
<p>If the connection is lost, just go on writing. Everything lies on your device and is sent as soon as possible. The page opens again without a connection, too, if you had it open on this device before.</p>
<h3>For moderators</h3>
<ul>
<li>“Go on” ends what runs and begins the next item. “More time” says what that costs and lets you choose where the minutes come from.</li>
<li>What you have tapped can be undone. Two of you can lead: the same step counts once.</li>
<li>Below what runs you find <strong>goal, method, material and notes</strong> from your plan. Only you and the other moderators read that.</li>
<li>“For the projector” shows the clock, the question and the time left in large letters. F fills the screen. Move the mouse to see the buttons.</li>
<li>Before the day you can try everything out on your device. Nobody else sees that.</li>
<li>At the end you note “The workshop is over”. Topics then count as worked on, and their teams are told.</li>
</ul>`,
  },
};
