import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import type { Attachment } from '$lib/practice/fields';
import { checkPoints } from '$lib/practice/ladder/schema';
import type { ReleasedRung } from '$lib/practice/schema';
import { aPicture, aStoredFile } from '../factories/files';
import { workOff } from '../factories/notice';
import { aPerson, aPractice, aStep, noOne, practiceWords } from '../factories/practice';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const DAY = 24 * 60 * 60 * 1000;
const refOf = (practiceId: string) => ({ cohortId: world.cohortA, practiceId });
const ladderOf = async (practiceId: string) =>
  (await world.as('member')).practice.ladder.get(refOf(practiceId));
const shownOn = async (practiceId: string, rung: ReleasedRung = 'cohort') =>
  (await ladderOf(practiceId)).releases[rung]?.content.gist ?? null;
const told = async (who: Exclude<ActorKind, 'anonymous'>, practiceId: string) => {
  const { notices } = await (await world.as(who)).notice.list({ cohortId: world.cohortA });
  return notices.filter(({ subjectId }) => subjectId === practiceId).map(({ kind }) => kind);
};

/** The clock of the queue is PostgreSQL's: jobs of the days to come are made due. */
async function workOffUntil(days: number) {
  world.clock.advance(days * DAY);
  for (const who of ['member', 'partnerMember', 'otherTeam'] as const) await world.signInAgain(who);
  await world.owner
    .$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'practice.ladder'`;
  await workOff(world);
}

describe('a step to the cohort', () => {
  it('is told to the other one, goes on without an answer, and only then is read and logged', async () => {
    const practiceId = await aPractice(world);
    await aStep(world, practiceId);
    await workOff(world);
    expect(await told('partnerMember', practiceId)).toEqual(['practice_step_proposed']);
    expect(await told('member', practiceId)).toEqual([]);
    expect(await told('moderator', practiceId)).toEqual([]);
    await workOffUntil(1);
    expect(await shownOn(practiceId)).toBeNull();
    await workOffUntil(8);
    expect(await shownOn(practiceId)).toBe(practiceWords.gist);
    await workOff(world);
    expect(await told('otherTeam', practiceId)).toEqual(['practice_shown']);
    const activity = await world.owner.activity.findMany({ where: { subjectId: practiceId } });
    expect(activity.map(({ kind }) => kind)).toEqual(['practice_shown']);
  });

  it('goes at once when the other one agrees', async () => {
    const practiceId = await aPractice(world);
    const stepId = await aStep(world, practiceId);
    await (await world.as('partnerMember')).practice.ladder.agree({ ...refOf(practiceId), stepId });
    expect(await shownOn(practiceId)).toBe(practiceWords.gist);
  });

  it('falls with an objection, whose reason the team reads', async () => {
    const practiceId = await aPractice(world);
    const stepId = await aStep(world, practiceId);
    const ref = { ...refOf(practiceId), stepId };
    await (await world.as('partnerMember')).practice.ladder.object({ ...ref, reason: 'Zu früh.' });
    await workOffUntil(9);
    expect(await shownOn(practiceId)).toBeNull();
    expect((await ladderOf(practiceId)).log[0]).toMatchObject({
      state: 'objected',
      reason: 'Zu früh.',
      decidedByName: 'Ben',
    });
  });

  it('shows the text as it was proposed, whatever is written afterwards', async () => {
    const practiceId = await aPractice(world);
    const stepId = await aStep(world, practiceId);
    const change = { field: 'gist', from: practiceWords.gist, to: 'Später.' } as const;
    const api = (await world.as('partnerMember')).practice;
    await api.save({ ...refOf(practiceId), changes: [change] });
    await api.ladder.agree({ ...refOf(practiceId), stepId });
    expect(await shownOn(practiceId)).toBe(practiceWords.gist);
  });

  it('does not bring back what an earlier wording took out, objected to or not', async () => {
    const practiceId = await aPractice(world);
    const ref = refOf(practiceId);
    const stepId = await aStep(world, practiceId, { isProposed: false });
    const { ladder } = (await world.as('member')).practice;
    const changes = [{ field: 'gist' as const, from: practiceWords.gist, to: 'Ohne Namen.' }];
    await ladder.edit({ ...ref, stepId, changes });
    await ladder.propose({ ...ref, stepId, checks: [...checkPoints] });
    const other = (await world.as('partnerMember')).practice;
    await other.ladder.object({ ...ref, stepId, reason: 'Noch nicht.' });
    const again = await aStep(world, practiceId, { isProposed: false });
    expect((await ladder.step({ ...ref, stepId: again })).content.gist).toBe('Ohne Namen.');
  });

  it('waits for the consent of whoever is named, as far as the text goes', async () => {
    const gist = 'Ein Fest von Rosa Linds Verein; nicht von Rosa Lindner.';
    const practiceId = await aPractice(world, { content: { ...practiceWords, gist } });
    await aPerson(world, practiceId, { scope: 'cohort', name: 'Rosa Lind' });
    await aPerson(world, practiceId, { scope: 'team', name: 'Rosa Lindn' });
    const stepId = await aStep(world, practiceId);
    const ref = { ...refOf(practiceId), stepId };
    await (await world.as('partnerMember')).practice.ladder.agree(ref);
    const { ladder, person } = (await world.as('member')).practice;
    const next = await ladder.prepare({ ...ref, stepId: newId(), rung: 'public' });
    const proposal = { ...ref, ...next, checks: [...checkPoints] };
    await expect(ladder.propose(proposal)).rejects.toMatchObject({
      appCode: 'practice_consent_missing',
      facts: { names: 'Rosa Lind' },
    });
    const { persons } = await person.list(refOf(practiceId));
    const rosa = persons.find(({ name }) => name === 'Rosa Lind')!;
    const agreed = { ...noOne, scope: 'public', isWritten: true } as const;
    await person.save({ ...refOf(practiceId), personId: rosa.id, ...agreed });
    await ladder.propose(proposal);
  });

  it('needs every point of the check-list, and what others need to understand it', async () => {
    const practiceId = await aPractice(world, { content: { gist: 'Nur ein Satz.' } });
    const stepId = await aStep(world, practiceId, { isProposed: false });
    const { ladder } = (await world.as('member')).practice;
    const ref = { ...refOf(practiceId), stepId };
    await expect(ladder.propose({ ...ref, checks: ['place'] })).rejects.toMatchObject({
      appCode: 'invalid_input',
    });
    await expect(ladder.propose({ ...ref, checks: [...checkPoints] })).rejects.toMatchObject({
      appCode: 'practice_incomplete',
    });
  });
});

describe('a step to the public', () => {
  const aPublicStep = async () => {
    const practiceId = await aPractice(world, { rung: 'cohort' });
    return { practiceId, stepId: await aStep(world, practiceId, { rung: 'public' }) };
  };
  const setAway = (awayUntil: Date | null) =>
    world.owner.membership.update({
      where: { id: world.people.partnerMember.membershipId },
      data: { awayUntil },
    });

  it('waits for the other one, however long', async () => {
    const { practiceId, stepId } = await aPublicStep();
    await workOffUntil(9);
    await workOffUntil(9);
    expect(await shownOn(practiceId, 'public')).toBeNull();
    await workOff(world);
    expect(await told('partnerMember', practiceId)).toContain('practice_step_waits');
    await (await world.as('partnerMember')).practice.ladder.agree({ ...refOf(practiceId), stepId });
    expect(await shownOn(practiceId, 'public')).toBe(practiceWords.gist);
  });

  it('goes on when the other one is away as the time ends', async () => {
    const { practiceId } = await aPublicStep();
    await setAway(new Date(world.clock.now().getTime() + 30 * DAY));
    await workOffUntil(9);
    await setAway(null);
    expect(await shownOn(practiceId, 'public')).toBe(practiceWords.gist);
  });

  it('needs a licence of the text, which stays chosen', async () => {
    const { textLicence: _none, ...content } = practiceWords;
    const practiceId = await aPractice(world, { rung: 'cohort', content });
    const stepId = await aStep(world, practiceId, { rung: 'public', isProposed: false });
    const { ladder } = (await world.as('member')).practice;
    const proposal = { ...refOf(practiceId), stepId, checks: [...checkPoints] };
    await expect(ladder.propose(proposal)).rejects.toMatchObject({
      appCode: 'practice_licence_missing',
    });
    await ladder.propose({ ...proposal, textLicence: 'cc_by_sa' });
    await (await world.as('partnerMember')).practice.ladder.agree({ ...refOf(practiceId), stepId });
    const { read } = (await world.as('anonymous')).practice.public;
    expect((await read({ practiceId })).content.textLicence).toBe('cc_by_sa');
    const again = await aStep(world, practiceId, { rung: 'public', isProposed: false });
    const next = await ladder.step({ ...refOf(practiceId), stepId: again });
    expect(next.content.textLicence).toBe('cc_by_sa');
  });

  it('waits until every attachment may be used and every picture is described', async () => {
    const bytes = await aPicture();
    const { id: fileId } = await aStoredFile(world, 'member', { bytes, accept: 'pictures' });
    const base = { licence: 'own', source: '' } as const;
    const picture = {
      kind: 'picture',
      id: newId(),
      fileId,
      title: 'Platz',
      alt: '',
      ...base,
    } as const;
    const link = {
      kind: 'link',
      id: newId(),
      url: 'https://ahlen.example',
      title: 'Flyer',
    } as const;
    const attachments: Attachment[] = [picture, { ...link, ...base, licence: 'unknown' }];
    const practiceId = await aPractice(world, { content: { ...practiceWords, attachments } });
    const other = (await world.as('partnerMember')).practice.ladder;
    // The cohort reads it as it is.
    await other.agree({ ...refOf(practiceId), stepId: await aStep(world, practiceId) });
    const stepId = await aStep(world, practiceId, { rung: 'public', isProposed: false });
    const { ladder } = (await world.as('member')).practice;
    const ref = { ...refOf(practiceId), stepId };
    const proposal = { ...ref, checks: [...checkPoints] };
    const unsettled = {
      appCode: 'practice_attachments_unsettled',
      facts: { titles: 'Flyer' },
    };
    await expect(ladder.propose(proposal)).rejects.toMatchObject(unsettled);
    const word = (from: Attachment[], to: Attachment[]) =>
      ladder.edit({ ...ref, changes: [{ field: 'attachments', from, to }] });
    await word(attachments, [picture]);
    await expect(ladder.propose(proposal)).rejects.toMatchObject({
      appCode: 'practice_pictures_undescribed',
      facts: { titles: 'Platz' },
    });
    await word([picture], [{ ...picture, alt: 'Ein leerer Platz' }]);
    await ladder.propose(proposal);
    // A step that was proposed before this was asked for is not agreed to either.
    const setContent = (content: object) =>
      world.owner.practiceStep.updateMany({ where: { id: stepId }, data: { content } });
    const { content } = await ladder.step(ref);
    await setContent({ ...content, attachments });
    await expect(other.agree(ref)).rejects.toMatchObject(unsettled);
    await setContent(content);
    await other.agree(ref);
    expect(await shownOn(practiceId, 'public')).toBe(practiceWords.gist);
  });

  it('keeps the wording for the public where the text behind it is as before', async () => {
    const practiceId = await aPractice(world, { rung: 'cohort' });
    const { ladder } = (await world.as('member')).practice;
    const other = (await world.as('partnerMember')).practice;
    const ref = refOf(practiceId);
    const word = async (rung: ReleasedRung, from: string, to: string) => {
      const { stepId } = await ladder.prepare({ ...ref, stepId: newId(), rung });
      const changes = [{ field: 'gist' as const, from, to }];
      if (from !== to) await ladder.edit({ ...ref, stepId, changes });
      await ladder.propose({ ...ref, stepId, checks: [...checkPoints] });
      await other.ladder.agree({ ...ref, stepId });
    };
    await word('public', practiceWords.gist!, 'Eine Stadt druckte zu viele Karten.');
    await other.save({
      ...ref,
      changes: [{ field: 'story', from: practiceWords.story, to: 'Ausführlicher.' }],
    });
    await word('cohort', '', '');
    const { stepId } = await ladder.prepare({ ...ref, stepId: newId(), rung: 'public' });
    const { content } = await ladder.step({ ...ref, stepId });
    expect(content).toMatchObject({
      gist: 'Eine Stadt druckte zu viele Karten.',
      story: 'Ausführlicher.',
    });
  });
});

describe('a step down', () => {
  it('works at once, takes what is proposed above along, and a step up starts anew', async () => {
    const practiceId = await aPractice(world, { rung: 'cohort' });
    await aStep(world, practiceId, { rung: 'public' });
    const { ladder } = (await world.as('partnerMember')).practice;
    await ladder.down({ ...refOf(practiceId), stepId: newId(), stays: 'team' });
    expect(await shownOn(practiceId)).toBeNull();
    const { log } = await ladderOf(practiceId);
    expect(log.map(({ state }) => state).sort()).toEqual(['down', 'taken_back']);
    await workOffUntil(9);
    expect(await shownOn(practiceId, 'public')).toBeNull();
    await aStep(world, practiceId);
    expect(await shownOn(practiceId)).toBeNull();
  });

  it('takes what is prepared for the public along: no rung is passed over', async () => {
    const practiceId = await aPractice(world, { rung: 'cohort' });
    const stepId = await aStep(world, practiceId, { rung: 'public', isProposed: false });
    const { ladder } = (await world.as('member')).practice;
    await ladder.down({ ...refOf(practiceId), stepId: newId(), stays: 'team' });
    await expect(
      ladder.propose({ ...refOf(practiceId), stepId, checks: [...checkPoints] }),
    ).rejects.toMatchObject({ appCode: 'not_found' });
    expect((await ladderOf(practiceId)).log.map(({ state }) => state)).toEqual(['down']);
  });

  it('can be taken from the public rung alone, and none is agreed to above an empty one', async () => {
    const practiceId = await aPractice(world, { rung: 'public' });
    const stepId = await aStep(world, practiceId, { rung: 'public' });
    await world.owner.practiceRelease.deleteMany({ where: { practiceId, rung: 'cohort' } });
    const { ladder } = (await world.as('partnerMember')).practice;
    await expect(ladder.agree({ ...refOf(practiceId), stepId })).rejects.toMatchObject({
      appCode: 'practice_cohort_first',
    });
    expect((await ladderOf(practiceId)).may.stepDown).toBe(true);
    await ladder.down({ ...refOf(practiceId), stepId: newId(), stays: 'cohort' });
    expect(await shownOn(practiceId, 'public')).toBeNull();
  });

  it('works in an archived cohort too', async () => {
    const practiceId = await aPractice(world, { rung: 'public' });
    const archived = { where: { id: world.cohortA }, data: { state: 'archived' } } as const;
    await world.owner.cohort.update(archived);
    const { ladder } = (await world.as('member')).practice;
    await ladder.down({ ...refOf(practiceId), stepId: newId(), stays: 'cohort' });
    expect(await shownOn(practiceId, 'public')).toBeNull();
    expect(await shownOn(practiceId)).toBe(practiceWords.gist);
    await expect(
      ladder.prepare({ ...refOf(practiceId), stepId: newId(), rung: 'public' }),
    ).rejects.toMatchObject({ appCode: 'cohort_archived' });
  });
});
