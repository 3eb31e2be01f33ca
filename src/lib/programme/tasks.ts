import { m } from '$lib/paraglide/messages.js';
import type { ProgrammeOverview } from './queries.server';

/** Something that waits for the administrator. */
export interface Task {
  href: string;
  title: string;
  text: string;
}

const PROGRAMMES = '/administration/programmes';

/** A text that still shows the first draft. */
export const textTask = (href: string, name: string): Task => ({
  href,
  title: m.programme_todo_text({ text: name }),
  text: m.programme_todo_text_text(),
});

/** What is still to be set up, in the order in which it is done. */
export function tasksFor(programmes: ProgrammeOverview[]): Task[] {
  const [first] = programmes;
  if (!first) {
    const [title, text] = [m.programme_todo_programme(), m.programme_todo_programme_text()];
    return [{ href: `${PROGRAMMES}/new`, title, text }];
  }
  const cohorts = programmes.flatMap((programme) => programme.cohorts);
  if (cohorts.length === 0) {
    const [title, text] = [m.programme_todo_cohort(), m.programme_todo_cohort_text()];
    return [{ href: `/administration/cohorts/new?programme=${first.id}`, title, text }];
  }
  return cohorts
    .filter(({ state }) => state === 'draft')
    .map(({ id, name }) => ({
      href: `/administration/cohorts/${id}`,
      title: m.programme_todo_organiser({ cohort: name }),
      text: m.programme_todo_organiser_text(),
    }));
}
