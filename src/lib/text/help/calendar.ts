import type { HelpSection } from './section';

export const datesInCalendars: HelpSection = {
  id: 'calendar',
  title: { de: 'Termine in Ihrem Kalender', en: 'Dates in your calendar' },
  body: {
    de: `
<p>Steht der Termin eines Workshops fest, kommt er <strong>per E-Mail für Ihren Kalender</strong>. Die meisten Programme tragen ihn von selbst oder auf einen Klick ein. Ändert er sich, kommt eine neue E-Mail, und der Kalender zieht nach; wird er abgesagt, verschwindet er dort. Dauert ein Workshop mehrere Tage, kommt für jeden Tag eine E-Mail.</p>
<p>Wer lieber abonniert: Unter <a href="/account">Mein Konto → Kalender</a> legen Sie eine <strong>geheime Adresse</strong> an und tragen sie in Outlook oder auf dem Telefon ein. Dort steht auch, wie das geht. Die Adresse ist wie ein Schlüssel: Wer sie kennt, sieht Ihre Termine. Haben Sie sie versehentlich weitergegeben, legen Sie eine neue an; die alte gilt dann nicht mehr.</p>
<p>Im Kalender stehen Titel, Zeit und Ort, bei Online-Treffen die Adresse. Programm, Themen und Notizen bleiben hier.</p>`,
    en: `
<p>Once the date of a workshop is fixed, it comes <strong>by mail for your calendar</strong>. Most programs enter it by themselves or with one click. If it changes, a new mail comes and the calendar follows; if it is cancelled, it disappears there. A workshop of several days brings one mail for each day.</p>
<p>If you prefer to subscribe: under <a href="/account">My account → Calendar</a> you create a <strong>secret address</strong> and enter it in Outlook or on your phone. The page tells you how. The address is like a key: whoever knows it sees your dates. If you passed it on by mistake, create a new one; the old one then no longer works.</p>
<p>A calendar shows title, time and place, and the address of online meetings. The programme, topics and notes stay here.</p>`,
  },
};
