import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseDue } from '$lib/cohort/erasure/commands.server';
import { erasureDueAt } from '$lib/cohort/erasure/waiting-time';
import { newId } from '$lib/platform/id';
import { workOffJobs } from '../../src/server/jobs';
import { fillEveryTable } from '../factories/every-table';
import { openWorld, type World } from '../factories/world';

const house = { origin: 'http://localhost:3000' };

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await fillEveryTable(world);
  await world.owner.erasure.deleteMany();
});
afterAll(() => world?.close());

const eraseAt = (moment: Date) =>
  world.asSystem(null, (scope) => eraseDue({ ...scope, clock: { now: () => moment } }, house));
const mailsOf = async (kind: string) => {
  const mails = await world.owner.mail.findMany({ where: { kind }, select: { recipient: true } });
  return mails.map(({ recipient }) => recipient);
};
const asked = (cohortId: string, confirmation = 'Durchgang A') => ({
  cohortId,
  confirmation,
  backupNote: 'Sicherungen leben 90 Tage.',
});

describe('an archived cohort', () => {
  it('waits for its ballots, is read by everyone, and says why it takes nothing', async () => {
    const cohortId = world.cohortA;
    const organiser = await world.as('organiser');
    await organiser.cohort.moveTo({ cohortId, to: 'concluded' });
    // One that is open, and one whose decision would still become final by itself.
    for (const state of ['open', 'provisional'] as const) {
      await expect(organiser.cohort.moveTo({ cohortId, to: 'archived' })).rejects.toMatchObject({
        appCode: 'cohort_awaits_ballot',
      });
      await world.owner.ballot.updateMany({ where: { state }, data: { state: 'decided' } });
    }
    await organiser.cohort.moveTo({ cohortId, to: 'archived' });
    const member = await world.as('member');
    const { topics } = await member.topic.list({ cohortId });
    expect(topics.length).toBeGreaterThan(0);
    // Each by another way: a row that comes, one that changes, one of an owner's function.
    const refused = { appCode: 'cohort_archived' };
    await expect(
      member.membership.updateEntry({
        cohortId,
        membershipId: world.people.member.membershipId,
        occupation: 'Ehrenamt',
      }),
    ).rejects.toMatchObject(refused);
    await expect(
      organiser.team.create({
        cohortId,
        id: newId(),
        name: 'Werl',
        inhabitants: null,
        tileColumn: null,
        tileRow: null,
      }),
    ).rejects.toMatchObject(refused);
    await expect(
      organiser.cohort.update({ cohortId, name: 'B', version: await versionOf(cohortId) }),
    ).rejects.toMatchObject(refused);
    // An account can be renamed and deleted all the same.
    await member.account.changeProfile({ name: 'Anna Neu', locale: 'de' });
    const { accountId } = world.people.partnerMember;
    await world.owner.account.update({
      where: { id: accountId },
      data: { deletionAsked: new Date(0) },
    });
    await organiser.account.eraseAccount({ accountId });
    expect(await world.owner.credential.count({ where: { accountId } })).toBe(0);
    await organiser.cohort.moveTo({ cohortId, to: 'concluded' });
  });
});

const versionOf = async (id: string) =>
  (await world.owner.cohort.findUniqueOrThrow({ where: { id } })).version;

