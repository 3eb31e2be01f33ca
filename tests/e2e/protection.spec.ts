import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Browser } from '@playwright/test';
import pg from 'pg';
import { findEmbeddedPostgres } from '../../src/lib/platform/db/embedded.server';
import { newId } from '../../src/lib/platform/id';
import { seek } from '../factories/canary';
import { test } from '../pages/browser-test';
import { call } from '../pages/call';
import { linkIn, openOutbox } from '../factories/outbox';
import { documentOf, pictureOf } from '../pages/chosen-file';
import { bringInCase, ConsultationRoom, passRecoveryAsk } from '../pages/consultation';
import { signIn } from '../pages/sign-in';

// Consultations are protected against whoever has everything that the server has, and against a server
// that bends what it serves. One circle of the demo is enough for both.

test.describe.configure({ mode: 'serial' });
test.use({ actionTimeout: 60_000 });

const run = newId().slice(-8);
/** A sentence that is nowhere else in the world. */
const canary = (where: string) => `Kanarienvogel ${where} ${run} über den Dächern`;

const people = {
  giver: 'guelcan.aydogan@bergkamen.example',
  moderator: 'ruediger.stratmann@bergkamen.example',
  secretary: 'maike.terbrueggen@senden.example',
  adviser: 'samira.el-khatib@senden.example',
};
type Name = keyof typeof people;

let rooms: Record<Name, ConsultationRoom>;
let address: string;
let cohortId: string;
let database: pg.Client;

async function signedIn(browser: Browser, email: string): Promise<ConsultationRoom> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, email);
  return new ConsultationRoom(page);
}

test.beforeAll(async ({ browser }) => {
  const { ownerUrl } = await findEmbeddedPostgres(process.env.WERKRAUM_TEST_DATA!);
  database = new pg.Client({ connectionString: ownerUrl });
  await database.connect();
  const opened = await Promise.all(
    Object.entries(people).map(async ([name, email]) => [name, await signedIn(browser, email)]),
  );
  rooms = Object.fromEntries(opened) as typeof rooms;
});
test.afterAll(async () => {
  await database.end();
  await Promise.all(Object.values(rooms).map(({ page }) => page.context().close()));
});

/** Everything that the server has, and a backup of it. */
async function everythingStored(): Promise<{ directories: string[]; remove(): Promise<void> }> {
  const backups = await mkdtemp(join(tmpdir(), 'werkraum-backup-'));
  const dataDir = process.env.WERKRAUM_TEST_DATA!;
  const file = join(backups, 'backup.tar.gz');
  const args = [resolve('build/server/backup.js'), file, `--data-dir=${dataDir}`];
  const [exitCode] = await once(spawn(process.execPath, args, { stdio: 'ignore' }), 'close');
  expect(exitCode).toBe(0);
  return {
    directories: [dataDir, process.env.WERKRAUM_TEST_LOGS!, backups],
    remove: () => rm(backups, { recursive: true }),
  };
}

