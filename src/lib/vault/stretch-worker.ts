import { isAppError } from '$lib/platform/errors';
import type { StretchAnswer, StretchOrder } from './stretcher';
import { stretchPassword } from './stretch';

const answer = (message: StretchAnswer) => globalThis.postMessage(message);

globalThis.addEventListener('message', async ({ data }: MessageEvent<StretchOrder>) => {
  try {
    const stretched = await stretchPassword(data.password, data.parameters, {
      onExpectedMilliseconds: (milliseconds) => answer({ kind: 'expected', milliseconds }),
      onFraction: (fraction) => answer({ kind: 'fraction', fraction }),
    });
    answer({ kind: 'done', stretched });
  } catch (error) {
    answer({ kind: 'failed', appCode: isAppError(error) ? error.appCode : null });
  }
});
