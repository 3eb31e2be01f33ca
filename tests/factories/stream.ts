import type { LiveMessage } from '$lib/live/router.server';

/** One stream of events, read as a browser reads it. */
export interface Stream {
  /** The next message; undefined once the stream has ended. */
  next(): Promise<LiveMessage | undefined>;
  /** Everything that came over the line so far. */
  raw(): string;
  close(): void;
}

export async function openStream(origin: string, sessionId: string | null): Promise<Stream> {
  const leaving = new AbortController();
  const response = await fetch(`${origin}/trpc/live.events`, {
    headers: sessionId ? { cookie: `session=${sessionId}` } : {},
    signal: leaving.signal,
  });
  if (!response.ok) throw new Error(String(response.status));
  const decoder = new TextDecoder();
  let raw = '';
  const messages = read();

  async function* read(): AsyncGenerator<LiveMessage> {
    let rest = '';
    for await (const chunk of response.body!) {
      const text = decoder.decode(chunk as Uint8Array, { stream: true });
      raw += text;
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
        const event = field('event') ?? 'message';
        if (event === 'return' || event === 'serialized-error') return;
        if (event === 'message' && field('data')) yield JSON.parse(field('data')!) as LiveMessage;
      }
    }
  }

  return {
    next: async () => (await messages.next()).value as LiveMessage | undefined,
    raw: () => raw,
    close: () => leaving.abort(),
  };
}