test('leaves no word of a consultation anywhere on the server', async () => {
  test.setTimeout(300_000);
  const { giver, moderator, secretary, adviser } = rooms;
  cohortId = /\/cohorts\/([0-9a-f-]{36})/.exec(giver.page.url())![1]!;
  const words: string[] = [];
  const say = async (room: ConsultationRoom, kind: string, others = true) => {
    words.push(canary(kind));
    await room.write(kind, canary(kind));
    if (others) await expect(giver.words(canary(kind))).toBeVisible();
  };

  words.push(canary('Titel'), canary('Satz'));
  address = await bringInCase(giver.page, cohortId, {
    title: canary('Titel'),
    summary: canary('Satz'),
    circle: ['Rüdiger Stratmann', 'Maike Terbrüggen', 'Samira El-Khatib'],
    method: 'Sechs Phasen nach Tietze',
    form: 'Schriftlich über mehrere Tage',
    moderator: 'Rüdiger Stratmann',
    secretary: 'Maike Terbrüggen',
  });
  await Promise.all([moderator, secretary, adviser].map((room) => room.join(address)));
  await giver.press('Beratung beginnen');
  await say(moderator, 'Bemerkung');
  await moderator.press('Weiter zu „Spontanerzählung“');
  words.push(canary('Dateiname'), canary('Dateiinhalt'));
  // The line breaks off twice on the way.
  await giver.page.route('**/uploads/**', (route) => route.abort(), { times: 2 });
  await giver.attach(documentOf(`${canary('Dateiname')}.txt`, canary('Dateiinhalt').repeat(2_000)));
  await giver.attach(await pictureOf(giver.page, 'Tafel.png'));
  await say(giver, 'Erzählung');
  expect(await adviser.saved(canary('Dateiname'))).toBe(canary('Dateiinhalt').repeat(2_000));
  await say(adviser, 'Frage zum Verstehen');
  await say(giver, 'Antwort');
  await moderator.press('Vorschlagen: weiter zu „Schlüsselfrage“');
  await giver.press('Ja, weiter');
  await say(giver, 'Schlüsselfrage');
  await moderator.press('Vorschlagen: weiter zu „Methodenwahl“');
  await giver.press('Ja, weiter');
  await say(adviser, 'Vorschlag für den Weg');
  await giver.page.getByRole('radio', { name: /^Brainstorming/ }).check();
  await giver.press('Diesen Weg wählen');
  await moderator.press('Weiter zu „Beratung“');
  await say(adviser, 'Idee');
  await secretary.changeMind('Noch nicht fertig', 'Protokoll');
  await say(secretary, 'Protokoll');
  words.push(canary('Notiz'));
  const isKept = adviser.page.waitForResponse(/consultation\.writeNotes/);
  await adviser.notes.fill(canary('Notiz'));
  await isKept;
  words.push(canary('Entwurf'));
  await adviser.composer.fill(canary('Entwurf'));
  await moderator.press('Weiter zu „Abschluss“');
  for (const kind of ['Das nehme ich mit', 'Dank', 'Das darf weitergegeben werden'])
    await say(giver, kind);
  await moderator.press('Vorschlagen: abschließen');
  await giver.press('Ja, weiter');
  await say(giver, 'Was daraus wurde');

  const control = `Kontrollvogel ${run} über den Dächern`;
  await call(giver.page, 'topic.saveDraft', {
    ...{ topicId: newId(), cohortId, version: 0, question: control },
  });
  const stored = await everythingStored();
  try {
    const found = await seek(stored.directories, [control, ...words]);
    const places = found.get(control)!.map(({ file }) => file);
    // Whoever looks can find: what is not encrypted lies in the database, its log and the backup.
    expect(places.some((file) => file.includes('pg_wal'))).toBe(true);
    expect(places.some((file) => file.endsWith('backup.tar.gz'))).toBe(true);
    for (const sentence of words) expect(found.get(sentence), sentence).toEqual([]);
  } finally {
    await stored.remove();
  }
});

// Before the thread itself is bent: contributions that are dropped for that take their files with them.
test('opens no attachment that the server has exchanged, and shows a picture that it has not', async () => {
  const { page } = rooms.adviser;
  await page.goto(address);
  const picture = page.getByRole('img', { name: 'Angehängtes Bild: Tafel.png' });
  // It is fetched when one comes near.
  await rooms.adviser.saveButton('Tafel.png').scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(90);

  const { rows } = await database.query<{ key: string }>(
    `SELECT o.key FROM stored_object o JOIN contribution_attachment a ON a."fileId" = o."fileId"
      WHERE a."consultationId" = $1 ORDER BY o.size DESC`,
    [address.split('/').at(-1)],
  );
  const fileOf = ({ key }: { key: string }) =>
    join(process.env.WERKRAUM_TEST_DATA!, 'files', key.slice(0, 2), key);
  const [document, other] = [fileOf(rows[0]!), fileOf(rows[1]!)];
  const kept = await readFile(document);
  const exchanged = Buffer.from(kept);
  exchanged.set((await readFile(other)).subarray(0, kept.length));
  await writeFile(document, exchanged);
  await rooms.adviser.saveButton(canary('Dateiname')).click();
  await expect(page.getByText('Dieser Anhang ist nicht der, der abgeschickt wurde.')).toBeVisible();
  await writeFile(document, kept);
  expect(await rooms.adviser.saved(canary('Dateiname'))).toContain(canary('Dateiinhalt'));
});

