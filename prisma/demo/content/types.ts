import type { Kind } from '$lib/consultation/engine/kinds';
import type { Action } from '$lib/consultation/engine/machine';
import type { Practice } from './practices/practice';
import type { BlockedDays, Workshop } from './workshop';

/**
 * The shapes of the demo content: plain data, no code, no ids.
 *
 * Everything that happens carries who did it and when, so that a loader can replay it in the order
 * of time through the same commands that people call. Things refer to each other by keys.
 * All people and all stories are invented.
 */

/** Time of day in the cohort's time zone (Europe/Berlin), "HH:MM". */
export type ClockTime = `${number}:${number}`;

/**
 * A moment relative to the day on which the demo is loaded: calendar days (negative = past), then
 * the time of day. What has happened lies on day -1 or earlier, so that no event is in the future,
 * whatever the hour of loading.
 */
export type Moment = readonly [day: number, time: ClockTime];

/**
 * Simple HTML: p, ul, ol, li, strong, em, a, h3, blockquote, table (thead, tbody, tr, th, td).
 * `{@person-key}` stands for a mention of that person.
 */
export type RichText = string;

export type SiteKey =
  | 'ahlen'
  | 'bad-berleburg'
  | 'bergkamen'
  | 'finnentrop'
  | 'kirchhundem'
  | 'menden'
  | 'kreis-olpe'
  | 'senden'
  | 'siegen-wittgenstein'
  | 'sprockhoevel'
  | 'werl'
  | 'hilchenbach';

export type PersonKey =
  // teams of the running cohort
  | 'melina-kuhlmann'
  | 'emre-yildiz'
  | 'annegret-dickel'
  | 'tobias-afflerbach'
  | 'guelcan-aydogan'
  | 'ruediger-stratmann'
  | 'christa-schulte-hellmann'
  | 'dominik-vollmert'
  | 'hubertus-faerber'
  | 'jana-rameil'
  | 'katharina-wrobel'
  | 'anil-thevarajah'
  | 'beate-hoberg'
  | 'florian-sondermann'
  | 'maike-terbrueggen'
  | 'jens-holtkamp'
  | 'samira-el-khatib'
  | 'ulrike-menn'
  | 'marius-kaczmarek'
  | 'petra-oberste-brink'
  | 'ilias-papadopoulos'
  // those around the teams
  | 'leonie-brandhorst'
  | 'nermin-halilovic'
  | 'gesine-wiethoff'
  | 'wolfram-tendahl'
  | 'jonas-petersen'
  | 'barbara-lueckerath'
  // only in the earlier cohort
  | 'werner-gruenebaum'
  | 'lukas-zeppenfeld'
  | 'ingrid-sprenger'
  | 'hatice-demirtas'
  | 'karl-friedrich-buedenbender';

export type Tag =
  | 'Anerkennung'
  | 'Digitales'
  | 'Geflüchtete und Integration'
  | 'Geld und Stellen'
  | 'Jugend'
  | 'Koordination'
  | 'Kreis und Gemeinden'
  | 'Krisenhilfe'
  | 'Nachbarschaft'
  | 'Nahversorgung und Mobilität'
  | 'Recht und Versicherung'
  | 'Strategie'
  | 'Vereine'
  | 'Wirkung';

/** Unique over both cohorts. */
export type TopicKey = string;
/** Unique within a cohort; what hangs on a workshop names it. */
export type WorkshopKey = string;

/** An account of the installation. */
export interface Person {
  key: PersonKey;
  displayName: string;
  email: string;
  /** From the ranges that the Bundesnetzagentur keeps free for films and books. */
  phone?: string;
  language: 'de' | 'en';
}

/** A municipality or district, as it presents itself in one cohort. */
export interface Site {
  key: SiteKey;
  name: string;
  kind: 'city' | 'municipality' | 'district';
  /** Place on a tile map of the region; column 1 is the west, row 1 the north. */
  tile: { column: number; row: number };
  /** Rounded. */
  inhabitants: number;
  startingPoint: RichText;
  aims: RichText;
  offers: RichText;
  seeks: RichText;
}

