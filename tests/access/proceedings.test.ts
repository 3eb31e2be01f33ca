import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newItem } from '$lib/agenda/document';
import { newId } from '$lib/platform/id';
import { aNote } from '../factories/day';
import { workOff } from '../factories/notice';
import {
  aProceedingsDraft,
  draftOf,
  publishDraft,
  somePublishedProceedings,
  toSave,
} from '../factories/proceedings';
import { publishProgramme } from '../factories/workshop';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const api = async (who: ActorKind = 'moderator') => (await world.as(who)).proceedings;
const titles = (made: { sections: { title: string }[] }) => made.sections.map(({ title }) => title);
const bodyOf = (made: { sections: { title: string; body: string }[] }, title: string) =>
  made.sections.find((section) => section.title === title)!.body;

const kindsOf = async (who: Exclude<ActorKind, 'anonymous'>, subjectId: string) => {
  const notices = await world.owner.notice.findMany({
    where: { accountId: world.people[who].accountId, subjectId },
    orderBy: { id: 'asc' },
  });
  return notices.map(({ facts, kind }) => `${kind}: ${(facts as { activity: string }).activity}`);
};

describe('the draft', () => {
  it('grows from the programme, without its breaks, and from what was noted down', async () => {
    const made = await aProceedingsDraft(world);
    expect(titles(made)).toEqual([
      'Zum Anfang',
      'Ankommen',
      'Arbeit',
      'Abschlussrunde',
      'Wie es weitergeht',
    ]);
    expect(bodyOf(made, 'Arbeit')).toBe('<ul><li>Alle duzen sich. <em>(Anna)</em></li></ul>');
    const { sections } = await (await api()).draft(made.ref);
    expect(sections[2]).toMatchObject({
      offered: [],
      item: { topicId: made.day.topicId },
    });
  });

  it('is begun once, whoever begins it', async () => {
    const made = await aProceedingsDraft(world);
    await (await api()).begin(made.ref);
    expect((await draftOf(world, made.ref)).sections).toHaveLength(5);
  });

  it('offers notes that come later, to take over or to leave out, once', async () => {
    const { ref, day, sections } = await aProceedingsDraft(world);
    const [late, other] = [aNote(day, 'Das <Geld> fehlt.'), aNote(day, 'Doppelt.')];
    for (const note of [late, other]) await (await world.as('otherTeam')).day.writeNote(note);
    const offered = async () => {
      const draft = await (await api()).draft(ref);
      return draft.sections[2]!.offered.map(({ body }) => body);
    };
    expect(await offered()).toEqual(['Das <Geld> fehlt.', 'Doppelt.']);
    const settle = { ...ref, sectionId: sections[2]!.id };
    await (await api()).settleNotes({ ...settle, noteIds: [late.id], isTaken: true });
    await (await api()).settleNotes({ ...settle, noteIds: [other.id], isTaken: false });
    expect(await offered()).toEqual([]);
    const { body } = (await draftOf(world, ref)).sections[2]!;
    expect(body).toContain('<li>Das &lt;Geld&gt; fehlt. <em>(Clara)</em></li>');
    expect(body).not.toContain('Doppelt');
    // Sent once more.
    await (await api()).settleNotes({ ...settle, noteIds: [late.id], isTaken: true });
    expect((await draftOf(world, ref)).sections[2]!.body).toBe(body);
  });

  it('keeps both texts where two have written the same field, and takes what does not meet', async () => {
    const made = await aProceedingsDraft(world);
    await (await api()).saveSection(toSave(made, 0, '<p>Neun Teams waren da.</p>'));
    const late = toSave(made, 0, '<p>Zehn Teams waren da.</p>');
    const title = toSave(made, 0, 'Wer da war', 'title');
    const answer = await (
      await api()
    ).saveSection({
      ...late,
      changes: [...late.changes, ...title.changes],
    });
    expect(answer.conflicts).toEqual([{ field: 'body', current: '<p>Neun Teams waren da.</p>' }]);
    expect(answer).toMatchObject({ title: 'Wer da war', body: '<p>Neun Teams waren da.</p>' });
    // Whoever has read the other text may write over it.
    const again = { field: 'body' as const, from: answer.body, to: '<p>Zehn.</p>' };
    const settled = await (await api()).saveSection({ ...late, changes: [again] });
    expect(settled).toMatchObject({ body: '<p>Zehn.</p>', conflicts: [] });
  });

  it('cleans what is written', async () => {
    const made = await aProceedingsDraft(world);
    const answer = await (
      await api()
    ).saveSection(toSave(made, 0, '<p onclick="x()">Gut.</p><script>x()</script>'));
    expect(answer.body).toBe('<p>Gut.</p>');
  });

  it('keeps earlier versions of a section, one for each sitting, and brings them back', async () => {
    const made = await aProceedingsDraft(world);
    const [first, second] = ['<p>Eins.</p>', '<p>Zwei.</p>'];
    const one = await (await api()).saveSection(toSave(made, 0, first));
    const change = { field: 'body' as const, from: one.body, to: second };
    const section = { ...made.ref, sectionId: made.sections[0]!.id };
    await (await api()).saveSection({ ...section, changes: [change] });
    const { revisions } = await (await api()).sectionHistory(section);
    // Both of one sitting, and what it began with.
    expect(revisions.map(({ text }) => text)).toEqual(['Zwei.', '']);
    await (await api()).restoreSection({ ...section, version: 1 });
    const after = await (await api()).sectionHistory(section);
    expect(after.revisions.map(({ text }) => text)).toEqual(['', 'Zwei.', '']);
    expect((await draftOf(world, made.ref)).sections[0]!.body).toBe('');
  });

  it('takes sections of its own, in any order; those of the programme stay', async () => {
    const { ref, sections } = await aProceedingsDraft(world);
    const added = { ...ref, sectionId: newId(), afterId: sections[1]!.id, title: 'Presse' };
    for (const _ of [1, 2]) await (await api()).addSection(added);
    await (await api()).moveSection({ ...ref, sectionId: added.sectionId, to: 'up' });
    expect(titles(await draftOf(world, ref)).slice(0, 4)).toEqual([
      'Zum Anfang',
      'Presse',
      'Ankommen',
      'Arbeit',
    ]);
    await (await api()).removeSection({ ...ref, sectionId: sections[1]!.id });
    await (await api()).removeSection({ ...ref, sectionId: added.sectionId });
    expect(titles(await draftOf(world, ref))).toEqual(titles({ sections }));
  });

  it('takes in what came into the programme later, in its place, and lets go what is no longer in it', async () => {
    const { ref, day, sections } = await aProceedingsDraft(world);
    const [welcome, topic, , closing] = day.items;
    const { dayId } = day;
    const walk = newItem({
      id: newId(),
      kind: 'open_space',
      minutes: 30,
      dayId,
      title: 'Rundgang',
    });
    const first = newItem({ id: newId(), kind: 'input', minutes: 10, dayId, title: 'Technik' });
    await publishProgramme(world, day, [first, topic!, walk, closing!], 2);
    expect(await (await api()).draft(ref)).toMatchObject({ missing: ['Technik', 'Rundgang'] });
    for (const _ of [1, 2]) await (await api()).addMissing(ref);
    const draft = await (await api()).draft(ref);
    expect(draft.missing).toEqual([]);
    expect(titles(draft)).toEqual([
      ...['Zum Anfang', 'Technik', 'Ankommen', 'Arbeit'],
      ...['Rundgang', 'Abschlussrunde', 'Wie es weitergeht'],
    ]);
    expect(draft.sections.find(({ title }) => title === welcome!.title)!.item).toBeNull();
    await (await api()).removeSection({ ...ref, sectionId: sections[1]!.id });
    expect(titles(await draftOf(world, ref))).not.toContain('Ankommen');
  });

  it('is found by nobody of another workshop', async () => {
    const [one, other] = [await aProceedingsDraft(world), await aProceedingsDraft(world)];
    const mixed = { ...toSave(one, 0, '<p>Fremd.</p>'), ...other.ref };
    await expect((await api()).saveSection(mixed)).rejects.toMatchObject({ appCode: 'not_found' });
    const history = { ...other.ref, sectionId: one.sections[0]!.id };
    await expect((await api()).sectionHistory(history)).rejects.toMatchObject({
      appCode: 'not_found',
    });
  });
});

