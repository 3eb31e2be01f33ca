import { client } from '$lib/access/client';
import { AppError, type ErrorFacts } from '$lib/platform/errors';
import type { StoredFile, UploadAccept } from './schema';

/** What one request should take: long enough to be worth it, short enough to lose little. */
const WANTED_MS = 1_000;
const SMALLEST_BYTES = 128 * 1024;
const LARGEST_BYTES = 8 * 1024 * 1024;
/** A line that says nothing for so long is cut off. */
const SILENCE_MS = 60_000;
const LONGEST_PAUSE_MS = 15_000;

export interface Sending {
  cohortId: string;
  /** The same one goes on where an earlier attempt stopped. */
  id: string;
  name: string;
  accept: UploadAccept;
  content: Blob;
  signal: AbortSignal;
  onProgress: (sentBytes: number) => void;
  /** Whether it waits for the connection to come back. */
  onWaiting: (isWaiting: boolean) => void;
}

/** What the server refused, with its sentence; everything else is taken for a lost connection. */
class Refused extends AppError {
  constructor(
    appCode: string,
    facts: ErrorFacts,
    readonly sentence: string,
  ) {
    super(appCode, facts);
  }
}

export const sentenceOf = (error: unknown): string | null =>
  error instanceof Refused ? error.sentence : null;

/**
 * Brings a file to the server in pieces, and goes on by itself after the connection was lost. Resolves with
 * the file that the server made of it.
 *
 * @throws Refused with the server's sentence; the signal's reason where it was cancelled
 */
export async function send(sending: Sending): Promise<StoredFile> {
  const { cohortId, id, name, accept, content, onProgress } = sending;
  const ref = { cohortId, id };
  const size = content.size;
  const begun = await patiently(sending, () =>
    client.upload.begin.mutate({ ...ref, name, accept, length: size }),
  );
  let sent = begun.received;
  let pieceBytes = SMALLEST_BYTES;
  while (sent < size) {
    onProgress(sent);
    // Read before it is sent: a file that was moved or changed meanwhile is no lost connection.
    const piece = await content.slice(sent, sent + pieceBytes).arrayBuffer();
    const startedAt = performance.now();
    sent = await patiently(sending, () => sendPiece(sending, sent, piece));
    const isQuick = performance.now() - startedAt < WANTED_MS;
    pieceBytes = isQuick
      ? Math.min(pieceBytes * 2, LARGEST_BYTES)
      : Math.max(pieceBytes / 2, SMALLEST_BYTES);
  }
  onProgress(size);
  return patiently(sending, () => client.upload.finish.mutate(ref));
}

/** How far the server is after it. */
async function sendPiece(
  { cohortId, id, signal }: Sending,
  offset: number,
  piece: ArrayBuffer,
): Promise<number> {
  const response = await fetch(`/uploads/${cohortId}/${id}`, {
    method: 'PATCH',
    headers: {
      'content-type': 'application/octet-stream',
      'upload-offset': String(offset),
      'accept-language': document.documentElement.lang,
    },
    body: piece,
    signal: AbortSignal.any([signal, AbortSignal.timeout(SILENCE_MS)]),
  });
  const answer = (await response.json()) as {
    received: number;
    appCode?: string;
    facts?: ErrorFacts;
    message?: string;
  };
  if (response.ok) return answer.received;
  const { appCode = 'internal', facts = {}, message = '' } = answer;
  // A piece that was cut off has arrived in part.
  if (appCode === 'upload_offset' && typeof facts.received === 'number') return facts.received;
  if (response.status >= 500) throw new Error('the server does not answer properly');
  throw new Refused(appCode, facts, message);
}

/** Tries until it succeeds, is refused or cancelled; between two attempts the pauses grow. */
async function patiently<T>({ signal, onWaiting }: Sending, attempt: () => Promise<T>): Promise<T> {
  for (let pauseMs = 1_000; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    signal.throwIfAborted();
    try {
      const result = await attempt();
      onWaiting(false);
      return result;
    } catch (error) {
      signal.throwIfAborted();
      const refusal = refusalOf(error);
      if (refusal) throw refusal;
      onWaiting(true);
      await pause(pauseMs, signal);
    }
  }
}

function refusalOf(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  const { message, data } = error as {
    message: string;
    data?: { appCode?: string; facts?: ErrorFacts; httpStatus?: number };
  };
  const isAnswer = data?.appCode !== undefined && data.appCode !== 'internal';
  return isAnswer ? new Refused(data.appCode!, data.facts ?? {}, message) : null;
}

/** Ends early when the browser notices that it is online again. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
