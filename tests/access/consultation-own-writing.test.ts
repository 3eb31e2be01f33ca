import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOwnWriting } from '$lib/consultation/export/open-own';
import { notesPurpose } from '$lib/consultation/notes/purpose';
import { createAccountKeys, sealOwn } from '$lib/vault/account-keys';
import {
  aRunningConsultation,
  asSent,
  directoryOf,
  keysOf,
  outcome,
  written,
  type Ref,
} from '../factories/consultation';
import { openWorld, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const api = async (who: Who) => (await world.as(who)).consultation;
type Who = 'member' | 'otherTeam' | 'partnerMember';

async function says(who: Who, ref: Ref, text: string) {
  await (await api(who)).contribute(await written(world, who, ref, 'statement', text));
}

async function notes(who: Who, ref: Ref, text: string) {
  const keys = await keysOf(world, world.people[who]);
  const blob = await sealOwn(keys, notesPurpose(ref.consultationId), text);
  await (await api(who)).writeNotes({ ...ref, version: 0, blob });
}

const stored = async (who: Who, { consultationId }: Ref) =>
  (await (await api(who)).ownWriting()).filter((one) => one.consultationId === consultationId);

const fromDirectory = async (cohortId: string, keysId: string) =>
  (await directoryOf(world, cohortId)).everyKeys.get(keysId)?.signingPublic ?? null;

async function opened(who: Who, ref: Ref) {
  const keys = await keysOf(world, world.people[who]);
  return openOwnWriting(keys, await stored(who, ref), fromDirectory);
}

describe('own writing', () => {
  it('holds own words and notes, and nothing that others wrote', async () => {
    const ref = await aRunningConsultation(world);
    await says('otherTeam', ref, 'Von mir');
    await says('partnerMember', ref, 'Von einem anderen');
    await notes('otherTeam', ref, 'Nur für mich');
    const [mine] = await opened('otherTeam', ref);
    expect(mine).toMatchObject({ notes: 'Nur für mich', lockedCount: 0 });
    expect(mine!.contributions.map(({ text }) => text)).toEqual(['Von mir']);
    const [case_] = await opened('member', ref);
    expect(case_!.contributions.map(({ kind }) => kind)).toEqual(['title', 'summary']);
    const ids = (await stored('otherTeam', ref))[0]!.contributions.map((one) => one.authorId);
    expect(ids).toEqual([world.people.otherTeam.accountId]);
  });

  it('is still there for whoever has left, and gone once it is destroyed', async () => {
    const ref = await aRunningConsultation(world);
    await says('otherTeam', ref, 'Vor dem Abschied');
    await (await api('otherTeam')).leave(ref);
    expect(await outcome((await api('otherTeam')).read(ref))).toBe('not_found');
    const [left] = await opened('otherTeam', ref);
    expect(left!.contributions.map(({ text }) => text)).toEqual(['Vor dem Abschied']);
    await (await api('member')).destroy(ref);
    expect(await stored('otherTeam', ref)).toEqual([]);
  });

  it('leaves out what was taken back', async () => {
    const ref = await aRunningConsultation(world);
    const sent = await written(world, 'otherTeam', ref, 'statement', 'Zu viel');
    await (await api('otherTeam')).contribute(sent);
    const { id: contributionId } = sent.contribution;
    const withdrawal = await written(world, 'otherTeam', ref, 'withdrawal', contributionId);
    await (await api('otherTeam')).withdraw({ ...withdrawal, contributionId });
    expect(await stored('otherTeam', ref)).toEqual([]);
  });

  it('takes nobody else’s words for own ones, and counts what does not open', async () => {
    const ref = await aRunningConsultation(world);
    await says('otherTeam', ref, 'Von mir');
    await says('partnerMember', ref, 'Untergeschoben');
    const [own] = await stored('otherTeam', ref);
    const [other] = await stored('partnerMember', ref);
    const { accountId } = world.people.otherTeam;
    const keys = await keysOf(world, world.people.otherTeam);
    const slipped = {
      ...own!.contributions[0]!,
      ...asSent({ blob: other!.contributions[0]!.blob }),
    };
    const forged = [{ ...own!, contributions: [slipped] }];
    expect(await openOwnWriting(keys, forged, fromDirectory)).toMatchObject([
      { contributions: [], lockedCount: 1 },
    ]);
    const renamed = other!.contributions.map((one) => ({ ...one, authorId: accountId }));
    const claimed = [{ ...own!, contributions: renamed }];
    expect(await openOwnWriting(keys, claimed, fromDirectory)).toMatchObject([
      { contributions: [], lockedCount: 1 },
    ]);
    const { unlocked } = await createAccountKeys(accountId);
    expect(await openOwnWriting(unlocked, [own!], fromDirectory)).toMatchObject([
      { contributions: [], lockedCount: 1 },
    ]);
  });
});
