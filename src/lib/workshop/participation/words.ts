import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { Need } from './need/queries.server';
import type { NeedChoice } from './need/schema';
import type { WorkshopState } from '../schema';
import type { OwnAnswer, Participant } from './queries.server';
import type { AttendanceKind, ParticipationAnswer } from './schema';

/** What the list of answers is called: it stays when the event is over. */
export const peopleTitle = (state: WorkshopState): string =>
  state === 'held' ? m.participation_people_over() : m.participation_people();

type Word = (facts?: object, options?: { locale: Locale }) => string;

/** What one says of oneself. */
export const answerWords: Record<ParticipationAnswer, Word> = {
  in_person: m.participation_answer_in_person,
  online: m.participation_answer_online,
  no: m.participation_answer_no,
};

/** The same in a form about somebody else. */
export const answerShort: Record<ParticipationAnswer, Word> = {
  in_person: m.participation_short_in_person,
  online: m.participation_short_online,
  no: m.participation_short_no,
};

/** What is said of others. */
const saidWords: Record<ParticipationAnswer, Word> = {
  in_person: m.participation_word_in_person,
  online: m.participation_word_online,
  no: m.participation_word_no,
};

export const attendanceWords: Record<AttendanceKind, Word> = {
  in_person: m.participation_there_in_person,
  online: m.participation_there_online,
  absent: m.participation_there_absent,
};

/** What stands on the buttons at the door. */
export const attendanceShort: Record<AttendanceKind, Word> = {
  in_person: m.participation_attend_in_person,
  online: m.participation_attend_online,
  absent: m.participation_attend_absent,
};

/** What was entered about the reader. */
export const wasWords: Record<AttendanceKind, Word> = {
  in_person: m.participation_was_in_person,
  online: m.participation_was_online,
  absent: m.participation_was_absent,
};

export const needWords: Record<NeedChoice, Word> = {
  vegetarian: m.participation_need_vegetarian,
  vegan: m.participation_need_vegan,
  no_pork: m.participation_need_no_pork,
  wheelchair: m.participation_need_wheelchair,
  hearing_loop: m.participation_need_hearing_loop,
  sign_language: m.participation_need_sign_language,
};

/** How one's own answer stands, in one sentence. */
export function ownText({ answer, place, guestName, replacedByName }: OwnAnswer): string {
  if (guestName !== '')
    return place === null
      ? m.participation_is_guest({ name: guestName })
      : m.participation_is_guest_waiting({ name: guestName, place: String(place) });
  if (place !== null) return m.participation_is_waiting({ place: String(place) });
  if (replacedByName !== null) return m.participation_is_replaced({ name: replacedByName });
  const words = {
    in_person: m.participation_is_in_person,
    online: m.participation_is_online,
    no: m.participation_is_no,
  };
  return words[answer]();
}

type Said = Pick<Participant, 'answer' | 'place' | 'guestName' | 'replacedByName'>;

/** What somebody said, as others read it: "nimmt vor Ort teil". */
export function saidText(said: Said, locale: Locale = getLocale()): string {
  const { answer, place, guestName, replacedByName } = said;
  const options = { locale };
  if (answer === null) return m.participation_word_none({}, options);
  const instead = guestName
    ? m.participation_word_guest({ name: guestName }, options)
    : replacedByName;
  const word = instead
    ? m.participation_word_replaced({ name: instead }, options)
    : saidWords[answer]({}, options);
  if (place === null) return word;
  const waits = m.participation_word_waiting({ place: String(place) }, options);
  return instead ? `${word} · ${waits}` : waits;
}

/** "vegetarisches Essen, Nüsse" */
export const needText = ({ choices, allergy, other }: Need, locale: Locale = getLocale()): string =>
  [
    ...choices.map((choice) => needWords[choice]({}, { locale })),
    ...(allergy ? [m.participation_need_allergy_to({ what: allergy }, { locale })] : []),
    ...(other ? [other] : []),
  ].join(', ');
