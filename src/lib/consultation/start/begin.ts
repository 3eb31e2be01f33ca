import { client } from '$lib/access/client';
import { loadDirectory } from '$lib/key/directory/key-directory';
import { newId } from '$lib/platform/id';
import type { UnlockedKeys } from '$lib/vault/account-keys';
import type { Form } from '../engine/kinds';
import { sealBeginning } from './sealed-beginning';

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
 * Encrypts and sends all of it.
 *
 * @returns the id of the consultation
 */
export async function begin(
  keys: UnlockedKeys,
  cohortId: string,
  beginning: Beginning,
): Promise<string> {
  const consultationId = newId();
  const { circle, form, method, plannedFor, hasPseudonyms } = beginning;
  const ids = circle.map(({ accountId }) => accountId);
  const directory = await loadDirectory(keys, cohortId);
  await client.consultation.start.mutate({
    ...{ cohortId, consultationId, method, form, hasPseudonyms, circle },
    plannedFor: plannedFor?.toISOString() ?? null,
    followUpDays: FOLLOW_UP_DAYS,
    ...(await sealBeginning(keys, directory, consultationId, beginning, ids)),
  });
  return consultationId;
}
