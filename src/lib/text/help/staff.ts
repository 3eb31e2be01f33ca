import type { HelpSection } from './section';

export const forModerators: HelpSection = {
  id: 'moderators',
  title: { de: 'Für die Moderation', en: 'For moderators' },
  body: {
    de: `
<ul>
<li><strong>Für ein Team eintragen:</strong> Hat ein Team angerufen, können Sie sein Thema eintragen. Alle sehen es, sobald das Team es bestätigt hat.</li>
<li><strong>Ordnen:</strong> Sie können Themen anheften und Notizen dazu schreiben. Die Notizen sieht nur die Moderation.</li>
<li><strong>Zusammenlegen:</strong> Fragen zwei Themen dasselbe, schlagen Sie vor, sie zusammenzulegen. Die beteiligten Teams entscheiden. Wer beide unterstützt hat, zählt danach einmal. Die ursprünglichen Texte bleiben lesbar, und Sie können das Zusammenlegen rückgängig machen.</li>
<li><strong>Abstimmen lassen:</strong> Sie wählen die Themen, legen fest, wer abstimmt und bis wann, und öffnen die Abstimmung. Sie schließt von selbst. Erinnern können Sie nur die, die noch nicht abgestimmt haben.</li>
<li><strong>Stimmen eintragen:</strong> Kommt eine Stimme telefonisch oder auf Papier, tragen Sie sie unter „Abstimmung verwalten“ ein. Sie zählt sofort, und das Team bestätigt oder beanstandet sie. Beides steht nach dem Schluss beim Ergebnis. Eine geteilte Stimme gibt das Team selbst ab; eintragen können Sie nur ganze. In geheime Abstimmungen tragen Sie nichts ein.</li>
<li><strong>Entscheiden:</strong> Nach dem Schluss übernehmen Sie das Ergebnis. Weichen Sie davon ab, braucht jede Abweichung eine Begründung, die alle lesen. Was nicht gewählt wurde, bleibt für die nächste Runde erhalten.</li>
<li><strong>Einwände zulassen:</strong> Im Entwurf einer Abstimmung legen Sie fest, ob die Entscheidung zuerst vorläufig ist und wie viele Werktage lang Teams einen schwerwiegenden Einwand erheben können. Sie beantworten jeden Einwand öffentlich und behalten oder ändern die Entscheidung. Danach wird sie von selbst endgültig.</li>
<li><strong>Einen Workshop planen:</strong> Auf der Seite einer Veranstaltung öffnen Sie die „Planung“. Sie ziehen gewählte Themen auf einen Tag oder drücken „Einplanen“; die Uhrzeiten rechnen sich von selbst. Zu zweit sehen Sie gegenseitig, was sich ändert. Unter „Hinweise“ steht, was Sie vor dem Veröffentlichen ansehen sollten. Die Planung sieht nur die Moderation.</li>
<li><strong>Programm veröffentlichen:</strong> Ihre Planung sieht nur die Moderation. Bevor Sie veröffentlichen, sehen Sie, was sich ändert und wen es betrifft. Diese Personen erfahren, was sich für sie ändert, alle anderen, dass es ein neues Programm gibt. Ab der zweiten Fassung nennen Sie einen Grund, ebenso, wenn ein gewähltes Thema weniger Zeit bekommt als beschlossen.</li>
<li><strong>Vorlagen, Methoden, Papier:</strong> In der Planung finden Sie erprobte Methoden, Vorlagen und frühere Planungen. „Zum Mitnehmen“ enthält Programm, Ablaufplan und Themenkarten, zum Drucken und als PDF.</li>
<li><strong>Um Rückmeldung bitten:</strong> Ist ein Workshop vorbei, öffnen Sie auf seiner Seite die Rückmeldung. Vier Aussagen und zwei Fragen sind schon da; fragen Sie jedes Mal dasselbe, dann sehen Sie die Entwicklung. Bis zu fünf eigene Fragen kommen dazu. Nach 14 Tagen schließt sie von selbst, oder Sie schließen sie früher. Wer was geantwortet hat, sehen auch Sie nicht, und unter fünf Antworten bleibt alles verborgen.</li>
</ul>`,
    en: `
<ul>
<li><strong>Entering for a team:</strong> if a team has telephoned, you can enter its topic. Everyone sees it once the team has confirmed it.</li>
<li><strong>Keeping order:</strong> you can pin topics and write notes about them. Only moderators see the notes.</li>
<li><strong>Merging:</strong> if two topics ask the same thing, you propose to merge them. The teams concerned decide. Whoever supported both counts once afterwards. The original texts stay readable, and you can undo the merge.</li>
<li><strong>Holding a ballot:</strong> you choose the topics, decide who votes and until when, and open the ballot. It closes by itself. You can remind only those who have not voted yet.</li>
<li><strong>Entering votes:</strong> if a vote comes by phone or on paper, you enter it under “Manage the ballot”. It counts at once, and the team confirms or contests it. Both stand beside the result after closing. A split vote is cast by the team itself; you can only enter whole ones. In secret ballots you enter nothing.</li>
<li><strong>Deciding:</strong> after closing you adopt the result. If you depart from it, each departure needs a reason that everyone reads. What was not chosen is kept for the next round.</li>
<li><strong>Allowing objections:</strong> in the draft of a ballot you set whether the decision is provisional at first, and for how many working days teams can raise a grave objection. You answer each objection in public, and keep or change the decision. Then it becomes final by itself.</li>
<li><strong>Planning a workshop:</strong> on the page of an event you open “Planning”. You drag chosen topics onto a day or press “Plan”; the times work themselves out. Two of you see each other’s changes. “Hints” say what to look at before publishing. Only moderators see the planning.</li>
<li><strong>Publishing a programme:</strong> only moderators see your plan. Before you publish you see what changes and whom it concerns. These people are told what changes for them, everyone else that there is a new programme. From the second version on you give a reason, and also where a chosen topic gets less time than decided.</li>
<li><strong>Templates, methods, paper:</strong> on the board you find tried methods, templates and earlier plans. “To take along” has the programme, the run sheet and topic cards, to print and as PDF.</li>
<li><strong>Asking for feedback:</strong> Once a workshop is over, open the feedback on its page. Four statements and two questions are there already; ask the same each time, and you see how it develops. Up to five questions of your own come beside them. After 14 days it closes by itself, or you close it earlier. Who answered what, you do not see either, and below five answers everything stays hidden.</li>
</ul>`,
  },
};

