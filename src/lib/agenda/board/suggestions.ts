/** What an item looks like that is made from something beside the board. Pure. */
import { newItem, type AgendaItem, type ItemKind } from '../document';
import type { BoardPerson, BoardTopic, OpenBoard } from './queries.server';

export const usualMinutes: Record<ItemKind, number> = {
  welcome: 15,
  input: 30,
  group_work: 45,
  plenary: 30,
  consultation: 60,
  practice: 30,
  break: 15,
  open_space: 60,
};

const kindOfFormat: Record<BoardTopic['format'], ItemKind> = {
  open: 'group_work',
  input: 'input',
  discussion: 'plenary',
  group_work: 'group_work',
  practice_example: 'practice',
  peer_consultation: 'consultation',
};

export const ofKind = (id: string, kind: ItemKind): AgendaItem =>
  newItem({ id, kind, minutes: usualMinutes[kind] });

/** What a topic is to get: what was decided, else what its team wished for. */
export const minutesOf = (topic: BoardTopic): number | null =>
  topic.decision?.minutes ?? topic.minutes;

export const ofTopic = (id: string, topic: BoardTopic): AgendaItem => {
  const kind = kindOfFormat[topic.format];
  const minutes = minutesOf(topic) ?? usualMinutes[kind];
  return newItem({ id, kind, minutes, title: topic.question, topicId: topic.id });
};

export const ofPractice = (id: string, practice: OpenBoard['practices'][number]): AgendaItem =>
  newItem({
    id,
    kind: 'practice',
    minutes: usualMinutes.practice,
    title: practice.gist.slice(0, 200),
    practiceId: practice.id,
  });

export const ofExpert = (id: string, expert: BoardPerson, title: string): AgendaItem =>
  newItem({ id, kind: 'input', minutes: usualMinutes.input, title, expertIds: [expert.id] });

/** Who it is up to and until when is for the moderators: not everyone who reads programmes reads agreements. */
export const ofAgreement = (id: string, what: string, whoAndWhen: string): AgendaItem =>
  newItem({ id, kind: 'plenary', minutes: 10, title: what.slice(0, 200), notes: whoAndWhen });

export const ofConsultation = (id: string, consultationId: string): AgendaItem =>
  newItem({ id, kind: 'consultation', minutes: usualMinutes.consultation, consultationId });
