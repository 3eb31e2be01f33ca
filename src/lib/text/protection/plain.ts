import type { HelpSection } from '../help/section';

/** What protects people here and where that ends, in everyday words. */
export const plainProtection: HelpSection[] = [
  {
    id: 'short',
    title: { de: 'Kurz gesagt', en: 'In short' },
    body: {
      de: `
<ul>
<li><strong>Kollegiale Beratungen</strong> sind von Ende zu Ende verschlüsselt. Ihr Browser verschlüsselt jeden Text und jeden Anhang, bevor er ihn abschickt. Entschlüsseln können ihn nur die Menschen im Kreis dieser Beratung.</li>
<li><strong>Alles andere</strong>, also Themen, Kommentare, Abstimmungen, Mitteilungen und Dateien außerhalb von Beratungen, liest nur Ihr Durchgang. Dafür sorgen feste Regeln auf dem Server, aber keine Verschlüsselung von Ende zu Ende.</li>
<li><strong>Ihr Passwort</strong> verlässt Ihren Browser nicht. Auch wir kennen es nicht.</li>
<li><strong>Nicht alles lässt sich technisch verhindern.</strong> Was offen bleibt, steht weiter unten.</li>
</ul>`,
      en: `
<ul>
<li><strong>Peer consultations</strong> are encrypted end to end. Your browser encrypts each text and each attachment before it sends it. Only the people in the circle of that consultation can decrypt it.</li>
<li><strong>Everything else</strong>, that is topics, comments, ballots, announcements and files outside consultations, is read by your cohort only. Strict rules on the server see to that, but no end-to-end encryption does.</li>
<li><strong>Your password</strong> does not leave your browser. We do not know it either.</li>
<li><strong>Technology cannot prevent everything.</strong> What stays open is said further below.</li>
</ul>`,
    },
  },
  {
    id: 'nobody-else',
    title: {
      de: 'Wer eine Kollegiale Beratung nicht lesen kann',
      en: 'Who cannot read a peer consultation',
    },
    body: {
      de: `
<ul>
<li>die Projektleitung und die Moderation Ihres Durchgangs</li>
<li>die Menschen, die den Server betreiben und verwalten</li>
<li>eine Aufsicht oder Behörde, auch wenn sie die Herausgabe der Daten verlangt: Herausgegeben werden kann nur Verschlüsseltes</li>
<li>wer sich die Datenbank, eine Sicherungskopie, ein Protokoll oder den Mailserver verschafft</li>
<li>Mitglieder des Durchgangs, die nicht in den Kreis gebeten wurden</li>
<li>wer aus dem Kreis ausscheidet, sofort; und wer im Team nachfolgt, erbt keine Beratung</li>
</ul>
<p>Auf jeder Seite einer Beratung steht, wer sie lesen kann. Diese Liste stammt nicht vom Server: Ihr Browser prüft sie an Unterschriften nach. E-Mails sagen nur, dass es etwas Neues gibt.</p>`,
      en: `
<ul>
<li>the organiser and the moderators of your cohort</li>
<li>the people who run and administer the server</li>
<li>a supervisor or authority, even if it demands the data: only encrypted data can be handed over</li>
<li>whoever gets hold of the database, a backup, a log or the mail server</li>
<li>members of the cohort who were not asked into the circle</li>
<li>whoever leaves the circle, at once; and a successor in the team inherits no consultation</li>
</ul>
<p>Each page of a consultation says who can read it. That list does not come from the server: your browser checks it against signatures. E-mails only say that there is something new.</p>`,
    },
  },
  {
    id: 'limits',
    title: { de: 'Was nicht geschützt ist', en: 'What is not protected' },
    body: {
      de: `
<h3>Ein verändertes Programm</h3>
<p>Das Programm, das in Ihrem Browser verschlüsselt, schickt der Server. Wer ihn betreibt, könnte ein anderes schicken, das Texte vorher mitliest. Keine Website kann das verhindern. Es lässt sich aber nachprüfen: siehe „Das Programm nachprüfen“.</p>
<h3>Was der Server sehen muss</h3>
<p>Damit alle zur richtigen Zeit an der Reihe sind, kennt der Server: wer an einer Beratung teilnimmt und in welcher Rolle, die Methode, die Phase, dazu von jedem Beitrag die Art, die Zeit und die ungefähre Länge, und zu welchem Beitrag wie viele Anhänge von ungefähr welcher Größe gehören. Überschrift, Text, Namen und Inhalt von Anhängen kennt er nicht.</p>
<h3>Was in Anhängen steckt</h3>
<p>Aus Bildern entfernt Ihr Browser Aufnahmeort und Gerät. Was Word, Excel oder ein PDF-Programm in eine Datei schreibt, etwa wer sie verfasst hat, bleibt darin, und der Kreis kann es lesen. Weil der Server Anhänge nicht lesen kann, kann sie dort auch kein Virenscanner prüfen.</p>
<h3>Was nicht von Ende zu Ende verschlüsselt ist</h3>
<p>Themen, Kommentare, Abstimmungen, Mitteilungen und das Verzeichnis. Wer die Datenbank oder eine Sicherungskopie hat, kann sie lesen. Heikles über andere gehört in eine Beratung, nicht in einen Kommentar.</p>
<h3>Menschen</h3>
<p>Wer mitliest, kann fotografieren, abschreiben und weitererzählen. Dagegen hilft Ihre Vertraulichkeitsvereinbarung, keine Technik; einen vorgetäuschten Kopierschutz gibt es hier nicht. Auch Decknamen machen in einer Gruppe von zwanzig niemanden unkenntlich.</p>
<h3>Ihr Gerät</h3>
<p>Wer Ihr entsperrtes Gerät in der Hand hat oder ein Schadprogramm darauf betreibt, sieht, was Sie sehen. Melden Sie sich an fremden Geräten immer ab.</p>`,
      en: `
<h3>A changed program</h3>
<p>The program that encrypts in your browser is sent by the server. Whoever runs it could send another one, which reads texts beforehand. No website can prevent that. But it can be checked: see “Checking the program”.</p>
<h3>What the server has to see</h3>
<p>So that everyone gets their turn, the server knows who takes part in a consultation and in which role, the method, the phase, and of each contribution its kind, its time and its approximate length, and how many attachments of which approximate size belong to it. It does not know title, text, or the names and content of attachments.</p>
<h3>What attachments hold</h3>
<p>Your browser removes place and device from pictures. What Word, Excel or a PDF program writes into a file, for example who wrote it, stays in it, and the circle can read it. Because the server cannot read attachments, no virus scanner can check them there either.</p>
<h3>What is not encrypted end to end</h3>
<p>Topics, comments, ballots, announcements and the directory. Whoever has the database or a backup can read them. Delicate things about others belong in a consultation, not in a comment.</p>
<h3>People</h3>
<p>Whoever reads can photograph, copy and retell. Your charter of confidentiality helps against that, technology does not; there is no pretended copy protection here. Nor do made-up names make anyone unrecognisable in a group of twenty.</p>
<h3>Your device</h3>
<p>Whoever holds your unlocked device, or runs malware on it, sees what you see. Always sign out on devices that are not yours.</p>`,
    },
  },
  {
    id: 'keys',
    title: { de: 'Ihr geschützter Bereich', en: 'Your protected area' },
    body: {
      de: `
<p>Bei der ersten Anmeldung macht Ihr Browser Schlüssel, die nur zu Ihnen gehören. Auf dem Server liegen sie verschlossen. Ihr Passwort öffnet sie, und Ihr Passwort kennt der Server nicht. Auf einem neuen Gerät melden Sie sich einfach an. Beim Abmelden werden die Schlüssel aus dem Browser entfernt, in allen Fenstern.</p>
<p>Ändern Sie Ihr Passwort, solange Sie es noch wissen, bleibt alles erhalten.</p>`,
      en: `
<p>When you first sign in, your browser makes keys that belong to you alone. They lie on the server locked. Your password opens them, and the server does not know your password. On a new device you simply sign in. When you sign out, the keys are removed from the browser, in all its windows.</p>
<p>If you change your password while you still know it, everything is kept.</p>`,
    },
  },
  {
    id: 'recovery',
    title: { de: 'Der Wiederherstellungscode', en: 'The recovery code' },
    body: {
      de: `
<p>Haben Sie Ihr Passwort vergessen, öffnet nur noch der Wiederherstellungscode Ihren geschützten Bereich. Er wird einmal angezeigt. Drucken Sie ihn aus, und legen Sie ihn zu wichtigen Papieren, nicht neben das Gerät.</p>
<ul>
<li><strong>Mit dem Code</strong> legen Sie ein neues Passwort fest, und alles ist da.</li>
<li><strong>Ohne den Code</strong> bekommen Sie per E-Mail zwar ein neues Passwort, aber auch neue Schlüssel. Ihre privaten Notizen sind dann verloren. Frühere Beratungen lesen Sie erst wieder, wenn jemand aus dem Kreis mit Ihnen gesprochen und Ihnen den Zugang zurückgegeben hat.</li>
</ul>
<p>Wir können nichts wiederherstellen. Das ist der Preis dafür, dass auch wir nichts lesen können.</p>`,
      en: `
<p>If you have forgotten your password, only the recovery code still opens your protected area. It is shown once. Print it, and keep it with important papers, not beside the device.</p>
<ul>
<li><strong>With the code</strong> you choose a new password, and everything is there.</li>
<li><strong>Without the code</strong> you do get a new password by e-mail, but new keys as well. Your private notes are lost then. You read earlier consultations again only after somebody from the circle has spoken with you and given you back access.</li>
</ul>
<p>We cannot restore anything. That is the price for our not being able to read anything.</p>`,
    },
  },
  {
    id: 'words',
    title: { de: 'Die zwölf Prüfwörter', en: 'The twelve check words' },
    body: {
      de: `
<p>Damit niemand heimlich einen falschen Schlüssel unterschiebt, führt jeder Durchgang ein Verzeichnis der Schlüssel. Es lässt sich nur fortschreiben, und Ihr Browser merkt es, wenn etwas darin geändert wurde. Zwölf Wörter stehen für seinen ganzen Inhalt.</p>
<p>Beim ersten Workshop liest jemand die Wörter laut vor. Stimmen sie mit denen auf Ihrem Bildschirm überein, gehören alle Schlüssel den Menschen im Raum, und Sie haken das ab. Wessen Schlüssel noch niemand verglichen hat oder wer neue hat, sehen Sie auf den Seiten der Beratung.</p>
<p><strong>Stimmen die Wörter nicht überein</strong>, schreiben Sie nichts Vertrauliches, und sprechen Sie es in der Gruppe an.</p>`,
      en: `
<p>So that nobody slips in a wrong key, each cohort keeps a directory of keys. It can only be continued, and your browser notices if anything in it was changed. Twelve words stand for all of its content.</p>
<p>At the first workshop somebody reads the words aloud. If they match those on your screen, all keys belong to the people in the room, and you tick that off. Whose keys nobody has compared yet, or who has new ones, is shown on the pages of a consultation.</p>
<p><strong>If the words do not match</strong>, write nothing confidential, and raise it in the group.</p>`,
    },
  },
  {
    id: 'deletion',
    title: { de: 'Löschen und Sicherungskopien', en: 'Deletion and backups' },
    body: {
      de: `
<p>Eine Beratung gehört der Person, deren Fall es ist. Sie kann sie jederzeit löschen. Sonst geschieht es nach einer Frist von selbst: sechs Monate nach dem Abschluss, wenn nichts anderes vereinbart ist. Dabei werden die Schlüssel, die verschlüsselten Texte und die Anhänge vernichtet. Danach kann niemand mehr etwas lesen, auch nicht der Kreis.</p>
<p>{backups}</p>
<p>Was jemand während der Beratung mitgeschrieben oder ausgedruckt hat, erreicht das Löschen nicht.</p>`,
      en: `
<p>A consultation belongs to the person whose case it is, who can delete it at any time. Otherwise it happens by itself after a time: six months after closing, unless something else was agreed. The keys, the encrypted texts and the attachments are destroyed. Afterwards nobody can read anything, not even the circle.</p>
<p>{backups}</p>
<p>What somebody wrote down or printed during the consultation is beyond the reach of deletion.</p>`,
    },
  },
  {
    id: 'check',
    title: { de: 'Das Programm nachprüfen', en: 'Checking the program' },
    body: {
      de: `
<p>Aus demselben Quelltext entsteht immer Byte für Byte dasselbe Programm. Wer sich auskennt, vergleicht damit, was dieser Server an Browser ausliefert. Bitten Sie zum Beispiel die IT Ihrer Verwaltung darum:</p>
<ol>
<li>den veröffentlichten Quelltext in der Version holen, die unten steht,</li>
<li>darin <kbd>npm run verify -- {origin}</kbd> ausführen.</li>
</ol>
<p>Der Befehl holt alle Dateien und Seiten und nennt jede Abweichung. Er sieht, was der Server ihm schickt. Ein Server, der nur einer einzelnen Person etwas anderes schickt, fällt nur auf, wenn an deren Gerät mit deren Anmeldung geprüft wird.</p>`,
      en: `
<p>The same sources always give the same program, byte for byte. Whoever knows how compares what this server gives to browsers with it. Ask the IT department of your administration, for example:</p>
<ol>
<li>get the published sources in the version given below,</li>
<li>run <kbd>npm run verify -- {origin}</kbd> in them.</li>
</ol>
<p>The command fetches all files and pages and names every difference. It sees what the server sends to it. A server that sends something else to one person only is found only by checking on that person’s device with that person’s session.</p>`,
    },
  },
  {
    id: 'ask',
    title: { de: 'Fragen', en: 'Questions' },
    body: {
      de: `<p>{organisation} betreibt diese Plattform. Sie erreichen uns unter {contact}.</p>`,
      en: `<p>{organisation} runs this platform. You can reach us at {contact}.</p>`,
    },
  },
];