/** A server that means harm changes its own database; then it is put back. */
async function bent(
  tables: string[],
  change: string,
  expectation: () => Promise<void>,
): Promise<void> {
  const id = address.split('/').at(-1)!;
  for (const table of tables) {
    await database.query(`CREATE TEMPORARY TABLE kept_${table} AS TABLE "${table}"`);
    await database.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
  }
  try {
    await database.query(change.replaceAll('$id', `'${id}'`));
    await expectation();
  } finally {
    for (const table of tables)
      await database.query(`DELETE FROM "${table}" WHERE "consultationId" = '${id}'`);
    for (const table of tables) {
      await database.query(
        `INSERT INTO "${table}" SELECT * FROM kept_${table} WHERE "consultationId" = '${id}'`,
      );
      await database.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
      await database.query(`DROP TABLE kept_${table}`);
    }
  }
}

const refusals: [string, string[], string, RegExp][] = [
  [
    'drops a contribution',
    ['contribution'],
    `DELETE FROM contribution WHERE "consultationId" = $id AND kind = 'advice'`,
    /Es fehlt ein Beitrag/,
  ],
  [
    'drops the newest contribution',
    ['contribution'],
    `DELETE FROM contribution WHERE "consultationId" = $id AND kind = 'follow_up'`,
    /Es fehlt ein Beitrag/,
  ],
  [
    'exchanges the order',
    ['contribution'],
    `UPDATE contribution SET position = 900 WHERE "consultationId" = $id AND kind = 'telling'`,
    /Die Reihenfolge der Beiträge wurde verändert|Es fehlt ein Beitrag/,
  ],
  [
    'gives a contribution to somebody else',
    ['contribution'],
    `UPDATE contribution SET "authorId" = (SELECT "caseGiverId" FROM consultation WHERE id = $id),
       sequence = 900 WHERE "consultationId" = $id AND kind = 'advice'`,
    /stammt nicht von der Person|Es fehlt ein Beitrag|Die Reihenfolge/,
  ],
  [
    'moves a contribution to another phase',
    ['contribution'],
    `UPDATE contribution SET phase = 'closing' WHERE "consultationId" = $id AND kind = 'advice'`,
    /stammt nicht von der Person/,
  ],
  [
    'repeats a contribution',
    ['contribution'],
    `INSERT INTO contribution SELECT (jsonb_populate_record(one, jsonb_build_object(
       'id', gen_random_uuid(), 'position', 901, 'sequence', 901))).*
       FROM contribution one WHERE "consultationId" = $id AND kind = 'advice'`,
    /taucht zweimal auf/,
  ],
  [
    'exchanges the words of two contributions',
    ['contribution'],
    `UPDATE contribution SET blob = (SELECT blob FROM contribution WHERE "consultationId" = $id
       AND kind = 'telling') WHERE "consultationId" = $id AND kind = 'advice'`,
    /stammt nicht von der Person/,
  ],
  [
    'takes words away as if they had been withdrawn',
    ['contribution'],
    `UPDATE contribution SET blob = NULL WHERE "consultationId" = $id AND kind = 'advice'`,
    /Es fehlt ein Beitrag/,
  ],
  [
    'puts somebody into the signed circle',
    // What hangs on the epochs goes and comes back with them.
    ['consultation_epoch', 'consultation_key', 'contribution'],
    `UPDATE consultation_epoch SET record = convert_to(replace(convert_from(record, 'UTF8'),
       '"participants":[', '"participants":[{"accountId":"' || gen_random_uuid() || '","keysId":"'
       || gen_random_uuid() || '"},'), 'UTF8') WHERE "consultationId" = $id`,
    /in die|In diese Beratung wurde jemand eingetragen|stammt nicht von der Person/,
  ],
];

test('shows nothing of a thread that the server has bent, and says why', async () => {
  const { page } = rooms.adviser;
  for (const [deed, tables, change, message] of refusals) {
    await test.step(`a server that ${deed}`, () =>
      bent(tables, change, async () => {
        await page.goto(address);
        await expect.soft(page.getByRole('alert'), deed).toContainText(message);
        await expect.soft(page.getByText(canary('Titel')), deed).toHaveCount(0);
      }));
  }
  await page.goto(address);
  await expect(rooms.adviser.words(canary('Idee'))).toBeVisible();
});

