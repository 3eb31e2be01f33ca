import { trustedScriptUrl } from '$lib/platform/trusted-url';
import type { BallotResult } from '../count/ballot';
import { ElectionFileError, type ElectionFile, type FileProblem } from './election';
import type { FileMethod, Wishes } from './method-for';
// Only the address is part of this module: the worker loads when first needed.
import workerUrl from './count-worker?worker&url';

/** What is counted, and how; without a method, by the one that suits the votes. */
export type CountOrder = {
  fileName: string;
  text: string;
  method: FileMethod | null;
  wishes: Omit<Wishes, 'incrementMinutesPerVoter'>;
  /** Amounts as people write them: what each vote gets more in a step, and another budget. */
  increment: number;
  budget: number | null;
};

export type FileFacts = Omit<ElectionFile, 'casts'> & { votes: number };
export type Counted = {
  file: FileFacts;
  method: FileMethod;
  result: BallotResult;
};
export type CountAnswer =
  | { kind: 'progress'; fraction: number }
  | { kind: 'done'; counted: Counted }
  | { kind: 'problem'; problem: FileProblem & { line: number | null } }
  | { kind: 'failed' };

/**
 * Counts in a worker of its own, so that the page stays alive however large the file is.
 * @returns the outcome (null where it was cancelled) and how to end it before
 * @throws ElectionFileError where the file cannot be read; Error where the worker broke off
 */
export function startCounting(
  order: CountOrder,
  onProgress: (fraction: number) => void,
): { counted: Promise<Counted | null>; cancel: () => void } {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'count' });
  let cancel = () => {};
  const counted = new Promise<Counted | null>((resolve, reject) => {
    cancel = () => resolve(null);
    worker.onmessage = ({ data }: MessageEvent<CountAnswer>) => {
      if (data.kind === 'progress') onProgress(data.fraction);
      else if (data.kind === 'done') resolve(data.counted);
      else if (data.kind === 'problem') {
        const { line, code, facts } = data.problem;
        reject(new ElectionFileError(line, code, facts));
      } else reject(new Error('counting failed'));
    };
    worker.onerror = () => reject(new Error('counting failed'));
    worker.postMessage(order);
  }).finally(() => worker.terminate());
  return { counted, cancel };
}
