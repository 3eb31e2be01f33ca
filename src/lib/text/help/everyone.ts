import type { HelpSection } from './section';

export const aboutWerkraum: HelpSection = {
  id: 'about',
  title: { de: 'Was Werkraum ist', en: 'What Werkraum is' },
  body: {
    de: `
<p>Werkraum begleitet eine Workshopreihe mit einer geschlossenen Gruppe. Mehrere Orte schicken je ein kleines Team. Die Teams bestimmen gemeinsam, woran in den Workshops gearbeitet wird: Sie schlagen Themen aus ihrer Praxis vor, sprechen darüber und stimmen ab.</p>
<p>Eine solche Gruppe heißt hier <strong>Durchgang</strong>. Wer dazugehört, hat der Vertraulichkeitsvereinbarung zugestimmt. Was im Durchgang steht, sehen nur seine Mitglieder.</p>
<p>Am Ende wird er <strong>archiviert</strong>: Sie können alles lesen, ändern kann niemand mehr etwas. Soll er später gelöscht werden, erfahren Sie es vierzehn Tage vorher per E-Mail. Danach bleibt nur eine Bescheinigung.</p>`,
    en: `
<p>Werkraum accompanies a series of workshops with a closed group. Several places each send a small team. Together the teams decide what the workshops are about: they propose topics from their practice, discuss them and vote.</p>
<p>Such a group is called a <strong>cohort</strong> here. Everyone in it has accepted the charter of confidentiality. What is written in a cohort is seen by its members only.</p>
<p>In the end it is <strong>archived</strong>: you can read everything, and nobody changes anything any more. Should it be erased later, you are told fourteen days before by mail. Only a certificate stays then.</p>`,
  },
};

export const whoSeesWhat: HelpSection = {
  id: 'readers',
  title: { de: 'Wer was sieht', en: 'Who sees what' },
  body: {
    de: `
<p>Auf jeder Seite steht in einem Satz, wer sie lesen kann. Im Überblick:</p>
<table>
<thead><tr><th scope="col">Rolle</th><th scope="col">Sieht</th><th scope="col">Sieht nicht</th></tr></thead>
<tbody>
<tr><th scope="row">Mitglieder</th><td>alles im eigenen Durchgang</td><td>Entwürfe anderer Teams, Notizen der Moderation, andere Durchgänge</td></tr>
<tr><th scope="row">Moderation</th><td>alles im Durchgang, dazu eigene Notizen</td><td>Entwürfe der Teams, laufende Stimmen</td></tr>
<tr><th scope="row">Projektleitung</th><td>alles im Durchgang, dazu Einladungen und Zustimmungen</td><td>Entwürfe der Teams, laufende Stimmen, Notizen der Moderation</td></tr>
<tr><th scope="row">Fachpersonen</th><td>das Verzeichnis und die Themen, zu denen sie eingeladen sind</td><td>alles andere</td></tr>
<tr><th scope="row">Kooperationspartner</th><td>Termine, Orte und Zahlen</td><td>alle Inhalte</td></tr>
<tr><th scope="row">Systemverwaltung</th><td>Programme, Durchgänge und Zahlen</td><td>alle Inhalte</td></tr>
</tbody>
</table>
<p>Es gibt keine Lesebestätigungen. Niemand sieht, wann Sie zuletzt hier waren oder wie viel Sie schreiben.</p>
<p>Kollegiale Beratungen liest nur der Kreis, den die fallgebende Person bittet. Wie das geschützt ist und wo der Schutz endet, steht unter <a href="/protection">So schützen wir</a>.</p>`,
    en: `
<p>Each page says in one sentence who can read it. An overview:</p>
<table>
<thead><tr><th scope="col">Role</th><th scope="col">Sees</th><th scope="col">Does not see</th></tr></thead>
<tbody>
<tr><th scope="row">Members</th><td>everything in their own cohort</td><td>drafts of other teams, moderators’ notes, other cohorts</td></tr>
<tr><th scope="row">Moderators</th><td>everything in the cohort, and their own notes</td><td>the teams’ drafts, votes before closing</td></tr>
<tr><th scope="row">Organisers</th><td>everything in the cohort, and invitations and acceptances</td><td>the teams’ drafts, votes before closing, moderators’ notes</td></tr>
<tr><th scope="row">Experts</th><td>the directory and the topics they were invited to</td><td>everything else</td></tr>
<tr><th scope="row">Partners</th><td>dates, places and numbers</td><td>all content</td></tr>
<tr><th scope="row">Administrators</th><td>programmes, cohorts and numbers</td><td>all content</td></tr>
</tbody>
</table>
<p>There are no read receipts. Nobody sees when you were last here or how much you write.</p>
<p>Peer consultations are read only by the circle that the case giver asks. How that is protected and where the protection ends is told in <a href="/protection">How we protect</a>.</p>`,
  },
};

