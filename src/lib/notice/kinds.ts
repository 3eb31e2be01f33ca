/** What a notice is about, as people choose it in their settings. */
export const noticeKinds = [
  'mention',
  'comment',
  'topic',
  'team',
  'ballot',
  'consultation',
  'practice',
  'agreement',
  'people',
  'workshop',
  'date',
  'announcement',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Kinds with a choice of their own. An announcement is mailed to everyone addressed, at once. */
export const settableKinds = noticeKinds.filter((kind) => kind !== 'announcement');

export const paces = ['at_once', 'daily', 'off'] as const;
export type Pace = (typeof paces)[number];

export const DEFAULT_PACE: Pace = 'daily';
