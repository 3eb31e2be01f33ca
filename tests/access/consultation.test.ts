import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockOf } from '$lib/consultation/engine/clock';
import {
  aConsultation,
  aRunningConsultation,
  aStart,
  opened,
  outcome,
  step,
  type Ref,
  written,
} from '../factories/consultation';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const api = async (who: ActorKind) => (await world.as(who)).consultation;

const contributes = async (
  who: Exclude<ActorKind, 'anonymous'>,
  ref: Ref,
  kind: Parameters<typeof written>[3],
  text?: string,
) => outcome((await api(who)).contribute(await written(world, who, ref, kind, text)));

/** On to the phase in which the case giver tells. */
async function atTelling(): Promise<Ref> {
  const ref = await aRunningConsultation(world);
  await step(world, 'moderator', ref, { type: 'advance' });
  return ref;
}

describe('a consultation', () => {
  it('is read by its circle, word for word, and listed for nobody else', async () => {
    const ref = await aRunningConsultation(world);
    expect(await contributes('otherTeam', ref, 'statement', 'Ich bin dabei.')).toBe('ok');
    for (const who of ['member', 'moderator', 'otherTeam', 'partnerMember'] as const) {
      const { thread, page } = await opened(world, who, ref);
      expect(thread.contributions.map(({ text }) => text)).toEqual([
        'Der Beirat kommt nicht zusammen',
        'Seit drei Sitzungen fehlt die Hälfte.',
        'Ich bin dabei.',
      ]);
      expect(page.sealed.every(({ accountId }) => accountId === world.people[who].accountId)).toBe(
        true,
      );
    }
    const { consultations } = await (await api('expert')).list({ cohortId: world.cohortA });
    expect(consultations).toEqual([]);
  });

  it('begins once, whatever is sent twice', async () => {
    const start = await aStart(world);
    await (await api('member')).start(start);
    await (await api('member')).start(start);
    expect(
      await world.owner.contribution.count({ where: { consultationId: start.consultationId } }),
    ).toBe(2);
    // An id that belongs to somebody else looks like one that is not there.
    const other = await aStart(world, { giver: 'otherTeam', advisers: ['member'] });
    const stolen = { ...other, consultationId: start.consultationId };
    expect(await outcome((await api('expert')).start(stolen))).toBe('consultation_only_members');
  });

  it('begins with the roles that its method has', async () => {
    const troika = await aStart(world, { method: 'troika', advisers: ['otherTeam'] });
    const [first, ...others] = troika.circle;
    const moderated = [{ ...first!, role: 'peer_moderator' as const }, ...others];
    const noted = [{ ...first!, isSecretary: true }, ...others];
    const tietze = await aStart(world);
    const both = tietze.circle.map((one) => ({
      ...one,
      isSecretary: one.role === 'peer_moderator',
    }));
    const { start } = await api('member');
    for (const input of [
      { ...troika, circle: moderated },
      { ...troika, circle: noted },
      { ...tietze, circle: both },
    ])
      expect(await outcome(start(input))).toBe('consultation_person_cannot');
    expect(await outcome(start(troika))).toBe('ok');
  });

  it('begins whole or not at all', async () => {
    const start = await aStart(world);
    const [title, summary] = start.contributions;
    const bent = { ...start, contributions: [title!, { ...summary!, blob: title!.blob }] };
    expect(await outcome((await api('member')).start(bent))).toBe('vault_thread_forged');
    expect(await world.owner.consultation.count({ where: { id: start.consultationId } })).toBe(0);
  });

  it('gives everybody another bird where names are not to be seen', async () => {
    const ref = await aConsultation(world, { hasPseudonyms: true });
    const { participants } = await (await api('member')).read(ref);
    const birds = participants.map(({ pseudonym }) => pseudonym);
    expect(new Set(birds).size).toBe(4);
    expect(birds).not.toContain(null);
  });

  it('says in the list what one is waited for', async () => {
    const ref = await aRunningConsultation(world);
    const waiting = async (who: ActorKind, { consultationId }: Ref = ref) => {
      const { consultations } = await (await api(who)).list({ cohortId: world.cohortA });
      return consultations.find((one) => one.consultationId === consultationId)!.waiting;
    };
    expect(await waiting('member')).toBeNull();
    await step(world, 'moderator', ref, { type: 'advance' });
    expect([await waiting('member'), await waiting('otherTeam')]).toEqual(['write', 'write']);
    expect(await waiting('moderator')).toBe('write');
    await contributes('member', ref, 'telling');
    expect(await waiting('member')).toBeNull();
    const began = world.clock.now();
    const { engine } = await (await api('moderator')).read(ref);
    world.clock.set(new Date(clockOf(engine, began.getTime()).endsAt! + 1));
    expect(await waiting('moderator')).toBe('lead');
    world.clock.set(began);
    await step(world, 'moderator', ref, { type: 'advance' });
    expect(await waiting('member')).toBe('approve');
    const asked = await aConsultation(world);
    expect(await waiting('otherTeam', asked)).toBe('answer');
    for (const who of ['otherTeam', 'partnerMember', 'moderator'] as const)
      await (await api(who)).answer({ ...asked, answer: 'joined' });
    expect(await waiting('moderator', asked)).toBe('begin');
    // The start page says the same, without a title.
    const { waiting: things } = await (
      await world.as('moderator')
    ).start.page({ cohortId: world.cohortA, before: null });
    expect(things).toContainEqual(
      expect.objectContaining({
        id: asked.consultationId,
        kind: 'consultation_begin',
        title: 'Anna',
      }),
    );
  });

  it('knows who is away, as long as they are', async () => {
    const { cohortA: cohortId, people } = world;
    const dayAfter = new Date(world.clock.now().getTime() + 2 * 86_400_000);
    const awayUntil = dayAfter.toISOString().slice(0, 10);
    await (await api('otherTeam')).setAway({ cohortId, awayUntil });
    const found = async () =>
      (await (await api('member')).candidates({ cohortId })).find(
        ({ accountId }) => accountId === people.otherTeam.accountId,
      )!;
    expect(await found()).toMatchObject({ awayUntil, hasKeys: true });
    await (await api('otherTeam')).setAway({ cohortId, awayUntil: '2020-01-01' });
    expect(await found()).toMatchObject({ awayUntil: null });
    const candidates = await (await api('member')).candidates({ cohortId });
    const names = candidates.map(({ name }) => name);
    expect(names).not.toContain('Olga');
    expect(names).not.toContain('Paul');
    expect(names).not.toContain('Fred');
  });
});

