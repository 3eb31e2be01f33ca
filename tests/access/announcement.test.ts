import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const anAnnouncement = (audience: object = {}) => ({
  cohortId: world.cohortA,
  id: newId(),
  subject: 'Das Hotel hat gewechselt',
  body: '<p>Wir treffen uns am <strong>Bahnhof</strong>.</p><script>alert(1)</script>',
  ...audience,
});

const whoReads = async (id: string): Promise<string[]> => {
  const kinds: ActorKind[] = ['member', 'otherTeam', 'moderator', 'organiser', 'expert'];
  const readers = await Promise.all(
    kinds.map(async (kind) => {
      const api = await world.as(kind);
      const { announcements } = await api.announcement.list({ cohortId: world.cohortA });
      return announcements.some((one) => one.id === id) ? [kind] : [];
    }),
  );
  return readers.flat();
};

describe('announcements', () => {
  it('reach everyone, one team, or one role', async () => {
    const organiser = await world.as('organiser');
    const { id: toAll } = await organiser.announcement.send(anAnnouncement());
    const { id: toTeam } = await organiser.announcement.send(
      anAnnouncement({ teamIds: [world.teams.ahlen] }),
    );
    const { id: toRole } = await organiser.announcement.send(anAnnouncement({ roles: ['expert'] }));
    expect(await whoReads(toAll)).toEqual([
      'member',
      'otherTeam',
      'moderator',
      'organiser',
      'expert',
    ]);
    expect(await whoReads(toTeam)).toEqual(['member', 'organiser']);
    expect(await whoReads(toRole)).toEqual(['organiser', 'expert']);
  });

  it('can be sent by a moderator who is not addressed', async () => {
    const moderator = await world.as('moderator');
    const { id } = await moderator.announcement.send(anAnnouncement({ roles: ['expert'] }));
    expect(await whoReads(id)).toEqual(['organiser', 'expert']);
  });

  it('keep nothing harmful, and refuse an empty text', async () => {
    const organiser = await world.as('organiser');
    const { id } = await organiser.announcement.send(anAnnouncement());
    const { announcements } = await organiser.announcement.list({ cohortId: world.cohortA });
    expect(announcements.find((one) => one.id === id)!.body).toBe(
      '<p>Wir treffen uns am <strong>Bahnhof</strong>.</p>',
    );
    const sent = (body: string) => organiser.announcement.send(anAnnouncement({ body }));
    await expect(sent('<p>&nbsp;</p>')).rejects.toMatchObject({ appCode: 'invalid_input' });
    await expect(sent('<script>alert(1)</script>')).rejects.toMatchObject({
      appCode: 'announcement_is_empty',
    });
  });

  it('go out once, however often the request is repeated', async () => {
    const organiser = await world.as('organiser');
    const announcement = anAnnouncement();
    await organiser.announcement.send(announcement);
    await organiser.announcement.send(announcement);
    const activities = await world.owner.activity.count({ where: { subjectId: announcement.id } });
    expect(activities).toBe(1);
  });

  it('know no teams of another cohort', async () => {
    const organiser = await world.as('organiser');
    await expect(
      organiser.announcement.send(anAnnouncement({ teamIds: [world.teams.senden] })),
    ).rejects.toMatchObject({ appCode: 'not_found' });
  });

  it('say beforehand how many people they reach', async () => {
    const organiser = await world.as('organiser');
    const reach = (audience: object) =>
      organiser.announcement.addressees({ cohortId: world.cohortA, ...audience });
    expect(await reach({})).toEqual({ count: 5 });
    expect(await reach({ teamIds: [world.teams.ahlen] })).toEqual({ count: 2 });
    expect(await reach({ roles: ['expert'] })).toEqual({ count: 1 });
  });
});
