import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { happens } from '../factories/notice';
import { givePassword } from '../factories/password';
import { openWorld, type World, type WorldPerson } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.owner.mail.deleteMany());

const DAY = 86_400_000;

async function someone(name = 'Gerda') {
  const place = { cohortId: world.cohortA, role: 'member', teamId: world.teams.ahlen } as const;
  const person = await world.addPerson(name, place);
  return { ...person, ...(await givePassword(world, person)) };
}

/** A topic with a comment by this person, which mentions another one. */
async function contribute(author: WorldPerson, mentioned: WorldPerson): Promise<string> {
  const { owner, cohortA: cohortId, teams, clock } = world;
  const at = clock.now();
  const topicId = newId();
  await owner.topic.create({
    data: {
      id: topicId,
      cohortId,
      teamId: teams.ahlen,
      proposedById: author.accountId,
      state: 'proposed',
      question: 'Wie gewinnen wir Jugendliche?',
      createdAt: at,
      changedAt: at,
      activeAt: at,
    },
  });
  await owner.comment.create({
    data: {
      id: newId(),
      cohortId,
      topicId,
      authorId: author.accountId,
      body: '<p>Geheimer Satz der Autorin</p>',
      mentionIds: [mentioned.membershipId],
      createdAt: at,
    },
  });
  return topicId;
}

const failure = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: { appCode: string }) => error.appCode,
  );

