/** What a released text is found and filtered by. Pure. */
import { costBandOf, type PracticeContent } from '../fields';

export const releaseColumns = (content: PracticeContent) => ({
  content,
  gist: content.gist,
  kind: content.kind ?? 'running',
  townSize: content.townSize,
  costBand: costBandOf(content),
  evidence: content.evidence,
  tags: content.tags,
  language: content.language,
});