/** A person's place in one cohort. */
export interface Membership {
  person: PersonKey;
  role: 'member' | 'moderator' | 'organiser' | 'expert' | 'partner';
  /** The team; only and always for members. */
  site?: SiteKey;
  /** The person's function at home, as the directory shows it. */
  occupation: string;
  /** "How to reach me", in the person's own words. */
  contactHint?: string;
  /** What this person lets the directory show beside name, function and hint. */
  shows: readonly ('email' | 'phone')[];
  invitedAt: Moment;
  /** Joining includes accepting the charter of confidentiality. */
  joinedAt: Moment;
  /** For an expert: the topics that she or he may read. */
  invitedTo?: readonly TopicKey[];
}

/** A change of people after the cohort was closed; announced to all with its reason. */
export type MembershipChange =
  | {
      kind: 'replacement';
      leaving: PersonKey;
      coming: PersonKey;
      by: PersonKey;
      at: Moment;
      reason: string;
    }
  | { kind: 'admission'; coming: PersonKey; by: PersonKey; at: Moment; reason: string };

export interface TopicText {
  question: string;
  about: RichText;
  whyNow: RichText;
  /** What the team would bring. */
  brings: { case?: RichText; failure?: RichText; expert?: RichText };
  markers: readonly ('need' | 'offer')[];
  tags: readonly Tag[];
  minutes: number;
  format: 'input' | 'peer_consultation' | 'group_work' | 'practice_example' | 'discussion' | 'open';
}

export interface TopicEdit {
  by: PersonKey;
  at: Moment;
  /** The fields that changed, with their new content. */
  changes: Partial<TopicText>;
}

export interface Comment {
  by: PersonKey;
  at: Moment;
  body: RichText;
  /** Only where a later comment quotes this one; unique within the topic. */
  key?: string;
  quote?: { comment: string; excerpt: string };
}

export interface Support {
  site: SiteKey;
  by: PersonKey;
  at: Moment;
}

export interface Act {
  by: PersonKey;
  at: Moment;
}

export interface Topic extends TopicText {
  key: TopicKey;
  site: SiteKey;
  /** The person whose name stands beside the team's. */
  author: PersonKey;
  /** When the author began to write; without `proposedAt` it is still a draft. */
  draftedAt?: Moment;
  proposedAt?: Moment;
  /** Entered by a moderator for a team that telephoned, then confirmed by the team. */
  entered?: { by: PersonKey; confirmedBy: PersonKey; confirmedAt: Moment };
  /** In the order of time; the topic's own fields are the first version. */
  edits?: readonly TopicEdit[];
  comments?: readonly Comment[];
  /** "Betrifft uns auch", once per team. */
  supports?: readonly Support[];
  follows?: readonly Act[];
  pinned?: Act;
  /** The moderators' internal notes. */
  notes?: readonly (Act & { body: string })[];
  withdrawn?: Act & { reason: string };
}

/** Duplicates: a moderator proposes, the teams concerned agree. */
export interface Merge {
  key: string;
  from: TopicKey;
  into: TopicKey;
  by: PersonKey;
  at: Moment;
  reason: string;
  /** Merged once both teams have agreed; with one of them it is only proposed. */
  agreements: readonly Support[];
}

/** One cast; a later one of the same voter replaces it. */
export interface Cast {
  by: PersonKey;
  /** Where teams vote: the team. */
  site?: SiteKey;
  at: Moment;
  /** Topics, or answers as the ballot words them. */
  answer:
    | { approves: readonly (TopicKey | string)[] }
    /** From best to worst, equals together. */
    | { ranks: readonly (readonly string[])[] }
    /** Of every answer, "all stays as it is" among them. */
    | { resistance: Readonly<Record<string, number>> }
    | 'abstain';
}

export interface Ballot {
  key: string;
  title: string;
  about: RichText;
  method: 'approval' | 'equal-shares' | 'ranked' | 'resistance';
  /** Minutes to fill, where that is the method. */
  budgetMinutes?: number;
  electorate: 'teams' | 'persons';
  secrecy: 'open' | 'secret';
  options: readonly TopicKey[];
  /** Answers that are no topics. */
  answers?: readonly string[];
  /** How many topics there is room for. */
  winners: number;
  /** The least share of voters that must take part. */
  quorumPercent: number;
  /** Working days in which teams can object; without it the decision is final at once. */
  objectionDays?: number;
  createdBy: PersonKey;
  createdAt: Moment;
  opensAt: Moment;
  closesAt: Moment;
  casts: readonly Cast[];
  decision?: Decision;
}

