import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import type { Api } from '../../src/server/router';
import { openWorld, type World } from '../factories/world';

let world: World;
let administrator: Api;
beforeAll(async () => {
  world = await openWorld();
  administrator = await world.as('administrator');
});
afterAll(() => world?.close());

async function aProgramme(name = 'Zukunftsfaktor Bürgerengagement'): Promise<string> {
  const { id } = await administrator.programme.create({ id: newId(), name });
  return id;
}

async function aDraft(values: { startsOn?: string; endsOn?: string } = {}): Promise<string> {
  const programmeId = await aProgramme();
  const { id } = await administrator.programme.createCohort({
    id: newId(),
    programmeId,
    name: 'Vierter Durchgang',
    ...values,
  });
  return id;
}

describe('programmes', () => {
  it('are set up once, however often the request is repeated', async () => {
    const id = newId();
    await administrator.programme.create({ id, name: 'Führung' });
    await administrator.programme.create({ id, name: 'Führung' });
    const named = (await administrator.programme.list()).filter(({ name }) => name === 'Führung');
    expect(named).toEqual([{ id, name: 'Führung', version: 1, cohorts: [] }]);
  });

  it('are renamed, but not over somebody else’s new name', async () => {
    const programmeId = await aProgramme('Alt');
    const rename = { programmeId, name: 'Neu', version: 1 };
    expect(await administrator.programme.rename(rename)).toEqual({ version: 2 });
    await expect(
      administrator.programme.rename({ ...rename, name: 'Anders' }),
    ).rejects.toMatchObject({ appCode: 'conflict', facts: { currentVersion: 2 } });
    expect((await administrator.programme.list()).map(({ name }) => name)).toContain('Neu');
  });
});

describe('cohorts', () => {
  it('begin as a draft with seats and dates, and show numbers only', async () => {
    const cohortId = await aDraft({ startsOn: '2026-03-01', endsOn: '2027-02-28' });
    expect((await administrator.programme.cohort({ cohortId })).cohort).toEqual({
      id: cohortId,
      name: 'Vierter Durchgang',
      state: 'draft',
      startsOn: '2026-03-01',
      endsOn: '2027-02-28',
      siteSeats: 10,
      teamSize: 2,
      siteCount: 0,
      memberCount: 0,
      moderatorCount: 0,
    });
    const running = await administrator.programme.cohort({ cohortId: world.cohortA });
    expect(running.cohort).toMatchObject({ siteCount: 2, memberCount: 3, moderatorCount: 1 });
    expect(running.organisers).toMatchObject([{ name: 'Olga' }]);
  });

  it('do not end before they start, and belong to a programme that exists', async () => {
    await expect(aDraft({ startsOn: '2026-03-01', endsOn: '2026-02-01' })).rejects.toMatchObject({
      appCode: 'invalid_input',
    });
    const lost = { id: newId(), programmeId: newId(), name: 'Verloren' };
    await expect(administrator.programme.createCohort(lost)).rejects.toMatchObject({
      appCode: 'not_found',
    });
  });
});

describe('organisers', () => {
  it('are invited by mail, and the cohort begins to form', async () => {
    const cohortId = await aDraft();
    const invitation = { cohortId, id: newId(), email: 'orga@example.org', name: 'Ina Hof' };
    await administrator.programme.appointOrganiser(invitation);
    await administrator.programme.appointOrganiser(invitation);
    const view = await administrator.programme.cohort({ cohortId });
    expect(view.cohort.state).toBe('forming');
    expect(view.invitations).toMatchObject([{ email: 'orga@example.org', isExpired: false }]);
    expect(await world.owner.mail.count({ where: { recipient: 'orga@example.org' } })).toBe(1);
  });

  it('lose their role and their sessions at once; the log says why', async () => {
    const cohortId = await world.addCohort('Durchgang E');
    const organiser = await world.addPerson('Oda', { cohortId, role: 'organiser' });
    const { membershipId } = organiser;
    const removal = { cohortId, membershipId, reason: 'Neue Stelle' };
    await expect(
      administrator.programme.removeOrganiser({ ...removal, reason: '' }),
    ).rejects.toMatchObject({ appCode: 'reason_missing' });
    await administrator.programme.removeOrganiser(removal);
    await administrator.programme.removeOrganiser(removal);
    expect((await administrator.programme.cohort({ cohortId })).organisers).toEqual([]);
    expect(await world.owner.membershipLog.findMany({ where: { cohortId } })).toMatchObject([
      { change: 'left', personName: 'Oda', byName: 'Ada', reason: 'Neue Stelle' },
    ]);
    await expect((await world.as(organiser)).cohort.mine()).rejects.toMatchObject({
      appCode: 'sign_in_required',
    });
  });

  it('only: a member is not the administrator’s to remove', async () => {
    const { membershipId } = world.people.member;
    await expect(
      administrator.programme.removeOrganiser({
        cohortId: world.cohortA,
        membershipId,
        reason: 'Versehen',
      }),
    ).rejects.toMatchObject({ appCode: 'not_found' });
  });
});
