import { rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryDir } from '../factories/server';
import { startWithMembers } from './installation';

let dataDir: string;
beforeAll(async () => {
  dataDir = await temporaryDir();
});
afterAll(() => rm(dataDir, { recursive: true }));

it('ends with open pages around, whose connections nobody else would close', async () => {
  const { server, members } = await startWithMembers(dataDir, 2);
  const sockets = await Promise.all(
    members.map(({ sessionId }) => openPage(server.port, sessionId)),
  );
  await server.stop();
  expect(await server.ended).toBe(0);
  for (const { heard } of sockets) expect(heard()).toContain('event: return');
});

/** A connection like a browser's: it hears the stream, and stays open when the stream has ended. */
async function openPage(port: number, sessionId: string) {
  const socket: Socket = connect({ port, host: 'localhost' });
  let text = '';
  const isOpen = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (text.includes('resync')) resolve();
    });
  });
  socket.write(
    `GET /trpc/live.events HTTP/1.1\r\nhost: localhost\r\ncookie: session=${sessionId}\r\n\r\n`,
  );
  await isOpen;
  return { heard: () => text };
}