export interface Decision extends Act {
  /** Public. */
  body: RichText;
  chosen: readonly TopicKey[];
  /** Topics for which the decision differs from the result, each with its public reason. */
  departures: readonly { topic: TopicKey; reason: string }[];
  objections?: readonly Objection[];
  /** After the time for objections. */
  finalAt?: Moment;
}

export interface Objection extends Act {
  site: SiteKey;
  reason: string;
  /** The decision stays; without it the objection waits for its answer. */
  answer?: Act & { text: string };
}

export interface Announcement extends Act {
  key: string;
  subject: string;
  body: RichText;
  audience:
    | 'everyone'
    | { sites: readonly SiteKey[] }
    | { roles: readonly Exclude<Membership['role'], 'partner'>[] };
}

/**
 * A peer consultation. Its words are plain text; they are encrypted with the keys of whoever wrote
 * them, like those of everybody else.
 */
export interface Consultation extends Act {
  key: string;
  /** `by` gives the case, and begins the thread at `at`. */
  title: string;
  summary: string;
  method: string;
  form: 'live' | 'written';
  /** For one that meets: in the course of which workshop, so many minutes after its beginning. */
  plannedFor?: { workshop: WorkshopKey; minutesAfterStart: number };
  circle: readonly { person: PersonKey; role: 'peer_moderator' | 'adviser' }[];
  /** In the order of time. */
  steps: readonly ConsultationStep[];
}

export type ConsultationStep = Act &
  (
    | { does: 'answer'; answer: 'joined' | 'declined' }
    | { does: 'ask'; person: PersonKey }
    | { does: 'write'; kind: Kind; text: string }
    /** People stand in it with their keys. */
    | { does: 'act'; action: Exclude<Action, { type: 'contribute' }> }
    /** Private notes, sealed with a key of one's own. */
    | { does: 'note'; text: string }
    | { does: 'ask_for_keys' }
  );

/** What people did for the keys of a cohort. */
export type KeyAct = Act &
  (
    | { does: 'hear_words' }
    /** At the telephone, one person's own words. */
    | { does: 'compare'; person: PersonKey }
    /** Made, printed and confirmed. */
    | { does: 'make_recovery_code' }
    /** The password was forgotten, and there was no recovery code. */
    | { does: 'lose_keys' }
  );

/** Somebody is away, up to and including a day. */
export interface Absence extends Act {
  untilDay: number;
}

export interface Cohort {
  key: string;
  name: string;
  /** The organiser's words on the start page. */
  welcome: RichText;
  workshops: readonly Workshop[];
  blockedDays: readonly BlockedDays[];
  siteSeats: number;
  teamSize: number;
  /** First and last day, as days from today. */
  startsOnDay: number;
  endsOnDay: number;
  createdBy: PersonKey;
  createdAt: Moment;
  closed: Act;
  concluded?: Act;
  sites: readonly Site[];
  members: readonly Membership[];
  changes: readonly MembershipChange[];
  topics: readonly Topic[];
  merges: readonly Merge[];
  ballots: readonly Ballot[];
  announcements: readonly Announcement[];
  consultations: readonly Consultation[];
  keyActs: readonly KeyAct[];
  absences: readonly Absence[];
  practices: readonly Practice[];
}

export interface Programme {
  key: string;
  name: string;
  createdBy: PersonKey;
  createdAt: Moment;
}

export interface DemoContent {
  /** Values for the placeholders of the default texts (src/lib/cohort/default-texts). */
  host: {
    organisation: string;
    representative: string;
    address: string;
    contact: string;
    phone: string;
    register: string;
    dataProtectionContact: string;
    supervisoryAuthority: string;
    enforcementBody: string;
  };
  administrator: PersonKey;
  people: readonly Person[];
  programme: Programme;
  cohorts: readonly Cohort[];
  /** The accounts that the table of demo sign-ins shows, one for each kind of role first. */
  signIns: readonly { person: PersonKey; as: { de: string; en: string } }[];
}