describe('turns', () => {
  it('are kept by the server, whatever a browser sends', async () => {
    const ref = await atTelling();
    expect(await contributes('otherTeam', ref, 'advice')).toBe('consultation_not_this_kind');
    expect(await contributes('otherTeam', ref, 'question', 'Seit wann?')).toBe('ok');
    expect(await contributes('member', ref, 'telling')).toBe('ok');
    await step(world, 'member', ref, { type: 'advance' });
    expect(await contributes('partnerMember', ref, 'question')).toBe('consultation_listens');
    await step(world, 'moderator', ref, { type: 'pause' });
    expect(await contributes('member', ref, 'key_question')).toBe('consultation_paused');
  });

  it('refuse what was signed for a phase that is over', async () => {
    const ref = await atTelling();
    const late = await written(world, 'member', ref, 'telling');
    await contributes('member', ref, 'telling', 'Zuerst das.');
    const again = await written(world, 'member', ref, 'answer');
    await step(world, 'member', ref, { type: 'advance' });
    expect(await outcome((await api('member')).contribute(again))).toBe('consultation_phase_over');
    expect(late.contribution.phase).toBe('telling');
  });

  it('go one step on where two press the same button', async () => {
    const ref = await aRunningConsultation(world);
    const { version } = await (await api('moderator')).read(ref);
    const advance = { ...ref, version, action: { type: 'advance' as const } };
    const both = await Promise.all([
      outcome((await api('moderator')).act(advance)),
      outcome((await api('moderator')).act(advance)),
    ]);
    expect(both.sort()).toEqual(['conflict', 'ok']);
    const { engine } = await (await api('moderator')).read(ref);
    expect(engine.phase).toBe(1);
  });

  it('are asked for by those who have not said yes', async () => {
    const ref = await aConsultation(world);
    expect(await contributes('otherTeam', ref, 'statement')).toBe('consultation_not_joined');
  });

  it('show the same clock after a reload, pauses not counted', async () => {
    const ref = await aRunningConsultation(world);
    world.clock.advance(60_000);
    await step(world, 'moderator', ref, { type: 'pause' });
    world.clock.advance(3_600_000);
    await step(world, 'moderator', ref, { type: 'resume' });
    const { engine, now } = await (await api('member')).read(ref);
    expect(now - engine.phaseStartedAt! - engine.pausedMs).toBe(60_000);
  });

  it('let a mistaken step be undone until somebody has written', async () => {
    const ref = await aRunningConsultation(world);
    await step(world, 'moderator', ref, { type: 'advance' });
    await step(world, 'moderator', ref, { type: 'back' });
    expect((await (await api('member')).read(ref)).engine.phase).toBe(0);
    await step(world, 'moderator', ref, { type: 'advance' });
    await contributes('otherTeam', ref, 'question');
    expect(await outcome(step(world, 'moderator', ref, { type: 'back' }))).toBe(
      'consultation_nothing_to_undo',
    );
  });

  it('pass on with the roles', async () => {
    const ref = await aRunningConsultation(world);
    const to = world.people.partnerMember.accountId;
    await step(world, 'moderator', ref, { type: 'hand_over', to });
    // Whoever moderates has enough to do: somebody else takes the minutes.
    const own = step(world, 'partnerMember', ref, { type: 'name_secretary', to });
    expect(await outcome(own)).toBe('consultation_person_cannot');
    const noted = world.people.moderator.accountId;
    await step(world, 'partnerMember', ref, { type: 'name_secretary', to: noted });
    const { participants } = await (await api('member')).read(ref);
    const rolesOf = (who: 'moderator' | 'partnerMember' | 'otherTeam') => {
      const { accountId } = world.people[who];
      const { role, isSecretary } = participants.find((one) => one.accountId === accountId)!;
      return { role, isSecretary };
    };
    expect(rolesOf('partnerMember')).toEqual({ role: 'peer_moderator', isSecretary: false });
    expect(rolesOf('moderator')).toEqual({ role: 'adviser', isSecretary: true });
    expect(rolesOf('otherTeam')).toEqual({ role: 'adviser', isSecretary: false });
  });
});
