import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOutMail } from '$lib/platform/mail-layout';
import { queueMail } from '$lib/platform/mail.server';
import { openWorld, type World } from '../factories/world';

const mail = {
  to: 'x@example.org',
  kind: 'test',
  subject: 'Betreff',
  locale: 'de',
  ...layOutMail({ locale: 'de', paragraphs: ['Guten Tag,', 'a < b & "c"'] }),
} as const;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

describe('the outbox', () => {
  it.each(['member', 'administrator', 'anonymous'] as const)(
    'takes a mail from %s, with its language',
    async (who) => {
      const id = await world.scopeAs(who, (scope) => queueMail(scope, mail));
      const row = await world.owner.mail.findUniqueOrThrow({
        where: { id },
        include: { content: true },
      });
      expect(row).toMatchObject({
        recipient: 'x@example.org',
        kind: 'test',
        state: 'waiting',
        createdAt: world.clock.now(),
        content: { subject: 'Betreff', headers: { 'Content-Language': 'de' } },
      });
    },
  );

  it('keeps nothing of a transaction that fails', async () => {
    const before = await world.owner.mail.count();
    const failing = world.scopeAs('member', async (scope) => {
      await queueMail(scope, mail);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await world.owner.mail.count()).toBe(before);
  });
});

describe('the layout of a mail', () => {
  it('shows text as text', () => {
    expect(mail.text).toContain('a < b & "c"');
    expect(mail.html).toContain('a &lt; b &amp; &quot;c&quot;');
  });
});
