/** What a device writes on the day, and how the day looks with it while it is still on its way. Pure. */
import type { DayView } from '../queries.server';
import type {
  EntryRef,
  ProposeParked,
  React,
  Tap,
  TopicRef,
  WriteNote,
  WriteParked,
} from '../schema';

export type DayWrite =
  | { call: 'tap'; input: Tap }
  | { call: 'writeNote'; input: WriteNote }
  | { call: 'removeNote'; input: EntryRef }
  | { call: 'writeParked'; input: WriteParked }
  | { call: 'removeParked'; input: EntryRef }
  | { call: 'proposeParked'; input: ProposeParked }
  | { call: 'react'; input: React }
  | { call: 'takeReactionBack'; input: TopicRef };

interface Writer {
  name: string;
  team: { id: string; name: string } | null;
}

type Shown<K extends 'notes' | 'parked'> = DayView[K][number];

/** Changes the entry with this id, or adds a new one at the end. */
const put = <T extends { id: string }>(list: T[], id: string, change: Partial<T>, fresh: T): T[] =>
  list.some((entry) => entry.id === id)
    ? list.map((entry) => (entry.id === id ? { ...entry, ...change } : entry))
    : [...list, fresh];

/** The day as it will be once these writes have arrived. */
export function withWrites(view: DayView, writes: readonly DayWrite[], writer: Writer): DayView {
  return writes.reduce((shown, write) => withWrite(shown, write, writer), view);
}

function withWrite(view: DayView, { call, input }: DayWrite, writer: Writer): DayView {
  const { serverTime: createdAt } = view;
  const own = { createdAt, authorName: writer.name, isOwn: true };
  switch (call) {
    case 'tap':
      return view.taps.some(({ id }) => id === input.id)
        ? view
        : { ...view, taps: [...view.taps, { ...input, byName: writer.name }] };
    case 'writeNote': {
      const { id, itemId, body, version } = input;
      const may = { change: true, remove: true };
      const fresh: Shown<'notes'> = { ...own, id, itemId, body, version, may };
      return { ...view, notes: put(view.notes, id, { body }, fresh) };
    }
    case 'removeNote':
      return { ...view, notes: view.notes.filter(({ id }) => id !== input.id) };
    case 'writeParked': {
      const { id, itemId, body, version } = input;
      const may = { change: true, remove: true, propose: false };
      const { team } = writer;
      const fresh: Shown<'parked'> = {
        ...own,
        ...{ id, itemId, body, version, team, topicId: null, may },
      };
      return { ...view, parked: put(view.parked, id, { body }, fresh) };
    }
    case 'removeParked':
      return { ...view, parked: view.parked.filter(({ id }) => id !== input.id) };
    case 'proposeParked':
      return {
        ...view,
        parked: view.parked.map((entry) =>
          entry.id === input.id
            ? { ...entry, may: { change: false, remove: false, propose: false } }
            : entry,
        ),
      };
    case 'react':
    case 'takeReactionBack':
      return {
        ...view,
        topics: view.topics.map((topic) => {
          if (topic.id !== input.topicId) return topic;
          const others = topic.reactions.filter(({ teamId }) => teamId !== topic.teamId);
          if (call === 'takeReactionBack') return { ...topic, reactions: others };
          const { answer, sentence, version } = input;
          const said = { teamId: topic.teamId, answer, sentence, version };
          return { ...topic, reactions: [...others, said] };
        }),
      };
  }
}
