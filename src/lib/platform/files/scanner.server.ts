import { connect, type Socket } from 'node:net';

/** A virus scanner beside the program. */
export interface Scanner {
  /** @throws ScannerUnreachable where it gives no answer: then nothing may be taken as clean */
  scan(bytes: Uint8Array): Promise<'clean' | 'infected'>;
}

export type ClamdAddress = { host: string; port: number } | { path: string };

export class ScannerUnreachable extends Error {
  override readonly name = 'ScannerUnreachable';
}

const TIMEOUT_MS = 60_000;
const CHUNK_BYTES = 64 * 1024;

/** Where clamd listens: tcp://host:3310 or unix:/run/clamav/clamd.ctl. Null where the text is neither. */
export function readClamdAddress(text: string): ClamdAddress | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, pathname, search } = new URL(text);
  if (search !== '') return null;
  if (protocol === 'unix:' && pathname.length > 1) return { path: decodeURIComponent(pathname) };
  if (protocol !== 'tcp:' || hostname === '') return null;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 3310 : Number(port) };
}

/**
 * Asks clamd with its command INSTREAM: "zINSTREAM\0", then pieces with their length before them (four
 * bytes, big endian), a piece of length zero at the end; it answers "stream: OK" or "stream: … FOUND"
 * (clamd(8)). Anything else, its own size limit included, counts as no answer.
 */
export const clamdScanner = (address: ClamdAddress): Scanner => ({
  scan: (bytes) =>
    new Promise((resolve, reject) => {
      const socket: Socket = connect({ ...address, timeout: TIMEOUT_MS });
      let answer = '';
      const fail = (cause?: unknown) => {
        socket.destroy();
        reject(new ScannerUnreachable('clamd gave no answer', { cause }));
      };
      socket.once('connect', () => {
        socket.write('zINSTREAM\0');
        for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
          const piece = bytes.subarray(start, start + CHUNK_BYTES);
          socket.write(lengthOf(piece.length));
          socket.write(piece);
        }
        socket.write(lengthOf(0));
      });
      socket.on('data', (part) => (answer += part.toString('latin1')));
      socket.once('timeout', () => fail());
      socket.once('error', fail);
      socket.once('close', () => {
        const said = answer.replace(/\0.*$/s, '').trim();
        if (said === 'stream: OK') resolve('clean');
        else if (/^stream: .+ FOUND$/.test(said)) resolve('infected');
        else fail(said);
      });
    }),
});

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
