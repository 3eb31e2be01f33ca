import type { DefaultText } from './placeholders';

/** The organiser's welcome on the start page. */
export const welcomeDraft: DefaultText = {
  de: `
<p>Willkommen in unserem Durchgang. Was in den Workshops vorkommt, bestimmen Sie: Schlagen Sie Themen aus Ihrer Praxis vor, sagen Sie, was Sie auch betrifft, und stimmen Sie mit ab.</p>
<p>Was hier steht, bleibt in der Gruppe. Auch Misslungenes ist willkommen. Haben Sie Fragen? Im Verzeichnis finden Sie die Moderation und die Projektleitung.</p>`,
  en: `
<p>Welcome to our cohort. What the workshops are about is up to you: propose topics from your practice, say what concerns you too, and take part in the ballots.</p>
<p>What is written here stays in the group. Things that went wrong are welcome too. Any questions? You find the moderators and the organisers in the directory.</p>`,
};