describe('the data export', () => {
  /** Columns of ids that never name a person. A new id column belongs here or into the export. */
  const NOT_A_PERSON = new Set([
    'id',
    ...[
      'activityId',
      'agreementId',
      'ballotId',
      'charterId',
      'cohortId',
      'fromId',
      'intoId',
      'mailId',
    ],
    ...[
      'consultationId',
      'contributionId',
      'enteredVoteId',
      'fileId',
      'invitationId',
      'keysId',
      'objectionId',
    ],
    ...[
      'mergeId',
      'mergedIntoId',
      'optionId',
      'order',
      'practiceId',
      'programmeId',
      'quotedId',
      'subjectId',
    ],
    ...['teamId', 'teamIds', 'topicId', 'voterId', 'workshopId', 'dayId', 'sectionId', 'noteIds'],
    ...['itemId', 'otherItemId', 'undoneId'],
  ]);

  it('covers every column of every table that names a person', async () => {
    const columns = await world.owner.$queryRaw<{ table: string; column: string }[]>`
      SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
       WHERE table_schema = 'public' AND udt_name IN ('uuid', '_uuid')`;
    const listed = await world.owner.$queryRaw<{ table_name: string; column_name: string }[]>`
      SELECT table_name, column_name FROM app.account_references()`;
    const inExport = listed.map(({ table_name, column_name }) => `${table_name}.${column_name}`);
    const named = columns
      .filter(
        ({ table, column }) =>
          !NOT_A_PERSON.has(column) || (table === 'account' && column === 'id'),
      )
      .map(({ table, column }) => `${table}.${column}`);
    expect(inExport.sort()).toEqual(named.sort());
  });

  /** Columns that may name a person by words: how the export reaches them, or why it does not. */
  const NAMED_IN_WORDS: Record<string, string> = {
    'account.name': 'exported by the id',
    'credential.email': 'exported by the id',
    'account_link.email': 'exported by the id',
    'membership.contactEmail': 'exported by the id',
    'passkey.name': 'the name of a device, exported by the id',
    'invitation.email': 'exported by the address',
    'invitation.name': 'exported by the address',
    'invitation.invitedBy': 'the name of who invited, kept as it was in the invitation of another',
    'mail.recipient': 'exported by the address',
    'membership_log.personName': 'exported by the name',
    'membership_log.successorName': 'exported by the name',
    'membership_log.byName': 'exported by the name',
    'membership_log.teamName': 'a team',
    'cohort.name': 'a cohort',
    'programme.name': 'a programme',
    'team.name': 'a team',
    'agenda_method.name': 'a method',
    'agenda_template.name': 'a template',
    'upload.name': 'exported by the id',
    'stored_file.name': 'exported by the id',
    'participation.guestName': 'somebody from outside, exported by who named the guest',
    'attendance.guestName': 'the same, exported by whose place it was',
    'practice_person.name':
      'somebody named by a team, who has no account here: named on the consent page',
    'practice_person.email': 'of somebody named by a team: the link that asks is sent there',
    'installation.contactEmail': 'an office',
    'erasure.askedByName': 'exported from the log of what happened, by the id',
  };
  /** The same for columns that hold anything. */
  const JSON_COLUMNS: Record<string, string> = {
    'activity.facts': 'exported where it names the person',
    'notice.facts': 'exported with one’s own notices',
    'agenda.content': 'the plan of the moderators, exported by who changed it',
    'agenda_change.operations': 'exported with one’s own changes',
    'agenda_version.content': 'exported by who published it',
    'proceedings_version.content': 'exported by who published it',
    'agenda_template.content': 'a template of the moderators',
    'topic_revision.content': 'exported with one’s own versions',
    'practice.content': 'exported by who began or changed it',
    'practice_revision.content': 'exported with one’s own versions',
    'practice_release.content': 'exported by who released it',
    'practice_step.content': 'exported by who prepared it',
    'practice_step.source': 'the text that a step began with, exported with it',
    'consultation.before': 'where a consultation was: numbers and moments',
    'vote.choice': 'exported with one’s own votes',
    'entered_vote.choice': 'exported by who entered it or answered it',
    'ballot_box.entries': 'secret votes: nobody can tell whose they are',
    'feedback_box.entries': 'anonymous answers: nobody can tell whose they are',
    'feedback_form.questions': 'exported by who asked them',
    'ballot.settings': 'how is counted',
    'ballot.result': 'sums',
    'objection_answer.changes': 'options that were taken into a decision or out of it',
    'erasure.certificate': 'counts of what was erased',
    'credential.stretching': 'numbers for the program alone',
    'mail_content.headers': 'of a mail that is exported by its address',
    'mail_content.calendar': 'of a mail that is exported by its address',
  };

  it('knows of every column that may name a person in words', async () => {
    const columns = await world.owner.$queryRaw<{ column: string; type: string }[]>`
      SELECT table_name || '.' || column_name AS "column", udt_name AS type
        FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
         AND (udt_name = 'jsonb' OR udt_name = 'text' AND column_name ~* '(name|mail|recipient|edby)$')`;
    const found = columns.map(({ column }) => column).sort();
    expect(found).toEqual([...Object.keys(NAMED_IN_WORDS), ...Object.keys(JSON_COLUMNS)].sort());
  });

  it('says that others did something with the person, without their words about it', async () => {
    const person = await someone('Isolde');
    await (
      await world.as('organiser')
    ).membership.end({
      cohortId: world.cohortA,
      membershipId: person.membershipId,
      reason: 'Unter vier Augen',
    });
    const { id: sessionId } = await world.services.sessions.start(person.accountId, 'Test');
    const { sections } = await (await world.as({ ...person, sessionId })).account.export();
    const named = sections.find(
      ({ section, reason }) => `${section}.${reason}` === 'activity.facts',
    );
    expect(named?.entries).toMatchObject([{ kind: 'person_left' }]);
    expect(JSON.stringify(named)).not.toContain('Unter vier Augen');
  });

  it('holds what one wrote, also after leaving, and nothing that others wrote', async () => {
    const author = await someone();
    const mentioned = await someone('Hanna');
    await contribute(author, mentioned);
    const endedAt = world.clock.now();
    await world.owner.membership.update({ where: { id: author.membershipId }, data: { endedAt } });
    const own = JSON.stringify(await (await world.as(author)).account.export());
    expect(own).toContain('Geheimer Satz der Autorin');
    expect(own).toContain('Wie gewinnen wir Jugendliche?');
    expect(own).toContain(author.email);
    const other = await (await world.as(mentioned)).account.export();
    expect(JSON.stringify(other)).not.toContain('Geheimer Satz');
    expect(other.sections.map(({ section, reason }) => `${section}.${reason}`)).toContain(
      'comment.mentionIds',
    );
  });

  it('keeps secrets of the program out', async () => {
    const person = await someone();
    const text = JSON.stringify(await (await world.as(person)).account.export());
    for (const word of ['secretHash', 'idHash', 'tokenHash', 'stretching'])
      expect(text).not.toContain(word);
  });
});

