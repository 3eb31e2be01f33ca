/** What a key means on an item of the board. Pure. */
export type Deed =
  | 'earlier'
  | 'later'
  | 'track_before'
  | 'track_after'
  | 'day_before'
  | 'day_after'
  | 'shorter'
  | 'longer'
  | 'pin'
  | 'remove'
  | 'focus_before'
  | 'focus_after';

const withAlt: Record<string, Deed> = {
  ArrowUp: 'earlier',
  ArrowDown: 'later',
  ArrowLeft: 'track_before',
  ArrowRight: 'track_after',
  PageUp: 'day_before',
  PageDown: 'day_after',
};
const alone: Record<string, Deed> = {
  ArrowUp: 'focus_before',
  ArrowDown: 'focus_after',
  '-': 'shorter',
  '+': 'longer',
  p: 'pin',
  Delete: 'remove',
};

export function deedOf(event: KeyboardEvent): Deed | null {
  if (event.ctrlKey || event.metaKey) return null;
  return (event.altKey ? withAlt : alone)[event.key] ?? null;
}
