import { afterAll, beforeAll, expect, it } from 'vitest';
import { m } from '$lib/paraglide/messages.js';
import { readCsvText } from '$lib/platform/csv';
import { aDraft, aTopic } from '../factories/topic';
import { openWorld, type ActorKind, type World } from '../factories/world';
import { anInvitation } from './invitation.access';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

type Api = Awaited<ReturnType<World['as']>>;
const lists = {
  people: (api: Api) => api.membership.download,
  log: (api: Api) => api.membership.downloadLog,
  teams: (api: Api) => api.team.download,
  invitations: (api: Api) => api.invitation.download,
  topics: (api: Api) => api.topic.download,
  ballots: (api: Api) => api.ballot.download,
  announcements: (api: Api) => api.announcement.download,
  agreements: (api: Api) => api.agreement.download,
  feedback: (api: Api) => api.feedback.download,
  practices: (api: Api) => api.exchange.download,
};

async function download(list: keyof typeof lists, who: ActorKind, format: 'csv' | 'xlsx' = 'csv') {
  const file = await lists[list](await world.as(who))({ cohortId: world.cohortA, format });
  return { ...file, bytes: Buffer.from(file.content, 'base64') };
}

/** The rows of a list as objects by their headings. */
async function rowsOf(list: keyof typeof lists, who: ActorKind): Promise<Record<string, string>[]> {
  const { bytes } = await download(list, who);
  const [head, ...rows] = readCsvText(bytes.toString()).rows;
  return rows.map(({ cells }) =>
    Object.fromEntries(head!.cells.map((heading, at) => [heading, cells[at] ?? ''])),
  );
}

it('each list leaves for Excel and as CSV that German Excel opens', async () => {
  for (const list of Object.keys(lists) as (keyof typeof lists)[]) {
    const csv = await download(list, 'organiser');
    expect([list, csv.bytes.subarray(0, 3).toString('hex')]).toEqual([list, 'efbbbf']);
    expect([list, csv.bytes.toString()]).toEqual([list, expect.stringContaining(';')]);
    const workbook = await download(list, 'organiser', 'xlsx');
    expect([list, workbook.bytes.subarray(0, 2).toString()]).toEqual([list, 'PK']);
    expect(workbook.fileName).toMatch(/^Durchgang A – .+\.xlsx$/);
  }
});

it('people: the address of an invitation is for the organiser alone', async () => {
  const invitation = await anInvitation(world, { email: 'anna.privat@example.org' });
  const { membershipId } = world.people.member;
  await world.owner.invitation.update({
    where: { id: invitation.invitationId },
    data: { membershipId },
  });
  const anna = { Name: 'Anna', Aufgabe: 'Mitglied', Team: 'Ahlen' };
  expect(await rowsOf('people', 'organiser')).toContainEqual(
    expect.objectContaining({ ...anna, 'E-Mail': 'anna.privat@example.org' }),
  );
  expect(await rowsOf('people', 'member')).toContainEqual(
    expect.objectContaining({ ...anna, 'E-Mail': '' }),
  );
});

it('topics: what the reader sees on the page, no draft, and no formula that runs', async () => {
  const topicId = await aTopic(world, { question: '=HYPERLINK("https://boese.example")' });
  const draft = await aDraft(world);
  await world.owner.topic.update({ where: { id: draft }, data: { question: 'Noch geheim?' } });
  const other = await world.as('otherTeam');
  await other.topic.setSupport({ cohortId: world.cohortA, topicId, isSupported: true });

  const rows = await rowsOf('topics', 'member');
  expect(rows).toContainEqual(
    expect.objectContaining({
      Frage: `'=HYPERLINK("https://boese.example")`,
      Team: 'Ahlen',
      Stand: 'Eingebracht',
      Unterstützungen: '1',
      'Betrifft auch': 'Menden',
      Minuten: '60',
      [m.topic_tags({}, { locale: 'de' })]: 'Vereine',
      'Worum es geht': 'Viele wollen helfen, aber nicht jede Woche.',
    }),
  );
  expect(rows.map(({ Frage }) => Frage)).not.toContain('Noch geheim?');

  expect(await rowsOf('topics', 'expert')).toEqual([]);
  const { membershipId } = world.people.expert;
  const moderator = await world.as('moderator');
  const guest = { cohortId: world.cohortA, topicId, membershipId, isInvited: true };
  await moderator.topic.setGuest(guest);
  expect(await rowsOf('topics', 'expert')).toHaveLength(1);
});

it('announcements: only those that the reader was addressed in', async () => {
  const organiser = await world.as('organiser');
  await organiser.announcement.send({
    cohortId: world.cohortA,
    id: crypto.randomUUID(),
    subject: 'Nur für Ahlen',
    body: '<p>Ein Wort.</p>',
    teamIds: [world.teams.ahlen],
    roles: [],
  });
  const subjects = async (who: ActorKind) =>
    (await rowsOf('announcements', who)).map(({ Betreff }) => Betreff);
  expect(await subjects('member')).toEqual(['Nur für Ahlen']);
  expect(await subjects('otherTeam')).toEqual([]);
});

it('invitations: their state, and nothing that opens the door', async () => {
  const { invitationId } = await anInvitation(world, { email: 'wartet@example.org' });
  await world.owner.invitation.update({
    where: { id: invitationId },
    data: { revokedAt: world.clock.now() },
  });
  expect(await rowsOf('invitations', 'organiser')).toContainEqual(
    expect.objectContaining({ 'E-Mail-Adresse': 'wartet@example.org', Stand: 'Zurückgezogen' }),
  );
  const { tokenHash, codeHash } = await world.owner.invitation.findUniqueOrThrow({
    where: { id: invitationId },
  });
  const file = (await download('invitations', 'organiser')).bytes.toString();
  for (const secret of [tokenHash, codeHash, invitationId]) expect(file).not.toContain(secret);
});
