import { client } from '$lib/access/client';
import { loadDirectory, type TrustedDirectory } from '$lib/key/directory/key-directory';
import { isAppError } from '$lib/platform/errors';
import { fetchAgain } from '$lib/ui/fetch-again';
import type { Moment } from '$lib/ui/format';
import type { UnlockedKeys } from '$lib/vault/account-keys';
import type { Attachment } from '$lib/vault/attachment';
import type { ReadContribution } from '$lib/vault/contribution';
import type { Kind } from '../engine/kinds';
import { phaseOf } from '../engine/state';
import { threadFailure } from './failure';
import { nextEpoch, openThread, write, type OpenThread } from './open';
import type { ConsultationPage, PlacedContribution } from './queries.server';
import { readRemembered, remember } from './remembered';

/** A contribution as it was served, with its moment as text where it came through a call. */
type Served = Omit<PlacedContribution, 'createdAt'> & { createdAt: Moment };

/** Checked, and decrypted where the reader has the key. */
export type ShownContribution = ReadContribution<Served>;

/** What of a consultation's page the thread is made of. */
export type ServedPage = Pick<
  ConsultationPage,
  'cohortId' | 'consultationId' | 'caseGiverId' | 'engine' | 'epochs' | 'sealed' | 'needsEpoch'
> & {
  contributions: Served[];
  participants: { accountId: string; leftAt: Moment | null }[];
};

/** Two may write at once: then it is written again after what the other one wrote. */
const TRIES = 4;
const AFTER_WHICH_TO_TRY_AGAIN = ['conflict', 'consultation_epoch_needed'];
/** What can also come of a page that was fetched a moment before something else happened. */
const MAY_BE_STALE = /^vault_thread_(missing|damaged|stranger)$/;

const codeOf = (error: unknown): string | undefined =>
  isAppError(error)
    ? error.appCode
    : (error as { data?: { appCode?: string } | null }).data?.appCode;

/** Whether a call has not reached the server. */
export const isOffline = (error: unknown): boolean => {
  const { name, data } = error as { name?: string; data?: unknown };
  return name === 'TRPCClientError' && !data;
};

/** The thread of one consultation in an open page: checks, decrypts, and writes. */
export class ProtectedThread {
  /** Null until it is opened, and where it was refused. */
  thread = $state.raw<OpenThread<Served> | null>(null);
  directory = $state.raw<TrustedDirectory | null>(null);
  /** Why nothing of it is shown. */
  failure = $state<string | null>(null);

  /** One after the other: nothing is written into a thread that is being opened anew. */
  #turn: Promise<unknown> = Promise.resolve();

  /** The newest title; null where there is none that this person can read. */
  title = $derived(newest(this.thread, 'title'));
  summary = $derived(newest(this.thread, 'summary'));

  /** Opens what the page was served with. */
  show(keys: UnlockedKeys, page: ServedPage): Promise<void> {
    return this.#inTurn(async () => {
      try {
        await this.#openFreshly(keys, page);
        this.failure = null;
      } catch (error) {
        this.thread = null;
        this.failure = threadFailure(error);
      }
    });
  }

  /** Writes, signs and sends; whoever else wrote meanwhile comes first. */
  send(
    keys: UnlockedKeys,
    page: ServedPage,
    kind: Kind,
    text: string,
    attachments: readonly Attachment[] = [],
  ): Promise<void> {
    return this.#inTurn(async () => {
      await this.#again(keys, page, (current) =>
        this.#contribute(keys, current, kind, text, attachments),
      );
      await fetchAgain(`consultation:${page.consultationId}`);
    });
  }

  /** Takes one's own words back, for everyone and for good. */
  withdraw(keys: UnlockedKeys, page: ServedPage, contributionId: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#again(keys, page, (current) =>
        this.#contribute(keys, current, 'withdrawal', contributionId),
      );
      await fetchAgain(`consultation:${page.consultationId}`);
    });
  }

  async #again(
    keys: UnlockedKeys,
    page: ServedPage,
    work: (page: ServedPage) => Promise<void>,
  ): Promise<void> {
    let current = page;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work(current);
      } catch (error) {
        const isWorthIt = AFTER_WHICH_TO_TRY_AGAIN.includes(codeOf(error) ?? '');
        if (!isWorthIt || attempt === TRIES) throw error;
        current = await readAgain(page);
        await this.#open(keys, current);
      }
    }
  }

  async #contribute(
    keys: UnlockedKeys,
    page: ServedPage,
    kind: Kind,
    text: string,
    attachments: readonly Attachment[] = [],
  ): Promise<void> {
    const { cohortId, consultationId, engine } = page;
    const ref = { cohortId, consultationId };
    const present = page.needsEpoch ? await this.#beginEpoch(keys, page) : undefined;
    const place = {
      method: engine.method,
      phase: phaseOf(engine).key,
      round: engine.round,
      kind,
    };
    const contribution = await write(this.thread!, keys, place, text, { attachments, present });
    if (kind === 'withdrawal') {
      const withdrawal = { ...contribution, kind, blob: contribution.blob! };
      await client.consultation.withdraw.mutate({
        ...ref,
        contributionId: text,
        contribution: withdrawal,
      });
    } else {
      const sent = { ...contribution, kind, blob: contribution.blob! };
      const fileIds = attachments.map(({ fileId }) => fileId);
      await client.consultation.contribute.mutate({ ...ref, contribution: sent, fileIds });
    }
  }

  /** A new key for those who are still there: whoever left cannot read what comes now. */
  async #beginEpoch(keys: UnlockedKeys, page: ServedPage) {
    const { cohortId, consultationId, participants } = page;
    const leavingIds = participants
      .filter(({ leftAt }) => leftAt !== null)
      .map(({ accountId }) => accountId);
    const begun = await nextEpoch(this.thread!, keys, { leavingIds });
    const { stored: epoch, keys: sealed } = begun;
    await client.consultation.beginEpoch.mutate({ cohortId, consultationId, epoch, keys: sealed });
    return begun;
  }

  async #openFreshly(keys: UnlockedKeys, page: ServedPage): Promise<void> {
    try {
      await this.#open(keys, page);
    } catch (error) {
      if (!MAY_BE_STALE.test(codeOf(error) ?? '')) throw error;
      this.directory = null;
      await this.#open(keys, await readAgain(page));
    }
  }

  async #open(keys: UnlockedKeys, page: ServedPage): Promise<void> {
    const { consultationId, caseGiverId, epochs, sealed, contributions } = page;
    this.directory ??= await loadDirectory(keys, page.cohortId);
    this.thread = await openThread<Served>(
      keys,
      this.directory,
      { consultationId, caseGiverId, epochs, sealed, contributions },
      readRemembered(keys.accountId, consultationId),
    );
    remember(keys.accountId, consultationId, this.thread.memory);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }
}

const readAgain = ({ cohortId, consultationId }: ServedPage): Promise<ServedPage> =>
  client.consultation.read.query({ cohortId, consultationId }) as Promise<ServedPage>;

function newest(thread: OpenThread<Served> | null, kind: Kind): string | null {
  const texts = thread?.contributions.filter((one) => one.kind === kind && one.text !== null);
  return texts?.at(-1)?.text ?? null;
}
