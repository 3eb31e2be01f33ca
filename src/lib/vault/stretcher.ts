import { AppError } from '$lib/platform/errors';
import { trustedScriptUrl } from '$lib/platform/trusted-url';
import type { StretchParameters } from './parameters';
import type { StretchedPassword } from './stretch';
// Only the address is part of this module: the worker and the WebAssembly load when first needed.
import workerUrl from './stretch-worker?worker&url';

export type StretchOrder = { password: string; parameters: StretchParameters };
export type StretchAnswer =
  | { kind: 'expected'; milliseconds: number }
  | { kind: 'fraction'; fraction: number }
  | { kind: 'done'; stretched: StretchedPassword }
  | { kind: 'failed'; appCode: string | null };

/** Fraction of the work done, 0 to 1; for a progress bar. */
export type OnProgress = (fraction: number) => void;

const TICK_MILLISECONDS = 80;
/** An estimate must not claim to be finished: the rest of the bar comes with the result. */
const ESTIMATE_CEILING = 0.95;

/** Where the bar stands when a work of `expected` milliseconds has run for `elapsed`. */
export function estimatedFraction(elapsed: number, expected: number): number {
  if (expected <= 0) return 0;
  return Math.min(Math.max(elapsed / expected, 0), ESTIMATE_CEILING);
}

/**
 * `stretchPassword` for pages: in a worker of its own, so that the page stays alive. The worker ends
 * with the work; with it goes its memory, in which the stretched password has left traces.
 * Where a worker cannot start (an old browser, a proxy that rewrites headers), the page does the work
 * itself and stands still for as long: better than no way in.
 *
 * @throws AppError as `stretchPassword`
 */
export async function stretchInBackground(
  order: StretchOrder,
  onProgress: OnProgress = () => {},
): Promise<StretchedPassword> {
  onProgress(0);
  const worker = startWorker();
  const stretched = (worker && (await runIn(worker, order, onProgress))) ?? (await runHere(order));
  onProgress(1);
  return stretched;
}

function startWorker(): Worker | null {
  try {
    return new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'password' });
  } catch {
    return null;
  }
}

/** Null where the worker's script could not be loaded. */
function runIn(
  worker: Worker,
  order: StretchOrder,
  onProgress: OnProgress,
): Promise<StretchedPassword | null> {
  let ticking: ReturnType<typeof setInterval> | undefined;

  const showEstimate = (expected: number) => {
    const begin = performance.now();
    ticking = setInterval(
      () => onProgress(estimatedFraction(performance.now() - begin, expected)),
      TICK_MILLISECONDS,
    );
  };

  return new Promise<StretchedPassword | null>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<StretchAnswer>) => {
      if (data.kind === 'expected') showEstimate(data.milliseconds);
      else if (data.kind === 'fraction') onProgress(data.fraction);
      else if (data.kind === 'done') resolve(data.stretched);
      else if (data.appCode) reject(new AppError(data.appCode));
      else resolve(null);
    };
    worker.onerror = () => resolve(null);
    worker.onmessageerror = () => resolve(null);
    worker.postMessage(order);
  }).finally(() => {
    clearInterval(ticking);
    worker.terminate();
  });
}

async function runHere({ password, parameters }: StretchOrder): Promise<StretchedPassword> {
  const { stretchPassword } = await import('./stretch');
  return stretchPassword(password, parameters);
}
