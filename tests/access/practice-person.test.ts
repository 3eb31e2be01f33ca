import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { personJobs } from '$lib/practice/person/jobs.server';
import { checkPoints } from '$lib/practice/ladder/schema';
import { dayIn } from '$lib/ui/format';
import { aStoredFile } from '../factories/files';
import { workOff } from '../factories/notice';
import { aPerson, aPractice, aStep, practiceWords } from '../factories/practice';
import { openWorld, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const NAME = 'Rosa Yıldız-Lind';
const said = {
  ...practiceWords,
  gist: `${NAME} hat es erfunden.`,
  story: `Frau Yıldız-Lind fragte nach. „Rosa\nYıldız-Lind“, sagte der Bürgermeister, Yıldız-Linds Chef.`,
  tags: ['Ehrenamt', NAME],
  partners: [{ id: newId(), name: NAME, role: 'Idee' }],
};

/** What the clock does with consents each night. */
async function followConsents(): Promise<void> {
  const [job] = personJobs;
  const house = { origin: 'https://werkraum.example', files: world.services.files };
  await world.asSystem(null, (scope) => job!.run(scope, {}, house));
  await workOff(world);
}

/** The kinds of the notices about the example that one of its team has. */
async function toldOf(practiceId: string): Promise<string[]> {
  const { notices } = await (await world.as('member')).notice.list({ cohortId: world.cohortA });
  return notices.filter(({ subjectId }) => subjectId === practiceId).map(({ kind }) => kind);
}

const refOf = (practiceId: string) => ({ cohortId: world.cohortA, practiceId });

/** Everything that is stored about the example, as one text. */
async function everything(practiceId: string): Promise<string> {
  const { owner } = world;
  const where = { where: { practiceId } };
  return JSON.stringify([
    await owner.practice.findMany({ where: { id: practiceId } }),
    await owner.practiceRevision.findMany(where),
    await owner.practiceRelease.findMany(where),
    await owner.practiceStep.findMany(where),
    await owner.practicePerson.findMany(where),
    await owner.activity.findMany({ where: { subjectId: practiceId } }),
    await owner.notice.findMany({ where: { subjectId: practiceId } }),
  ]);
}

it('takes no consent that would be over already', async () => {
  const practiceId = await aPractice(world);
  const until = new Date(world.clock.now().getTime() - 2 * 86_400_000).toISOString().slice(0, 10);
  await expect(aPerson(world, practiceId, { until })).rejects.toMatchObject({
    appCode: 'practice_until_past',
  });
});

/** An example with a name in every text, on all rungs, with steps and versions behind it. */
async function aNamingPractice(more: Parameters<typeof aPerson>[2] = {}) {
  const practiceId = await aPractice(world, { content: said });
  const { ladder } = (await world.as('partnerMember')).practice;
  for (const rung of ['cohort', 'public'] as const) {
    const stepId = await aStep(world, practiceId, { rung });
    await ladder.agree({ ...refOf(practiceId), stepId });
  }
  await workOff(world);
  return { practiceId, ...(await aPerson(world, practiceId, { name: NAME, ...more })) };
}

describe('a consent that is withdrawn', () => {
  it('takes the name out of texts, versions, releases and steps, and what is left can be read', async () => {
    const { practiceId, personId } = await aNamingPractice();
    expect(await everything(practiceId)).toContain('Yıldız');
    await (await world.as('member')).practice.person.withdraw({ ...refOf(practiceId), personId });
    expect(await everything(practiceId)).not.toMatch(/Yıldız|Rosa/);
    const { own } = await (await world.as('member')).practice.page(refOf(practiceId));
    expect(own!.hasUnshownChanges).toBe(false);
    const { content } = await (await world.as('anonymous')).practice.public.read({ practiceId });
    expect(content).toMatchObject({
      gist: '[…] hat es erfunden.',
      story: 'Frau […] fragte nach. „[…]“, sagte der Bürgermeister, […] Chef.',
      tags: ['Ehrenamt', '[…]'],
    });
  });

  it('is withdrawn by the person behind the link, and the team is told', async () => {
    const { practiceId, token } = await aNamingPractice({ isWritten: false });
    const { person } = (await world.as('anonymous')).practice;
    expect(await person.consent({ token })).toMatchObject({ name: NAME, site: 'Ahlen' });
    await person.withdrawConsent({ token });
    await person.withdrawConsent({ token });
    expect(await everything(practiceId)).not.toMatch(/Yıldız|Rosa/);
    await workOff(world);
    const { notices } = await (await world.as('member')).notice.list({ cohortId: world.cohortA });
    const told = notices.filter(({ subjectId }) => subjectId === practiceId);
    expect(told.map(({ kind }) => kind)).toContain('practice_consent_withdrawn');
    await expect(person.giveConsent({ token })).rejects.toMatchObject({
      appCode: 'practice_consent_withdrawn',
    });
  });

  it('takes the name out of the names of files, and out of the reason of an objection', async () => {
    const { practiceId, personId } = await aNamingPractice();
    const { cohortA: cohortId, owner } = world;
    const { id: fileId } = await aStoredFile(world, 'member', { name: `${NAME}.pdf` });
    await owner.practiceFile.create({ data: { cohortId, practiceId, fileId } });
    const stepId = await aStep(world, practiceId, { rung: 'cohort' });
    const { ladder } = (await world.as('partnerMember')).practice;
    await ladder.object({ ...refOf(practiceId), stepId, reason: `${NAME} will es nicht.` });
    await (await world.as('member')).practice.person.withdraw({ ...refOf(practiceId), personId });
    expect(await owner.storedFile.findUnique({ where: { id: fileId } })).toMatchObject({
      name: '[…].pdf',
    });
    expect(await owner.practiceStep.findUnique({ where: { id: stepId } })).toMatchObject({
      reason: '[…] will es nicht.',
    });
  });

  it('leaves the name of the town, though somebody is called so', async () => {
    const practiceId = await aPractice(world, { content: { gist: 'Udo Ahlen zeigt Ahlen.' } });
    const { personId } = await aPerson(world, practiceId, { name: 'Udo Ahlen' });
    await (await world.as('member')).practice.person.withdraw({ ...refOf(practiceId), personId });
    const { content } = await world.owner.practice.findUniqueOrThrow({ where: { id: practiceId } });
    expect(content).toMatchObject({ gist: '[…] zeigt Ahlen.' });
  });
});

describe('who is named', () => {
  const namedPublicly = async (practiceId: string) =>
    (await (await world.as('anonymous')).practice.public.read({ practiceId })).persons.map(
      ({ name }) => name,
    );

  it('is named once she has agreed, and no further than she has', async () => {
    const { practiceId, personId, token } = await aNamingPractice({ isWritten: false });
    expect(await namedPublicly(practiceId)).toEqual([]);
    await (await world.as('anonymous')).practice.person.giveConsent({ token });
    expect(await namedPublicly(practiceId)).toEqual([NAME]);
    const { person } = (await world.as('member')).practice;
    const narrower = { name: NAME, scope: 'cohort' } as const;
    await person.save({ ...refOf(practiceId), personId, ...narrower });
    expect(await namedPublicly(practiceId)).toEqual([]);
    // Further again is asked again.
    await person.save({ ...refOf(practiceId), personId, ...narrower, scope: 'public' });
    expect(await namedPublicly(practiceId)).toEqual([]);
  });

  it.each([
    ['a later day', { until: '2099-12-31' }],
    ['no last day', { until: null }],
    ['another contact', { contact: '0170 1234567' }],
  ])('is asked anew where the team wants %s', async (_what, more) => {
    const agreed = { name: NAME, scope: 'public', contact: 'rosa@ahlen.example' } as const;
    const { practiceId, personId } = await aNamingPractice({ ...agreed, until: '2099-01-31' });
    const { person } = (await world.as('member')).practice;
    const ref = { ...refOf(practiceId), personId };
    await person.save({ ...ref, ...agreed, until: '2099-01-30', role: 'Ideengeberin' });
    expect(await namedPublicly(practiceId)).toEqual([NAME]);
    await person.save({ ...ref, ...agreed, until: '2099-01-30', ...more });
    expect(await namedPublicly(practiceId)).toEqual([]);
  });

  it('is pointed out before a text shows the name without a consent that goes so far', async () => {
    const practiceId = await aPractice(world, { content: said });
    const { personId } = await aPerson(world, practiceId, { name: NAME, scope: 'team' });
    await aPerson(world, practiceId, { name: 'Nirgends Genannt', scope: 'team' });
    const stepId = await aStep(world, practiceId, { rung: 'cohort', isProposed: false });
    const { ladder, person } = (await world.as('member')).practice;
    const notAgreed = async () => (await ladder.step({ ...refOf(practiceId), stepId })).notAgreed;
    expect(await notAgreed()).toEqual([NAME]);
    const agreed = { name: NAME, scope: 'cohort', isWritten: true } as const;
    await person.save({ ...refOf(practiceId), personId, ...agreed });
    expect(await notAgreed()).toEqual([]);
  });

  it('is named until the last day, and then the name goes by itself', async () => {
    const today = dayIn(world.clock.now(), 'Europe/Berlin');
    const { practiceId } = await aNamingPractice({ until: today });
    expect(await namedPublicly(practiceId)).toEqual([NAME]);
    world.clock.advance(36 * 60 * 60 * 1000);
    expect(await namedPublicly(practiceId)).toEqual([]);
    await followConsents();
    expect(await everything(practiceId)).not.toMatch(/Yıldız|Rosa/);
    expect(await toldOf(practiceId)).toContain('practice_consent_over');
  });
});

describe('ways of writing a name', () => {
  const story = `Frau Bach wohnt am Bach. Früher hieß Anna Bach Anna Fluss. ANNA  BACH, „Änne“.`;
  const withoutName = async (more: Parameters<typeof aPerson>[2]) => {
    const practiceId = await aPractice(world, { content: { ...practiceWords, story } });
    const { personId } = await aPerson(world, practiceId, { name: 'Anna Bach', ...more });
    await (await world.as('member')).practice.person.withdraw({ ...refOf(practiceId), personId });
    const { content } = await world.owner.practice.findUniqueOrThrow({ where: { id: practiceId } });
    return (content as { story: string }).story;
  };

  it('go all together, those that the team has named as well', async () => {
    expect(await withoutName({ spellings: 'Anna Fluss\nÄnne' })).toBe(
      'Frau […] wohnt am […]. Früher hieß […] […]. […], „[…]“.',
    );
  });

  it('leave a family name that means something else, but for where it is somebody', async () => {
    expect(await withoutName({ isFamilyNameAWord: true })).toBe(
      'Frau […] wohnt am Bach. Früher hieß […] Anna Fluss. […], „Änne“.',
    );
  });

  it('are remembered when a name is corrected', async () => {
    const practiceId = await aPractice(world, { content: { ...practiceWords, story } });
    const { personId } = await aPerson(world, practiceId, { name: 'Anna Fluss' });
    const { person } = (await world.as('member')).practice;
    const ref = { ...refOf(practiceId), personId };
    await person.save({ ...ref, name: 'Anna Bach', scope: 'public' });
    const { persons } = await person.list(refOf(practiceId));
    expect(persons[0]!.spellings).toEqual(['Anna Fluss']);
    await person.withdraw(ref);
    expect(await everything(practiceId)).not.toMatch(/Fluss|Bach/);
  });

  it('are shown, with the contact, to the team alone', async () => {
    const practiceId = await aPractice(world, { rung: 'cohort' });
    const email = 'rosa@example.org';
    await aPerson(world, practiceId, { scope: 'cohort', email, spellings: 'Röschen' });
    const read = world.scopeAs('otherTeam', ({ db }) =>
      db.$queryRaw`SELECT email, spellings FROM practice_person`.then(() => 'read'),
    );
    await expect(read).rejects.toThrow();
    const answered = await world.scopeAs('otherTeam', ({ db }) =>
      db.$queryRaw`SELECT * FROM app.practice_person_details(${practiceId}::uuid)`.then(
        (rows) => rows,
      ),
    );
    expect(answered).toEqual([]);
  });
});

describe('where a name stands', () => {
  it('is shown to the team with the words around it, and to the person as numbers', async () => {
    const { practiceId, personId, token } = await aNamingPractice({ isWritten: false });
    const { places } = await (
      await world.as('member')
    ).practice.person.places({ ...refOf(practiceId), personId });
    const story = places.find(({ place, field }) => place === 'team' && field === 'story')!;
    expect(story.found).toBe(3);
    expect(story.excerpts[0]).toMatchObject({ before: 'Frau ', name: 'Yıldız-Lind' });
    expect(places.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['cohort', 'public', 'step']),
    );
    const asked = await (await world.as('anonymous')).practice.person.consent({ token });
    expect(asked.places).toContainEqual({ place: 'team', found: 6 });
    expect(JSON.stringify(asked.places)).not.toContain('Yıldız');
    await (await world.as('anonymous')).practice.person.withdrawConsent({ token });
    expect((await (await world.as('anonymous')).practice.person.consent({ token })).places).toEqual(
      [],
    );
  });
});