export const forOrganisers: HelpSection = {
  id: 'organisers',
  title: { de: 'Für die Projektleitung', en: 'For organisers' },
  body: {
    de: `
<ol>
<li>Lesen Sie den Entwurf der <strong>Vertraulichkeitsvereinbarung</strong>, passen Sie ihn an und veröffentlichen Sie ihn. Vorher können Sie niemanden einladen. Jede neue Fassung legen wir allen noch einmal vor.</li>
<li>Legen Sie <strong>Projektstandorte und Teams</strong> an und legen Sie die Termine der Workshopreihe an.</li>
<li><strong>Laden Sie ein:</strong> einzeln oder mit einer Liste, auch aus Excel. Vor dem Versand sehen Sie jede Zeile, mit der etwas nicht stimmt. Wo E-Mails nicht ankommen, drucken Sie Briefe mit einem Code. Beim ersten Treffen hilft ein Code an der Leinwand.</li>
<li>Sind alle da, <strong>schließen Sie die Gruppe</strong>. Danach ist jeder Wechsel möglich, aber keiner geschieht still: Alle erfahren, wer geht, wer kommt und warum. Es steht auch unter „Änderungen in der Gruppe“. Die Gruppe wieder zu öffnen braucht ebenfalls einen Grund, den alle erfahren.</li>
<li>Mit <strong>Mitteilungen</strong> erreichen Sie alle, einzelne Teams oder einzelne Gruppen. Sie gehen sofort per E-Mail hinaus.</li>
<li><strong>Fachpersonen</strong> lesen nur die Themen, die Sie in der Einladung auswählen. Später ändern Sie das auf der Seite des Themas. Alle erfahren, wer wo mitliest.</li>
<li><strong>Listen mitnehmen:</strong> „Herunterladen“ steht bei jeder Liste, für Excel und als CSV: Personen, Projektstandorte, Einladungen, Themen, Abstimmungen, Mitteilungen und die Änderungen in der Gruppe.</li>
</ol>`,
    en: `
<ol>
<li>Read the draft of the <strong>charter of confidentiality</strong>, adapt it and publish it. You cannot invite anyone before. Each new version is put before everyone again.</li>
<li>Set up <strong>sites and teams</strong> and enter the dates.</li>
<li><strong>Invite people:</strong> one by one or with a list, also from Excel. Before anything is sent you see every row that has a problem. Where e-mails do not arrive, print letters with a code. At the first meeting, a code on the screen helps.</li>
<li>When everyone is there, <strong>close the group</strong>. Changes are still possible, but none is silent: everyone learns who leaves, who comes and why. It is also kept in the group’s log. Opening the group again needs a reason too, which everyone is told.</li>
<li>With <strong>announcements</strong> you reach everyone, single teams or a role. They are mailed at once.</li>
<li><strong>Experts</strong> read only the topics that you choose with the invitation. Later you change that on the page of the topic. Everyone is told who reads where.</li>
<li><strong>Taking lists along:</strong> every list has a “Download”, for Excel and as CSV: people, sites, invitations, topics, ballots, announcements and the log.</li>
</ol>`,
  },
};
