import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { newId } from '../../src/lib/platform/id';
import { test } from '../pages/browser-test';
import { call } from '../pages/call';
import { inAGap } from '../pages/gap';
import { people } from '../pages/places';
import { signIn } from '../pages/sign-in';

// A cohort of its own, from the appointment of its organiser to its archive: nobody else is disturbed.

const PASSWORD = 'neun Störche auf dem Dach';
const run = newId().slice(-8);
const name = `Durchgang ${run}`;
const addressOf = (person: string) => `${person}-${run}@example.org`;

/** Takes an invitation up and chooses a password; the page is signed in afterwards. */
async function join(page: Page): Promise<void> {
  await page.getByLabel('Passwort wählen').fill(PASSWORD);
  await page.getByRole('button', { name: 'Beitreten' }).click();
  await page.waitForURL(/\/cohorts\/[0-9a-f-]{36}/);
}

/** The administrator founds the cohort and appoints its organiser, who joins with the link in the mail. */
async function appointOrganiser(page: Page, browser: Browser): Promise<Page> {
  await signIn(page, people.administrator, { to: '/administration' });
  const [cohortId, programmeId] = [newId(), newId()];
  await call(page, 'programme.create', { id: programmeId, name: `Programm ${run}` });
  await call(page, 'programme.createCohort', { id: cohortId, programmeId, name });
  const organiser = { id: newId(), email: addressOf('olga'), name: 'Olga Brandt' };
  await call(page, 'programme.appointOrganiser', { cohortId, ...organiser });
  await page.goto('/administration/operations');
  await page.getByRole('link', { name: organiser.email }).click();
  const mail = await page.getByText('/join/').textContent();
  const link = /https?:\S+\/join\/\S+/.exec(mail!)![0];
  const organiserPage = await (await browser.newContext({ locale: 'de-DE' })).newPage();
  await organiserPage.goto(link);
  await join(organiserPage);
  return organiserPage;
}

