import type { Role } from '$lib/access/actor';
import type { ActivityFacts, ActivityKind } from '$lib/activity/kinds';
import type { NoticeKind } from './kinds';

// Who is told about what. Pure: the job loads these facts, this says who.

export interface Happening {
  kind: ActivityKind;
  actorId: string | null;
  subjectId: string;
  facts: ActivityFacts;
}

/** What is known of the cohort around a happening. */
export interface Surroundings {
  people: { accountId: string; role: Role; teamId: string | null }[];
  /** The topics concerned: the subject, or both sides of a merge. */
  topics: { id: string; teamId: string; isPrivate: boolean }[];
  followerIds: string[];
  supportingTeamIds: string[];
  /** Experts who were invited to the subject. */
  guestIds: string[];
  voters: { accountId: string | null; teamId: string | null; hasVoted: boolean }[];
  /** The example concerned: whose it is, who adopts it. */
  practice: { teamId: string; adopterTeamIds: string[] } | null;
  /** Who has written about the example, or the minutes, concerned. */
  commenterIds: string[];
  announcement: { teamIds: string[]; roles: Role[] } | null;
  /** Who has answered every day that was offered for the workshop. */
  datesAnsweredByIds: string[];
}

type Person = Surroundings['people'][number];
type Audience = (person: Person, happening: Happening, around: Surroundings) => boolean;

const isReader: Audience = ({ role }) =>
  role === 'member' || role === 'moderator' || role === 'organiser';
const isMember: Audience = ({ role }) => role === 'member';
const isAnyone: Audience = () => true;
const isModerator: Audience = ({ role }) => role === 'moderator';
const isFollower: Audience = ({ accountId }, _happening, { followerIds }) =>
  followerIds.includes(accountId);
const isOfTopicTeam: Audience = ({ teamId }, _happening, { topics }) =>
  topics.some((topic) => topic.teamId === teamId);
const isSupporter: Audience = ({ teamId }, _happening, { supportingTeamIds }) =>
  teamId !== null && supportingTeamIds.includes(teamId);
const isMentioned: Audience = ({ accountId }, { facts }) =>
  (Array.isArray(facts.mentionIds) && facts.mentionIds.includes(accountId)) ||
  facts.quotedAuthorId === accountId;
type Voter = Surroundings['voters'][number];
const votesAs = ({ accountId, teamId, role }: Person, voter: Voter): boolean =>
  voter.accountId === accountId ||
  (voter.teamId !== null && voter.teamId === teamId && role === 'member');
const isVoter: Audience = (person, _happening, { voters }) =>
  voters.some((voter) => votesAs(person, voter));
/** A reminder goes to no one who has voted. */
const isMissing: Audience = (person, _happening, { voters }) =>
  voters.some((voter) => !voter.hasVoted && votesAs(person, voter));
/** The other people of the team that the facts name. */
const isOfNamedTeam: Audience = ({ teamId }, { facts }) =>
  teamId !== null && facts.teamId === teamId;
/** The people of the teams that the facts name. */
const isOfNamedTeams: Audience = ({ teamId }, { facts }) =>
  teamId !== null && Array.isArray(facts.teamIds) && facts.teamIds.includes(teamId);
/** The person whose vote the facts name. */
const isNamedVoter: Audience = ({ accountId }, { facts }) => facts.voterId === accountId;
/** Those whom an agreement is up to, as the facts name them. */
const isNamedResponsible: Audience = ({ accountId }, { facts }) =>
  Array.isArray(facts.responsibleIds) && facts.responsibleIds.includes(accountId);
/** The expert whom the facts name. */
const isNamedGuest: Audience = ({ accountId }, { facts }) => facts.guestId === accountId;
/** An expert who was invited to the subject. */
const isGuest: Audience = ({ role, accountId }, _happening, { guestIds }) =>
  role === 'expert' && guestIds.includes(accountId);
/** Whoever has not answered every day that was offered. */
const isAskedForDate: Audience = ({ role, accountId }, _happening, { datesAnsweredByIds }) =>
  role !== 'partner' && !datesAnsweredByIds.includes(accountId);
