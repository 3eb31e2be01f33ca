import { client } from '$lib/access/client';
import { loadDirectory } from '$lib/key/directory/key-directory';
import { newId } from '$lib/platform/id';
import type { UnlockedKeys } from '$lib/vault/account-keys';
import type { StoredContribution } from '$lib/vault/contribution';
import type { Form, Kind } from '../engine/kinds';
import { methodOf } from '../engine/methods';
import { beginThread, write, type OpenThread } from '../thread/open';

/** What the form asks for. */
export interface Beginning {
  title: string;
  summary: string;
  form: Form;
  method: string;
  plannedFor: Date | null;
  hasPseudonyms: boolean;
  circle: { accountId: string; role: 'peer_moderator' | 'adviser'; isSecretary: boolean }[];
}

/** Four weeks: then the case giver is asked what came of it. */
const FOLLOW_UP_DAYS = 28;

/**
 * Makes the first key, seals it for the circle, encrypts title and summary, and sends all of it.
 *
 * @returns the id of the consultation
 */
export async function begin(
  keys: UnlockedKeys,
  cohortId: string,
  { title, summary, circle, form, method, plannedFor, hasPseudonyms }: Beginning,
): Promise<string> {
  const consultationId = newId();
  const directory = await loadDirectory(keys, cohortId);
  const ids = [keys.accountId, ...circle.map(({ accountId }) => accountId)];
  const first = await beginThread(keys, directory, consultationId, ids);

  const thread: OpenThread = {
    consultationId,
    caseGiverId: keys.accountId,
    directory,
    epochs: [first.epoch],
    sealed: [],
    epochKeys: new Map([[1, first.key]]),
    contributions: [],
    holders: [],
    lostEpochs: [],
    memory: {},
  };
  const texts: [Kind, string][] = [
    ['title', title],
    ['summary', summary],
  ];
  const written: (StoredContribution & { kind: Kind; blob: string })[] = [];
  const phase = methodOf(method).phases[0]!.key;
  for (const [kind, text] of texts.filter(([, words]) => words.trim() !== '')) {
    const place = { method, phase, round: 0, kind };
    const one = await write(thread, keys, place, text.trim());
    written.push({ ...one, kind, blob: one.blob! });
    thread.contributions.push({ ...one, text, isWithdrawn: false });
  }

  await client.consultation.start.mutate({
    cohortId,
    consultationId,
    method,
    form,
    plannedFor: plannedFor?.toISOString() ?? null,
    hasPseudonyms,
    followUpDays: FOLLOW_UP_DAYS,
    circle,
    epoch: first.stored,
    keys: first.keys,
    contributions: written,
  });
  return consultationId;
}