const deed = (page: Page, label: string): Locator => page.getByRole('button', { name: label });
/** Does it, after the question. */
async function confirm(page: Page, label: string): Promise<void> {
  await deed(page, label).first().click();
  await page.getByRole('dialog').getByRole('button', { name: label }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}
const step = (page: Page, label: string): Locator =>
  page.getByRole('navigation', { name: 'Bereiche der Projektleitung' }).getByRole('link', {
    name: label,
    exact: true,
  });

/** A list as German Excel saves it: semicolons and Windows-1252, in which "ü" is one byte. */
const excelFile = (lines: string[][]) => ({
  name: 'teilnehmende.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.map((cells) => `${cells.join(';')}\r\n`).join(''), 'latin1'),
});

/** Somebody else corrects the site's name while its page is being written: both are shown. */
async function describeSite(page: Page, cohortId: string): Promise<void> {
  await page.goto(`/cohorts/${cohortId}/directory`);
  await page.getByRole('link', { name: 'Wirl' }).first().click();
  await page.getByRole('link', { name: 'Seite bearbeiten' }).click();
  const teamId = /teams\/([^/]+)/.exec(page.url())![1];
  const aims = page.getByRole('textbox', { name: 'Was wir wollen' });
  await aims.click();
  await expect(aims).toHaveAttribute('contenteditable', 'true');
  await aims.fill('Alle beteiligen.');
  const corrected = { name: 'Werl', inhabitants: null, tileColumn: null, tileRow: null };
  await inAGap(page, () =>
    call(page, 'team.update', { cohortId, teamId, ...corrected, version: 1 }),
  );
  await expect(page.getByRole('heading', { name: 'Werl: Seite bearbeiten' })).toBeVisible();
  await deed(page, 'Seite speichern').click();
  await expect(page.getByText('Jemand hat die Seite inzwischen geändert')).toBeVisible();
  await expect(aims).toHaveValue('Alle beteiligen.');
  await deed(page, 'Seite speichern').click();
  await expect(page.getByText('Alle beteiligen.')).toBeVisible();
  await page.goto(`/cohorts/${cohortId}/settings`);
}

async function setUp(page: Page): Promise<void> {
  await step(page, 'Durchgang').click();
  await page.getByLabel('Plätze für Projektstandorte').fill('2');
  const cohortId = new URL(page.url()).pathname.split('/')[2];
  await page.getByLabel('Beginn').first().fill('2027-03-01');
  await page.getByLabel('Ende').first().fill('2028-02-29');
  await deed(page, 'Durchgang speichern').click();
  await expect(page.getByText('Gespeichert.')).toBeVisible();
  await page.goto(`/cohorts/${cohortId}/workshops/new`);
  await page.getByLabel('Titel').fill('Auftakt in Soest');
  await page.getByLabel('steht fest').check();
  await page.getByLabel('Datum').fill('2027-03-12');
  await deed(page, 'Anlegen').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Auftakt in Soest' })).toBeVisible();
  await expect(page.getByText('Freitag, 12. März 2027, 09:30–16:00 Uhr')).toBeVisible();
  await page.goto(`/cohorts/${cohortId}/settings`);

  await step(page, 'Vereinbarung').click();
  await expect(deed(page, 'Fassung 1 veröffentlichen')).toBeVisible();
  // Somebody else publishes, and the page is fetched again under the text: both are shown.
  const theirs = { bodyDe: '<p>Von anderer Hand.</p>', bodyEn: '<p>By another hand.</p>' };
  await inAGap(page, () =>
    call(page, 'charter.publish', { cohortId, id: newId(), ...theirs, baseVersion: 0 }),
  );
  await expect(page.getByText(/^\s*Fassung 1 vom/)).toBeVisible();
  const text = page.getByRole('textbox', { name: 'Text auf Deutsch' });
  await text.click();
  await expect(text).toHaveAttribute('contenteditable', 'true');
  await text.fill('Sie erreichen uns unter [Telefonnummer].');
  await deed(page, 'Fassung 1 veröffentlichen').click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('Im Text ist noch etwas auszufüllen: [Telefonnummer].');
  await question.getByRole('button', { name: 'Fassung 1 veröffentlichen' }).click();
  await expect(page.getByText('jemand anderes Fassung 1 veröffentlicht')).toBeVisible();
  await page.getByText('Was jetzt gilt: Text auf Deutsch').click();
  await expect(page.getByText('Von anderer Hand.')).toBeVisible();
  await text.fill('Sie erreichen uns jederzeit.');
  for (const language of ['Deutsch', 'Englisch'])
    await page.getByLabel(`Was sich ändert, auf ${language}`).fill('Alles.');
  await confirm(page, 'Fassung 2 veröffentlichen');
  await expect(page.getByText(/^\s*Fassung 2 vom/)).toBeVisible();
  await expect(page.getByLabel('Was sich ändert, auf Deutsch')).toHaveValue('');

  await step(page, 'Teams').click();
  const enterSite = async (site: string) => {
    const form = page.getByRole('region', { name: 'Projektstandort eintragen' });
    await form.getByLabel('Name des Projektstandorts').fill(site);
    await deed(page, 'Standort hinzufügen').click();
    await expect(page.getByRole('heading', { name: site })).toBeVisible();
  };
  await enterSite('Soest');
  await enterSite('Wrel');
  await page.getByText(/^Ändern.*Wrel/).click();
  await confirm(page, 'Standort löschen');
  await expect(page.getByRole('heading', { name: 'Wrel' })).toBeHidden();
  await page.getByRole('link', { name: 'Projektstandort eintragen' }).click();
  await enterSite('Wirl');
  await describeSite(page, cohortId!);
}

async function invite(page: Page): Promise<void> {
  await step(page, 'Einladungen').click();
  await page.getByRole('link', { name: 'Liste einfügen oder hochladen' }).click();
  await page.getByLabel('Datei hochladen').setInputFiles(
    excelFile([
      ['Name', 'E-Mail', 'Ort'],
      ['Jürgen Groß', addressOf('juergen'), 'Soest'],
      ['Rolf', 'keine Adresse', 'Lippetal'],
      ['Käthe Möller', addressOf('kaethe'), 'Werl'],
      ['Bärbel Öztürk', addressOf('baerbel'), 'Werl'],
    ]),
  );
  await deed(page, 'Liste prüfen').click();
  await expect(page.getByRole('row', { name: /Jürgen Groß.*Soest.*In Ordnung/ })).toBeVisible();
  const bad = page.getByRole('row', { name: /Lippetal|keine Adresse/ });
  await expect(bad).toContainText('Das ist keine gültige E-Mail-Adresse.');
  await expect(bad).toContainText('Diesen Ort gibt es im Durchgang nicht.');
  await expect(page.getByLabel('Oder hier einfügen')).toHaveValue(/keine Adresse;Lippetal/);
  await deed(page, '3 Personen einladen, 1 Zeile weglassen').click();
  await expect(page.getByText('3 Personen sind eingeladen.')).toBeVisible();

  await page.getByRole('main').getByRole('link', { name: 'Einladungen' }).last().click();
  const rowOf = (person: string) => page.getByRole('row', { name: new RegExp(person) });
  await rowOf('Käthe').getByRole('button', { name: 'Noch einmal schicken' }).click();
  await expect(page.getByText('Eine neue E-Mail ist unterwegs.')).toBeVisible();
  await rowOf('Bärbel').getByRole('button', { name: 'Zurückziehen' }).click();
  await expect(rowOf('Bärbel')).toBeHidden();
  await deed(page, 'Rückgängig').click();
  await expect(rowOf('Bärbel')).toContainText('Eingeladen');

  await page.getByLabel('Käthe Möller für die Briefe auswählen').check();
  await deed(page, 'Briefe mit Code drucken').click();
  const letter = page.getByRole('article').filter({ hasText: 'Guten Tag Käthe Möller' });
  await expect(letter).toContainText(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/);
  await page.goBack();
}

/** Somebody in the room types what the projector shows. */
async function joinFromTheRoom(page: Page, browser: Browser): Promise<void> {
  await page.getByRole('link', { name: 'Beitreten mit Code am Beamer' }).click();
  await deed(page, 'Code anzeigen').click();
  const code = await page.locator('.code').textContent();
  // The form is reset to what it began with, for the next code.
  await expect(page.getByLabel('Der Code gilt')).toHaveValue('60');

  const phone = await (await browser.newContext({ locale: 'de-DE' })).newPage();
  await phone.goto('/join');
  await phone.getByLabel('Code').fill(code!.toLowerCase());
  await deed(phone, 'Weiter').click();
  await phone.getByLabel('E-Mail-Adresse').fill(addressOf('stranger'));
  await deed(phone, 'Weiter').click();
  await expect(phone.getByText('Code und Adresse passen nicht zusammen.')).toBeVisible();
  await phone.getByLabel('E-Mail-Adresse').fill(addressOf('juergen'));
  await deed(phone, 'Weiter').click();
  await expect(phone.getByLabel('Vor- und Nachname')).toHaveValue('Jürgen Groß');
  await join(phone);
  await deed(phone, 'Ich stimme zu').click();
  await expect(phone.getByRole('navigation').getByRole('link', { name: 'Themen' })).toBeVisible();
  const [cohortId, topicId] = [new URL(phone.url()).pathname.split('/')[2], newId()];
  await call(phone, 'topic.propose', { cohortId, topicId, version: 0, question: 'Wer hilft?' });
  await phone.context().close();
}

// A whole year, with three people who choose a password that is stretched for seconds.
test.describe.configure({ timeout: 240_000 });

test('leads a cohort from its first day to its archive', async ({ page, browser }) => {
  const organiser = await appointOrganiser(page, browser);
  await organiser.getByRole('navigation').getByRole('link', { name: 'Projektleitung' }).click();
  await setUp(organiser);
  await invite(organiser);
  await joinFromTheRoom(organiser, browser);
  const home = new URL(organiser.url()).pathname.split('/').slice(0, 3).join('/');

  await organiser.goto(`${home}/settings`);
  await confirm(organiser, 'Gruppe schließen');
  await deed(organiser, 'Gruppe wieder öffnen').click();
  const question = organiser.getByRole('dialog');
  await deed(organiser, 'Gruppe wieder öffnen').last().click();
  await expect(question.getByLabel('Grund')).toHaveAccessibleDescription(/geben Sie den Grund an/);
  await question.getByLabel('Grund').fill('Ein Team kommt nach');
  await question.getByRole('button', { name: 'Gruppe wieder öffnen' }).click();
  await expect(organiser.getByText('Die Gruppe ist wieder geöffnet.')).toBeVisible();
  await confirm(organiser, 'Gruppe schließen');

  await organiser.goto(`${home}/announcements/new`);
  await organiser.getByText('Empfänger: an alle').click();
  await organiser.getByRole('checkbox', { name: 'Mitglieder' }).check();
  await organiser.getByLabel('Betreff').fill('Das Hotel hat gewechselt');
  await organiser.getByLabel('Text', { exact: true }).click();
  await deed(organiser, 'Weiter: Empfänger prüfen').click();
  await expect(
    organiser.getByRole('textbox', { name: 'Text', exact: true }),
  ).toHaveAccessibleDescription(/Bitte füllen Sie dieses Feld aus/);
  await organiser
    .getByRole('textbox', { name: 'Text', exact: true })
    .fill('Wir treffen uns im Bahnhof.');
  await deed(organiser, 'Weiter: Empfänger prüfen').click();
  await expect(organiser.getByText('an 1 Person: an Mitglieder')).toBeVisible();
  await deed(organiser, 'Jetzt verschicken').click();
  await expect(organiser.getByText('Das Hotel hat gewechselt')).toBeVisible();

  await organiser.goto(`${home}/settings/people`);
  await organiser.getByRole('link', { name: /^Ändern.*Jürgen Groß/ }).click();
  await organiser.getByRole('link', { name: 'Durch eine andere Person ersetzen' }).click();
  await organiser.getByLabel('Name der neuen Person').fill('Ines Falk');
  await organiser.getByLabel('E-Mail-Adresse der neuen Person').fill(addressOf('ines'));
  await organiser.getByLabel('Grund').fill('Elternzeit');
  await organiser.getByLabel('Einladung gleich per E-Mail schicken').uncheck();
  await deed(organiser, 'Jetzt ersetzen').click();
  await expect(question).toContainText('Jürgen Groß durch Ines Falk ersetzen?');
  await question.getByRole('button', { name: 'Jetzt ersetzen' }).click();
  await expect(organiser.getByText('Die Person ist ersetzt')).toBeVisible();
  const successor = organiser.getByRole('row', { name: /Ines Falk/ });
  await step(organiser, 'Einladungen').click();
  await expect(successor).toContainText('Noch nicht verschickt');
  await organiser.goto(`${home}/log`);
  const entry = organiser.getByRole('listitem').filter({ hasText: 'Jürgen Groß (Soest)' });
  await expect(entry.filter({ hasText: 'Grund: Elternzeit' })).toBeVisible();

  await organiser.goto(`${home}/settings`);
  await confirm(organiser, 'Durchgang abschließen');
  await confirm(organiser, 'Durchgang archivieren');
  await expect(
    organiser.getByText('Sie können alles lesen, aber nichts mehr ändern.'),
  ).toBeVisible();
  await organiser.getByText('Löschung beantragen').first().click();
  await organiser.getByLabel('Name des Durchgangs').fill('Durchgang');
  // Meanwhile she reads her notices elsewhere: the page shows it, and what is typed stays.
  const notices = organiser.getByRole('banner').getByRole('link', { name: /neue[rn]? Hinweis/ });
  await expect(notices).toHaveAccessibleName(/^[1-9]/);
  await call(organiser, 'notice.markAllRead', { cohortId: home.split('/')[2], until: newId() });
  await expect(notices).toHaveAccessibleName('0 neue Hinweise');
  await expect(organiser.getByLabel('Name des Durchgangs')).toHaveValue('Durchgang');
  await deed(organiser, 'Löschung beantragen').click();
  await expect(organiser.getByRole('alert')).toContainText('nicht der Name dieses Durchgangs');
  await organiser.getByLabel('Name des Durchgangs').fill(name);
  await deed(organiser, 'Löschung beantragen').click();
  await expect(organiser.getByText('Dieser Durchgang soll gelöscht werden.')).toBeVisible();
  await deed(organiser, 'Antrag zurücknehmen').click();
  await confirm(organiser, 'Aus dem Archiv holen');
  await expect(deed(organiser, 'Durchgang archivieren')).toBeVisible();
});
