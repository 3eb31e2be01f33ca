import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { workOff } from '../factories/notice';
import { openWorld, type World } from '../factories/world';
import { aCohortOfTheOrganiser } from './cohort.access';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

describe('the life of a cohort', () => {
  it('goes step by step, and closing and opening stand in the log', async () => {
    const { cohortId } = await aCohortOfTheOrganiser(world);
    const organiser = await world.as('organiser');
    await organiser.cohort.moveTo({ cohortId, to: 'forming', reason: 'Ein Team kommt nach' });
    await expect(organiser.cohort.moveTo({ cohortId, to: 'concluded' })).rejects.toMatchObject({
      appCode: 'cohort_state_unreachable',
    });
    await organiser.cohort.moveTo({ cohortId, to: 'closed' });
    await organiser.cohort.moveTo({ cohortId, to: 'concluded' });
    const { entries } = await organiser.membership.log({ cohortId });
    expect(entries.map(({ change }) => change)).toEqual(['cohort_closed', 'cohort_reopened']);
  });

  it('is opened again for a reason only, which is told to everyone and stands in the log', async () => {
    const { cohortA: cohortId } = world;
    const organiser = await world.as('organiser');
    await world.owner.cohort.update({ where: { id: cohortId }, data: { state: 'closed' } });
    await expect(organiser.cohort.moveTo({ cohortId, to: 'forming' })).rejects.toMatchObject({
      appCode: 'reason_missing',
    });
    const reason = 'Ein Team kommt nach';
    await organiser.cohort.moveTo({ cohortId, to: 'forming', reason });
    const { entries } = await organiser.membership.log({ cohortId });
    expect(entries[0]).toMatchObject({ change: 'cohort_reopened', reason });
    const member = await world.as('member');
    const { happened } = await member.start.page({ cohortId, before: null });
    expect(happened[0]).toMatchObject({ kind: 'cohort_reopened', facts: { reason } });
    await workOff(world);
    const { notices } = await member.notice.list({ cohortId, before: null });
    expect(notices[0]).toMatchObject({ kind: 'cohort_reopened', facts: { reason } });
  });

  it('does not begin without a charter', async () => {
    const { cohortId } = await aCohortOfTheOrganiser(world);
    await world.owner.charter.deleteMany({ where: { cohortId } });
    await world.owner.cohort.update({ where: { id: cohortId }, data: { state: 'draft' } });
    const organiser = await world.as('organiser');
    await expect(organiser.cohort.moveTo({ cohortId, to: 'forming' })).rejects.toMatchObject({
      appCode: 'charter_missing',
    });
    await organiser.charter.publish({
      cohortId,
      id: newId(),
      bodyDe: '<p>a</p>',
      bodyEn: '<p>a</p>',
      baseVersion: 0,
    });
    await expect(organiser.cohort.moveTo({ cohortId, to: 'forming' })).resolves.toBeUndefined();
  });
});

describe('what two people change at once', () => {
  it('is not overwritten', async () => {
    const member = await world.as('member');
    const partner = await world.as('partnerMember');
    const site = { cohortId: world.cohortA, teamId: world.teams.ahlen };
    const { version } = await member.team.get(site);
    await member.team.updateSite({ ...site, version, aims: '<p>Meine</p>' });
    await expect(
      partner.team.updateSite({ ...site, version, aims: '<p>Deine</p>' }),
    ).rejects.toMatchObject({ appCode: 'conflict' });
    expect((await partner.team.get(site)).aims).toBe('<p>Meine</p>');
  });

  it('gives the last seat once', async () => {
    const { cohortId } = await aCohortOfTheOrganiser(world);
    await world.owner.cohort.update({ where: { id: cohortId }, data: { siteSeats: 1 } });
    const organiser = await world.as('organiser');
    const enter = (name: string) =>
      organiser.team.create({
        cohortId,
        id: newId(),
        name,
        inhabitants: null,
        tileColumn: null,
        tileRow: null,
      });
    const outcomes = await Promise.allSettled([enter('Soest'), enter('Werl')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
