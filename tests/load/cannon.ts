import autocannon from 'autocannon';
import type { SignedIn } from './fill';

export interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
}

export interface Target {
  name: string;
  path(member: SignedIn): string;
  method?: 'POST';
  body?(member: SignedIn): string;
}

/** What is asked, as it stands in an address. */
export const queryOf = (input: unknown) => encodeURIComponent(JSON.stringify(input));

/** So many members at a time, each asking for the same of her or his own. */
export async function cannon(
  base: string,
  target: Target,
  members: SignedIn[],
  connections: number,
  duration: number,
): Promise<Measured> {
  const result = await autocannon({
    url: base,
    connections,
    duration,
    requests: members.map((member) => ({
      method: target.method ?? 'GET',
      path: target.path(member),
      headers: {
        cookie: `session=${member.sessionId}`,
        ...(target.method === 'POST' && { 'content-type': 'application/json', origin: base }),
      },
      // A fresh id for each sending: a repeated one would be the same comment.
      ...(target.body && {
        setupRequest: (request: autocannon.Request) => ({ ...request, body: target.body!(member) }),
      }),
    })),
  });
  if (result.non2xx > 0)
    throw new Error(
      `${target.name}: ${result.non2xx} answers were not 2xx (${JSON.stringify(result.statusCodeStats)})`,
    );
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

export function progress(what: string, done: number, all: number): void {
  const filled = Math.round((done / all) * 30);
  const bar = '█'.repeat(filled).padEnd(30, '░');
  process.stdout.write(`\r${what} ${bar} ${done}/${all}${done === all ? '\n' : ''}`);
}

export function printTable(rows: string[][]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
        )
        .join('  '),
    );
}