export const signingIn: HelpSection = {
  id: 'sign-in',
  title: { de: 'Anmelden', en: 'Signing in' },
  body: {
    de: `
<p>Sie melden sich mit E-Mail-Adresse und Passwort an. Bequemer und sicherer ist ein <strong>Passkey</strong>: Ihr Gerät fragt nach Fingerabdruck, Gesicht oder PIN, und Sie sind da. Unter <a href="/account">Mein Konto → Passkeys</a> fügen Sie für jedes Gerät einen hinzu. Ihr Passwort gilt daneben weiter.</p>
<p>Manche Geräte öffnen mit dem Passkey auch Ihren geschützten Bereich. Die anderen fragen dafür einmal nach dem Passwort.</p>
<p>Wer einen Durchgang leitet oder Werkraum verwaltet, weist sich nach dem Passwort noch einmal aus: mit einem Passkey, einem Code aus einer App oder einem Ersatzcode auf Papier. Nach der ersten Anmeldung sind dafür sieben Tage Zeit. Ist alles verloren, hilft eine andere Person der Systemverwaltung.</p>`,
    en: `
<p>You sign in with your e-mail address and password. A <strong>passkey</strong> is easier and safer: your device asks for your fingerprint, face or PIN, and you are in. In <a href="/account">My account → Passkeys</a> you add one for each device. Your password stays valid.</p>
<p>Some devices open your protected area with the passkey too. The others ask for the password once.</p>
<p>Whoever runs a cohort or administers Werkraum proves it again after the password: with a passkey, a code from an app or a backup code on paper. There are seven days for it after the first sign-in. If everything is lost, another system administrator helps.</p>`,
  },
};

export const withTheKeyboard: HelpSection = {
  id: 'keyboard',
  title: { de: 'Mit der Tastatur', en: 'With the keyboard' },
  body: {
    de: `
<p>Alles geht ohne Maus.</p>
<table>
<thead><tr><th scope="col">Taste</th><th scope="col">Was geschieht</th></tr></thead>
<tbody>
<tr><th scope="row"><kbd>Tab</kbd></th><td>weiter zum nächsten Feld, Link oder Knopf; mit der Umschalttaste zurück. Der erste Schritt auf jeder Seite bietet an, gleich zum Inhalt zu springen.</td></tr>
<tr><th scope="row"><kbd>Strg</kbd> + <kbd>K</kbd></th><td>in einem Durchgang: zur Suche, von überall aus (am Mac <kbd>⌘</kbd> + <kbd>K</kbd>)</td></tr>
<tr><th scope="row"><kbd>Esc</kbd></th><td>schließt Menüs und Fenster</td></tr>
<tr><th scope="row"><kbd>↑</kbd> <kbd>↓</kbd></th><td>bewegt sich in Menüs und Vorschlägen</td></tr>
<tr><th scope="row"><kbd>Strg</kbd> + <kbd>B</kbd>, <kbd>Strg</kbd> + <kbd>I</kbd></th><td>beim Schreiben: fett und kursiv</td></tr>
<tr><th scope="row"><kbd>@</kbd></th><td>beim Schreiben: erwähnt eine Person aus der Gruppe</td></tr>
</tbody>
</table>`,
    en: `
<p>Everything works without a mouse.</p>
<table>
<thead><tr><th scope="col">Key</th><th scope="col">What happens</th></tr></thead>
<tbody>
<tr><th scope="row"><kbd>Tab</kbd></th><td>on to the next field, link or button; with the shift key, back. The first step on each page offers to skip to the content.</td></tr>
<tr><th scope="row"><kbd>Ctrl</kbd> + <kbd>K</kbd></th><td>in a cohort: to the search, from everywhere (on a Mac <kbd>⌘</kbd> + <kbd>K</kbd>)</td></tr>
<tr><th scope="row"><kbd>Esc</kbd></th><td>closes menus and dialogs</td></tr>
<tr><th scope="row"><kbd>↑</kbd> <kbd>↓</kbd></th><td>moves within menus and suggestions</td></tr>
<tr><th scope="row"><kbd>Ctrl</kbd> + <kbd>B</kbd>, <kbd>Ctrl</kbd> + <kbd>I</kbd></th><td>while writing: bold and italic</td></tr>
<tr><th scope="row"><kbd>@</kbd></th><td>while writing: mentions a person of the group</td></tr>
</tbody>
</table>`,
  },
};

export const whomToAsk: HelpSection = {
  id: 'ask',
  title: { de: 'Wen Sie fragen können', en: 'Whom to ask' },
  body: {
    de: `
<ul>
<li>Zu Terminen, Einladungen und zur Gruppe: Ihre <strong>Projektleitung</strong>. Sie steht im Verzeichnis Ihres Durchgangs.</li>
<li>Zu Themen und Abstimmungen: die <strong>Moderation</strong>, ebenfalls im Verzeichnis.</li>
<li>Wenn Sie sich nicht anmelden können oder etwas nicht funktioniert: {organisation}, {contact}. Nennen Sie bitte die Seite und, falls eine angezeigt wird, die Nummer des Fehlers.</li>
</ul>
<p>Ihr Passwort kennt niemand, auch wir nicht. Geben Sie es nie weiter. Wenn Sie es vergessen haben, wählen Sie auf der Anmeldeseite „Passwort vergessen?“.</p>`,
    en: `
<ul>
<li>About dates, invitations and the group: your <strong>organiser</strong>, who is listed in the directory of your cohort.</li>
<li>About topics and ballots: the <strong>moderators</strong>, also in the directory.</li>
<li>If you cannot sign in or something does not work: {organisation}, {contact}. Please say which page it was and, if one is shown, the number of the error.</li>
</ul>
<p>Nobody knows your password, and neither do we. Never pass it on. If you have forgotten it, choose “Forgotten your password?” on the sign-in page.</p>`,
  },
};
