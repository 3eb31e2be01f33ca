import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { runDay } from '$lib/day/run';
import { aDay, aNote, aTap } from '../factories/day';
import { publishProgramme } from '../factories/workshop';
import { openWorld, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const ref = ({ cohortId, workshopId }: { cohortId: string; workshopId: string }) => ({
  cohortId,
  workshopId,
});
const openAs = async (who: 'member' | 'moderator' | 'otherTeam', day: Parameters<typeof ref>[0]) =>
  (await world.as(who)).day.open(ref(day));

describe('taps', () => {
  it('count once, whatever order they come in, and are read by everyone with who made them', async () => {
    const day = await aDay(world);
    const api = await world.as('moderator');
    const [first, second] = [2, 1].map((hours) => {
      const at = new Date(world.clock.now().getTime() - hours * 60_000);
      return aTap(day, at);
    });
    const next = day.items[1]!.id;
    const on = { ...second!, kind: 'moved_on' as const, otherItemId: next };
    for (const tap of [on, first!, on, first!]) await api.day.tap(tap);
    const { taps, programme } = await openAs('member', day);
    expect(taps.map(({ id, byName }) => [id, byName])).toEqual([
      [first!.id, 'Mona'],
      [on.id, 'Mona'],
    ]);
    const run = runDay(programme!, day.dayId, taps, world.clock.now().getTime());
    expect(run.running.map(({ item }) => item.id)).toEqual([next]);
  });

  it('are never in the future', async () => {
    const day = await aDay(world);
    const ahead = new Date(world.clock.now().getTime() + 600_000);
    await (await world.as('moderator')).day.tap(aTap(day, ahead));
    const { taps } = await openAs('member', day);
    expect(taps.map(({ at }) => at)).toEqual([world.clock.now().toISOString()]);
  });

  it('say what their kind needs', async () => {
    const day = await aDay(world);
    const api = await world.as('moderator');
    const broken = [
      { kind: 'extended' },
      { kind: 'moved_on' },
      { kind: 'undone' },
      { minutes: 5 },
      { kind: 'extended', minutes: 5_000 },
    ];
    for (const more of broken)
      await expect(api.day.tap(aTap(day, world.clock.now(), more))).rejects.toMatchObject({
        appCode: 'invalid_input',
      });
  });
});

describe('notes', () => {
  it('are written together, changed by their author alone, and never overwritten unseen', async () => {
    const day = await aDay(world);
    const [member, other] = [await world.as('member'), await world.as('otherTeam')];
    const note = aNote(day);
    await member.day.writeNote(note);
    // The answer got lost: the same note is sent once more.
    expect(await member.day.writeNote(note)).toEqual({ version: 1 });
    await other.day.writeNote(aNote(day, 'In Menden auch.'));
    const { notes } = await openAs('otherTeam', day);
    expect(notes.map(({ body, authorName, may }) => [body, authorName, may.change])).toEqual([
      ['Alle duzen sich.', 'Anna', false],
      ['In Menden auch.', 'Clara', true],
    ]);
    expect(await member.day.writeNote({ ...note, body: 'Fast alle.', version: 1 })).toEqual({
      version: 2,
    });
    await expect(
      member.day.writeNote({ ...note, body: 'Niemand.', version: 1 }),
    ).rejects.toMatchObject({ appCode: 'conflict' });
  });

  it('come back when their removal is taken back', async () => {
    const day = await aDay(world);
    const api = await world.as('member');
    const note = aNote(day);
    await api.day.writeNote(note);
    await api.day.removeNote({ ...ref(day), id: note.id });
    expect((await openAs('member', day)).notes).toEqual([]);
    await api.day.writeNote(note);
    expect((await openAs('member', day)).notes).toHaveLength(1);
  });
});

describe('the parking lot', () => {
  it('makes one topic of a question, whoever clicks how often', async () => {
    const day = await aDay(world);
    const api = await world.as('member');
    const entry = { ...aNote(day, 'Wer bezahlt die Versicherung?'), itemId: null };
    await api.day.writeParked(entry);
    const input = { ...ref(day), id: entry.id };
    const answers = await Promise.all([
      api.day.proposeParked({ ...input, topicId: newId() }),
      (await world.as('partnerMember')).day.proposeParked({ ...input, topicId: newId() }),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    const topic = await world.owner.topic.findUniqueOrThrow({ where: { id: answers[0]!.topicId } });
    expect([topic.question, topic.state, topic.teamId]).toEqual([
      'Wer bezahlt die Versicherung?',
      'proposed',
      world.teams.ahlen,
    ]);
    expect((await openAs('otherTeam', day)).parked[0]!.topicId).toBe(topic.id);
  });

  it('lets a moderator enter the topic for the team, which confirms it', async () => {
    const day = await aDay(world);
    const entry = { ...aNote(day, 'Was ist mit Haftung?'), itemId: null };
    await (await world.as('member')).day.writeParked(entry);
    const { topicId } = await (
      await world.as('moderator')
    ).day.proposeParked({ ...ref(day), id: entry.id, topicId: newId() });
    const topic = await world.owner.topic.findUniqueOrThrow({ where: { id: topicId } });
    expect([topic.state, topic.teamId]).toEqual(['unconfirmed', world.teams.ahlen]);
  });

  it('offers a moderator’s own question to the teams, not to her or him', async () => {
    const day = await aDay(world);
    const entry = { ...aNote(day, 'Wer vertritt wen im Urlaub?'), itemId: null };
    await (await world.as('moderator')).day.writeParked(entry);
    const offered = async (who: 'moderator' | 'member' | 'otherTeam') =>
      (await openAs(who, day)).parked.map(({ may }) => may.propose);
    expect(await offered('moderator')).toEqual([false]);
    expect(await offered('member')).toEqual([true]);
    expect(await offered('otherTeam')).toEqual([true]);
  });
});

describe('reactions', () => {
  it('are the team’s own: its other person changes them, and nobody overwrites unseen', async () => {
    const day = await aDay(world);
    const said = { ...ref(day), topicId: day.topicId, answer: 'no' as const, sentence: 'Nein.' };
    await (await world.as('member')).day.react({ ...said, version: 0 });
    const partner = await world.as('partnerMember');
    const better = { ...said, answer: 'yes' as const, sentence: 'Doch.' };
    await expect(partner.day.react({ ...better, version: 0 })).rejects.toMatchObject({
      appCode: 'conflict',
    });
    await partner.day.react({ ...better, version: 1 });
    const { topics } = await openAs('otherTeam', day);
    expect(topics[0]!.reactions).toEqual([
      { teamId: world.teams.ahlen, answer: 'yes', sentence: 'Doch.', version: 2 },
    ]);
    await partner.day.takeReactionBack({ ...ref(day), topicId: day.topicId });
    expect((await openAs('member', day)).topics[0]!.reactions).toEqual([]);
  });
});

describe('who leads', () => {
  it('has goal, method, material and notes of each item at hand; nobody else reads them', async () => {
    const day = await aDay(world);
    const notes = 'Nicht nach dem Amt fragen.';
    const more = { goal: 'Drei Ideen', methodId: 'flashlight', material: 'Karten', notes };
    const items = day.items.map((item, index) => (index === 1 ? { ...item, ...more } : item));
    await publishProgramme(world, day, items, 2);
    const { guides } = await openAs('moderator', day);
    expect(guides![items[1]!.id]).toMatchObject({ goal: 'Drei Ideen', material: 'Karten', notes });
    expect(guides![items[1]!.id]!.method).toMatchObject({ name: 'Blitzlicht' });
    const { membershipId } = world.people.expert;
    const at = world.clock.now();
    await world.owner.workshopGuest.create({ data: { ...ref(day), membershipId, at } });
    for (const who of ['member', 'otherTeam', 'organiser', 'expert'] as const) {
      const view = await (await world.as(who)).day.open(ref(day));
      expect(view.guides, who).toBeNull();
      expect(JSON.stringify(view), who).not.toContain(notes);
    }
  });
});

describe('an expert', () => {
  it('reads and writes on the day of a workshop that she or he was invited to, and runs nothing', async () => {
    const day = await aDay(world);
    const api = await world.as('expert');
    const { membershipId } = world.people.expert;
    const at = world.clock.now();
    await expect(api.day.writeNote(aNote(day))).rejects.toMatchObject({ appCode: 'not_found' });
    await world.owner.workshopGuest.create({ data: { ...ref(day), membershipId, at } });
    await api.day.writeNote(aNote(day, 'Als Gast.'));
    const view = await api.day.open(ref(day));
    expect(view.notes.map(({ body }) => body)).toEqual(['Als Gast.']);
    expect(view.may).toEqual({ run: false, write: true, hold: false, takeUpAgain: false });
  });
});

describe('a workshop that is cancelled', () => {
  it('says so and why, and has nothing to lead', async () => {
    const day = await aDay(world);
    const cancelReason = 'Die Heizung ist ausgefallen.';
    await world.owner.workshop.update({
      where: { id: day.workshopId },
      data: { state: 'cancelled', cancelReason },
    });
    for (const who of ['member', 'moderator'] as const) {
      const view = await openAs(who, day);
      expect(view).toMatchObject({ workshopState: 'cancelled', workshop: { cancelReason } });
      expect(view.may).toEqual({ run: false, write: false, hold: false, takeUpAgain: false });
    }
  });
});

describe('the end of a workshop', () => {
  it('says that its topics were worked on, and can be taken back', async () => {
    const day = await aDay(world);
    const api = await world.as('moderator');
    const topic = () => world.owner.topic.findUniqueOrThrow({ where: { id: day.topicId } });
    const passport = async () => {
      const page = await api.topic.page({ cohortId: day.cohortId, topicId: day.topicId });
      return page.passport.map(({ kind }) => kind);
    };
    await api.day.hold(ref(day));
    await api.day.hold(ref(day));
    expect((await topic()).state).toBe('worked_on');
    expect((await passport()).filter((kind) => kind === 'topic_worked_on')).toHaveLength(1);
    expect((await openAs('member', day)).workshopState).toBe('held');
    await api.day.takeUpAgain(ref(day));
    expect((await topic()).state).toBe('scheduled');
    expect((await passport()).at(-1)).toBe('topic_work_taken_back');
    expect((await openAs('member', day)).workshopState).toBe('fixed');
  });

  it('is told in passports for its last day, whenever it was said', async () => {
    const day = await aDay(world);
    await (await world.as('moderator')).day.hold(ref(day));
    const page = await (
      await world.as('member')
    ).topic.page({ cohortId: day.cohortId, topicId: day.topicId });
    const entry = page.passport.find(({ kind }) => kind === 'topic_worked_on');
    expect(entry!.facts.date).toBe(world.clock.now().toISOString().slice(0, 10));
  });

  it('ends what still runs, once, for everyone', async () => {
    const day = await aDay(world);
    const api = await world.as('moderator');
    const [welcome] = day.items;
    const begun = new Date(world.clock.now().getTime() - 60_000);
    await api.day.tap(aTap(day, begun, { itemId: welcome!.id }));
    await api.day.hold(ref(day));
    await api.day.hold(ref(day));
    const { taps, programme } = await openAs('member', day);
    const now = world.clock.now();
    expect(taps.map(({ kind, itemId, at, byName }) => [kind, itemId, at, byName])).toEqual([
      ['started', welcome!.id, begun.toISOString(), 'Mona'],
      ['ended', welcome!.id, now.toISOString(), 'Mona'],
    ]);
    const run = runDay(programme!, day.dayId, taps, now.getTime() + 600_000);
    expect(run.running).toEqual([]);
  });

  it('leaves topics alone of which more has come since', async () => {
    const day = await aDay(world);
    const api = await world.as('moderator');
    await api.day.hold(ref(day));
    await world.owner.topic.update({ where: { id: day.topicId }, data: { state: 'outcome' } });
    await api.day.takeUpAgain(ref(day));
    const topic = await world.owner.topic.findUniqueOrThrow({ where: { id: day.topicId } });
    expect(topic.state).toBe('outcome');
  });
});
