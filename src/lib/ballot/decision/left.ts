import { m } from '$lib/paraglide/messages.js';

interface Option {
  topicId: string | null;
}

/**
 * What is not taken, under its headings: topics stay in the pool, a free answer stays nowhere. Where all is
 * taken, one heading stands over nothing.
 * @param all everything that was on the ballot
 */
export function leftGroups<T extends Option>(left: readonly T[], all: readonly Option[]) {
  const isTopic = ({ topicId }: Option) => topicId !== null;
  const topics = { title: m.ballot_decision_carried, items: left.filter(isTopic) };
  const answers = {
    title: m.ballot_decision_left,
    items: left.filter((option) => !isTopic(option)),
  };
  const filled = [topics, answers].filter(({ items }) => items.length > 0);
  if (filled.length > 0) return filled;
  return [all.some(isTopic) ? topics : answers];
}
