import { missingOwnEntry } from '$lib/key/directory/own-entry';
import { openTrust, sealTrust, withCompared, withHeard } from '$lib/key/directory/trust';
import { openKeys } from '$lib/key/own-keys';
import { wrapAccountKey } from '$lib/vault/account-keys';
import { verifyDirectory, type Directory } from '$lib/vault/directory';
import { newRecoveryCode, recoveryWrappingKey } from '$lib/vault/recovery-code';
import type { DemoEvent } from '../content/timeline';
import type { PersonKey } from '../content/types';
import type { DemoCohort } from './cohort-stage';
import { mailedToken } from './mails';
import type { Stage } from './stage';

/** The key directory of the cohort, read and checked as this person's browser does. */
export async function directoryFor(
  stage: Stage,
  { id: cohortId }: DemoCohort,
  person: PersonKey,
): Promise<{ directory: Directory; trust: string | null }> {
  const { entries, trust } = await (await stage.as(person)).key.directory({ cohortId });
  return { directory: await verifyDirectory(cohortId, entries, null), trust };
}

/** What the browser does by itself when somebody opens the cohort for the first time. */
export async function enterKeys(
  stage: Stage,
  cohort: DemoCohort,
  person: PersonKey,
): Promise<void> {
  const { directory } = await directoryFor(stage, cohort, person);
  const at = stage.services.clock.now().getTime();
  const entry = await missingOwnEntry(stage.keysOf(person), directory, at);
  if (entry) await (await stage.as(person)).key.append({ cohortId: cohort.id, entry });
}

/** Notes that the words of everybody, or of one person, were heard and are the same. */
async function compare(
  stage: Stage,
  cohort: DemoCohort,
  by: PersonKey,
  other: PersonKey | null,
): Promise<void> {
  const keys = stage.keysOf(by);
  const { directory, trust } = await directoryFor(stage, cohort, by);
  const record = { ...(await openTrust(keys, cohort.id, trust)), seen: directory.head };
  const compared = other
    ? withCompared(record, directory.members.get(stage.accountOf(other))!)
    : withHeard(record, directory, stage.services.clock.now().getTime());
  const blob = await sealTrust(keys, cohort.id, compared);
  await (await stage.as(by)).key.keepTrust({ cohortId: cohort.id, blob, replaces: trust });
}

/** A forgotten password, and no recovery code: new keys, which everybody sees. */
async function loseKeys(stage: Stage, cohort: DemoCohort, person: PersonKey): Promise<void> {
  const anyone = await stage.as();
  await anyone.account.requestReset({ email: stage.person(person).email });
  const token = await mailedToken(stage, person, 'reset');
  const { password, keys } = await stage.credentials(stage.accountOf(person));
  await anyone.account.resetPassword({ token, password, keys: { kind: 'new', keys } });
  await enterKeys(stage, cohort, person);
}

/** The recovery page is printed; what the server keeps of it opens nothing without the code. */
async function makeRecoveryCode(stage: Stage, person: PersonKey): Promise<void> {
  const api = await stage.as(person);
  const accountId = stage.accountOf(person);
  const { keys } = await api.key.own();
  const { signInSecret: presentSecret, wrappingKey } = await stage.password();
  const { accountKey } = await openKeys(accountId, keys!, wrappingKey);
  const { keysId } = keys!;
  const codeKey = await recoveryWrappingKey(newRecoveryCode());
  const blob = await wrapAccountKey(accountKey, codeKey, { kind: 'recovery', accountId, keysId });
  await api.key.keepRecovery({ presentSecret, keysId, blob });
  await api.key.confirmRecovery({ keysId });
}

export const keyActs = {
  async keys_used(
    stage: Stage,
    cohort: DemoCohort,
    { by, act }: Extract<DemoEvent, { kind: 'keys_used' }>,
  ) {
    if (act.does === 'lose_keys') await loseKeys(stage, cohort, by);
    else if (act.does === 'make_recovery_code') await makeRecoveryCode(stage, by);
    else await compare(stage, cohort, by, act.does === 'compare' ? act.person : null);
  },
};
