import type { Exchanged } from '$lib/practice/exchange/format';
import type { Act, PersonKey, RichText, SiteKey, TopicKey } from '../types';

/** What a team writes; town, months and ids are added when it is loaded. */
export type PracticeText = Partial<
  Omit<Exchanged, 'startedOn' | 'endedOn' | 'townKind' | 'townSize' | 'language'>
>;

/** A step up the ladder, agreed by one of the team. */
export interface PracticeStep extends Act {
  /** The other one's answer; where there is none, the time to object runs. */
  agreed?: Act;
  /** When the time was over and it went on without an answer. */
  due?: Act['at'];
}

export interface PracticeAdoption extends Act {
  site: SiteKey;
  state: 'interested' | 'planned' | 'tried' | 'adapted' | 'dropped' | 'established';
  why?: string;
  changed?: string;
  result?: string;
}

/** A practice example of one team. */
export interface Practice {
  key: string;
  site: SiteKey;
  author: PersonKey;
  begun: Act['at'];
  /** The topic that it began with. */
  topic?: TopicKey;
  /** First and last month, counted from the month of loading. */
  months: { start: number; end?: number };
  text: PracticeText;
  /** What one of the two added later, each a version of its own. */
  edits?: readonly (Act & { changes: PracticeText })[];
  /** Sent in with the first text. */
  files?: readonly { kind: 'picture' | 'document'; title: string; alt?: string }[];
  shown?: PracticeStep;
  /** The public text says some things otherwise. */
  published?: PracticeStep & { changes: PracticeText; namesSite: boolean };
  /** In the order of time. */
  adoptions?: readonly PracticeAdoption[];
  comments?: readonly (Act & { body: RichText })[];
  thanks?: readonly Act[];
}
