import { SMTPServer } from 'smtp-server';
import { simpleParser, type ParsedMail } from 'mailparser';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMailSender, type MailSender } from '$lib/platform/mail-sender.server';
import { queueMail } from '$lib/platform/mail.server';
import { openWorld, type World } from '../factories/world';

let world: World;
let received: ParsedMail[] = [];
/** What the server answers to the next mails, instead of taking them. */
let refusals: number[] = [];
let server: SMTPServer;
let smtpUrl: string;
let sender: MailSender;

beforeAll(async () => {
  world = await openWorld();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        const responseCode = refusals.shift();
        if (responseCode) return done(Object.assign(new Error('no'), { responseCode }));
        received.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
});
afterAll(async () => {
  await new Promise<void>((resolve) => server?.close(() => resolve()));
  await world?.close();
});

const aSender = () =>
  openMailSender({
    ...world.services,
    smtpUrl,
    origin: 'https://werkraum.example',
    log: { error() {} },
    // Rounds are asked for by the test.
    events: { subscribe: () => () => {} },
  });

beforeEach(async () => {
  received = [];
  refusals = [];
  await world.owner.mail.deleteMany({});
  sender = aSender();
  await sender.sendDue();
});
afterEach(() => sender.stop());

const aMail = (kind = 'notice') =>
  world.asSystem(null, (scope) =>
    queueMail(scope, {
      to: 'anna@example.org',
      kind,
      subject: 'Neues im Werkraum',
      text: 'Guten Tag',
      html: '<p>Guten Tag</p>',
      locale: 'de',
    }),
  );
const rowOf = (id: string) =>
  world.owner.mail.findUniqueOrThrow({ where: { id }, include: { content: true } });

describe('the mail sender', () => {
  it('sends a mail once, and keeps nothing of what it said', async () => {
    const id = await aMail();
    const second = aSender();
    await Promise.all([sender.sendDue(), second.sendDue()]);
    await second.stop();
    await sender.sendDue();
    expect(received.map(({ subject }) => subject)).toEqual(['Neues im Werkraum']);
    expect(received[0]!.from?.text).toBe('"Testhaus" <haus@example.org>');
    expect(received[0]!.messageId).toBe(`<${id}@werkraum.example>`);
    expect(await rowOf(id)).toMatchObject({ state: 'sent', content: null });
  });

  it('hands a date to calendar programs, to be acted upon and as a file', async () => {
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
    await world.asSystem(null, (scope) =>
      queueMail(scope, {
        ...{ to: 'anna@example.org', kind: 'calendar', subject: 'Termin', locale: 'de' },
        ...{ text: 'Guten Tag', html: '<p>Guten Tag</p>' },
        calendar: { method: 'REQUEST', content },
      }),
    );
    await sender.sendDue();
    const parts = received[0]!.attachments.map(({ contentType, content: said }) => [
      contentType,
      said.toString(),
    ]);
    expect(parts).toEqual([
      ['text/calendar', content],
      ['application/ics', content],
    ]);
    expect(received[0]!.text).toContain('Guten Tag');
  });

  it('keeps the body of an invitation', async () => {
    const id = await aMail('invitation');
    await sender.sendDue();
    expect((await rowOf(id)).content?.text).toBe('Guten Tag');
  });

  it('tries again later, and later still', async () => {
    refusals = [451, 451];
    const id = await aMail();
    await sender.sendDue();
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 1, error: 'EMESSAGE 451' });
    await sender.sendDue();
    expect((await rowOf(id)).attempts).toBe(1);
    world.clock.advance(61_000);
    await sender.sendDue();
    expect((await rowOf(id)).attempts).toBe(2);
    world.clock.advance(61_000);
    await sender.sendDue();
    expect((await rowOf(id)).attempts).toBe(2);
    world.clock.advance(61_000);
    await sender.sendDue();
    expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 3 });
    expect(received).toHaveLength(1);
  });

  it('takes a refusal for good as one', async () => {
    refusals = [550];
    const id = await aMail();
    await sender.sendDue();
    expect(await rowOf(id)).toMatchObject({ state: 'failed', error: 'EMESSAGE 550' });
  });

  it('never sends again what may have left when the program died', async () => {
    const id = await aMail();
    const startedAt = world.clock.now();
    await world.owner.mail.update({ where: { id }, data: { state: 'sending', startedAt } });
    await sender.sendDue();
    expect((await rowOf(id)).state).toBe('sending');
    world.clock.advance(11 * 60_000);
    await sender.sendDue();
    expect(await rowOf(id)).toMatchObject({ state: 'failed', error: 'interrupted' });
    expect(received).toEqual([]);
  });
});
