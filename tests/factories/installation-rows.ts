import { randomBytes } from 'node:crypto';
import { newId, randomId } from '$lib/platform/id';
import type { World } from './world';

export async function fillInstallation({ owner, people, clock }: World): Promise<void> {
  const at = clock.now();
  await owner.discardedObject.create({ data: { key: randomId() } });
  await owner.installationText.create({
    data: { kind: 'imprint', locale: 'de', body: 'Impressum', changedAt: at },
  });
  await owner.accountLink.create({
    data: {
      tokenHash: 'link',
      kind: 'reset',
      accountId: people.member.accountId,
      createdAt: at,
      expiresAt: at,
    },
  });
  await owner.noticeSetting.create({
    data: { accountId: people.member.accountId, pace: 'daily' },
  });
  await owner.calendarFeed.create({
    data: { accountId: people.member.accountId, tokenHash: randomId(), createdAt: at },
  });
  for (const kind of ['invitation', 'notice']) {
    await owner.mail.create({
      data: {
        id: newId(),
        recipient: 'anna@example.org',
        kind,
        createdAt: at,
        content: { create: { subject: '-', text: '-', html: '-', headers: {} } },
      },
    });
  }
}

/** What two people sign in with beside the password. */
export async function fillSignIn({ owner, people, clock }: World): Promise<void> {
  const at = clock.now();
  for (const { accountId } of [people.organiser, people.administrator]) {
    await owner.passkey.create({
      data: {
        id: newId(),
        accountId,
        credentialId: randomId(),
        publicKey: randomBytes(77),
        counter: 0,
        name: '-',
        device: '-',
        isSynced: false,
        createdAt: at,
      },
    });
    await owner.passkeyChallenge.create({
      data: { challenge: randomId(), accountId, expiresAt: at },
    });
    await owner.secondFactor.create({
      data: { accountId, secret: randomBytes(49), confirmedAt: at },
    });
    await owner.backupCode.create({
      data: { accountId, codeHash: randomBytes(32), createdAt: at },
    });
    await owner.secondFactorReset.create({
      data: { id: newId(), at, accountId, reason: '-' },
    });
  }
}
