import { queueName } from '$lib/operations/names';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationsJobs } from '$lib/operations/jobs.server';
import { newId } from '$lib/platform/id';
import { openWorld, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

async function aMail(kind: string, state: 'waiting' | 'failed' = 'waiting'): Promise<string> {
  const id = newId();
  const content = {
    subject: 'Betreff',
    text: 'https://werkraum.example/reset/geheim',
    html: '',
    headers: {},
  };
  const at = world.clock.now();
  await world.owner.mail.create({
    data: {
      id,
      recipient: 'a@example.org',
      kind,
      state,
      createdAt: at,
      content: { create: content },
    },
  });
  return id;
}

describe('the operations page', () => {
  it('shows that mails wait, to whom and of which kind, but not what a reset link says', async () => {
    const [reset, invitation] = [await aMail('password_reset'), await aMail('invitation')];
    const administrator = await world.as('administrator');
    const { mails, mailCounts } = await administrator.operations.overview({});
    const shown = (id: string) => mails.find((mail) => mail.id === id);
    expect(shown(reset)).toMatchObject({ recipient: 'a@example.org', hasBody: false });
    expect(shown(invitation)).toMatchObject({ kind: 'invitation', hasBody: true });
    expect(mailCounts).toEqual({ waiting: 2 });
    await expect(administrator.operations.mail({ mailId: reset })).rejects.toMatchObject({
      appCode: 'not_found',
    });
    const read = await administrator.operations.mail({ mailId: invitation });
    expect(read.content.text).toContain('https://');
  });

  it('lets a failed mail be tried again, and no other', async () => {
    const administrator = await world.as('administrator');
    const failed = await aMail('notice', 'failed');
    await administrator.operations.retryMail({ mailId: failed });
    const row = await world.owner.mail.findUniqueOrThrow({ where: { id: failed } });
    expect(row.state).toBe('waiting');
    await expect(administrator.operations.retryMail({ mailId: failed })).rejects.toMatchObject({
      appCode: 'mail_not_failed',
    });
  });

  it('forgets mails after three months, those that wait excepted', async () => {
    const at = world.clock.now();
    const [gone, waits] = [await aMail('notice', 'failed'), await aMail('notice')];
    world.clock.advance(91 * 86_400_000);
    const young = await aMail('notice', 'failed');
    const tidy = operationsJobs.find(({ queue }) => queue === 'mail.tidy')!;
    await world.asSystem(null, (scope) => tidy.run(scope, {}, world.services));
    const left = await world.owner.mail.findMany({ where: { id: { in: [gone, waits, young] } } });
    expect(left.map(({ id }) => id).sort()).toEqual([waits, young].sort());
    world.clock.set(at);
  });

  it('names the queues and the version', async () => {
    const administrator = await world.as('administrator');
    const { queues, program, database } = await administrator.operations.overview({});
    expect(queues.map(({ name }) => name)).toContain('notice.fan-out');
    const wordless = queues.filter(({ name }) => queueName(name) === name);
    expect(wordless).toEqual([]);
    expect(program.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(Number.parseInt(database.version, 10)).toBeGreaterThanOrEqual(15);
  });
});
