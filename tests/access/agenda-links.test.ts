import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ItemField, Operation } from '$lib/agenda/operations';
import { newId } from '$lib/platform/id';
import { uploadJobs } from '$lib/upload/jobs.server';
import { storedFiles } from '$lib/upload/queries.server';
import { aPlannedWorkshop } from '../factories/agenda';
import { aConsultation } from '../factories/consultation';
import { aStoredFile } from '../factories/files';
import { aPractice } from '../factories/practice';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const DAY_MS = 24 * 60 * 60 * 1000;

/** A plan, and ways to change what its second item names and to publish it. */
async function aPlan() {
  const { ref, work, revision } = await aPlannedWorkshop(world);
  let version = 0;
  const change = async (operations: Operation[]) =>
    (await world.as('moderator')).agenda.change({
      ...ref,
      id: newId(),
      since: revision,
      operations: operations as never,
    });
  const set = (field: ItemField, from: unknown, to: unknown) =>
    change([{ type: 'set_item', itemId: work.id, field, from, to }]);
  const publish = async () => {
    const api = await world.as('moderator');
    const plan = await api.agenda.open(ref);
    const reason = version === 0 ? '' : 'Anders.';
    version += 1;
    await api.agenda.publish.publish({ ...ref, revision: plan.revision, version, reason });
  };
  return { ref, work, change, set, publish };
}

const reads = (who: ActorKind, fileId: string): Promise<boolean> =>
  world.scopeAs(who, async (scope) => {
    const found = await storedFiles(scope, { cohortId: world.cohortA, fileIds: [fileId] });
    return found.length === 1;
  });
const exists = async (id: string) => (await world.owner.storedFile.count({ where: { id } })) > 0;
const tidy = () => {
  const job = uploadJobs.find(({ queue }) => queue === 'upload.tidy')!;
  return world.asSystem(null, (scope) => job.run(scope, {}, world.services));
};

describe('a file beside an item', () => {
  it('is read by the moderators, and by everyone once it is published', async () => {
    const { ref, set, publish } = await aPlan();
    const file = await aStoredFile(world, 'moderator', { name: 'Ablauf.pdf' });
    await set('fileIds', [], [file.id]);
    expect(await reads('moderator', file.id)).toBe(true);
    expect(await reads('member', file.id)).toBe(false);
    const board = await (await world.as('moderator')).agenda.open(ref);
    expect(board.files.map(({ name }) => name)).toEqual(['Ablauf.pdf']);

    await publish();
    for (const who of ['member', 'organiser'] as const)
      expect(await reads(who, file.id)).toBe(true);
    for (const who of ['expert', 'outsider', 'administrator'] as const)
      expect(await reads(who, file.id)).toBe(false);
    const { programme } = await (await world.as('member')).agenda.publish.programme(ref);
    expect(programme!.files).toMatchObject([{ id: file.id, name: 'Ablauf.pdf' }]);
    const day = await (await world.as('member')).day.open(ref);
    expect(day.files).toEqual([{ id: file.id, name: 'Ablauf.pdf' }]);

    const { cohortId, workshopId } = ref;
    const { membershipId } = world.people.expert;
    await world.owner.workshopGuest.create({
      data: { cohortId, workshopId, membershipId, at: world.clock.now() },
    });
    expect(await reads('expert', file.id)).toBe(true);
  });

  it('that is taken out can be put back for a day, and then is gone', async () => {
    const { set, publish } = await aPlan();
    const [kept, gone] = [
      await aStoredFile(world, 'moderator'),
      await aStoredFile(world, 'moderator'),
    ];
    await set('fileIds', [], [kept.id, gone.id]);
    await set('fileIds', [kept.id, gone.id], []);
    await set('fileIds', [], [kept.id]);
    await tidy();
    expect(await exists(gone.id)).toBe(true);
    world.clock.advance(DAY_MS + 1_000);
    await tidy();
    expect(await exists(gone.id)).toBe(false);
    expect(await exists(kept.id)).toBe(true);

    // What a programme shows stays until the next one.
    await publish();
    await set('fileIds', [kept.id], []);
    world.clock.advance(DAY_MS + 1_000);
    await tidy();
    expect(await reads('member', kept.id)).toBe(true);
    await publish();
    expect(await exists(kept.id)).toBe(false);
  });

  it('is one that the moderator has', async () => {
    const { set } = await aPlan();
    const foreign = await aStoredFile(world, 'member');
    await expect(set('fileIds', [], [foreign.id])).rejects.toMatchObject({ appCode: 'not_found' });
  });
});

describe('what an item leads to', () => {
  it('is an example that the cohort reads, and a consultation of the moderator’s own', async () => {
    const { ref, set, publish } = await aPlan();
    const shown = await aPractice(world, { rung: 'cohort' });
    const hidden = await aPractice(world);
    const { consultationId } = await aConsultation(world);
    await expect(set('practiceId', null, hidden)).rejects.toMatchObject({ appCode: 'not_found' });
    await expect(set('consultationId', null, newId())).rejects.toMatchObject({
      appCode: 'not_found',
    });
    await set('practiceId', null, shown);
    await set('consultationId', null, consultationId);
    await publish();
    const linksFor = async (who: 'member' | 'organiser') => {
      const { programme } = await (await world.as(who)).agenda.publish.programme(ref);
      const { practices, consultationIds } = programme!;
      return [practices.map(({ id }) => id), consultationIds];
    };
    // Anna is in the circle; the organiser never is.
    expect(await linksFor('member')).toEqual([[shown], [consultationId]]);
    expect(await linksFor('organiser')).toEqual([[shown], []]);
  });

  it('can be taken back by a moderator who is not in the circle', async () => {
    const { ref, work, change } = await aPlan();
    const { consultationId } = await aConsultation(world, { moderator: 'otherTeam', advisers: [] });
    const item = { ...work, id: newId(), topicId: null, consultationId };
    const insert: Operation = { type: 'insert_item', item, beforeId: null };
    await expect(change([insert])).rejects.toMatchObject({ appCode: 'not_found' });
    const { cohortId, workshopId } = ref;
    await world.owner.agendaChange.create({
      data: {
        ...{ cohortId, workshopId, id: newId(), revision: 0, at: world.clock.now() },
        operations: [insert] as object[],
      },
    });
    await change([insert]);
  });
});