const directories: [
  string,
  (entries: { accountId: string; signingPublic: string | null }[]) => void,
  RegExp,
][] = [
  ['swaps a public key', swapKeys, /Das Verzeichnis der Schlüssel ist nicht in Ordnung/],
  ['serves an old directory', (entries) => entries.pop(), /fehlen Einträge, die schon da waren/],
];

function swapKeys(entries: { signingPublic: string | null }[]): void {
  const [one, other] = entries.filter(({ signingPublic }) => signingPublic !== null);
  [one!.signingPublic, other!.signingPublic] = [other!.signingPublic, one!.signingPublic];
}

test('shows nothing where the directory of keys does not go on from what was seen', async () => {
  const { page } = rooms.adviser;
  for (const [deed, change, message] of directories) {
    await test.step(`a server that ${deed}`, async () => {
      await page.route('**/trpc/key.directory*', async (route) => {
        const response = await route.fetch();
        const answer = await response.json();
        change(answer.result.data.entries);
        await route.fulfill({ response, json: answer });
      });
      await page.goto(address);
      await expect.soft(page.getByText(message).first(), deed).toBeVisible();
      await expect.soft(page.getByText(canary('Titel')), deed).toHaveCount(0);
      // What is asked meanwhile is answered first.
      await page.unrouteAll({ behavior: 'wait' });
    });
  }
});

test('gives nothing newer to whoever was taken out of the circle', async () => {
  const { giver, adviser, secretary } = rooms;
  const [consultationId] = address.split('/').slice(-1);
  const { rows } = await database.query<{ accountId: string }>(
    'SELECT "accountId" FROM credential WHERE email = $1',
    [people.secretary],
  );
  const { accountId } = rows[0]!;
  await call(giver.page, 'consultation.removeParticipant', { cohortId, consultationId, accountId });
  const gone = await secretary.page.goto(address);
  expect(gone!.status()).toBe(404);

  await giver.page.goto(address);
  await giver.write('Was daraus wurde', canary('Später'));
  await adviser.page.goto(address);
  await expect(adviser.words(canary('Später'))).toBeVisible();
  const newest = await database.query<{ accountId: string }>(
    `SELECT "accountId" FROM consultation_key WHERE "consultationId" = $1 AND epoch =
       (SELECT max(epoch) FROM contribution WHERE "consultationId" = $1)`,
    [consultationId],
  );
  expect(newest.rows.map((row) => row.accountId)).not.toContain(accountId);
  expect(newest.rows).toHaveLength(3);
});

test('opens again for somebody with new keys, once two people have compared words', async () => {
  const { giver, moderator } = rooms;
  const { page } = moderator;
  const outbox = await openOutbox(process.env.WERKRAUM_TEST_DATA!);
  await page.goto('/reset');
  await page.getByLabel('E-Mail-Adresse').fill(people.moderator);
  await page.getByRole('button', { name: 'Link anfordern' }).click();
  let mail = await outbox.next(people.moderator);
  // What the demo has sent before comes first.
  while (!mail.text.includes('/reset/')) mail = await outbox.next(people.moderator);
  await page.goto(linkIn(mail, 'reset'));
  await outbox.close();
  await page.getByLabel('Nein, ich habe den Code nicht').check();
  await page.getByLabel('Ich habe gelesen, was verloren geht.').check();
  await page.getByLabel('Neues Passwort').fill('zwölf Gänse am Deich');
  await page.getByRole('button', { name: 'Passwort speichern und anmelden' }).click();
  await page.waitForURL(/\/cohorts\//);
  await page.goto(address);
  await passRecoveryAsk(page, page.getByText('Ein Teil ist für Sie verschlossen'));
  await expect(moderator.words(canary('Idee'))).toHaveCount(0);

  await giver.page.goto(`${address}/circle`);
  const row = giver.page.getByRole('listitem').filter({ hasText: 'Rüdiger Stratmann' });
  await row.getByRole('button', { name: 'Zugang zurückgeben' }).click();
  const dialog = giver.page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(6);
  await dialog.getByRole('button', { name: 'Wir haben gesprochen, die Wörter stimmen' }).click();
  await expect(dialog).toBeHidden();
  await page.goto(address);
  await expect(moderator.words(canary('Idee'))).toBeVisible();
});
