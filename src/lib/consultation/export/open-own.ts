import type { UnlockedKeys } from '$lib/vault/account-keys';
import { openOwn } from '$lib/vault/account-keys';
import { contentOf, isContributionWhole } from '$lib/vault/contribution';
import { openEpochAlone } from '$lib/vault/epoch';
import { notesPurpose } from '../notes/purpose';
import type { OwnWriting } from './queries.server';

export interface OpenedContribution {
  id: string;
  phase: string;
  round: number;
  kind: string;
  writtenAt: string;
  text: string;
  /** The names of the files beside it. */
  attachments: string[];
}

/** What somebody wrote in one consultation, readable. */
export interface OpenedWriting {
  consultationId: string;
  cohortName: string;
  method: string;
  createdAt: string;
  contributions: OpenedContribution[];
  /** Null where there are none, or where they were sealed with keys that are lost. */
  notes: string | null;
  /** How much does not open with these keys. */
  lockedCount: number;
}

/** With what a signature of these keys of one's own is checked; null where that is not known any more. */
export type SigningPublicOf = (
  cohortId: string,
  keysId: string,
) => Promise<Uint8Array<ArrayBuffer> | null>;

/**
 * Opens what somebody wrote, with her or his keys. The thread around it is not read (after leaving, nobody
 * may): each contribution stands for itself, signed by the person.
 */
export const openOwnWriting = (
  keys: UnlockedKeys,
  writing: readonly OwnWriting[],
  signingPublicOf: SigningPublicOf,
): Promise<OpenedWriting[]> =>
  Promise.all(writing.map((one) => openOne(keys, one, signingPublicOf)));

async function openOne(
  keys: UnlockedKeys,
  writing: OwnWriting,
  signingPublicOf: SigningPublicOf,
): Promise<OpenedWriting> {
  const { consultationId, cohortName, method, createdAt } = writing;
  const epochKeys = await openEpochs(keys, writing);
  const opened = await Promise.all(
    writing.contributions.map(async (one): Promise<OpenedContribution[]> => {
      const { id, phase, round, kind } = one;
      const key = epochKeys.get(one.epoch);
      const isOwn = one.authorId === keys.accountId && one.threadId === consultationId;
      const signer = await signerOf(keys, writing.cohortId, one.keysId, signingPublicOf);
      if (!key || !one.blob || !signer || !isOwn) return [];
      if (!(await isContributionWhole(one, signer))) return [];
      const content = await orNull(contentOf(key, one, one.blob));
      if (content === null) return [];
      const attachments = content.attachments.map(({ name }) => name);
      return [
        { id, phase, round, kind, writtenAt: one.createdAt, text: content.text, attachments },
      ];
    }),
  );
  const contributions = opened.flat();
  const { notes: sealedNotes } = writing;
  const notes = sealedNotes
    ? await orNull(openOwn(keys, notesPurpose(consultationId), sealedNotes))
    : null;
  const lockedNotes = sealedNotes !== null && notes === null ? 1 : 0;
  const lockedCount = writing.contributions.length - contributions.length + lockedNotes;
  return {
    ...{ consultationId, cohortName, method, createdAt, contributions, lockedCount },
    notes: notes || null,
  };
}

async function openEpochs(
  keys: UnlockedKeys,
  { consultationId, epochs, sealed }: OwnWriting,
): Promise<Map<number, CryptoKey>> {
  const opened = await Promise.all(
    epochs.map(async ({ epoch, record }): Promise<[number, CryptoKey][]> => {
      const own = sealed.find((one) => one.epoch === epoch && one.keysId === keys.keysId);
      if (!own) return [];
      const key = await orNull(openEpochAlone(keys, consultationId, { epoch, record }, own.sealed));
      return key ? [[epoch, key]] : [];
    }),
  );
  return new Map(opened.flat());
}

const signerOf = async (
  keys: UnlockedKeys,
  cohortId: string,
  keysId: string,
  signingPublicOf: SigningPublicOf,
) => (keysId === keys.keysId ? keys.signingPublic : signingPublicOf(cohortId, keysId));

const orNull = <Value>(opening: Promise<Value>): Promise<Value | null> => opening.catch(() => null);
