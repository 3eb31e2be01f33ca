import { client } from '$lib/access/client';
import { loadDirectory, type TrustedDirectory } from '$lib/key/directory/key-directory';
import { m } from '$lib/paraglide/messages.js';
import { openOwn, type UnlockedKeys } from '$lib/vault/account-keys';
import { methodOf } from '../engine/methods';
import { notesPurpose } from '../notes/purpose';
import { ProtectedThread, type ServedPage } from '../thread/protected-thread.svelte';
import { readableWords } from './readable';
import type { Words } from './words';

interface Listed {
  consultationId: string;
  engine: { method: string };
  destroyedAt: Date | null;
}

interface Method {
  key: string;
  /** Their names, in the order of the method. */
  phases: readonly string[];
}

/** What the person can read in all her or his consultations: fetched sealed, opened here, kept in memory. */
export class OwnWords {
  /** Null until somebody searches. */
  all = $state.raw<Words[] | null>(null);
  /** How many consultations did not open. */
  failedCount = $state(0);

  #cohortId: string | undefined;
  /** Counts up: what was overtaken by a newer wish is dropped. */
  #wish = 0;

  async open(
    keys: UnlockedKeys,
    cohortId: string,
    listed: readonly Listed[],
    methods: readonly Method[],
  ): Promise<void> {
    const wish = (this.#wish += 1);
    if (cohortId !== this.#cohortId) this.all = null;
    this.#cohortId = cohortId;
    const kept = listed.filter(({ destroyedAt }) => destroyedAt === null);
    const opened = await this.#openAll(keys, cohortId, kept, methods).catch(() =>
      kept.map(() => null),
    );
    if (wish !== this.#wish) return;
    this.all = opened.flatMap((words) => words ?? []);
    this.failedCount = opened.filter((words) => words === null).length;
  }

  /** Nothing decrypted stays once the keys are gone. */
  forget(): void {
    this.#wish += 1;
    this.all = null;
  }

  async #openAll(
    keys: UnlockedKeys,
    cohortId: string,
    listed: readonly Listed[],
    methods: readonly Method[],
  ): Promise<(Words[] | null)[]> {
    const directory = await loadDirectory(keys, cohortId);
    return Promise.all(
      listed.map(({ consultationId, engine }) => {
        const names = methods.find(({ key }) => key === engine.method)?.phases ?? [];
        const { phases } = methodOf(engine.method);
        const phaseName = (key: string) => names[phases.findIndex((one) => one.key === key)] ?? '';
        const ref = { cohortId, consultationId };
        return wordsOf(keys, directory, ref, phaseName).catch(() => null);
      }),
    );
  }
}

/** Null where the thread was refused. */
async function wordsOf(
  keys: UnlockedKeys,
  directory: TrustedDirectory,
  ref: { cohortId: string; consultationId: string },
  phaseName: (key: string) => string,
): Promise<Words[] | null> {
  const page = await client.consultation.read.query(ref);
  const thread = new ProtectedThread();
  thread.directory = directory;
  await thread.show(keys, page as ServedPage);
  if (!thread.thread) return null;
  const giver = page.participants.find(({ accountId }) => accountId === page.caseGiverId);
  return readableWords({
    contributions: thread.thread.contributions,
    participants: page.participants,
    accountId: keys.accountId,
    notes: await notesOf(keys, ref.consultationId, page.notes?.blob),
    href: `/cohorts/${ref.cohortId}/consultations/${ref.consultationId}`,
    title: thread.title ?? m.consultation_page_title({ name: giver?.name ?? '' }),
    phaseName,
  });
}

/** Empty where there are none, or where they were sealed with keys that are lost. */
const notesOf = async (keys: UnlockedKeys, consultationId: string, blob?: string) =>
  blob ? openOwn(keys, notesPurpose(consultationId), blob).catch(() => '') : '';
