import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { AppError, conflict, notFound } from '$lib/platform/errors';
import { takeFile } from '$lib/upload/queries.server';
import { isContributionWhole } from '$lib/vault/contribution';
import { verifyEpochs } from '$lib/vault/epoch';
import { decoded } from '$lib/vault/encoding';
import { Prisma } from '../../../generated/prisma/client';
import { refreshPages, tell } from '../commands.server';
import type { Kind } from '../engine/kinds';
import { act, type Action } from '../engine/machine';
import { methodOf } from '../engine/methods';
import { phaseOf } from '../engine/state';
import * as policy from '../policy';
import { epochsOf, lockFacts, sealedKeysOf, type Facts } from '../queries.server';
import {
  MAXIMUM_CONTRIBUTIONS,
  type BeginEpoch,
  type ConsultationRef,
  type Contribute,
  type Reseal,
  type SentContribution,
  type SentEpoch,
  type SentKey,
  type Withdraw,
} from '../schema';
import { directoryOf, readEnd, signingPublicOf } from './queries.server';

type Withdrawn = Extract<Action, { type: 'contribute' }>['of'];

/** Something new in the thread, as the engine, the chains and the keys allow it. */
export async function contribute(
  scope: PersonScope,
  { contribution, fileIds, ...ref }: Contribute,
): Promise<{ position: number }> {
  if (contribution.kind === 'withdrawal') throw new AppError('invalid_input');
  const facts = await lockFacts(scope, ref);
  const { position, isRepeated } = await append(scope, facts, contribution);
  if (isRepeated) return { position };
  await attach(scope, ref, contribution.id, fileIds);
  if (facts.engine.form === 'written' || facts.engine.state === 'closed')
    await tell(scope, ref, 'consultation_contributed');
  await refreshPages(scope, facts);
  return { position };
}

/** The rows claim the files. */
async function attach(
  scope: PersonScope,
  { cohortId, consultationId }: ConsultationRef,
  contributionId: string,
  fileIds: string[],
): Promise<void> {
  for (const fileId of fileIds) await takeFile(scope, { cohortId, fileId, accept: 'sealed' });
  await scope.db.contributionAttachment.createMany({
    data: fileIds.map((fileId) => ({ cohortId, consultationId, contributionId, fileId })),
  });
}

/**
 * Puts a contribution at the end of the thread. What it says is sealed; who writes, when, in which phase
 * and what kind it is, the engine checks, and that it continues the thread as everybody will check it.
 */
export async function append(
  scope: PersonScope,
  facts: Facts,
  sent: SentContribution,
  of?: Withdrawn,
): Promise<{ position: number; isRepeated: boolean }> {
  const { db, clock, actor } = scope;
  const { row, engine } = facts;
  const known = await db.contribution.findFirst({
    where: { id: sent.id, consultationId: row.id, authorId: actor.accountId },
    select: { position: true },
  });
  if (known) return { ...known, isRepeated: true };
  const now = clock.now();
  const action: Action = { type: 'contribute', kind: sent.kind, ...(of && { of }) };
  const outcome = act(engine, action, actor.accountId, now.getTime());
  const isOfThisPhase = sent.phase === phaseOf(engine).key && sent.round === engine.round;
  if (!isOfThisPhase) throw new AppError('consultation_phase_over');
  if (!outcome.isAllowed) throw new AppError(outcome.reason);

  const end = await readEnd(scope, facts, actor.accountId);
  if (end.length >= MAXIMUM_CONTRIBUTIONS) throw new AppError('consultation_full');
  if (end.needsEpoch) throw new AppError('consultation_epoch_needed');
  if (!end.isHolder) throw new AppError('consultation_key_missing');
  await ensureContinues(scope, row.id, sent, end);
  await ensureWhole(scope, facts, sent);

  const position = end.length + 1;
  const { method: _method, previousOwn, seen, blob, blobHash, hash, signature, ...header } = sent;
  await db.contribution.createMany({
    data: [
      {
        ...header,
        cohortId: row.cohortId,
        consultationId: row.id,
        authorId: actor.accountId,
        previousOwn: decoded(previousOwn),
        seen: decoded(seen),
        blob: decoded(blob),
        blobHash: decoded(blobHash),
        hash: decoded(hash),
        signature: decoded(signature),
        createdAt: now,
        position,
      },
    ],
  });
  // What was written since cannot be undone with a step. The version stays: pages need not begin anew.
  if (engine.before !== null && outcome.state.before === null)
    await db.consultation.updateMany({ where: { id: row.id }, data: { before: Prisma.DbNull } });
  return { position, isRepeated: false };
}

/** The author goes on from where the thread ends, under its newest key; else the page fetches again. */
async function ensureContinues(
  { db }: PersonScope,
  consultationId: string,
  sent: SentContribution,
  end: Awaited<ReturnType<typeof readEnd>>,
): Promise<void> {
  const isNext = sent.sequence === end.own.sequence + 1 && sent.previousOwn === end.own.hash;
  if (sent.epoch !== end.epoch || !isNext) throw conflict(end.length);
  if (sent.seen === '') return;
  const seen = await db.contribution.findFirst({
    where: { consultationId, hash: decoded(sent.seen) },
    select: { id: true },
  });
  if (!seen) throw conflict(end.length);
}

/** One contribution that is not as it was signed would make the whole thread unreadable for everyone. */
async function ensureWhole(scope: PersonScope, { row }: Facts, sent: SentContribution) {
  const { accountId: authorId } = scope.actor;
  const signingPublic = await signingPublicOf(scope, row.cohortId, authorId, sent.keysId);
  const isWhole =
    sent.method === row.method &&
    signingPublic !== null &&
    (await isContributionWhole({ ...sent, threadId: row.id, authorId }, signingPublic));
  if (!isWhole) throw new AppError('vault_thread_forged');
}

