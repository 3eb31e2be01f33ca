import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { openWorld, type World } from '../factories/world';
import { aCohortOfTheOrganiser } from './cohort.access';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const aVersion = (cohortId: string, baseVersion: number) => ({
  cohortId,
  id: newId(),
  bodyDe: '<p>Wir schweigen.</p><script>alert(1)</script>',
  bodyEn: '<p>We keep quiet.</p>',
  changesDe: 'Auch Notizen sind gemeint.',
  changesEn: 'This includes notes.',
  baseVersion,
});

describe('a new version of the charter', () => {
  it('closes the cohort to whoever has not accepted it, in the program and in the database', async () => {
    const { cohortId } = await aCohortOfTheOrganiser(world);
    const member = await world.addPerson('Mia', {
      cohortId,
      role: 'member',
      teamId: await world.addTeam(cohortId, 'Werl'),
    });
    const organiser = await world.as('organiser');
    await expect(organiser.charter.publish(aVersion(cohortId, 1))).resolves.toEqual({ version: 2 });

    const before = await world.as(member);
    await expect(before.membership.directory({ cohortId })).rejects.toMatchObject({
      appCode: 'charter_first',
    });
    await expect(before.cohort.frame({ cohortId })).resolves.toMatchObject({
      hasAcceptedCharter: false,
    });
    const seen = await world.services.database.transact(
      { 'app.account': member.accountId },
      'read',
      async (db) => ({ teams: await db.team.count(), topics: await db.topic.count() }),
    );
    expect(seen).toEqual({ teams: 0, topics: 0 });

    const { current } = await before.charter.get({ cohortId });
    expect(current).toMatchObject({
      version: 2,
      body: '<p>Wir schweigen.</p>',
      changes: 'Auch Notizen sind gemeint.',
      acceptedAt: null,
    });
    expect(await before.charter.history({ cohortId })).toMatchObject([
      { version: 2, body: '<p>Wir schweigen.</p>', changes: 'Auch Notizen sind gemeint.' },
      { version: 1, body: '-', changes: '' },
    ]);
    await before.charter.accept({ cohortId, charterId: current!.id });
    const after = await world.as(member);
    const { people } = await after.membership.directory({ cohortId });
    expect(people.map(({ name }) => name)).toContain('Mia');
  });

  it('is not accepted in the place of a newer one, and not published over a newer one', async () => {
    const { cohortId } = await aCohortOfTheOrganiser(world);
    const old = await world.owner.charter.findFirstOrThrow({ where: { cohortId } });
    const organiser = await world.as('organiser');
    const version = aVersion(cohortId, 1);
    await organiser.charter.publish(version);
    await expect(organiser.charter.publish(version)).resolves.toEqual({ version: 2 });
    await expect(organiser.charter.publish(aVersion(cohortId, 1))).rejects.toMatchObject({
      appCode: 'conflict',
    });
    await expect(organiser.charter.accept({ cohortId, charterId: old.id })).rejects.toMatchObject({
      appCode: 'conflict',
    });
  });
});
