import { m } from '$lib/paraglide/messages.js';
import type { Obstacle } from './queries.server';

/** What keeps a draft from opening, in sentences; the same as the error that opening would give. */
export const obstacleWords: Record<Obstacle, () => string> = {
  too_few_options: m.error_ballot_obstacle_too_few_options,
  nobody_may_vote: m.error_ballot_obstacle_nobody_may_vote,
  closing_time_over: m.error_ballot_obstacle_closing_time_over,
  closes_before_it_opens: m.error_ballot_obstacle_closes_before_it_opens,
  minutes_missing: m.error_ballot_obstacle_minutes_missing,
  more_places_than_options: m.error_ballot_obstacle_more_places_than_options,
  status_quo_missing: m.error_ballot_obstacle_status_quo_missing,
  topic_not_in_pool: m.error_ballot_obstacle_topic_not_in_pool,
};