/** Takes own words back: they go, and the signed word stays that their author wanted it. */
export async function withdraw(
  scope: PersonScope,
  { contributionId, contribution, ...ref }: Withdraw,
): Promise<void> {
  const { db, actor } = scope;
  if (contribution.kind !== 'withdrawal') throw new AppError('invalid_input');
  const facts = await lockFacts(scope, ref);
  const target = await db.contribution.findFirst({
    where: { id: contributionId, consultationId: facts.row.id },
    select: { authorId: true, kind: true, phase: true, round: true },
  });
  if (!target || target.kind === 'withdrawal') throw notFound();
  ensure(policy.mayWithdraw(actor, target));
  const phase = methodOf(facts.row.method).phases.findIndex(({ key }) => key === target.phase);
  const { isRepeated } = await append(scope, facts, contribution, {
    kind: target.kind as Kind,
    phase,
    round: target.round,
  });
  if (isRepeated) return;
  await db.contribution.updateMany({ where: { id: contributionId }, data: { blob: null } });
  await db.contributionAttachment.deleteMany({ where: { contributionId } });
  await refreshPages(scope, facts);
}

/** A new key for what comes now; the next writer makes it after somebody has left. */
export async function beginEpoch(
  scope: PersonScope,
  { epoch, keys, ...ref }: BeginEpoch,
): Promise<void> {
  const facts = await lockFacts(scope, ref);
  const me = facts.engine.people.find(({ id }) => id === scope.actor.accountId);
  if (me?.answer !== 'joined') throw new AppError('consultation_not_joined');
  await addEpoch(scope, facts, epoch, keys);
  await refreshPages(scope, facts);
}

/** @throws AppError `conflict` where somebody else began one; `vault_thread_*` where it is not sound */
export async function addEpoch(
  scope: PersonScope,
  facts: Facts,
  sent: SentEpoch,
  keys: SentKey[],
): Promise<void> {
  const { db, clock, actor } = scope;
  const { row, participants } = facts;
  if (row.destroyedAt !== null) throw new AppError('consultation_destroyed');
  const known = (await epochsOf(db, [row.id])).get(row.id)!;
  const standing = known.find(({ epoch }) => epoch === sent.epoch);
  if (standing?.signature === sent.signature) return;
  if (sent.epoch !== known.length + 1) throw conflict(known.length);

  const directory = await directoryOf(scope, row.cohortId);
  const verified = await verifyEpochs(row.id, row.caseGiverId, [...known, sent], directory);
  const record = verified.at(-1)!;
  const present = participants.filter(({ leftAt }) => leftAt === null);
  const isOfCircle = record.participants.every(({ accountId }) =>
    present.some((one) => one.accountId === accountId),
  );
  const isOwn = record.authorId === actor.accountId;
  if (!isOwn || !isOfCircle) throw new AppError('vault_thread_stranger');
  const isSealedForAll =
    keys.length === record.participants.length &&
    record.participants.every(({ accountId, keysId }) =>
      keys.some((key) => key.accountId === accountId && key.keysId === keysId),
    );
  if (!isSealedForAll || keys.some(({ epoch }) => epoch !== sent.epoch))
    throw new AppError('vault_thread_damaged');

  const at = clock.now();
  const place = { cohortId: row.cohortId, consultationId: row.id };
  await db.consultationEpoch.createMany({
    data: [
      {
        ...place,
        epoch: sent.epoch,
        record: decoded(sent.record),
        signature: decoded(sent.signature),
        createdById: actor.accountId,
        createdAt: at,
      },
    ],
  });
  await storeKeys(scope, facts, keys);
}

const storeKeys = ({ db, clock, actor }: PersonScope, { row }: Facts, keys: SentKey[]) =>
  db.consultationKey.createMany({
    data: keys.map(({ sealed, ...key }) => ({
      ...key,
      cohortId: row.cohortId,
      consultationId: row.id,
      sealed: decoded(sealed),
      sealedById: actor.accountId,
      createdAt: clock.now(),
    })),
    skipDuplicates: true,
  });

/**
 * Seals keys of the thread anew for somebody in the circle who got new keys; the one who seals has spoken
 * with the person. Only for keys that stand in the directory, and only of epochs that are there.
 */
export async function reseal(scope: PersonScope, { keys, ...ref }: Reseal): Promise<void> {
  const facts = await lockFacts(scope, ref);
  const { row, participants } = facts;
  const directory = await directoryOf(scope, row.cohortId);
  const { holders } = (await sealedKeysOf(scope.db, scope.actor.accountId, [row.id])).get(row.id)!;
  for (const { accountId, keysId, epoch } of keys) {
    const isPresent = participants.some((p) => p.accountId === accountId && p.leftAt === null);
    const isInForce = directory.members.get(accountId)?.keysId === keysId;
    const wasIn = holders.some((held) => held.epoch === epoch && held.accountId === accountId);
    if (!isPresent || !isInForce || !wasIn) throw new AppError('vault_thread_stranger');
  }
  await storeKeys(scope, facts, keys);
  await refreshPages(scope, facts);
}

/** Somebody with new keys asks the others in the circle for what stands there already. */
export async function askForKeys(scope: PersonScope, ref: ConsultationRef): Promise<void> {
  await lockFacts(scope, ref);
  await tell(scope, ref, 'consultation_keys_asked');
}