const isPartner: Audience = ({ role }) => role === 'partner';
const isAddressed: Audience = ({ role, teamId }, _happening, { announcement }) => {
  if (!announcement || role === 'partner') return false;
  const { teamIds, roles } = announcement;
  const isOfTeams = teamIds.length === 0 || (teamId !== null && teamIds.includes(teamId));
  return isOfTeams && (roles.length === 0 || roles.includes(role));
};

const either =
  (...audiences: Audience[]): Audience =>
  (...facts) =>
    audiences.some((audience) => audience(...facts));

const isOfPracticeTeam: Audience = ({ teamId }, _happening, { practice }) =>
  teamId !== null && practice?.teamId === teamId;
const isAdopter: Audience = ({ teamId }, _happening, { practice }) =>
  teamId !== null && practice !== null && practice.adopterTeamIds.includes(teamId);
const isCommenter: Audience = ({ accountId }, _happening, { commenterIds }) =>
  commenterIds.includes(accountId);

const isInvolved = either(isFollower, isOfTopicTeam);
const isConcerned = either(isFollower, isOfTopicTeam, isSupporter);

/** The first rule that fits a person says as what the notice counts; kinds left out tell nobody. */
const rules: Partial<Record<ActivityKind, [NoticeKind, Audience][]>> = {
  cohort_closed: [['people', isReader]],
  cohort_reopened: [['people', isReader]],
  cohort_archived: [['people', isReader]],
  // Counted as announcements: their mails are no choice, and the command has sent them already.
  erasure_asked: [['announcement', isAnyone]],
  erasure_withdrawn: [['announcement', isAnyone]],
  person_joined: [['people', isReader]],
  person_left: [['people', isReader]],
  person_replaced: [['people', isReader]],
  role_given: [['people', isReader]],
  topic_guest_invited: [['people', either(isReader, isNamedGuest)]],
  charter_published: [['people', isAnyone]],
  announcement: [['announcement', isAddressed]],
  date_changed: [['date', isAnyone]],
  workshop_fixed: [['date', isAnyone]],
  workshop_moved: [['date', isAnyone]],
  workshop_changed: [['date', either(isReader, isGuest)]],
  workshop_cancelled: [['date', isAnyone]],
  workshop_dates_offered: [['date', either(isReader, isGuest)]],
  workshop_dates_reminder: [['date', isAskedForDate]],
  workshop_guest_invited: [['people', either(isReader, isNamedGuest)]],
  workshop_resumed: [['date', either(isReader, isGuest)]],
  agreement_made: [['agreement', isNamedResponsible]],
  agreement_changed: [['agreement', isNamedResponsible]],
  feedback_opened: [['workshop', isMember]],
  feedback_closed: [['workshop', isReader]],
  topic_proposed: [['topic', isReader]],
  topic_entered: [['team', isOfTopicTeam]],
  topic_confirmed: [['topic', isReader]],
  topic_changed: [['topic', isInvolved]],
  topic_withdrawn: [['topic', isConcerned]],
  topic_reopened: [['topic', isConcerned]],
  topic_supported: [['team', isOfTopicTeam]],
  topic_commented: [
    ['mention', isMentioned],
    ['comment', isInvolved],
  ],
  merge_proposed: [['team', isOfTopicTeam]],
  merge_agreed: [['team', either(isOfTopicTeam, isModerator)]],
  merge_declined: [['team', either(isOfTopicTeam, isModerator)]],
  topic_merged: [
    ['team', isOfTopicTeam],
    ['topic', either(isFollower, isSupporter)],
  ],
  merge_undone: [
    ['team', isOfTopicTeam],
    ['topic', either(isFollower, isSupporter)],
  ],
  ballot_opened: [['ballot', either(isVoter, isReader)]],
  ballot_changed: [['ballot', isVoter]],
  ballot_reminder: [['ballot', isMissing]],
  ballot_closed: [['ballot', isReader]],
  ballot_cancelled: [['ballot', isReader]],
  ballot_decided: [['ballot', isReader]],
  ballot_provisional: [['ballot', isReader]],
  ballot_final: [['ballot', isReader]],
  objection_raised: [
    ['team', isOfNamedTeam],
    ['ballot', isReader],
  ],
  objection_withdrawn: [
    ['team', isOfNamedTeam],
    ['ballot', isModerator],
  ],
  objection_answered: [
    ['team', isOfNamedTeam],
    ['ballot', isReader],
  ],
  vote_changed: [['team', isOfNamedTeam]],
  vote_entered: [['team', either(isOfNamedTeam, isNamedVoter)]],
  vote_confirmed: [
    ['team', isOfNamedTeam],
    ['ballot', isModerator],
  ],
  vote_contested: [
    ['team', isOfNamedTeam],
    ['ballot', isModerator],
  ],
  vote_withdrawn: [
    ['team', isOfNamedTeam],
    ['ballot', isModerator],
  ],
  practice_commented: [
    ['mention', isMentioned],
    ['practice', either(isOfPracticeTeam, isAdopter, isCommenter)],
  ],
  practice_thanked: [['practice', isOfPracticeTeam]],
  practice_adopted: [['practice', either(isOfPracticeTeam, isOfNamedTeam)]],
  practice_adoption_changed: [['practice', either(isOfPracticeTeam, isAdopter)]],
  topic_chosen: [['topic', isConcerned]],
  topic_carried_over: [['topic', isConcerned]],
  agenda_published: [['workshop', either(isReader, isGuest)]],
  proceedings_published: [['workshop', either(isReader, isGuest)]],
  proceedings_commented: [
    ['mention', isMentioned],
    ['workshop', either(isModerator, isCommenter)],
  ],
  topic_worked_on: [['topic', isConcerned]],
  topic_outcome_told: [
    ['team', either(isOfTopicTeam, isOfNamedTeams)],
    ['topic', isConcerned],
  ],
  topic_outcome_corrected: [
    ['team', either(isOfTopicTeam, isOfNamedTeams)],
    ['topic', isConcerned],
  ],
  topic_returned: [['topic', isConcerned]],
  topic_return_taken_back: [['topic', isConcerned]],
  practice_shown: [['practice', isReader]],
  practice_shown_again: [['practice', either(isOfNamedTeam, isAdopter)]],
  practice_published: [['practice', isReader]],
  practice_published_again: [['practice', isOfNamedTeam]],
  practice_unpublished: [['practice', isOfNamedTeam]],
  practice_hidden: [['practice', isOfNamedTeam]],
};

