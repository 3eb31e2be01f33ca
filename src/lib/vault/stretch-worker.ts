import '$lib/platform/zod-without-eval';
import { isAppError } from '$lib/platform/errors';
import type { StretchAnswer, StretchOrder } from './stretcher';
import { stretchPassword } from './stretch';

const answer = (message: StretchAnswer) => globalThis.postMessage(message);

/** The JavaScript variant reports thousands of tiny steps; a progress bar needs hundredths. */
function inHundredths(report: (fraction: number) => void): (fraction: number) => void {
  let reported = 0;
  return (fraction) => {
    if (fraction - reported < 0.01) return;
    reported = fraction;
    report(fraction);
  };
}

globalThis.addEventListener('message', async ({ data }: MessageEvent<StretchOrder>) => {
  try {
    const stretched = await stretchPassword(data.password, data.parameters, {
      onExpectedMilliseconds: (milliseconds) => answer({ kind: 'expected', milliseconds }),
      onFraction: inHundredths((fraction) => answer({ kind: 'fraction', fraction })),
    });
    answer({ kind: 'done', stretched });
  } catch (error) {
    answer({ kind: 'failed', appCode: isAppError(error) ? error.appCode : null });
  }
});