describe('published minutes', () => {
  it('are read by everyone, without what says nothing; a topic stays with what its team says', async () => {
    const made = await aProceedingsDraft(world);
    const before = await (await api('member')).read(made.ref);
    expect(before).toMatchObject({ shown: null, versions: [], draftRevision: null });
    await (
      await world.as('member')
    ).day.react({
      ...{ ...made.ref, topicId: made.day.topicId, answer: 'partly' },
      ...{ sentence: 'Das Geld fehlt noch.', version: 0 },
    });
    await (await api()).saveSection(toSave(made, 2, ''));
    await publishDraft(world, made.ref, 1);
    const { shown, beside, may } = await (await api('member')).read(made.ref);
    expect(shown!.content.sections.map(({ title }) => title)).toEqual(['Arbeit']);
    expect(beside.topics[0]!.reactions).toEqual([
      { teamName: 'Ahlen', answer: 'partly', sentence: 'Das Geld fehlt noch.' },
    ]);
    expect(may).toEqual({
      ...{ begin: false, write: false, comment: true },
      ...{ addPhoto: true, listPhotos: true },
    });
  });

  it('stay as they were published, while the draft goes on', async () => {
    const made = await somePublishedProceedings(world);
    await (await api()).saveSection(toSave(made, 0, '<p>Später.</p>'));
    const { shown } = await (await api('otherTeam')).read(made.ref);
    expect(JSON.stringify(shown)).not.toContain('Später');
    await publishDraft(world, made.ref, 2, 'Der Anfang.');
    const second = await (await api('otherTeam')).read(made.ref);
    expect(second.shown).toMatchObject({ version: 2, reason: 'Der Anfang.' });
    expect(second.shown!.before).toEqual(shown!.content);
    const first = await (await api('otherTeam')).read({ ...made.ref, version: 1 });
    expect(first.shown!.content).toEqual(shown!.content);
    await expect((await api()).read({ ...made.ref, version: 3 })).rejects.toMatchObject({
      appCode: 'not_found',
    });
  });

  it('are one version when they are sent twice', async () => {
    const { ref, revision } = await somePublishedProceedings(world);
    await (await api()).publish({ ...ref, revision, version: 1 });
    expect((await (await api()).status(ref)).newest!.version).toBe(1);
  });

  it('tell everyone, the invited expert too, and each time what is new', async () => {
    const made = await aProceedingsDraft(world);
    const { cohortId, workshopId } = made.ref;
    await world.owner.workshopGuest.create({
      data: {
        ...{ cohortId, workshopId, at: world.clock.now() },
        membershipId: world.people.expert.membershipId,
      },
    });
    await publishDraft(world, made.ref, 1);
    await workOff(world);
    for (const who of ['member', 'organiser', 'expert'] as const)
      expect(await kindsOf(who, workshopId)).toEqual(['workshop: proceedings_published']);
    const { shown } = await (await api('expert')).read(made.ref);
    expect(shown!.version).toBe(1);
  });

  it('can be commented; moderators and who has commented before hear of it', async () => {
    const { ref } = await somePublishedProceedings(world);
    await workOff(world);
    const say = async (who: ActorKind, body: string) =>
      (await world.as(who)).comment.create({ ...ref, id: newId(), body });
    await say('otherTeam', '<p>Wir waren auch da.</p>');
    await say('member', '<p>Stimmt, @Olga.</p>');
    await workOff(world);
    const told = async (who: Exclude<ActorKind, 'anonymous'>) =>
      (await kindsOf(who, ref.workshopId)).filter((text) => text.endsWith('commented'));
    expect(await told('moderator')).toHaveLength(2);
    expect(await told('otherTeam')).toEqual(['workshop: proceedings_commented']);
    expect(await told('organiser')).toEqual(['mention: proceedings_commented']);
    expect(await told('partnerMember')).toEqual([]);
    const { discussion } = await (await api('partnerMember')).read(ref);
    expect(discussion!.count).toBe(2);
    expect(discussion!.page.comments.map(({ author }) => author!.name)).toEqual(['Clara', 'Anna']);
  });

  it('name the people whom one can mention to their readers alone', async () => {
    const { ref } = await somePublishedProceedings(world);
    const names = async (who: ActorKind) => (await world.as(who)).comment.mentionable(ref);
    expect(await names('member')).toContain('Clara');
    for (const who of ['expert', 'partner', 'outsider'] as const)
      await expect(names(who)).rejects.toMatchObject({ appCode: 'not_found' });
  });

  it('are what the passport of a topic leads to, at its section', async () => {
    const { ref, day, sections } = await aProceedingsDraft(world);
    const topic = { cohortId: ref.cohortId, topicId: day.topicId };
    const led = async () => (await (await world.as('member')).topic.page(topic)).course.proceedings;
    expect(await led()).toEqual([]);
    await publishDraft(world, ref, 1);
    const { workshopId } = ref;
    expect(await led()).toMatchObject([{ workshopId, sectionId: sections[2]!.id }]);
  });

  it('are found by search, and what was said about them', async () => {
    const made = await aProceedingsDraft(world);
    await (await api()).saveSection(toSave(made, 0, '<p>Der Wanderpokal ging an Menden.</p>'));
    await publishDraft(world, made.ref, 1);
    const id = newId();
    const comment = { ...made.ref, id, body: '<p>Wanderpokale rosten.</p>' };
    await (await world.as('member')).comment.create(comment);
    const { hits } = await (
      await world.as('otherTeam')
    ).search.find({ cohortId: made.ref.cohortId, q: 'Wanderpokal' });
    const page = `/cohorts/${made.ref.cohortId}/workshops/${made.ref.workshopId}/proceedings`;
    expect(hits.map(({ kind, href }) => [kind, href]).sort()).toEqual([
      ['comment', `${page}?from=${id}#comment-${id}`],
      ['proceedings', page],
    ]);
  });
});
