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
  for (const scope of rungs) await aPerson(world, practiceId, { ...personOn(scope), ...aside });
  // As a town has said it while it was shown: what is taken back later is read no more.
  const adoption = { cohortId, practiceId, teamId: teams.menden };
  await owner.practiceAdoption.create({
    data: {
      ...adoption,
      ...adopted,
      contactId: world.people.otherTeam.membershipId,
      startedAt: clock.now(),
      changedAt: clock.now(),
    },
  });
  const step = { number: 1, state: 'adapted', at: clock.now() } as const;
  await owner.adoptionStep.create({ data: { ...adoption, ...step } });
  return practiceId;
}

/** What others read of a named person, and what they never read. */
const personOn = (scope: Rung) => ({
  name: `Rosa ${scope}`,
  role: `Rolle ${scope}`,
  contact: `rosa@${scope}.example`,
  scope,
  isWritten: true,
});
const aside = { email: 'nur-fuer-den-link@example.org', spellings: 'Rosalinde' };
const shownPerson = (scope: Rung) => {
  const { name, role, contact } = personOn(scope);
  return { name, role, contact };
};

/** What another town says of its adoption. */
const adopted = {
  state: 'adapted',
  why: 'Warum',
  changed: 'Was anders ist',
  result: 'Was daraus wurde',
} as const;

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
  const named = { cohort: page?.persons ?? [], public: open?.persons ?? [] };
  return { texts, named, adoptions: page?.adoptions ?? [], everything: { page, open } };
}

/** Where else an example could come to light, and which of its texts lets it. */
const doors: Record<string, [Rung, (kind: ActorKind, practiceId: string) => Promise<boolean>]> = {
  list: [
    'cohort',
    async (kind, practiceId) => {
      const { practices } = await (await world.as(kind)).practice.list({ cohortId: world.cohortA });
      return practices.some(({ id }) => id === practiceId);
    },
  ],
  search: [
    'cohort',
    async (kind, practiceId) => {
      const asked = { cohortId: world.cohortA, q: 'Umlauten' };
      const { hits } = await (await world.as(kind)).search.find(asked);
      return hits.some(({ id }) => id === practiceId);
    },
  ],
  compare: [
    'cohort',
    async (kind, practiceId) => {
      const asked = { cohortId: world.cohortA, practiceIds: [practiceId] };
      const found = await (await world.as(kind)).practice.compare(asked);
      return JSON.stringify(found).includes(practiceId);
    },
  ],
  'public list': [
    'public',
    async (kind, practiceId) => {
      const { cards } = await (await world.as(kind)).practice.public.list({});
      return cards.some(({ id }) => id === practiceId);
    },
  ],
  record: [
    'team',
    async (kind, practiceId) => {
      const ref = { cohortId: world.cohortA, practiceId };
      return (await (await world.as(kind)).practice.record(ref)).id === practiceId;
    },
  ],
  history: [
    'team',
    async (kind, practiceId) => {
      const ref = { cohortId: world.cohortA, practiceId };
      await (await world.as(kind)).practice.history(ref);
      return true;
    },
  ],
  'named persons': [
    'team',
    async (kind, practiceId) => {
      const ref = { cohortId: world.cohortA, practiceId };
      return (await (await world.as(kind)).practice.person.list(ref)).persons.length > 0;
    },
  ],
  'own list': [
    'team',
    async (kind, practiceId) => {
      const own = await (await world.as(kind)).practice.own({ cohortId: world.cohortA });
      return own.some(({ id }) => id === practiceId);
    },
  ],
};

describe.each(rungs)('an example on the rung "%s"', (rung) => {
  let practiceId: string;
  beforeAll(async () => {
    practiceId = await anExampleOn(rung);
  });

  it.each(actorKinds)('is read by %s as far as the ladder says, in every field', async (kind) => {
    const { texts, named, adoptions, everything } = await readsOf(kind, practiceId);
    const readable = readersOf(rung, kind);
    for (const each of rungs)
      for (const field of fieldNames)
        expect([each, field, texts[each]?.[field]]).toEqual([
          each,
          field,
          readable.includes(each) ? worded(each)[field] : undefined,
        ]);
    const others = (persons: { id: string }[]) => persons.map(({ id: _id, ...said }) => said);
    expect(others(named.cohort)).toEqual(
      readable.includes('cohort') ? [shownPerson('cohort'), shownPerson('public')] : [],
    );
    expect(others(named.public)).toEqual(
      readable.includes('public') ? [shownPerson('public')] : [],
    );
    // The page of an example is read by its team, and by its cohort while it is shown.
    const isPageRead = readable.includes('team') || readable.includes('cohort');
    expect(adoptions).toEqual(
      isPageRead
        ? [
            expect.objectContaining({
              ...adopted,
              team: { id: world.teams.menden, name: 'Menden' },
              contact: expect.objectContaining({
                membershipId: world.people.otherTeam.membershipId,
              }) as unknown,
              steps: [expect.objectContaining({ state: 'adapted' })],
            }),
          ]
        : [],
    );
    // Whom the link is sent to, and how else somebody is called, stands on the team's page of names alone.
    for (const word of Object.values(aside)) expect(JSON.stringify(everything)).not.toContain(word);
  });

  it.each(Object.keys(doors))('comes to light through "%s" for its readers alone', async (name) => {
    const [text, isSeen] = doors[name]!;
    for (const kind of actorKinds)
      expect([kind, await isSeen(kind, practiceId).catch(() => false)]).toEqual([
        kind,
        readersOf(rung, kind).includes(text),
      ]);
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
