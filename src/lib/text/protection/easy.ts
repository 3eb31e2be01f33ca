import type { HelpSection } from '../help/section';

/** The same in easy language: one statement for each sentence, one sentence for each line. */
export const easyProtection: HelpSection[] = [
  {
    id: 'short',
    title: { de: 'Das Wichtigste', en: 'The most important things' },
    body: {
      de: lines(
        'Auf dieser Internet-Seite können Sie über Probleme bei der Arbeit sprechen.',
        'Das heißt: <strong>Kollegiale Beratung</strong>.',
        'Dabei helfen Ihnen andere Menschen aus Ihrer Gruppe.',
        'Diese Menschen nennen wir: den <strong>Kreis</strong>.',
        'Nur der Kreis kann die Texte lesen.',
        'Alle anderen können die Texte nicht lesen.',
      ),
      en: lines(
        'On this website you can talk about problems at work.',
        'That is called: <strong>peer consultation</strong>.',
        'Other people from your group help you.',
        'We call these people: the <strong>circle</strong>.',
        'Only the circle can read the texts.',
        'Nobody else can read the texts.',
      ),
    },
  },
  {
    id: 'how',
    title: { de: 'So geht der Schutz', en: 'How the protection works' },
    body: {
      de: lines(
        'Sie schreiben einen Text.',
        'Ihr Computer verschließt den Text.',
        'Erst danach schickt der Computer den Text ab.',
        'Das schwere Wort dafür ist: <strong>verschlüsseln</strong>.',
        'Mit Bildern und Dateien macht Ihr Computer das auch.',
        'Zum Öffnen braucht man einen geheimen Schlüssel.',
        'Den Schlüssel haben nur die Menschen im Kreis.',
      ),
      en: lines(
        'You write a text.',
        'Your computer locks the text.',
        'Only then does the computer send the text.',
        'The difficult word for that is: <strong>to encrypt</strong>.',
        'Your computer does that with pictures and files, too.',
        'To open the text you need a secret key.',
        'Only the people in the circle have the key.',
      ),
    },
  },
  {
    id: 'nobody-else',
    title: { de: 'Wer die Texte nicht lesen kann', en: 'Who cannot read the texts' },
    body: {
      de: `${lines('Diese Menschen können die Texte <strong>nicht</strong> lesen:')}
<ul>
<li>die Leitung von Ihrem Projekt</li>
<li>die Menschen, die sich um die Technik kümmern</li>
<li>ein Amt, das die Texte haben will</li>
<li>Menschen, die Daten stehlen</li>
<li>Menschen, die nicht mehr im Kreis sind</li>
</ul>`,
      en: `${lines('These people can <strong>not</strong> read the texts:')}
<ul>
<li>the people who lead your project</li>
<li>the people who look after the technology</li>
<li>an authority that wants to have the texts</li>
<li>people who steal data</li>
<li>people who have left the circle</li>
</ul>`,
    },
  },
  {
    id: 'limits',
    title: { de: 'Wo der Schutz aufhört', en: 'Where the protection ends' },
    body: {
      de: `<h3>Andere Texte</h3>
${lines(
  'Es gibt auch andere Texte hier.',
  'Zum Beispiel: Themen und Kommentare.',
  'Diese Texte liest Ihre ganze Gruppe.',
  'Diese Texte sind nicht verschlüsselt.',
)}
<h3>Das sieht die Technik</h3>
${lines(
  'Die Technik sieht nicht, was Sie schreiben.',
  'Die Technik sieht aber: Wer macht bei einer Beratung mit?',
  'Und die Technik sieht: Wann hat jemand etwas geschrieben?',
)}
<h3>Menschen erzählen etwas weiter</h3>
${lines(
  'Jemand im Kreis kann den Bildschirm fotografieren.',
  'Jemand im Kreis kann etwas weitererzählen.',
  'In Ihrer Gruppe gilt die Regel: Wir erzählen nichts weiter.',
  'Aber die Technik kann es nicht verhindern.',
)}
<h3>Ein falsches Programm</h3>
${lines(
  'Ihr Computer bekommt ein Programm von uns.',
  'Dieses Programm verschließt die Texte.',
  'Die Menschen an der Technik können das Programm austauschen.',
  'Ein falsches Programm kann Ihre Texte lesen.',
  'Das ist verboten. Aber es ist möglich.',
  'Fachleute für Computer können das Programm prüfen.',
)}`,
      en: `<h3>Other texts</h3>
${lines(
  'There are other texts here too.',
  'For example: topics and comments.',
  'Your whole group reads these texts.',
  'These texts are not encrypted.',
)}
<h3>What the technology sees</h3>
${lines(
  'The technology does not see what you write.',
  'But the technology sees: Who takes part in a consultation?',
  'And the technology sees: When did somebody write something?',
)}
<h3>People tell others</h3>
${lines(
  'Somebody in the circle can photograph the screen.',
  'Somebody in the circle can tell others.',
  'Your group has the rule: We tell nobody.',
  'But the technology cannot stop it.',
)}
<h3>A wrong program</h3>
${lines(
  'Your computer gets a program from us.',
  'This program locks the texts.',
  'The people who look after the technology can swap the program.',
  'A wrong program can read your texts.',
  'That is not allowed. But it is possible.',
  'Computer experts can check the program.',
)}`,
    },
  },
  {
    id: 'recovery',
    title: { de: 'Passwort vergessen', en: 'If you forget your password' },
    body: {
      de: lines(
        'Ihr Passwort öffnet Ihre Texte.',
        'Niemand sonst kennt Ihr Passwort.',
        'Auch wir kennen es nicht.',
        'Sie bekommen einen zweiten geheimen Code.',
        'Er heißt: <strong>Wiederherstellungs-Code</strong>.',
        'Drucken Sie den Code aus.',
        'Legen Sie das Blatt an einen sicheren Ort.',
        'Haben Sie Ihr Passwort vergessen? Dann hilft der Code.',
        'Ohne Passwort und ohne Code sind die Texte erst einmal zu.',
        'Dann kann nur ein Mensch aus dem Kreis Ihnen helfen.',
      ),
      en: lines(
        'Your password opens your texts.',
        'Nobody else knows your password.',
        'We do not know it either.',
        'You get a second secret code.',
        'It is called: <strong>recovery code</strong>.',
        'Print the code.',
        'Put the paper in a safe place.',
        'Have you forgotten your password? Then the code helps.',
        'Without password and code the texts stay closed at first.',
        'Then only a person from the circle can help you.',
      ),
    },
  },
  {
    id: 'words',
    title: { de: 'Die 12 Prüf-Wörter', en: 'The 12 check words' },
    body: {
      de: lines(
        'Ihre Gruppe hat 12 Prüf-Wörter.',
        'Beim ersten Treffen liest jemand die 12 Wörter vor.',
        'Sie schauen auf Ihren Bildschirm.',
        'Stehen dort die gleichen Wörter? Dann sind alle Schlüssel richtig.',
        'Stehen dort andere Wörter? Dann sagen Sie es der Gruppe.',
        'Schreiben Sie dann nichts Geheimes.',
      ),
      en: lines(
        'Your group has 12 check words.',
        'At the first meeting somebody reads the 12 words aloud.',
        'You look at your screen.',
        'Do you see the same words? Then all keys are right.',
        'Do you see other words? Then tell the group.',
        'Do not write any secrets then.',
      ),
    },
  },
  {
    id: 'deletion',
    title: { de: 'Texte löschen', en: 'Deleting texts' },
    body: {
      de: `${lines(
        'Ist es Ihr Fall? Dann dürfen Sie die Beratung immer löschen.',
        'Die Technik löscht die Beratung auch von selbst.',
        'Meistens nach 6 Monaten.',
        'Danach kann niemand mehr etwas lesen.',
        'Es gibt noch Kopien von den verschlossenen Texten.',
        'Sie heißen: <strong>Sicherungs-Kopien</strong>.',
      )}
<p>{backups}</p>`,
      en: `${lines(
        'Is it your case? Then you may always delete the consultation.',
        'The technology also deletes the consultation by itself.',
        'Mostly after 6 months.',
        'Then nobody can read anything any more.',
        'There are still copies of the locked texts.',
        'They are called: <strong>backups</strong>.',
      )}
<p>{backups}</p>`,
    },
  },
  {
    id: 'ask',
    title: { de: 'Haben Sie Fragen?', en: 'Do you have questions?' },
    body: {
      de: lines('Schreiben Sie uns: {contact}', 'Wir heißen: {organisation}'),
      en: lines('Write to us: {contact}', 'We are: {organisation}'),
    },
  },
];

function lines(...sentences: string[]): string {
  return sentences.map((sentence) => `<p>${sentence}</p>`).join('\n');
}
