import { expect, type Browser, type Page } from '@playwright/test';
import { newItem, type AgendaItem } from '../../src/lib/agenda/document';
import { newId } from '../../src/lib/platform/id';
import { signedInState } from '../factories/demo-sessions';
import { expectAccessible } from '../pages/accessible';
import { test } from '../pages/browser-test';
import { call } from '../pages/call';
import { NoticesPage } from '../pages/notices';

const MODERATOR = 'leonie.brandhorst@engagement-kommune.example';
const EMRE = 'emre.yildiz@ahlen.example';

async function signedIn(browser: Browser, email: string): Promise<Page> {
  const context = await browser.newContext({ storageState: await signedInState(email) });
  const page = await context.newPage();
  await page.goto('/cohorts');
  // Whoever is in several cohorts chooses the running one.
  const running = page.getByRole('main').getByRole('link', { name: /2015|dritter|3\./i });
  await running.first().click();
  await page.waitForURL(/\/cohorts\/[0-9a-f-]{36}/);
  return page;
}

const cohortOf = (page: Page): string => /\/cohorts\/([0-9a-f-]{36})/.exec(page.url())![1]!;

/** Reads as whoever is signed in. */
async function ask<Answer>(page: Page, procedure: string, input: object): Promise<Answer> {
  const query = encodeURIComponent(JSON.stringify(input));
  const response = await page.request.get(`/trpc/${procedure}?input=${query}`);
  return (await response.json()).result.data as Answer;
}

interface Preview {
  revision: number;
  people: { membershipId: string; name: string }[];
}

test('a programme from the plan over a change to the notice', async ({ browser }) => {
  const moderator = await signedIn(browser, MODERATOR);
  const cohortId = cohortOf(moderator);
  const [workshopId, dayId] = [newId(), newId()];
  const ref = { cohortId, workshopId };
  const title = `Besuch in Soest ${Date.now()}`;
  await call(moderator, 'workshop.save', {
    ...ref,
    version: 0,
    kind: 'visit',
    title,
    number: null,
    seats: null,
    days: [{ id: dayId, date: '2031-05-09', startMinute: 540, endMinute: 960 }],
  });
  const { people } = await ask<Preview>(moderator, 'agenda.publish.preview', ref);
  const emreId = people.find(({ name }) => name.startsWith('Emre '))!.membershipId;
  const walk: AgendaItem = newItem({
    id: newId(),
    kind: 'group_work',
    minutes: 60,
    dayId,
    title: 'Gang durch das Quartier',
    room: 'Marktplatz',
    responsibleIds: [emreId],
  });
  const change = async (since: number, operations: object[]) =>
    call(moderator, 'agenda.change', { ...ref, id: newId(), since, operations });
  await change(0, [{ type: 'insert_item', item: walk, beforeId: null }]);

  await test.step('the moderator sees whom it concerns, and publishes by keyboard', async () => {
    await moderator.goto(`/cohorts/${cohortId}/workshops/${workshopId}`);
    await moderator.getByRole('link', { name: 'Programm veröffentlichen' }).click();
    await expect(moderator.getByText('Neu: „Gang durch das Quartier“').first()).toBeVisible();
    await expect(moderator.getByText(/Emre .+, Ahlen/)).toBeVisible();
    await expectAccessible(moderator, 'publishing');
    const publish = moderator.getByRole('button', { name: 'Programm veröffentlichen' });
    await publish.focus();
    await moderator.keyboard.press('Enter');
    await expect(moderator.getByRole('heading', { name: 'Programm, Fassung 1' })).toBeVisible();
  });

  await test.step('a change needs a reason that everyone reads', async () => {
    await change(1, [
      { type: 'set_item', itemId: walk.id, field: 'room', from: 'Marktplatz', to: 'Rathaus' },
    ]);
    await moderator.goto(`/cohorts/${cohortId}/workshops/${workshopId}/publish`);
    const publish = moderator.getByRole('button', { name: 'Fassung 2 veröffentlichen' });
    await publish.click();
    await expect(moderator.getByRole('alert')).toContainText('warum sich das Programm ändert');
    const reason = moderator.getByLabel('Warum ändert sich das Programm?');
    await expect(reason).toHaveAttribute('aria-invalid', 'true');
    await reason.fill('Auf dem Markt ist an diesem Tag Kirmes.');
    await publish.click();
    await expect(moderator.getByRole('heading', { name: 'Programm, Fassung 2' })).toBeVisible();
  });

  await test.step('Emre is told what changes for him, and reads it', async () => {
    const emre = await signedIn(browser, EMRE);
    const told = `„${title}“ hat sich geändert: Auf dem Markt ist an diesem Tag Kirmes. Für Sie: „Gang durch das Quartier“: Raum „Rathaus“ statt „Marktplatz“.`;
    const row = new NoticesPage(emre).rows.filter({ hasText: told });
    await expect(async () => {
      await emre.goto(`/cohorts/${cohortId}/notices`);
      await expect(row).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await row.getByRole('link').click();
    await expect(emre.getByRole('heading', { name: 'Was sich für Sie ändert' })).toBeVisible();
    await expect(emre.getByText('Sie sind beteiligt')).toBeVisible();
    await expectAccessible(emre, 'a version of a programme');
    await emre.goto(`/cohorts/${cohortId}/workshops/${workshopId}/paper`);
    const [file] = await Promise.all([
      emre.waitForEvent('download'),
      emre.getByRole('link', { name: 'Programm als PDF herunterladen' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^Programm +Besuch in Soest \d+\.pdf$/);
    await emre.context().close();
  });
  await call(moderator, 'workshop.cancel', { ...ref, reason: 'Nur eine Probe.' });
  await moderator.context().close();
});
