import { countElection, readElection } from './count-file';
import type { CountAnswer, CountOrder } from './counter';
import { decimalsIn, ElectionFileError, withDecimals } from './election';
import { METHODS_FOR } from './method-for';

const answer = (message: CountAnswer) => globalThis.postMessage(message);

globalThis.addEventListener('message', ({ data }: MessageEvent<CountOrder>) => {
  try {
    const read = readElection(data.fileName, data.text);
    // Whole first shares are whole amounts: nothing finer beside them.
    const decimals = data.wishes.isIntegral ? 0 : decimalsIn(String(data.increment));
    const fine = withDecimals(read, decimals);
    const units = (amount: number) => Math.max(1, Math.round(amount * 10 ** fine.decimals));
    const isOtherBudget = fine.budget !== null && data.budget !== null;
    const file = { ...fine, budget: isOtherBudget ? units(data.budget!) : fine.budget };
    const wishes = { ...data.wishes, incrementMinutesPerVoter: units(data.increment) };
    const method = METHODS_FOR[file.kind].find((one) => one === data.method);
    const used = method ?? METHODS_FOR[file.kind][0]!;
    const result = countElection(file, used, wishes, (fraction) =>
      answer({ kind: 'progress', fraction }),
    );
    const { casts, ...facts } = file;
    answer({
      kind: 'done',
      counted: { file: { ...facts, votes: casts.length }, method: used, result },
    });
  } catch (error) {
    if (!(error instanceof ElectionFileError)) return answer({ kind: 'failed' });
    const { line, code, facts } = error;
    answer({ kind: 'problem', problem: { line, code, facts } });
  }
});
