/** What a contribution is. In the clear, since the server needs it to enforce turns. */
export const KINDS = [
  'title',
  'summary',
  'telling',
  'question',
  'answer',
  'candidate_question',
  'key_question',
  'module_proposal',
  'advice',
  'turned_idea',
  'response',
  'decision',
  'exchange',
  'statement',
  'takeaway',
  'thanks',
  'passing_on',
  'follow_up',
  'secretary_note',
  'withdrawal',
] as const;
export type Kind = (typeof KINDS)[number];

/** Moderator is the peer moderator of this consultation, never the moderator of the cohort. */
export const ROLES = ['case_giver', 'peer_moderator', 'adviser'] as const;
export type Role = (typeof ROLES)[number];

/** Live: in a room or beside a video call. Written: over one to two weeks, each in her or his own time. */
export const FORMS = ['live', 'written'] as const;
export type Form = (typeof FORMS)[number];

/** What somebody wants from a consultation, in words of the one who asks for it. */
export const WISHES = [
  'way_forward',
  'understanding',
  'relationship',
  'quick_ideas',
  'act',
] as const;
export type Wish = (typeof WISHES)[number];
