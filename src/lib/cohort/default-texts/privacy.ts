import type { DefaultText } from './placeholders';

/** First draft of the privacy notice (Art. 13 and 14 GDPR); the administrator completes it. */
export const privacyDraft: DefaultText = {
  de: `
<p>Diese Hinweise sagen Ihnen, welche Daten wir auf dieser Plattform verarbeiten, wozu, wie lange und welche Rechte Sie haben.</p>
<h2>Kurz gesagt</h2>
<ul>
<li>Die Plattform wird von uns selbst oder in unserem Auftrag betrieben. Beim Aufruf einer Seite fließen keine Daten an Dritte.</li>
<li>Es gibt keine Werbung, keine Auswertung Ihres Verhaltens und keine Lesebestätigungen.</li>
<li>Ihr Passwort erreicht unseren Server nicht.</li>
</ul>
<h2>Wer verantwortlich ist</h2>
<p>{organisation}, {address}, vertreten durch {representative}. Sie erreichen uns unter {contact} und {phone}.</p>
<p>Fragen zum Datenschutz: {dataProtectionContact}.</p>
<h2>Welche Daten wir verarbeiten</h2>
<ul>
<li><strong>Konto:</strong> Name, E-Mail-Adresse, Sprache, Einstellungen für Benachrichtigungen und Angaben, mit denen sich Ihr Passwort prüfen lässt.</li>
<li><strong>Zugehörigkeit:</strong> Ihr Durchgang, Ihr Team, Ihre Rolle und Funktion, Beginn und Ende, dazu Ihre Zustimmung zur Vertraulichkeitsvereinbarung.</li>
<li><strong>Verzeichnis:</strong> Telefonnummer und weitere Kontaktangaben, soweit Sie diese selbst eintragen und zeigen.</li>
<li><strong>Beiträge:</strong> Themen, Kommentare, Unterstützungen und ihr Verlauf.</li>
<li><strong>Abstimmungen:</strong> ob Sie oder Ihr Team abgestimmt haben. Bei offenen Abstimmungen wird nach dem Ende angezeigt, wer wie gestimmt hat. Bei geheimen wird gespeichert, wer abgestimmt hat, und davon getrennt, was gestimmt wurde.</li>
<li><strong>Sitzungen:</strong> wann und mit welcher Art von Gerät Sie angemeldet sind, damit Sie fremde Anmeldungen erkennen und beenden können.</li>
<li><strong>Sicherheit und Betrieb:</strong> Fehlversuche bei der Anmeldung werden je Konto und je IP-Adresse kurzzeitig gezählt. Die technischen Protokolle enthalten keine Namen und keine Inhalte. Zu versandten E-Mails wird festgehalten, an wen, welcher Art und wann.</li>
</ul>
<p>Name und E-Mail-Adresse für die Einladung haben wir von Ihrer Dienststelle oder von der Projektleitung erhalten. Alles andere geben Sie selbst ein.</p>
<h2>Wozu und auf welcher Grundlage</h2>
<p>Wir verarbeiten die Daten, um das Programm durchzuführen: einladen, zusammenarbeiten, abstimmen, benachrichtigen, und um die Plattform sicher zu betreiben.</p>
<ul>
<li><em>Wenn wir eine öffentliche Stelle sind:</em> Artikel 6 Absatz 1 Buchstabe e DSGVO in Verbindung mit dem Datenschutzgesetz des Landes, denn das Programm dient einer Aufgabe im öffentlichen Interesse.</li>
<li><em>Wenn wir ein Verein oder eine andere nicht öffentliche Stelle sind:</em> Artikel 6 Absatz 1 Buchstabe b DSGVO, soweit mit Ihnen selbst eine Vereinbarung über die Teilnahme besteht, sonst Buchstabe f. Unser berechtigtes Interesse ist es, das Programm mit den entsandten Personen durchzuführen und die Plattform zu schützen.</li>
<li><em>Freiwillige Angaben</em> wie Ihre Telefonnummer im Verzeichnis: Artikel 6 Absatz 1 Buchstabe a DSGVO. Sie können sie jederzeit wieder entfernen.</li>
</ul>
<h2>Wer die Daten sieht</h2>
<ul>
<li>Ihre Beiträge: die Menschen in Ihrem Durchgang, wie es auf jeder Seite steht. Andere Durchgänge sehen davon nichts.</li>
<li>Kooperationspartner, etwa eine Bezirksregierung: nur Termine, Orte und Zahlen.</li>
<li>Fachleute: nur das, wozu sie eingeladen wurden.</li>
<li>Die Systemverwaltung: Konten und technische Angaben, in der Anwendung aber keine Inhalte der Durchgänge.</li>
<li>Dienstleister, die in unserem Auftrag Server oder E-Mail betreiben, auf der Grundlage eines Vertrags nach Artikel 28 DSGVO.</li>
</ul>
<p>Eine Übermittlung in Länder außerhalb der Europäischen Union findet nicht statt. Entscheidungen werden nicht automatisiert getroffen.</p>
<h2>Cookies und Speicher auf Ihrem Gerät</h2>
<p>Nach der Anmeldung setzen wir ein einziges Cookie, das Ihre Sitzung kennzeichnet. Wählen Sie eine Sprache oder eine Darstellung, oder blenden Sie einen Hinweis aus, merkt sich Ihr Browser diese Einstellung. Angefangene Texte speichert er auf Ihrem Gerät, bis der Server sie bestätigt hat. All das ist technisch nötig (§ 25 Absatz 2 TDDDG), deshalb fragen wir nicht um Einwilligung.</p>
<h2>Wie lange wir speichern</h2>
<ul>
<li>Konto: bis Sie es löschen lassen oder bis kein Durchgang mehr besteht, dem Sie angehören.</li>
<li>Beiträge eines Durchgangs: bis er gelöscht wird. Wann das geschieht, teilt Ihnen die Projektleitung mit. Danach bleibt nur eine Bescheinigung der Löschung.</li>
<li>Gelöschte Kommentare: Den Text liest ab sofort niemand mehr. Nach 30 Tagen wird er endgültig entfernt; bis dahin lässt sich der Kommentar wiederherstellen.</li>
<li>Sitzungen: bis Sie sich abmelden oder die Sitzung abläuft. Zählungen von Fehlversuchen: wenige Tage. Protokoll verschickter E-Mails (Adresse, Anlass, Zeit): drei Monate.</li>
<li>Sicherungskopien: bis zu ihrer turnusmäßigen Löschung.</li>
</ul>
<p>Wird Ihr Konto gelöscht, bleiben Beiträge zum gemeinsamen Arbeitsstand ohne Ihren Namen stehen, soweit Sie nicht auch deren Löschung verlangen können. Das Protokoll über Änderungen im Kreis der Mitglieder behält die Namen bis zur Löschung des Durchgangs.</p>
<h2>Müssen Sie Daten angeben?</h2>
<p>Nein. Ohne Name und E-Mail-Adresse können Sie die Plattform allerdings nicht nutzen.</p>
<h2>Ihre Rechte</h2>
<p>Sie haben nach Maßgabe der DSGVO das Recht auf Auskunft (Artikel 15), Berichtigung (16), Löschung (17), Einschränkung (18) und Datenübertragbarkeit (20). Eine erteilte Einwilligung können Sie jederzeit mit Wirkung für die Zukunft widerrufen. Unter „Mein Konto“ können Sie alle Daten über sich herunterladen und die Löschung beantragen.</p>
<p><strong>Widerspruch (Artikel 21):</strong> Verarbeiten wir Daten auf der Grundlage von Buchstabe e oder f, können Sie aus Gründen, die sich aus Ihrer besonderen Situation ergeben, jederzeit widersprechen. Eine Nachricht an {contact} genügt.</p>
<p>Außerdem können Sie sich bei einer Aufsichtsbehörde beschweren, zum Beispiel hier: {supervisoryAuthority}.</p>
`,
  en: `
<p>This notice tells you which data we process on this platform, what for, for how long, and which rights you have.</p>
<h2>In short</h2>
<ul>
<li>We run the platform ourselves, or someone runs it on our behalf. Opening a page sends no data to third parties.</li>
<li>There is no advertising, no analysis of your behaviour, and there are no read receipts.</li>
<li>Your password does not reach our server.</li>
</ul>
<h2>Who is responsible</h2>
<p>{organisation}, {address}, represented by {representative}. You can reach us at {contact} and {phone}.</p>
<p>Questions about data protection: {dataProtectionContact}.</p>
<h2>Which data we process</h2>
<ul>
<li><strong>Account:</strong> name, e-mail address, language, notification settings, and data with which your password can be checked.</li>
<li><strong>Membership:</strong> your cohort, team, role and function, when it began and ended, and your acceptance of the charter of confidentiality.</li>
<li><strong>Directory:</strong> telephone number and other contact details, as far as you enter and show them yourself.</li>
<li><strong>Contributions:</strong> topics, comments, supports and their history.</li>
<li><strong>Ballots:</strong> whether you or your team have voted. In open ballots, who voted how is shown after closing. In secret ballots, who has voted is stored, and, apart from that, what was voted.</li>
<li><strong>Sessions:</strong> when and with what kind of device you are signed in, so that you can recognise and end sessions that are not yours.</li>
<li><strong>Security and operation:</strong> failed sign-ins are counted for a short time per account and per IP address. Technical logs contain no names and no content. For e-mails sent we record the recipient, the kind and the time.</li>
</ul>
<p>We received the name and e-mail address for your invitation from your organisation or from the organiser. Everything else you enter yourself.</p>
<h2>What for, and on what legal basis</h2>
<p>We process the data to run the programme (to invite, work together, vote and notify) and to operate the platform securely.</p>
<ul>
<li><em>If we are a public body:</em> Article 6(1)(e) GDPR together with the data protection act of the federal state, since the programme serves a task in the public interest.</li>
<li><em>If we are an association or another non-public body:</em> Article 6(1)(b) GDPR, as far as there is an agreement with you yourself about taking part, otherwise point (f). Our legitimate interest is to run the programme with the people sent to it, and to protect the platform.</li>
<li><em>Voluntary details</em> such as your telephone number in the directory: Article 6(1)(a) GDPR. You can remove them at any time.</li>
</ul>
<h2>Who sees the data</h2>
<ul>
<li>Your contributions: the people in your cohort, as stated on each page. Other cohorts see nothing of them.</li>
<li>Partners, such as a district government: only dates, places and numbers.</li>
<li>Experts: only what they have been invited to.</li>
<li>The administrator: accounts and technical data, but in the application no content of the cohorts.</li>
<li>Service providers who run servers or e-mail on our behalf, under a contract in accordance with Article 28 GDPR.</li>
</ul>
<p>No data is transferred to countries outside the European Union. No automated decisions are made.</p>
<h2>Cookies and storage on your device</h2>
<p>After sign-in we set a single cookie that identifies your session. If you choose a language or a colour scheme, or hide a hint, your browser remembers it. Texts you have begun are kept on your device until the server has confirmed them. All of this is technically necessary (section 25(2) TDDDG), which is why we do not ask for consent.</p>
<h2>How long we keep it</h2>
<ul>
<li>Account: until you have it deleted, or until no cohort exists any more to which you belong.</li>
<li>Contributions of a cohort: until the cohort is erased. The organiser tells you when that will be. Afterwards only a certificate of deletion remains.</li>
<li>Deleted comments: nobody can read the text from that moment on. After 30 days it is removed for good; until then the comment can be restored.</li>
<li>Sessions: until you sign out or the session expires. Counts of failed sign-ins: a few days. Log of e-mails sent (address, occasion, time): three months.</li>
<li>Backups: until they are deleted on schedule.</li>
</ul>
<p>If your account is deleted, contributions to the joint work remain without your name, unless you are entitled to have them deleted as well. The log of changes of members keeps the names until the cohort is erased.</p>
<h2>Do you have to provide data?</h2>
<p>No. Without a name and an e-mail address, however, you cannot use the platform.</p>
<h2>Your rights</h2>
<p>Under the GDPR you have the right of access (Article 15), rectification (16), erasure (17), restriction (18) and data portability (20). You can withdraw consent at any time, with effect for the future. Under “My account” you can download all data about you and request deletion.</p>
<p><strong>Objection (Article 21):</strong> where we process data on the basis of point (e) or (f), you can object at any time on grounds relating to your particular situation. A message to {contact} is enough.</p>
<p>You can also lodge a complaint with a supervisory authority, for example: {supervisoryAuthority}.</p>
`,
};
