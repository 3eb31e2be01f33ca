import type { Consultation } from '../types';

/** A written one in the middle: ideas are being collected. The cohort's moderators are not in it. */
export const cashBox: Consultation = {
  key: 'festkasse',
  by: 'ilias-papadopoulos',
  at: [-12, '17:20'],
  title: 'In der Festkasse fehlt Geld',
  summary:
    'Nach dem Straßenfest fehlen 640 Euro. Ich glaube zu wissen, warum. Und ich habe drei Jahre lang nicht hingesehen.',
  method: 'tietze',
  form: 'written',
  circle: [
    { person: 'ulrike-menn', role: 'peer_moderator' },
    { person: 'melina-kuhlmann', role: 'adviser' },
    { person: 'jana-rameil', role: 'adviser' },
    { person: 'samira-el-khatib', role: 'adviser' },
    { person: 'christa-schulte-hellmann', role: 'adviser' },
    { person: 'ruediger-stratmann', role: 'adviser' },
  ],
  steps: [
    { by: 'ulrike-menn', at: [-12, '18:00'], does: 'answer', answer: 'joined' },
    { by: 'samira-el-khatib', at: [-12, '18:25'], does: 'answer', answer: 'joined' },
    { by: 'melina-kuhlmann', at: [-11, '08:05'], does: 'answer', answer: 'joined' },
    { by: 'christa-schulte-hellmann', at: [-11, '10:30'], does: 'answer', answer: 'joined' },
    { by: 'jana-rameil', at: [-11, '20:15'], does: 'answer', answer: 'joined' },

    { by: 'ulrike-menn', at: [-10, '09:00'], does: 'act', action: { type: 'start' } },
    {
      by: 'ulrike-menn',
      at: [-10, '09:08'],
      does: 'write',
      kind: 'statement',
      text: 'Bevor wir anfangen: Es geht auch um einen Menschen, der hier nichts sagen kann. Wir halten auseinander, was wir wissen und was wir vermuten. Wer schreibt mit?',
    },
    {
      by: 'christa-schulte-hellmann',
      at: [-10, '11:40'],
      does: 'act',
      action: { type: 'name_secretary', to: 'christa-schulte-hellmann' },
    },
    {
      by: 'christa-schulte-hellmann',
      at: [-10, '11:44'],
      does: 'write',
      kind: 'statement',
      text: 'Ich schreibe mit, jeweils vormittags.',
    },
    { by: 'ulrike-menn', at: [-9, '08:30'], does: 'act', action: { type: 'advance' } },

    {
      by: 'ilias-papadopoulos',
      at: [-9, '21:15'],
      does: 'write',
      kind: 'telling',
      text: `Unser Nachbarschaftsnetz feiert jedes Jahr ein Straßenfest. Die Kasse führt Herr K., seit es das Netz gibt. Er war Lagerist, ist seit zwei Jahren in Rente und als Erster da, wenn jemand einen Schrank tragen muss. Ich mag ihn sehr.

Bei der Abrechnung passten die Einnahmen nicht zu den Wertmarken. Es fehlen 640 Euro. Er wollte noch einmal nachrechnen, dann lag der Ordner zu Hause, dann war er krank. Das ist fünf Wochen her. Eine Helferin sagt, sie habe ihn zweimal vormittags in der Spielhalle gesehen.

Nun zu meinem Anteil. Auf den Abrechnungen der letzten drei Jahre steht „geprüft“ und mein Kürzel. Geprüft habe ich keine. Er gab mir das Blatt, und ich habe unterschrieben, meist im Stehen. Meiner Leitung habe ich noch nichts gesagt. In drei Wochen ist der Verwendungsnachweis fällig.`,
    },
    {
      by: 'samira-el-khatib',
      at: [-8, '09:10'],
      does: 'write',
      kind: 'question',
      text: 'Hat außer Ihnen jemand die Zahlen gesehen?',
    },
    {
      by: 'ilias-papadopoulos',
      at: [-8, '09:45'],
      does: 'write',
      kind: 'answer',
      text: 'Nein. Die Wertmarken habe ich allein gezählt, abends in meinem Büro.',
    },
    {
      by: 'jana-rameil',
      at: [-8, '19:30'],
      does: 'write',
      kind: 'question',
      text: 'Was wissen Sie, und was vermuten Sie?',
    },
    {
      by: 'ilias-papadopoulos',
      at: [-8, '22:05'],
      does: 'write',
      kind: 'answer',
      text: 'Ich weiß, dass 640 Euro fehlen und dass der Ordner nicht kommt. Die Spielhalle weiß ich nur vom Hörensagen. Dass beides zusammenhängt, vermute ich. Beim Schreiben merke ich, dass ich es schon wie eine Tatsache behandle.',
    },
    {
      by: 'melina-kuhlmann',
      at: [-7, '08:15'],
      does: 'write',
      kind: 'question',
      text: 'Was würde aus dem Netz, wenn er aufhört?',
    },
    {
      by: 'ilias-papadopoulos',
      at: [-7, '12:30'],
      does: 'write',
      kind: 'answer',
      text: 'Drei der Älteren kommen nur, weil er sie abholt. Vielleicht schiebe ich es deshalb vor mir her.',
    },
    { by: 'ilias-papadopoulos', at: [-7, '12:34'], does: 'act', action: { type: 'advance' } },

    {
      by: 'ilias-papadopoulos',
      at: [-6, '07:50'],
      does: 'write',
      kind: 'key_question',
      text: 'Wie spreche ich ihn noch in dieser Woche an, ohne ihn zu beschuldigen und ohne die Sache kleiner zu machen, als sie ist?',
    },
    { by: 'ilias-papadopoulos', at: [-6, '07:54'], does: 'act', action: { type: 'advance' } },

    {
      by: 'jana-rameil',
      at: [-6, '20:40'],
      does: 'write',
      kind: 'module_proposal',
      text: 'Ein kleiner erster Schritt, weil die Zeit drängt.',
    },
    {
      by: 'christa-schulte-hellmann',
      at: [-5, '09:20'],
      does: 'write',
      kind: 'module_proposal',
      text: 'Kopfstand. Wir wissen alle ziemlich genau, wie man es verdirbt.',
    },
    {
      by: 'ilias-papadopoulos',
      at: [-5, '12:10'],
      does: 'write',
      kind: 'statement',
      text: 'Dann der Kopfstand. Ich fürchte, die Hälfte davon habe ich schon getan.',
    },
    {
      by: 'ilias-papadopoulos',
      at: [-5, '12:12'],
      does: 'act',
      action: { type: 'choose_module', moduleKey: 'upside_down' },
    },
    { by: 'ulrike-menn', at: [-3, '09:00'], does: 'act', action: { type: 'advance' } },

    {
      by: 'samira-el-khatib',
      at: [-3, '16:20'],
      does: 'write',
      kind: 'advice',
      text: 'Beim nächsten Treffen vor allen fragen, wo der Ordner bleibt. Am besten zwischen Kuchen und Terminen.',
    },
    {
      by: 'samira-el-khatib',
      at: [-3, '16:28'],
      does: 'write',
      kind: 'turned_idea',
      text: 'Zu zweit, mit Ankündigung, und er sagt, wo: „Ich möchte mit Ihnen über die Abrechnung sprechen. Wann passt es Ihnen diese Woche?“',
    },
    {
      by: 'christa-schulte-hellmann',
      at: [-2, '08:50'],
      does: 'write',
      kind: 'advice',
      text: 'Die 640 Euro aus eigener Tasche legen. Dann ist Ruhe, und im nächsten Jahr fehlen 900.',
    },
    {
      by: 'christa-schulte-hellmann',
      at: [-2, '08:58'],
      does: 'write',
      kind: 'turned_idea',
      text: 'Die Lücke stehen lassen und zuerst die drei Unterschriften melden. Wer den eigenen Anteil schon gesagt hat, spricht freier.',
    },
    {
      by: 'melina-kuhlmann',
      at: [-2, '10:15'],
      does: 'note',
      text: `Einfälle, noch nicht geschrieben:

Kopfstand: warten, bis der Verwendungsnachweis fällig ist. Dann muss man nicht mehr reden, dann reden die anderen.
Umgedreht: zuerst der Termin bei der Leitung, dann das Gespräch. Nicht andersherum.

Nachsehen, ab welcher Summe bei uns gemeldet wird. Beim Kleinstfonds fehlten einmal 200 Euro, und ich habe auch gewartet.`,
    },
    {
      by: 'jana-rameil',
      at: [-2, '19:05'],
      does: 'write',
      kind: 'advice',
      text: 'Mit der Spielhalle anfangen. Dann geht es um seinen Ruf und nicht mehr um die Kasse, und er kann nur noch leugnen.',
    },
    {
      by: 'ulrike-menn',
      at: [-1, '08:40'],
      does: 'act',
      action: { type: 'extend', ms: 2 * 86_400_000 },
    },
    {
      by: 'ulrike-menn',
      at: [-1, '08:44'],
      does: 'write',
      kind: 'statement',
      text: 'Zwei Tage mehr, denn noch fehlen Stimmen. Bitte drehen Sie zum Schluss jede Idee um, auch die der anderen.',
    },
    {
      by: 'christa-schulte-hellmann',
      at: [-1, '09:30'],
      does: 'write',
      kind: 'secretary_note',
      text: 'Drei Ideen, zwei sind umgedreht. Bisher zieht sich durch: erst der eigene Anteil, dann das Geld, die Vermutung zuletzt.',
    },
  ],
};