describe('erasing a cohort', () => {
  it('is asked for by name, told to everyone, and can be taken back', async () => {
    const cohortId = world.cohortA;
    const organiser = await world.as('organiser');
    await organiser.cohort.moveTo({ cohortId, to: 'archived' });
    await expect(organiser.cohort.askErasure(asked(cohortId, 'durchgang a'))).rejects.toMatchObject(
      {
        appCode: 'cohort_name_differs',
      },
    );
    const { dueAt } = await organiser.cohort.askErasure(asked(cohortId));
    expect(dueAt).toEqual(erasureDueAt(world.clock.now()));
    // A repeated request is the same request.
    world.clock.advance(60_000);
    expect(await organiser.cohort.askErasure(asked(cohortId))).toEqual({ dueAt });
    const told = await mailsOf('erasure');
    const { member, moderator, expert, partner, administrator, former } = world.people;
    for (const { email } of [member, moderator, expert, partner, administrator])
      expect(told.filter((recipient) => recipient === email)).toHaveLength(1);
    expect(told).not.toContain(former.email);
    await workOffJobs(world.urls.appUrl, world.services, { error() {} });
    const { notices } = await (await world.as('member')).notice.list({ cohortId });
    expect(notices.map(({ kind }) => kind)).toContain('erasure_asked');
    expect((await (await world.as('member')).cohort.frame({ cohortId })).erasesAt).toEqual(dueAt);
    await expect(organiser.cohort.moveTo({ cohortId, to: 'concluded' })).rejects.toMatchObject({
      appCode: 'cohort_erasure_asked',
    });
    await organiser.cohort.withdrawErasure({ cohortId });
    await eraseAt(dueAt);
    expect((await organiser.cohort.frame({ cohortId })).cohort.state).toBe('archived');
  });

  it('leaves a certificate and nothing else, when its time has come and not before', async () => {
    const cohortId = world.cohortA;
    const organiser = await world.as('organiser');
    const { dueAt } = await organiser.cohort.askErasure(asked(cohortId));
    await eraseAt(new Date(dueAt.getTime() - 1));
    expect((await organiser.cohort.frame({ cohortId })).cohort.state).toBe('archived');

    await eraseAt(dueAt);
    await eraseAt(dueAt);
    expect(await rowsLeftOf(cohortId)).toEqual({ erasure: 1, membership: 8 });
    const kept = await world.owner.membership.findMany({ where: { cohortId } });
    for (const { endedAt, teamId, contactEmail, occupation } of kept)
      expect({ isOver: endedAt !== null, teamId, contactEmail, occupation }).toEqual({
        isOver: true,
        teamId: null,
        contactEmail: null,
        occupation: '',
      });
    // The other cohort has everything still.
    expect(Object.keys(await rowsLeftOf(world.cohortB)).length).toBeGreaterThan(20);

    const certificate = await (await world.as('organiser')).cohort.certificate({ cohortId });
    expect(certificate).toMatchObject({
      cohort: 'Durchgang A',
      programme: 'Programm',
      sites: 2,
      topics: 5,
      askedByName: 'Olga',
      erasedAt: dueAt,
      backupNote: 'Sicherungen leben 90 Tage.',
      counts: { topic: 5, comment: 2, ballot: 4, vote: 4 },
    });
    const member = await world.as('member');
    await expect(member.cohort.certificate({ cohortId })).rejects.toMatchObject({
      appCode: 'not_found',
    });
    await expect(member.topic.list({ cohortId })).rejects.toMatchObject({ appCode: 'not_found' });
    expect(await member.cohort.erased()).toEqual([
      { id: cohortId, name: 'Durchgang A', erasedAt: dueAt, isOrganiser: false },
    ]);
  });
});

/** How many rows each table still has of the cohort. */
async function rowsLeftOf(cohortId: string): Promise<Record<string, number>> {
  const tables = await world.owner.$queryRaw<{ name: string }[]>`
    SELECT c.table_name AS name FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name = 'cohortId'`;
  const left: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await world.owner.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "${name}" WHERE "cohortId" = $1::uuid`,
      cohortId,
    );
    if (row!.count > 0) left[name] = row!.count;
  }
  return left;
}

describe('a draft that nobody needs', () => {
  it('is discarded with all that hangs on it, unless somebody else has come', async () => {
    const administrator = await world.as('administrator');
    const { programmeId } = await world.owner.cohort.findUniqueOrThrow({
      where: { id: world.cohortB },
    });
    const id = newId();
    await administrator.programme.createCohort({ id, programmeId, name: 'Versehen' });
    await world.owner.mail.create({
      data: {
        id: newId(),
        recipient: 'a@b.de',
        kind: 'invitation',
        cohortId: id,
        createdAt: world.clock.now(),
      },
    });
    await world.addTeam(id, 'Werl');
    const { membershipId } = await world.owner.charter
      .create({
        data: {
          id: newId(),
          cohortId: id,
          version: 1,
          bodyDe: '-',
          bodyEn: '-',
          publishedAt: world.clock.now(),
        },
      })
      .then(() => world.addPerson('Mia', { cohortId: id, role: 'moderator' }));
    await expect(administrator.cohort.discard({ cohortId: id })).rejects.toMatchObject({
      appCode: 'cohort_has_people',
    });
    await world.owner.membership.delete({ where: { id: membershipId } });
    await administrator.cohort.discard({ cohortId: id });
    expect(await world.owner.cohort.count({ where: { id } })).toBe(0);
    expect(await rowsLeftOf(id)).toEqual({});
    await expect(administrator.cohort.discard({ cohortId: world.cohortB })).rejects.toMatchObject({
      appCode: 'cohort_not_draft',
    });
  });
});
