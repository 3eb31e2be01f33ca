import type { Consultation } from '../types';

/** A written one that has ended, with what came of it. */
export const founder: Consultation = {
  key: 'gruenderin',
  by: 'melina-kuhlmann',
  at: [-62, '08:35'],
  title: 'Die Schlüssel zum Treff',
  summary:
    'Eine Gründerin gibt die Schlüssel nicht aus der Hand, und ich habe es mit einem Brief schlimmer gemacht. Ich muss mit ihr reden und weiß nicht, wie ich anfange.',
  method: 'tietze',
  form: 'written',
  circle: [
    { person: 'katharina-wrobel', role: 'peer_moderator' },
    { person: 'beate-hoberg', role: 'adviser' },
    { person: 'annegret-dickel', role: 'adviser' },
    { person: 'dominik-vollmert', role: 'adviser' },
    { person: 'nermin-halilovic', role: 'adviser' },
  ],
  steps: [
    { by: 'katharina-wrobel', at: [-62, '09:50'], does: 'answer', answer: 'joined' },
    { by: 'beate-hoberg', at: [-62, '14:10'], does: 'answer', answer: 'joined' },
    { by: 'nermin-halilovic', at: [-61, '08:20'], does: 'answer', answer: 'joined' },
    { by: 'annegret-dickel', at: [-61, '18:40'], does: 'answer', answer: 'joined' },
    { by: 'dominik-vollmert', at: [-60, '07:30'], does: 'answer', answer: 'joined' },

    { by: 'katharina-wrobel', at: [-60, '10:00'], does: 'act', action: { type: 'start' } },
    {
      by: 'katharina-wrobel',
      at: [-60, '10:06'],
      does: 'write',
      kind: 'statement',
      text: 'Danke für das Vertrauen. Ich achte auf die Zeit und darauf, dass wir erst verstehen und dann raten. Namen lassen wir weg, ein Buchstabe genügt. Wer schreibt mit?',
    },
    {
      by: 'beate-hoberg',
      at: [-60, '13:25'],
      does: 'act',
      action: { type: 'name_secretary', to: 'beate-hoberg' },
    },
    {
      by: 'annegret-dickel',
      at: [-60, '21:10'],
      does: 'write',
      kind: 'statement',
      text: 'Ich bin bis Donnerstag in den Dörfern. Ich lese abends und schreibe dann in einem Zug.',
    },
    { by: 'katharina-wrobel', at: [-59, '12:00'], does: 'act', action: { type: 'advance' } },

    {
      by: 'melina-kuhlmann',
      at: [-59, '20:40'],
      does: 'write',
      kind: 'telling',
      text: `Unser Treff in der alten Bergarbeitersiedlung wird acht Jahre alt. Frau H. hat ihn gegründet, ohne sie gäbe es ihn nicht. Sie ist 76, kocht mittwochs und freitags, kennt jede Familie im Viertel und hat den einzigen Satz Schlüssel. Wer etwas vorhat, muss sie fragen. Wer zweimal gefragt hat, fragt kein drittes Mal.

Seit einem Jahr kommen neue Leute: zwei junge Mütter, die ein Sprachcafé anbieten, und ein Vater, der Fahrräder repariert. Das Sprachcafé stand dreimal vor verschlossener Tür. Beim dritten Mal regnete es, sie waren zu elft und hatten ein Blech Kuchen dabei. Frau H. sagte, sie habe den Zettel nicht gesehen.

Dann habe ich einen Fehler gemacht. Ich habe eine Nutzungsordnung geschrieben, mit Belegungsplan und Schlüsselkasten, und mein Fachbereich hat sie verschickt. An sie, per Post, mit Aktenzeichen. Ich hätte hingehen können, es sind zwölf Minuten mit dem Rad. Am Mittwoch darauf blieb die Küche kalt, und drei ihrer Helferinnen kamen auch nicht. Zu einer anderen hat sie gesagt: „Nach acht Jahren kriege ich Post vom Amt.“

Seitdem grüßt sie mich und sagt sonst nichts. Der Brief gilt, aber niemand hält sich daran. In zwei Wochen soll ich dem Ausschuss berichten, wie der Treff läuft.`,
    },
    {
      by: 'annegret-dickel',
      at: [-58, '20:15'],
      does: 'write',
      kind: 'question',
      text: 'Hat ihr jemand einmal gesagt, was der Treff ihr verdankt?',
    },
    {
      by: 'dominik-vollmert',
      at: [-58, '20:50'],
      does: 'write',
      kind: 'question',
      text: 'Wem gehören die Schlüssel? Ich meine das nicht spitz: Wer hat den Mietvertrag, wer zahlt die Heizung?',
    },
    {
      by: 'melina-kuhlmann',
      at: [-58, '21:30'],
      does: 'write',
      kind: 'answer',
      text: 'Zum fünften Geburtstag gab es eine Rede und Blumen. Von mir hat sie es nie gehört. Ich dachte immer, das weiß sie.',
    },
    {
      by: 'melina-kuhlmann',
      at: [-58, '21:38'],
      does: 'write',
      kind: 'answer',
      text: 'Die Stadt mietet von der Wohnungsgesellschaft und zahlt alles. Die Schlüssel hat Frau H. vom Hausmeister, das war vor meiner Zeit. Unterschrieben ist nichts.',
    },
    {
      by: 'nermin-halilovic',
      at: [-57, '08:10'],
      does: 'write',
      kind: 'question',
      text: 'Gibt es jemanden, von dem sie sich etwas sagen lässt?',
    },
    {
      by: 'melina-kuhlmann',
      at: [-57, '12:20'],
      does: 'write',
      kind: 'answer',
      text: 'Ihre Nachbarin, Frau S. Die beiden haben die Küche zusammen eingerichtet, mit gebrauchten Schränken aus dem Pfarrheim.',
    },
    { by: 'katharina-wrobel', at: [-57, '15:00'], does: 'act', action: { type: 'advance' } },
    { by: 'melina-kuhlmann', at: [-57, '16:45'], does: 'act', action: { type: 'advance' } },

    {
      by: 'katharina-wrobel',
      at: [-56, '08:30'],
      does: 'write',
      kind: 'statement',
      text: 'Bisher höre ich zwei Fragen: eine zur Ordnung im Treff und eine zu Frau H. Lassen Sie uns gemeinsam suchen. Bitte jede und jeder einen Vorschlag als Ich-Frage.',
    },
    { by: 'katharina-wrobel', at: [-56, '08:32'], does: 'act', action: { type: 'open_loop' } },
    {
      by: 'dominik-vollmert',
      at: [-56, '12:50'],
      does: 'write',
      kind: 'candidate_question',
      text: 'Wie komme ich zu einem zweiten Schlüssel, ohne einen Krieg zu führen?',
    },
    {
      by: 'beate-hoberg',
      at: [-56, '20:05'],
      does: 'write',
      kind: 'candidate_question',
      text: 'Wie danke ich Frau H. so, dass sie es mir nach dem Brief noch glaubt?',
    },
    {
      by: 'nermin-halilovic',
      at: [-55, '08:15'],
      does: 'write',
      kind: 'candidate_question',
      text: 'Was sage ich als Erstes, damit sie den zweiten Satz überhaupt noch hört?',
    },
    {
      by: 'melina-kuhlmann',
      at: [-55, '19:20'],
      does: 'write',
      kind: 'key_question',
      text: 'Wie beginne ich das Gespräch mit Frau H. so, dass sie nach dem ersten Satz noch zuhört?',
    },
    { by: 'melina-kuhlmann', at: [-55, '19:24'], does: 'act', action: { type: 'advance' } },

    {
      by: 'annegret-dickel',
      at: [-54, '19:00'],
      does: 'write',
      kind: 'module_proposal',
      text: 'Direkte Rede. Ich möchte hören, wie es klingt.',
    },
    {
      by: 'dominik-vollmert',
      at: [-54, '20:10'],
      does: 'write',
      kind: 'module_proposal',
      text: 'Mir liegt der Kopfstand mehr. Zu dieser Frage passt die direkte Rede besser.',
    },
    {
      by: 'melina-kuhlmann',
      at: [-53, '07:55'],
      does: 'act',
      action: { type: 'choose_module', moduleKey: 'act_storming' },
    },
    { by: 'katharina-wrobel', at: [-53, '09:00'], does: 'act', action: { type: 'advance' } },

    {
      by: 'annegret-dickel',
      at: [-53, '20:30'],
      does: 'write',
      kind: 'advice',
      text: '„Frau H., ich bin heute ohne Mappe da. Ich habe Ihnen einen Brief geschickt, den ich Ihnen hätte ersparen müssen. Das tut mir leid. Darf ich mich setzen?“',
    },
    {
      by: 'beate-hoberg',
      at: [-52, '20:20'],
      does: 'write',
      kind: 'advice',
      text: '„Frau H., vor acht Jahren war das hier eine leere Wohnung. Wie haben Sie angefangen? Ich kenne es nur aus den Akten, und in den Akten kocht niemand.“',
    },
    {
      by: 'dominik-vollmert',
      at: [-51, '07:40'],
      does: 'write',
      kind: 'advice',
      text: '„Frau H., ich brauche Ihre Hilfe. Der Ausschuss will von mir wissen, wer hier aufschließt, wenn Sie einmal krank sind. Ich weiß es nicht. Wissen Sie es?“',
    },
    {
      by: 'nermin-halilovic',
      at: [-51, '08:25'],
      does: 'write',
      kind: 'advice',
      text: '„Frau H., Sie haben sich über mich geärgert, und Sie hatten recht. Sagen Sie mir, was am schlimmsten war? Ich schreibe nicht mit.“',
    },
    {
      by: 'dominik-vollmert',
      at: [-51, '12:35'],
      does: 'write',
      kind: 'advice',
      text: '„Frau H., so ein Schlüssel ist auch eine Last. Wie oft sind Sie im Winter abends noch einmal los, um nachzusehen, ob der Herd aus ist?“',
    },
    {
      by: 'annegret-dickel',
      at: [-50, '21:00'],
      does: 'write',
      kind: 'advice',
      text: '„Frau H., wer soll es einmal so machen wie Sie? Suchen Sie den Menschen aus. Ich mische mich nicht ein. Ich möchte nur, dass es ihn gibt.“',
    },
    {
      by: 'beate-hoberg',
      at: [-49, '19:45'],
      does: 'write',
      kind: 'secretary_note',
      text: 'Sechs Anfänge. Keiner verlangt etwas von ihr: Zwei geben etwas zu, vier fragen sie nach etwas, das nur sie weiß.',
    },
    { by: 'katharina-wrobel', at: [-48, '10:00'], does: 'act', action: { type: 'advance' } },

    {
      by: 'melina-kuhlmann',
      at: [-47, '17:30'],
      does: 'write',
      kind: 'takeaway',
      text: `Ich gehe am Montag hin, ohne Mappe und allein. Ich fange mit dem Brief an, weil er zwischen uns liegt, und frage dann nach der leeren Wohnung. Vom Schlüssel rede ich erst, wenn sie davon anfängt, notfalls beim zweiten Besuch.

Der Satz von der Last hat mich getroffen. Ich habe immer nur gesehen, was sie nicht hergibt, und nie, was sie trägt. Den Ausschuss bitte ich um vier Wochen Aufschub.`,
    },
    {
      by: 'melina-kuhlmann',
      at: [-47, '17:36'],
      does: 'write',
      kind: 'thanks',
      text: 'Danke. Die Frage, wem die Schlüssel gehören, war unbequem und hat am meisten geordnet.',
    },
    {
      by: 'dominik-vollmert',
      at: [-46, '07:50'],
      does: 'write',
      kind: 'thanks',
      text: 'Danke fürs Erzählen. Bei mir lag auch so ein Brief zur Unterschrift. Ich rufe jetzt an.',
    },
    {
      by: 'melina-kuhlmann',
      at: [-46, '16:05'],
      does: 'write',
      kind: 'passing_on',
      text: 'Eine Regel für jemanden, der etwas aufgebaut hat, überbringt man selbst. Erst danken, dann fragen, dann regeln. Der Ort, das Alter und das Sprachcafé bleiben bitte hier.',
    },
    { by: 'melina-kuhlmann', at: [-46, '16:20'], does: 'act', action: { type: 'close' } },

    { by: 'dominik-vollmert', at: [-19, '09:15'], does: 'ask_for_keys' },
    {
      by: 'melina-kuhlmann',
      at: [-12, '18:10'],
      does: 'write',
      kind: 'follow_up',
      text: `Das erste Gespräch ging schief. Ihre Tochter saß dabei und hatte den Brief in der Hand. Nach zehn Minuten war ich wieder draußen; immerhin hatte ich mich entschuldigt. Beim zweiten Mal waren wir allein in der Küche, und Frau H. hat zwei Stunden erzählt.

Heute gibt es drei Schlüssel: bei ihr, bei Frau S. und bei dem Vater mit den Fahrrädern, den hat sie selbst ausgesucht. Das Sprachcafé ist in die Bücherei gezogen und kommt nicht zurück. Das ist der Preis für meinen Brief.

Die Nutzungsordnung haben wir zurückgenommen. An der Tür hängt jetzt ein Zettel von Frau H. Er ist strenger als meine Ordnung, und alle halten sich daran.`,
    },
  ],
};