/** Whether this person may read what it is about at all. */
function mayRead(person: Person, happening: Happening, around: Surroundings): boolean {
  const isPrivate = around.topics.some((topic) => topic.isPrivate);
  if (isPrivate) {
    const isOfTeam = isOfTopicTeam(person, happening, around);
    return isOfTeam || (happening.kind === 'topic_entered' && person.role === 'moderator');
  }
  const isOpenToGuests = [
    'announcement',
    'date_changed',
    'charter_published',
    'erasure_asked',
    'erasure_withdrawn',
  ].includes(happening.kind);
  // Partners read on their start page when events are, and nothing else of them.
  const isPartnersDate =
    ['workshop_fixed', 'workshop_moved', 'workshop_cancelled'].includes(happening.kind) &&
    isPartner(person, happening, around);
  return (
    isReader(person, happening, around) ||
    isOpenToGuests ||
    isPartnersDate ||
    isGuest(person, happening, around)
  );
}

/** What comes to everyone who is expected as a mail for the calendar (workshop/calendar): no second one. */
const mailedToCalendars: ActivityKind[] = [
  'workshop_fixed',
  'workshop_moved',
  'workshop_changed',
  'workshop_cancelled',
];

/** The accounts whose calendars are told of it by mail. */
export const toldByCalendar = (happening: Happening, around: Surroundings): Set<string> => {
  const isExpected = either(isReader, isGuest);
  const people = mailedToCalendars.includes(happening.kind) ? around.people : [];
  return new Set(
    people
      .filter((person) => isExpected(person, happening, around))
      .map(({ accountId }) => accountId),
  );
};

/** Who is told, and as what; never the one who did it. Each account once. */
export function recipients(happening: Happening, around: Surroundings): Map<string, NoticeKind> {
  const told = new Map<string, NoticeKind>();
  for (const [kind, audience] of rules[happening.kind] ?? []) {
    for (const person of around.people) {
      const isActor = person.accountId === happening.actorId;
      if (isActor || told.has(person.accountId)) continue;
      if (audience(person, happening, around) && mayRead(person, happening, around))
        told.set(person.accountId, kind);
    }
  }
  return told;
}
