import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { commentJobs } from '$lib/comment/jobs.server';
import { aComment, aTopic } from '../factories/topic';
import { openWorld, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const DAY = 86_400_000;

/** What the job of the night does. */
const workOffClearing = () =>
  world.asSystem(null, (scope) => commentJobs[0]!.run(scope, {}, world.services));

const refOf = (topicId: string) => ({ cohortId: world.cohortA, topicId });
const pageOf = async (topicId: string, who: Parameters<World['as']>[0] = 'member') =>
  (await world.as(who)).topic.page(refOf(topicId));

describe('comments', () => {
  it('link a mentioned person and store whom they mention', async () => {
    const comment = await aComment(world, '<p>Danke @Clara, und @Niemand auch.</p>');
    const { discussion } = await pageOf(comment.topicId);
    const href = `/cohorts/${world.cohortA}/people/${world.people.otherTeam.membershipId}`;
    expect(discussion.comments[0]!.body).toBe(
      `<p>Danke <a href="${href}">@Clara</a>, und @Niemand auch.</p>`,
    );
    const stored = await world.owner.comment.findUniqueOrThrow({ where: { id: comment.id } });
    expect(stored.mentionIds).toEqual([world.people.otherTeam.membershipId]);
  });

  it('quote others; what was deleted is not quoted on', async () => {
    const quoted = await aComment(world, '<p>Bei uns kamen zwölf.</p>');
    const api = await world.as('otherTeam');
    const ref = refOf(quoted.topicId);
    await api.comment.create({
      ...ref,
      id: newId(),
      body: '<p>So viele?</p>',
      quotedId: quoted.id,
    });
    const before = (await pageOf(quoted.topicId)).discussion.comments[1]!;
    expect(before.quoted).toMatchObject({ authorName: 'Anna', excerpt: 'Bei uns kamen zwölf.' });
    await (await world.as('member')).comment.delete(quoted);
    const after = (await pageOf(quoted.topicId, 'otherTeam')).discussion.comments;
    expect(JSON.stringify(after)).not.toContain('zwölf');
    await (await world.as('member')).comment.restore(quoted);
    expect((await pageOf(quoted.topicId)).topic.commentCount).toBe(2);
  });

  it('are one comment when sent twice, and refuse the id of another', async () => {
    const comment = await aComment(world);
    const again = { ...comment, body: '<p>Das kennen wir.</p>' };
    await (await world.as('member')).comment.create(again);
    expect((await pageOf(comment.topicId)).topic.commentCount).toBe(1);
    const other = await world.as('otherTeam');
    await expect(other.comment.create(again)).rejects.toMatchObject({ appCode: 'not_found' });
  });

  it('refuse an empty body, a quotation from elsewhere and an older version', async () => {
    const comment = await aComment(world);
    const elsewhere = await aComment(world);
    const api = await world.as('member');
    const next = { ...refOf(comment.topicId), id: newId() };
    await expect(api.comment.create({ ...next, body: '<p> </p>' })).rejects.toMatchObject({
      appCode: 'comment_is_empty',
    });
    await expect(
      api.comment.create({ ...next, body: '<p>Ja</p>', quotedId: elsewhere.id }),
    ).rejects.toMatchObject({ appCode: 'not_found' });
    const edit = { ...comment, version: 1 };
    await api.comment.edit({ ...edit, body: '<p>Zweite Fassung</p>' });
    await expect(api.comment.edit({ ...edit, body: '<p>Alt</p>' })).rejects.toMatchObject({
      appCode: 'conflict',
    });
  });

  it('that a moderator took off the page cannot be brought back by their author', async () => {
    const comment = await aComment(world);
    await (await world.as('moderator')).comment.delete(comment);
    await expect((await world.as('member')).comment.restore(comment)).rejects.toMatchObject({
      appCode: 'comment_only_who_deleted',
    });
    await (await world.as('moderator')).comment.restore(comment);
    expect((await pageOf(comment.topicId)).topic.commentCount).toBe(1);
  });

  it('that were deleted can be brought back for thirty days; then their words are gone', async () => {
    const comment = await aComment(world, '<p>Das nehme ich zurück.</p>');
    const api = await world.as('member');
    const answer = { ...refOf(comment.topicId), id: newId(), body: '<p>Antwort</p>' };
    await api.comment.create({ ...answer, quotedId: comment.id });
    await api.comment.delete(comment);
    const shown = JSON.stringify((await pageOf(comment.topicId)).discussion);
    expect(shown).toContain('Antwort');
    expect(shown).not.toContain('Das nehme ich zurück');

    world.clock.advance(29 * DAY);
    await workOffClearing();
    await world.signInAgain('member');
    const again = await world.as('member');
    await again.comment.restore(comment);
    expect(JSON.stringify((await pageOf(comment.topicId)).discussion)).toContain(
      'nehme ich zurück',
    );

    await again.comment.delete(comment);
    world.clock.advance(30 * DAY);
    // Also in an archive, where nobody writes any more.
    await world.owner.cohort.update({ where: { id: world.cohortA }, data: { state: 'archived' } });
    await workOffClearing();
    const kept = await world.owner.comment.findUniqueOrThrow({ where: { id: comment.id } });
    expect(kept.body).toBe('');
    await world.owner.cohort.update({ where: { id: world.cohortA }, data: { state: 'concluded' } });
    await world.owner.cohort.update({ where: { id: world.cohortA }, data: { state: 'closed' } });
    await world.signInAgain('member');
    await expect((await world.as('member')).comment.restore(comment)).rejects.toMatchObject({
      appCode: 'comment_is_cleared',
    });
  });

  it('come in pages of twenty that lead to each other', async () => {
    const topicId = await aTopic(world);
    const api = await world.as('member');
    const ids = Array.from({ length: 45 }, () => newId());
    for (const [index, id] of ids.entries())
      await api.comment.create({ ...refOf(topicId), id, body: `<p>Nummer ${index}</p>` });
    const read = async (where: { before?: string | null; from?: string | null }) =>
      (await api.topic.page({ ...refOf(topicId), ...where })).discussion;
    const idsOf = ({ comments }: Awaited<ReturnType<typeof read>>) => comments.map(({ id }) => id);
    const last = await read({});
    expect(idsOf(last)).toEqual(ids.slice(25));
    const middle = await read({ before: last.earlierBefore });
    expect(idsOf(middle)).toEqual(ids.slice(5, 25));
    const first = await read({ before: middle.earlierBefore });
    expect(idsOf(first)).toEqual(ids.slice(0, 5));
    expect(first.earlierBefore).toBeNull();
    const linked = await read({ from: ids[10]! });
    expect(idsOf(linked)).toEqual(ids.slice(10, 30));
    expect(idsOf(await read({ from: linked.laterFrom }))).toEqual(ids.slice(30));
  });
});
