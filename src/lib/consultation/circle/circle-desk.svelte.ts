import { client } from '$lib/access/client';
import { failureText } from '$lib/access/failure-text';
import { changeTrust } from '$lib/key/directory/key-directory';
import { withCompared } from '$lib/key/directory/trust';
import { fetchAgain } from '$lib/ui/fetch-again';
import { toaster } from '$lib/ui/toaster.svelte';
import type { UnlockedKeys } from '$lib/vault/account-keys';
import { nextEpoch, resealFor } from '../thread/open';
import type { ProtectedThread } from '../thread/protected-thread.svelte';
import type { ConsultationPage } from '../thread/queries.server';

/** What changes who is in the circle and who can read: each step makes new keys where it has to. */
export class CircleDesk {
  /** What is under way, by a name that the page gives. */
  pending = $state<string | null>(null);

  constructor(
    private readonly keys: UnlockedKeys,
    private readonly thread: ProtectedThread,
    private readonly page: () => ConsultationPage,
  ) {}

  get ref() {
    const { cohortId, consultationId } = this.page();
    return { cohortId, consultationId };
  }

  /**
   * One more person; the case giver's word lets her or him in. What was written before stays locked, so title
   * and summary are written once more, under the key that the person gets.
   */
  async ask(accountId: string, role: 'peer_moderator' | 'adviser'): Promise<boolean> {
    const { title, summary } = this.thread;
    const isAsked = await this.run(`ask ${accountId}`, async () => {
      const { stored: epoch, keys } = await nextEpoch(this.thread.thread!, this.keys, {
        leavingIds: this.#gone(),
        broughtIds: [accountId],
      });
      const { ref } = this;
      await client.consultation.addParticipant.mutate({ ...ref, accountId, role, epoch, keys });
    });
    if (!isAsked) return false;
    return this.run(`tell ${accountId}`, async () => {
      // The new epoch is there only once the page was fetched again.
      await this.thread.show(this.keys, this.page());
      if (title) await this.thread.send(this.keys, this.page(), 'title', title);
      if (summary) await this.thread.send(this.keys, this.page(), 'summary', summary);
    });
  }

  /** Takes somebody out; what comes is under a key that she or he never gets. */
  remove(accountId: string): Promise<boolean> {
    return this.run(`remove ${accountId}`, () =>
      client.consultation.removeParticipant.mutate({ ...this.ref, accountId }),
    );
  }

  /**
   * After the two have spoken, and compared the six words: everything that stands here is sealed for the new
   * keys, and a new epoch counts on them.
   */
  bringBack(accountId: string): Promise<boolean> {
    return this.run(`back ${accountId}`, async () => {
      const { thread, directory } = this.thread;
      const member = directory!.members.get(accountId)!;
      await changeTrust(this.keys, this.ref.cohortId, (record) => withCompared(record, member));
      const keys = await resealFor(thread!, this.keys, accountId);
      if (keys.length > 0) await client.consultation.reseal.mutate({ ...this.ref, keys });
      const next = await nextEpoch(thread!, this.keys, {
        leavingIds: this.#gone(),
        confirmedIds: [accountId],
      });
      await client.consultation.beginEpoch.mutate({
        ...this.ref,
        epoch: next.stored,
        keys: next.keys,
      });
    });
  }

  /** Goes out of the circle: afterwards nothing of it can be fetched again. */
  leave(): Promise<boolean> {
    const { ref } = this;
    return this.#try('leave', () => client.consultation.leave.mutate(ref));
  }

  /** Does something, shows what is in its way, and fetches the page again. */
  run(name: string, work: () => Promise<unknown>): Promise<boolean> {
    const { consultationId } = this.ref;
    return this.#try(name, async () => {
      await work();
      this.thread.directory = null;
      await fetchAgain(`consultation:${consultationId}`);
    });
  }

  async #try(name: string, work: () => Promise<unknown>): Promise<boolean> {
    if (this.pending) return false;
    this.pending = name;
    try {
      await work();
      return true;
    } catch (error) {
      toaster.show(failureText(error), { tone: 'danger' });
      return false;
    } finally {
      this.pending = null;
    }
  }

  #gone(): string[] {
    return this.page()
      .participants.filter(({ leftAt }) => leftAt !== null)
      .map(({ accountId }) => accountId);
  }
}
