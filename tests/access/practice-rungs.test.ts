import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { everyField } from '$lib/practice/every-field.fixture';
import { fieldNames, type PracticeContent } from '$lib/practice/fields';
import { releaseColumns } from '$lib/practice/ladder/release';
import { releasedRungs, rungs, type ReleasedRung, type Rung } from '$lib/practice/schema';
import { aStoredFile } from '../factories/files';
import { aPerson, aPractice, aStep } from '../factories/practice';
import { actorKinds, openWorld, type ActorKind, type World } from '../factories/world';

// The ladder as a table: on each rung, each kind of actor reads these texts, field by field, and no other.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

/** Which texts of an example each kind of actor reads when it stands on a rung. */
const readersOf = (rung: Rung, kind: ActorKind): Rung[] => {
  const isOfTeam = kind === 'member' || kind === 'partnerMember';
  const isReader = isOfTeam || ['otherTeam', 'moderator', 'organiser'].includes(kind);
  return [
    ...(isOfTeam ? (['team'] as const) : []),
    ...(isReader && rung !== 'team' ? (['cohort'] as const) : []),
    ...(rung === 'public' ? (['public'] as const) : []),
  ];
};

/** The same example as each rung words it: every text says for whom it is. */
const worded = (rung: Rung): PracticeContent =>
  JSON.parse(JSON.stringify(everyField), (key, value: unknown) => {
    const choices = ['kind', 'status', 'language', 'textLicence', 'townKind', 'townSize'];
    const isChoice = [...choices, 'budgetBand'].includes(key);
    const isFixed =
      isChoice || ['id', 'startedOn', 'endedOn', 'url', 'fileId', 'licence'].includes(key);
    if (typeof value === 'number' && key === 'cost') return value + rungs.indexOf(rung);
    return typeof value === 'string' && !isFixed ? `[${rung}]${value}` : value;
  }) as PracticeContent;

async function anExampleOn(rung: Rung): Promise<string> {
  const { owner, cohortA: cohortId, teams, clock } = world;
  const practiceId = await aPractice(world);
  await owner.practice.update({ where: { id: practiceId }, data: { content: worded('team') } });
  const shown = releasedRungs.filter((each) => rungs.indexOf(each) <= rungs.indexOf(rung));
  const at = { firstAt: clock.now(), releasedAt: clock.now() };
  for (const each of shown)
    await owner.practiceRelease.create({
      data: {
        ...releaseColumns(worded(each)),
        ...at,
        cohortId,
        practiceId,
        rung: each,
        teamId: teams.ahlen,
        fromVersion: 1,
      },
    });
  for (const scope of rungs)
    await aPerson(world, practiceId, { name: `Rosa ${scope}`, scope, isWritten: true });
  return practiceId;
}

/** What an actor gets of an example, by whatever door. */
async function readsOf(kind: ActorKind, practiceId: string) {
  const { practice } = await world.as(kind);
  const ref = { cohortId: world.cohortA, practiceId };
  const page = await practice.page(ref).catch(() => null);
  const open = await practice.public.read({ practiceId }).catch(() => null);
  const texts: Record<Rung, PracticeContent | null> = {
    team: page?.own?.content ?? null,
    cohort: page?.shown?.content ?? null,
    public: open?.content ?? null,
  };
  const named = {
    cohort: page?.persons.map(({ name }) => name) ?? [],
    public: open?.persons.map(({ name }) => name) ?? [],
  };
  return { texts, named };
}

describe.each(rungs)('an example on the rung "%s"', (rung) => {
  let practiceId: string;
  beforeAll(async () => {
    practiceId = await anExampleOn(rung);
  });

  it.each(actorKinds)('is read by %s as far as the ladder says, in every field', async (kind) => {
    const { texts, named } = await readsOf(kind, practiceId);
    const readable = readersOf(rung, kind);
    for (const each of rungs)
      for (const field of fieldNames)
        expect([each, field, texts[each]?.[field]]).toEqual([
          each,
          field,
          readable.includes(each) ? worded(each)[field] : undefined,
        ]);
    expect(named.cohort).toEqual(readable.includes('cohort') ? ['Rosa cohort', 'Rosa public'] : []);
    expect(named.public).toEqual(readable.includes('public') ? ['Rosa public'] : []);
  });
});

describe('a file that a text shows', () => {
  const canRead = async (fileId: string, kind: ActorKind): Promise<boolean> =>
    world.scopeAs(
      kind,
      async ({ db }) => (await db.storedFile.count({ where: { id: fileId } })) > 0,
    );
  const isPublic = async (fileId: string): Promise<boolean> => {
    const found = await world.owner.$queryRaw<
      unknown[]
    >`SELECT * FROM app.public_file(${fileId}::uuid)`;
    return found.length > 0;
  };

  it('goes up and down the ladder with it', async () => {
    const { id: fileId } = await aStoredFile(world, 'member');
    const attachment = { kind: 'document', id: newId(), fileId, title: 'Bericht' } as const;
    const words = { gist: 'Satz.', kind: 'failed', story: 'So war es.' } as const;
    const content = { ...words, textLicence: 'permission' } as const;
    const attachments = [{ ...attachment, licence: 'own' as const, source: '' }];
    const practiceId = await aPractice(world, { content: { ...content, attachments } });
    const ref = { cohortId: world.cohortA, practiceId };
    const { ladder } = (await world.as('partnerMember')).practice;
    const up = async (rung: ReleasedRung) =>
      ladder.agree({ ...ref, stepId: await aStep(world, practiceId, { rung }) });

    expect([await canRead(fileId, 'otherTeam'), await isPublic(fileId)]).toEqual([false, false]);
    await up('cohort');
    expect([await canRead(fileId, 'otherTeam'), await isPublic(fileId)]).toEqual([true, false]);
    await up('public');
    expect([await canRead(fileId, 'otherTeam'), await isPublic(fileId)]).toEqual([true, true]);
    await ladder.down({ ...ref, stepId: newId(), stays: 'team' });
    expect([await canRead(fileId, 'otherTeam'), await isPublic(fileId)]).toEqual([false, false]);
    expect(await canRead(fileId, 'partnerMember')).toBe(true);
  });
});