describe('a consent that ends soon', () => {
  const dayIn = (days: number) =>
    new Date(world.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const mailsTo = (recipient: string) =>
    world.owner.mail.findMany({ where: { recipient }, include: { content: true } });
  const linkIn = (mail: Awaited<ReturnType<typeof mailsTo>>[number]) =>
    /\/consent\/([\w-]+)/.exec(mail.content!.text)![1]!;

  it('is told to the team and asked of the person, once, and goes on if she says so', async () => {
    const email = 'bald-zu-ende@example.org';
    const until = dayIn(14);
    const { practiceId, token } = await aNamingPractice({ until, email });
    await aPerson(world, practiceId, { until: dayIn(16), email: 'noch-nicht@example.org' });
    await followConsents();
    await followConsents();
    expect(await toldOf(practiceId)).toEqual(expect.arrayContaining(['practice_consent_ends']));
    expect(await mailsTo('noch-nicht@example.org')).toEqual([]);
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(1);
    const { person } = (await world.as('anonymous')).practice;
    const link = { token: linkIn(mails[0]!) };
    expect(await person.consent(link)).toMatchObject({ name: NAME, until });
    await person.prolongConsent({ ...link, by: '1' });
    const later = (await person.consent({ token })).until!;
    expect(later.slice(0, 4)).toBe(String(Number(until.slice(0, 4)) + 1));
    // The day before the new end is reminded of again.
    await person.prolongConsent({ ...link, by: 'open' });
    expect((await person.consent({ token })).until).toBeNull();
  });

  it('is asked for by mail where the team has given an address, and can be withdrawn there', async () => {
    const email = 'gefragt@example.org';
    const { practiceId } = await aNamingPractice({ isWritten: false, email });
    const [mail] = await mailsTo(email);
    await (await world.as('anonymous')).practice.person.withdrawConsent({ token: linkIn(mail!) });
    expect(await everything(practiceId)).not.toMatch(/Yıldız|Rosa|gefragt/);
  });
});

describe('what everyone reads', () => {
  it('names the town only where the team has said so', async () => {
    const practiceId = await aPractice(world, { rung: 'cohort' });
    const stepId = await aStep(world, practiceId, { rung: 'public', isProposed: false });
    const ref = { ...refOf(practiceId), stepId };
    const { ladder } = (await world.as('member')).practice;
    await ladder.propose({ ...ref, checks: [...checkPoints], namesSite: true });
    await (await world.as('partnerMember')).practice.ladder.agree(ref);
    const { read, list } = (await world.as('anonymous')).practice.public;
    expect((await read({ practiceId })).site).toBe('Ahlen');
    const other = await aPractice(world, { rung: 'public' });
    const { cards } = await list({});
    expect(cards.find(({ id }) => id === practiceId)?.site).toBe('Ahlen');
    expect(cards.find(({ id }) => id === other)?.site).toBeNull();
  });
});

// Last: nothing brings the cohort back.
describe('in an archive', () => {
  it('a consent can be withdrawn all the same', async () => {
    const { practiceId, token } = await aNamingPractice();
    const archived = { where: { id: world.cohortA }, data: { state: 'archived' } } as const;
    await world.owner.cohort.update(archived);
    await (await world.as('anonymous')).practice.person.withdrawConsent({ token });
    await workOff(world);
    expect(await everything(practiceId)).not.toMatch(/Yıldız|Rosa/);
  });
});
