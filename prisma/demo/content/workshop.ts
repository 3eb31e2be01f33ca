import type { ItemKind } from '$lib/agenda/document';
import type { OurKey } from '$lib/agenda/method/ours';
import type { ReactionAnswer } from '$lib/day/schema';
import type { QuestionKind } from '$lib/feedback/questions';
import type { OutcomeAnswer } from '$lib/topic/outcome/answer';
import type { NeedChoice } from '$lib/workshop/participation/need/schema';
import type { ParticipationAnswer } from '$lib/workshop/participation/schema';
import type { WorkshopKind } from '$lib/workshop/schema';
import type { Act, ClockTime, PersonKey, RichText, SiteKey, TopicKey, WorkshopKey } from './types';

/** Days on which a team cannot come. */
export interface BlockedDays extends Act {
  fromDay: number;
  untilDay: number;
  reason: string;
}

/** An event of the series. One that falls on a weekend may be moved to a day in the week before. */
export interface Workshop extends Act {
  key: WorkshopKey;
  kind: WorkshopKind;
  title: string;
  about: RichText;
  place: string;
  onlineUrl?: string;
  seats?: number;
  /** `on` counts from today; left out where the day is still to be found. */
  days: readonly { on?: number; from: ClockTime; to: ClockTime }[];
  experts?: Act & { people: readonly PersonKey[] };
  /** The days that were offered, and what people said of them, in the order of the days. */
  search?: Act & {
    /** First days, counted from today. */
    days: readonly number[];
    untilDay: number;
    answers: readonly (Act & { answers: readonly ('yes' | 'if_need_be' | 'no')[] })[];
  };
  agenda?: Agenda;
  participation?: Participation;
  said?: SaidOnTheDay;
  held?: Act;
  proceedings?: Proceedings;
  outcomes?: readonly Outcome[];
  feedback?: Feedback;
  agreements?: readonly WorkshopAgreement[];
}

/** What people wrote on the day; items of the programme by their titles. */
export interface SaidOnTheDay {
  notes: readonly (Act & { item: string; body: string })[];
  parked: readonly (Act & { item: string; body: string })[];
  /** "Beantwortet das Ihre Frage?", by the team whose topic it is. */
  reactions: readonly (Act & { topic: TopicKey; answer: ReactionAnswer; sentence: string })[];
}

/** `by` has asked the teams, with the usual questions and some of the cohort's own. */
export interface Feedback extends Act {
  own?: readonly { kind: QuestionKind; text: string }[];
  answers: readonly FeedbackAnswer[];
  closed: Act;
}

export interface FeedbackAnswer extends Act {
  /** From 1 to 5, to the usual statements in their order. */
  steps: readonly number[];
  best?: string;
  better?: string;
  /** To the own questions, in their order. */
  own?: readonly (number | string)[];
}

/** What was written down of a workshop, section by section; the headings are those of its programme. */
export interface Proceedings extends Act {
  sections: readonly { title: string; text: RichText }[];
  /** A photo of what hung on the wall, added before they were published. */
  photo?: { section: string; alt: string; caption: string };
  published: Act;
  /** What the second version says anew. */
  revised?: Act & { title: string; text: RichText; reason: string };
  comments?: readonly (Act & { text: RichText })[];
}

/** Who comes, and who came. */
export interface Participation {
  answers: readonly (Act & {
    answer: ParticipationAnswer;
    /** Somebody from outside who comes instead. */
    guest?: string;
  })[];
  needs?: readonly (Act & { choices: NeedChoice[]; allergy?: string; other?: string })[];
  /** Whoever is not named was there in person. */
  attendance?: Act & { online: readonly PersonKey[]; absent: readonly PersonKey[] };
}

/** What came of a topic, as it was told to its team. */
export interface Outcome extends Act {
  topic: TopicKey;
  answer: OutcomeAnswer;
  text: RichText;
}

/** Who does what until when. */
export interface WorkshopAgreement extends Act {
  what: string;
  sites?: readonly SiteKey[];
  people?: readonly PersonKey[];
  /** Counted from today; left out where no day was agreed on. */
  dueDay?: number;
  settled?: Act & { why?: string };
}

/** What was planned for a workshop, item by item, and when it was published; without that it is a draft. */
export interface Agenda extends Act {
  /** What runs beside each other. */
  tracks?: readonly string[];
  items: readonly {
    /** The first day is 1. */
    day: number;
    /** One of `tracks`; left out where it is for everyone. */
    track?: string;
    kind: ItemKind;
    title: string;
    minutes: number;
    pinnedAt?: ClockTime;
    topic?: TopicKey;
    method?: OurKey;
    goal?: string;
    about?: string;
    room?: string;
    material?: string;
    notes?: string;
  }[];
  published?: Act;
}