describe('deleting an account', () => {
  const ask = async (person: Awaited<ReturnType<typeof someone>>) =>
    (await world.as(person)).account.askForDeletion({ presentSecret: person.signInSecret });

  const erase = async (who: 'organiser' | 'administrator' | 'member', accountId: string) =>
    failure((await world.as(who)).account.eraseAccount({ accountId }));

  it('tells the person, the organisers and the administrators, once', async () => {
    const person = await someone();
    await ask(person);
    await ask(person);
    const mails = await world.owner.mail.findMany({ select: { recipient: true, kind: true } });
    expect(mails.map(({ recipient, kind }) => `${kind} ${recipient}`).sort()).toEqual(
      [
        `deletion_asked ${world.people.administrator.email}`,
        `deletion_asked ${world.people.organiser.email}`,
        `deletion_received ${person.email}`,
      ].sort(),
    );
  });

  it('waits for fourteen days, in which the person can take it back', async () => {
    const person = await someone();
    await ask(person);
    world.clock.advance(13 * DAY);
    expect(await erase('administrator', person.accountId)).toBe('not_found');
    const { id } = await world.services.sessions.start(person.accountId, 'Test');
    await (await world.as({ ...person, sessionId: id })).account.keepAccount();
    world.clock.advance(2 * DAY);
    await world.signInAgain('administrator');
    expect(await erase('administrator', person.accountId)).toBe('not_found');
  });

  it('takes the name and the access, and leaves the contributions', async () => {
    const person = await someone('Wilhelmine');
    const topicId = await contribute(person, world.people.member);
    await ask(person);
    world.clock.advance(15 * DAY);
    for (const kind of ['organiser', 'member'] as const) await world.signInAgain(kind);
    await happens(world, 'organiser', 'role_given', person.membershipId, { person: person.name });
    const requests = await (await world.as('organiser')).account.deletionRequests();
    expect(requests).toContainEqual(
      expect.objectContaining({ accountId: person.accountId, isDue: true }),
    );
    expect(await erase('member', person.accountId)).toBe('not_found');
    expect(await erase('organiser', person.accountId)).toBe('ok');
    expect(await erase('organiser', person.accountId)).toBe('not_found');

    const { owner } = world;
    const told = await owner.activity.findFirstOrThrow({
      where: { subjectId: person.membershipId },
    });
    expect(told.facts).toEqual({ person: 'Ehemaliges Mitglied' });
    const account = await owner.account.findUniqueOrThrow({ where: { id: person.accountId } });
    expect(account).toMatchObject({ name: 'Ehemaliges Mitglied', deletionAsked: null });
    expect(await owner.credential.count({ where: { accountId: person.accountId } })).toBe(0);
    expect(await owner.session.count({ where: { accountId: person.accountId } })).toBe(0);
    expect(await owner.mail.count({ where: { recipient: person.email } })).toBe(0);
    expect(await owner.topic.count({ where: { id: topicId } })).toBe(1);
    expect(await owner.comment.count({ where: { authorId: person.accountId } })).toBe(1);
    const log = await owner.membershipLog.findFirstOrThrow({ where: { personName: 'Wilhelmine' } });
    expect(log).toMatchObject({ change: 'left', byName: world.people.organiser.name });
    const membership = await owner.membership.findUniqueOrThrow({
      where: { id: person.membershipId },
    });
    expect(membership.endedAt).not.toBeNull();
    expect(await failure((await world.as('anonymous')).account.signIn(person))).toBe(
      'sign_in_failed',
    );
  });

  it('is refused to the only administrator', async () => {
    await world.signInAgain('administrator');
    const { administrator } = world.people;
    const { signInSecret: presentSecret } = await givePassword(world, administrator);
    const request = async () =>
      failure((await world.as('administrator')).account.askForDeletion({ presentSecret }));
    expect(await request()).toBe('last_administrator');
    await world.addPerson('Zweite', 'administrator');
    expect(await request()).toBe('ok');
    await (await world.as('administrator')).account.keepAccount();
  });

  it('is not for organisers of other cohorts to see or do', async () => {
    const stranger = await world.addPerson('Olaf', { cohortId: world.cohortB, role: 'organiser' });
    const person = await someone();
    await ask(person);
    world.clock.advance(15 * DAY);
    const { id } = await world.services.sessions.start(stranger.accountId, 'Test');
    const api = await world.as({ ...stranger, sessionId: id });
    expect(await api.account.deletionRequests()).toEqual([]);
    expect(await failure(api.account.eraseAccount({ accountId: person.accountId }))).toBe(
      'not_found',
    );
  });
});

it('throws away what has run out', async () => {
  const { owner, clock, asSystem } = world;
  const { accountJobs } = await import('$lib/account/jobs.server');
  const old = new Date(clock.now().getTime() - 3 * DAY);
  const { accountId } = await someone();
  await owner.attempt.create({
    data: { key: 'old', failures: 1, lastAt: old, nextAllowedAt: old },
  });
  await owner.session.create({
    data: { idHash: 'old', accountId, createdAt: old, expiresAt: old, device: '' },
  });
  await owner.accountLink.create({
    data: { tokenHash: 'old', kind: 'reset', accountId, createdAt: old, expiresAt: old },
  });
  await asSystem(null, (scope) => accountJobs[0]!.run(scope as never, {}, world.services));
  expect(await owner.attempt.count({ where: { key: 'old' } })).toBe(0);
  expect(await owner.session.count({ where: { idHash: 'old' } })).toBe(0);
  expect(await owner.accountLink.count({ where: { tokenHash: 'old' } })).toBe(0);
});
