import type { Choice } from '../choice';
import { countBallot, type BallotResult } from '../count/ballot';
import type { OnProgress } from '../count/ranking';
import { ElectionFileError, type ElectionFile } from './election';
import { settingsFor, votesFor, type FileMethod, type Wishes } from './method-for';
import { readPabulib } from './read-pabulib';
import { PREFLIB_TYPES, readPreflib } from './read-preflib';

/**
 * An election out of a file of Pabulib or PrefLib; the ending of its name says which.
 * @throws ElectionFileError
 */
export function readElection(fileName: string, text: string): ElectionFile {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (ending === 'pb') return readPabulib(text);
  const preflib = PREFLIB_TYPES.find((type) => type === ending);
  if (!preflib) throw new ElectionFileError(null, 'unknown_kind');
  return readPreflib(text, preflib);
}

/** Counts it as the pages do; the order of the file takes the place of the lot. */
export function countElection(
  file: ElectionFile,
  method: FileMethod,
  wishes: Wishes,
  onProgress?: OnProgress,
): BallotResult {
  return countBallot({
    options: file.options,
    settings: settingsFor(file, method, {
      incrementMinutesPerVoter: 10 ** file.decimals,
      ...wishes,
    }),
    casts: votesFor(file.casts as Choice[], method),
    eligible: file.casts.length,
    quorumPercent: null,
    lotOrder: file.options.map(({ id }) => id),
    ...(onProgress && { onProgress }),
  });
}
