/** What a member has done so far, as the start page's statement finds it. */
export interface FirstSteps {
  joinedAt: string;
  /** The names of the others in the team. */
  mates: string[];
  /** The directory says what she does or how to reach her. */
  hasEntry: boolean;
  /** She has commented on a topic, or said that it concerns her team too. */
  hasJoinedIn: boolean;
  /** Her team has a topic, be it a draft. */
  hasTopic: boolean;
}

const NEW_DAYS = 30;
const DAY_MS = 86_400_000;

/** The cookie that remembers, on this device, that the steps were put away. */
export const hiddenCookie = 'first-steps';

/** Whether the first steps are worth showing: to somebody new, as long as one of them is left. */
export function areOpen(steps: FirstSteps, now: Date): boolean {
  const isNew = now.getTime() - new Date(steps.joinedAt).getTime() < NEW_DAYS * DAY_MS;
  return isNew && !(steps.hasEntry && steps.hasJoinedIn && steps.hasTopic);
}
