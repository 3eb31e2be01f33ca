import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { AppError, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { enqueue } from '$lib/platform/jobs.server';
import { queueMail } from '$lib/platform/mail.server';
import { hashToken, newToken } from '$lib/platform/token.server';
import { TELL_QUEUE } from '../ladder/commands.server';
import { lockPractice, type LockedPractice } from '../queries.server';
import type { PracticeRef } from '../schema';
import { asksMore, prolonged } from './consent';
import { consentMail } from './mail.server';
import { mayNamePersons } from './policy';
import { findConsent, readDetails, readPersons, readPerson } from './queries.server';
import {
  linesOf,
  type ConsentLink,
  type PersonRef,
  type ProlongConsent,
  type SavePerson,
} from './schema';

type Answer = Promise<{ token: string | null }>;

/** Where this installation is reached. */
interface House {
  origin: string;
}

/**
 * Names somebody, or changes how; what goes further than what was agreed to is asked anew. The link
 * for the person is told once, to whoever has named her or him.
 */
export async function save(scope: PersonScope, input: SavePerson, house: House): Answer {
  const { db } = scope;
  const practice = await lockPractice(db, input);
  ensure(mayNamePersons(scope.actor, practice));
  const { personId: id, practiceId } = input;
  const known = await db.practicePerson.findFirst({
    where: { id, practiceId },
    select: {
      name: true,
      scope: true,
      until: true,
      contact: true,
      consentedAt: true,
      isOwnWord: true,
      withdrawnAt: true,
    },
  });
  if (known?.withdrawnAt) throw new AppError('practice_consent_withdrawn');
  const { today } = await readPersons(scope, input);
  // Names are taken out for good on the day after: a mistyped year must not do that.
  if (input.until !== null && input.until < today) throw new AppError('practice_until_past');
  const token = known ? null : await enter(scope, practice.teamId, input);
  if (known) {
    const agreed = { ...known, until: known.until?.toISOString().slice(0, 10) ?? null };
    const goesOn = known.name === input.name && !asksMore(input, agreed);
    const details = (await readDetails(db, input)).get(id);
    const before = goesOn ? known : { consentedAt: null, isOwnWord: false };
    const consentedAt = before.consentedAt ?? (input.isWritten ? scope.clock.now() : null);
    await db.practicePerson.updateMany({
      where: { id, practiceId },
      data: {
        ...saidIn(input),
        spellings: spellingsAfter(input, { name: known.name, spellings: details?.spellings ?? [] }),
        consentedAt,
        isOwnWord: before.isOwnWord,
      },
    });
  }
  if (token && !input.isWritten) await mailLink(scope, practice, { ...input, token }, house);
  await refresh(scope, input);
  return { token };
}

/** How else the texts name somebody: as the team says, and as the name stood there until now. */
function spellingsAfter(input: SavePerson, known: { name: string; spellings: string[] }): string[] {
  const said = input.spellings === undefined ? known.spellings : linesOf(input.spellings);
  return [...new Set([...said, known.name])].filter((one) => one !== input.name);
}

/** Sends the link to the person where the team has given an address. */
async function mailLink(
  scope: PersonScope,
  { content, teamName }: LockedPractice,
  {
    cohortId,
    email,
    name,
    token,
  }: { cohortId: string; email: string; name: string; token: string },
  { origin }: House,
): Promise<void> {
  if (email === '') return;
  const about = { gist: content.gist, site: teamName, locale: content.language, until: null };
  await queueMail(
    scope,
    consentMail({ cohortId, email, name, ...about, url: `${origin}/consent/${token}` }),
  );
}

const saidIn = ({ name, role, contact, email, isFamilyNameAWord, scope, until }: SavePerson) => ({
  name,
  role,
  contact,
  email,
  isFamilyNameAWord,
  scope,
  until: until === null ? null : new Date(until),
});

async function enter(scope: PersonScope, teamId: string, input: SavePerson): Promise<string> {
  const { db, clock, actor } = scope;
  const { cohortId, practiceId, personId: id } = input;
  const now = clock.now();
  const { token, hash: tokenHash } = newToken();
  const by = { createdById: actor.accountId, createdAt: now };
  const consentedAt = input.isWritten ? now : null;
  const row = { cohortId, id, practiceId, teamId, tokenHash, consentedAt, ...by };
  const { count } = await db.practicePerson.createMany({
    data: [{ ...row, ...saidIn(input), spellings: linesOf(input.spellings ?? '') }],
    skipDuplicates: true,
  });
  if (count === 0) throw notFound();
  return token;
}

/** A new link for the person; the one before it opens nothing any more. */
export async function renewLink(
  scope: PersonScope,
  ref: PersonRef,
  house: House,
): Promise<{ token: string }> {
  const practice = await lockPractice(scope.db, ref);
  ensure(mayNamePersons(scope.actor, practice));
  const { token, hash } = newToken();
  const { count } = await scope.db.practicePerson.updateMany({
    where: { id: ref.personId, practiceId: ref.practiceId, withdrawnAt: null },
    data: { tokenHash: hash, mailTokenHash: null },
  });
  if (count === 0) throw notFound();
  const { name, email } = await readPerson(scope, ref);
  await mailLink(scope, practice, { ...ref, name, email, token }, house);
  return { token };
}

/** Takes an entry away that nobody has agreed to; the texts stay as they are. */
export async function remove(scope: PersonScope, ref: PersonRef): Promise<void> {
  const practice = await lockPractice(scope.db, ref);
  ensure(mayNamePersons(scope.actor, practice));
  const { count } = await scope.db.practicePerson.deleteMany({
    where: { id: ref.personId, practiceId: ref.practiceId, consentedAt: null, withdrawnAt: null },
  });
  if (count === 0) throw notFound();
  await refresh(scope, ref);
}

/** Somebody has told the team that the consent no longer holds: the name goes everywhere. */
export async function withdraw(scope: PersonScope, ref: PersonRef): Promise<void> {
  const { db, clock } = scope;
  await lockPractice(db, ref);
  const [answer] = await db.$queryRaw<{ isDone: boolean }[]>`
    SELECT app.practice_person_withdraw(${ref.personId}::uuid, ${clock.now()}::timestamptz) AS "isDone"`;
  if (!answer?.isDone) throw notFound();
  await refresh(scope, ref);
}

/** The person agrees, behind the link. */
export async function giveConsent(scope: Scope, link: ConsentLink): Promise<void> {
  const { db, clock } = scope;
  const asked = await findConsent(scope, link);
  if (asked.withdrawnAt) throw new AppError('practice_consent_withdrawn');
  await db.$queryRaw`
    SELECT app.practice_consent_give(${hashToken(link.token)}, ${clock.now()}::timestamptz)`;
  await refresh(scope, asked);
}

/** The person lets the consent hold longer, behind the link. */
export async function prolongConsent(scope: Scope, { token, by }: ProlongConsent): Promise<void> {
  const asked = await findConsent(scope, { token });
  if (asked.withdrawnAt) throw new AppError('practice_consent_withdrawn');
  if (asked.until === null) return;
  await scope.db.$queryRaw`
    SELECT app.practice_consent_prolong(${hashToken(token)}, ${prolonged(asked.until, by)}::date)`;
  await refresh(scope, asked);
}

/** The person withdraws, behind the link; said twice, it is the same. */
export async function withdrawConsent(scope: Scope, link: ConsentLink): Promise<void> {
  const { db, clock } = scope;
  const { cohortId, practiceId, withdrawnAt } = await findConsent(scope, link);
  if (withdrawnAt) return;
  await db.$queryRaw`
    SELECT app.practice_consent_withdraw(${hashToken(link.token)}, ${clock.now()}::timestamptz)`;
  const news = { kind: 'practice_consent_withdrawn', actorId: null };
  await enqueue(db, TELL_QUEUE, { cohortId, practiceId, ...news });
  await refresh(scope, { cohortId, practiceId });
}

const refresh = ({ db }: Scope, { cohortId, practiceId }: PracticeRef) =>
  publish(db, { cohortId, kind: 'practice', id: practiceId });
