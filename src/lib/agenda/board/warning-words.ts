/** What a warning says. */
import { m } from '$lib/paraglide/messages.js';
import type { AgendaContent } from '../document';
import type { Warning } from '../warnings';
import { titleOf } from '../words';
import type { OpenBoard } from './queries.server';

interface Words {
  open: OpenBoard;
  content: AgendaContent;
  /** "Tag 1". */
  dayLabel: (dayId: string) => string;
  minutes: (minutes: number) => string;
  list: (words: string[]) => string;
}

export function warningText(
  warning: Warning,
  { open, content, dayLabel, minutes, list }: Words,
): string {
  const title = (itemId: string) => {
    const item = content.items.find(({ id }) => id === itemId);
    return item ? titleOf(item) : '';
  };
  const person = (id: string) => open.people.find((one) => one.id === id)?.name ?? '';
  const topic = (id: string) => open.topics.find((one) => one.id === id)?.question ?? '';
  switch (warning.kind) {
    case 'day_too_long':
      return m.agenda_warning_day_too_long({
        day: dayLabel(warning.dayId),
        minutes: minutes(warning.minutes),
      });
    case 'overlap':
      return m.agenda_board_overlap({
        title: title(warning.itemId),
        minutes: minutes(warning.minutes),
      });
    case 'before_day':
      return m.agenda_board_before_day({
        title: title(warning.itemId),
        minutes: minutes(warning.minutes),
      });
    case 'no_break':
      return m.agenda_warning_no_break({
        title: title(warning.itemId),
        minutes: minutes(warning.minutes),
      });
    case 'expert_twice':
      return m.agenda_warning_twice({
        who: person(warning.membershipId),
        one: title(warning.otherId),
        other: title(warning.itemId),
      });
    case 'room_twice':
      return m.agenda_warning_room_twice({
        room: warning.room,
        one: title(warning.otherId),
        other: title(warning.itemId),
      });
    case 'expert_away':
      return m.agenda_warning_away({
        who: person(warning.membershipId),
        title: title(warning.itemId),
      });
    case 'expert_not_invited':
      return m.agenda_warning_not_invited({
        who: person(warning.membershipId),
        title: title(warning.itemId),
      });
    case 'room_away':
      return m.agenda_warning_room_away({ room: warning.room, title: title(warning.itemId) });
    case 'topic_unplanned':
      return warning.minutes === null
        ? m.agenda_warning_topic_unplanned({ topic: topic(warning.topicId) })
        : m.agenda_warning_topic_unplanned_minutes({
            topic: topic(warning.topicId),
            minutes: minutes(warning.minutes),
          });
    case 'topic_shortened':
      return m.agenda_warning_topic_shortened({
        topic: topic(warning.topicId),
        planned: minutes(warning.planned),
        minutes: minutes(warning.minutes),
      });
    case 'team_split':
      return m.agenda_warning_team_split({
        team: open.teams.find(({ id }) => id === warning.teamId)?.name ?? '',
        count: warning.itemIds.length,
        people: warning.people,
        titles: list(warning.itemIds.map(title)),
      });
  }
}
