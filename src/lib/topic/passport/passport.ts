import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { ActivityFacts } from '$lib/activity/kinds';
import { clockText } from '$lib/agenda/text';
import { votesOfText } from '$lib/ballot/result/text';
import { answerWords } from '$lib/day/text';
import type { TopicPractice } from '$lib/practice/list/schema';
import { formatDate } from '$lib/ui/format';
import { answerSaid } from '../outcome/text';
import type { TimelineStep } from '$lib/ui/Timeline.svelte';
import type { TopicCourse } from '../course/queries.server';
import type { TopicState } from '../life';
import type { PassportEntry } from '../page/queries.server';

// What has come of a topic, step by step.

interface Subject {
  id: string;
  state: TopicState;
  cohortId: string;
  teamName: string;
  /** Guests are told of ballots, but not let in. */
  linksBallots: boolean;
}

const word = (facts: ActivityFacts, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
};

type Wording = (
  facts: ActivityFacts,
  topic: Subject,
  by: string,
  votes: PassportEntry['votes'],
) => Pick<TimelineStep, 'title' | 'text' | 'href'>;

const topicHref = ({ cohortId }: Subject, id: string) => `/cohorts/${cohortId}/topics/${id}`;
const ballotLink = ({ cohortId, linksBallots }: Subject, facts: ActivityFacts) =>
  linksBallots ? { href: `/cohorts/${cohortId}/ballots/${word(facts, 'ballotId')}` } : {};

const workshopLink = ({ cohortId, linksBallots }: Subject, facts: ActivityFacts) =>
  linksBallots ? { href: `/cohorts/${cohortId}/workshops/${word(facts, 'workshopId')}` } : {};

/** "Ehrenamt gewinnen, 13. März 2026, 10:30 Uhr, 45 Minuten (beschlossen: 60). Die Fachfrau kann nicht länger." */
function slotText(facts: ActivityFacts): string {
  const { from, date, minutes, decidedMinutes } = facts;
  const place = [
    word(facts, 'workshopTitle'),
    typeof date === 'string' ? formatDate(`${date}T12:00:00Z`, getLocale(), 'UTC') : '',
    typeof from === 'number' ? clockText(from, getLocale()) : '',
  ].filter(Boolean);
  const isShorter =
    typeof minutes === 'number' && typeof decidedMinutes === 'number' && minutes < decidedMinutes;
  const length = isShorter
    ? m.topic_passport_shorter({ count: minutes, decided: decidedMinutes })
    : m.topic_passport_minutes({ count: Number(minutes) });
  return `${[...place, length].join(', ')}. ${word(facts, 'reason')}`.trim();
}

/** "Zustimmung: 7 von 8 Teams": how it fared, and in which ballot. */
const faredText = (facts: ActivityFacts, votes: PassportEntry['votes']): string => {
  const ballot = word(facts, 'ballotTitle');
  if (!votes) return ballot;
  return m.topic_passport_fared({ votes: votesOfText(votes.approvals, votes), ballot });
};

const wordings: Partial<Record<PassportEntry['kind'], Wording>> = {
  topic_proposed: (_facts, topic, by) => ({
    title: m.topic_passport_proposed(),
    text: m.topic_passport_by({ person: by, team: topic.teamName }),
  }),
  topic_entered: (_facts, topic, by) => ({
    title: m.topic_passport_entered(),
    text: m.topic_passport_entered_by({ person: by, team: topic.teamName }),
  }),
  topic_confirmed: (_facts, topic, by) => ({
    title: m.topic_passport_confirmed(),
    text: m.topic_passport_by({ person: by, team: topic.teamName }),
  }),
  topic_withdrawn: (facts, _topic, by) => ({
    title: m.topic_passport_withdrawn(),
    text: word(facts, 'reason') || by,
  }),
  topic_reopened: (_facts, _topic, by) => ({ title: m.topic_passport_reopened(), text: by }),
  topic_merged: (facts, topic) =>
    word(facts, 'intoId') === topic.id
      ? {
          title: m.topic_passport_united(),
          text: word(facts, 'question'),
          href: topicHref(topic, word(facts, 'fromId')),
        }
      : {
          title: m.topic_passport_merged(),
          text: word(facts, 'intoQuestion'),
          href: topicHref(topic, word(facts, 'intoId')),
        },
  merge_undone: (facts, topic) => ({
    title: m.topic_passport_separated(),
    text: word(facts, word(facts, 'intoId') === topic.id ? 'question' : 'intoQuestion'),
  }),
  topic_on_ballot: (facts, topic) => ({
    title: m.topic_passport_on_ballot(),
    text: word(facts, 'ballotTitle'),
    ...ballotLink(topic, facts),
  }),
  topic_chosen_provisionally: (facts, topic, _by, votes) => ({
    title: m.topic_passport_chosen_provisionally(),
    text: faredText(facts, votes),
    ...ballotLink(topic, facts),
  }),
  topic_carried_over_provisionally: (facts, topic, _by, votes) => ({
    title: m.topic_passport_carried_over_provisionally(),
    text: faredText(facts, votes),
    ...ballotLink(topic, facts),
  }),
  topic_chosen: (facts, topic, _by, votes) => ({
    title: m.topic_passport_chosen(),
    text: faredText(facts, votes),
    ...ballotLink(topic, facts),
  }),
  topic_carried_over: (facts, topic, _by, votes) => ({
    title: m.topic_passport_carried_over(),
    text: faredText(facts, votes),
    ...ballotLink(topic, facts),
  }),
  topic_scheduled: (facts, topic) => ({
    title: m.topic_passport_scheduled(),
    text: slotText(facts),
    ...workshopLink(topic, facts),
  }),
  topic_rescheduled: (facts, topic) => ({
    title: m.topic_passport_rescheduled(),
    text: slotText(facts),
    ...workshopLink(topic, facts),
  }),
  topic_unscheduled: (facts, topic) => ({
    title: m.topic_passport_unscheduled(),
    text: [word(facts, 'workshopTitle'), word(facts, 'reason')].filter(Boolean).join('. '),
    ...workshopLink(topic, facts),
  }),
  topic_worked_on: (facts, topic) => ({
    title: m.topic_passport_worked_on(),
    text: word(facts, 'workshopTitle'),
    ...workshopLink(topic, facts),
  }),
  topic_work_taken_back: (facts, topic) => ({
    title: m.topic_passport_work_taken_back(),
    text: word(facts, 'workshopTitle'),
    ...workshopLink(topic, facts),
  }),
  topic_left_out: (facts, topic) => ({
    title: m.topic_passport_left_out(),
    text: [word(facts, 'workshopTitle'), word(facts, 'reason')].filter(Boolean).join('. '),
    ...workshopLink(topic, facts),
  }),
  topic_outcome_told: (...told) => outcomeWords(m.topic_passport_outcome)(...told),
  topic_outcome_corrected: (...told) => outcomeWords(m.topic_passport_corrected)(...told),
  topic_returned: (_facts, _topic, by) => ({ title: m.topic_passport_returned(), text: by }),
  topic_return_taken_back: (_facts, _topic, by) => ({
    title: m.topic_passport_return_taken_back(),
    text: by,
  }),
};

const outcomeWords =
  (title: (facts: { answer: string }) => string): Wording =>
  (facts, topic) => ({
    title: title({ answer: answerSaid(facts.answer) }),
    text: word(facts, 'workshopTitle'),
    href: `${topicHref(topic, topic.id)}#outcome`,
  });

/** What would come next; nothing where the topic has ended. */
const upcoming: Partial<Record<TopicState, () => string>> = {
  unconfirmed: m.topic_next_confirm,
  proposed: m.topic_next_ballot,
  carried_over: m.topic_next_ballot,
  on_ballot: m.topic_next_decision,
  chosen: m.topic_next_slot,
  scheduled: m.topic_next_work,
  worked_on: m.topic_next_outcome,
};

/** `sortedBy`: its place among the others, where that is not the moment that is told. */
type Step = TimelineStep & { moment: string; sortedBy?: number };

/** Work was done on the day of the workshop, whenever somebody said that it was over. */
function momentOf({ kind, at, facts }: PassportEntry): string {
  const { date } = facts;
  if (kind !== 'topic_worked_on' || typeof date !== 'string') return at;
  // Late enough for the day itself, and the same date in the time zones of all cohorts.
  const evening = `${date}T20:00:00Z`;
  return Date.parse(at) > Date.parse(evening) ? evening : at;
}

/** "Auftakt, 4 Notizen": where it was worked on, with the way to what was noted down there. */
function workedOnWords(facts: ActivityFacts, topic: Subject, { notes }: TopicCourse) {
  const noted = notes.find(({ workshopId }) => workshopId === facts.workshopId);
  const { href } = workshopLink(topic, facts);
  if (!noted || !href) return {};
  const count = m.topic_passport_notes({ count: noted.count });
  return { text: `${word(facts, 'workshopTitle')}, ${count}`, href: `${href}/day` };
}

/** What the log does not hold: the word of the team, minutes, agreements, and examples that began with the topic. */
function besides(
  topic: Subject,
  { reactions, agreements, proceedings }: TopicCourse,
  practices: readonly TopicPractice[],
): Step[] {
  const home = `/cohorts/${topic.cohortId}`;
  return [
    ...reactions.map((reaction): Step => ({
      id: `reaction-${reaction.workshopId}-${reaction.teamName}`,
      title: m.topic_passport_reaction({ team: reaction.teamName }),
      text: [answerWords[reaction.answer].label(), reaction.sentence].filter(Boolean).join('. '),
      moment: reaction.at,
      state: 'done',
      ...(topic.linksBallots && { href: `${home}/workshops/${reaction.workshopId}/day#reactions` }),
    })),
    ...proceedings.map(({ workshopId, workshopTitle, sectionId, at }): Step => ({
      id: `proceedings-${workshopId}`,
      title: m.topic_passport_proceedings(),
      text: workshopTitle,
      moment: at,
      state: 'done',
      ...(topic.linksBallots && {
        href: `${home}/workshops/${workshopId}/proceedings#section-${sectionId}`,
      }),
    })),
    ...agreements.map((agreement): Step => ({
      id: agreement.id,
      title: m.topic_passport_agreement(),
      text: agreement.what,
      href: `${home}/agreements#${agreement.id}`,
      moment: agreement.at,
      state: 'done',
    })),
    ...practices.flatMap(({ id, gist, shownAt }): Step[] =>
      shownAt === null
        ? []
        : [
            {
              ...{ id, title: m.topic_passport_practice(), text: gist, moment: shownAt },
              ...{ href: `${home}/practices/${id}`, state: 'done' },
            },
          ],
    ),
  ];
}

/** The steps of the passport: what has happened, the last of it as the present state, what is next. */
export function passportSteps(
  entries: PassportEntry[],
  topic: Subject,
  { course, practices }: { course: TopicCourse; practices: readonly TopicPractice[] },
): TimelineStep[] {
  let latest = -Infinity;
  const logged = entries.flatMap((entry): Step[] => {
    const by = entry.actorName ?? m.topic_former_person();
    const words = wordings[entry.kind]?.(entry.facts, topic, by, entry.votes);
    if (!words) return [];
    const isWork = entry.kind === 'topic_worked_on';
    const noted = isWork ? workedOnWords(entry.facts, topic, course) : {};
    const moment = momentOf(entry);
    // Said, taken back and said again: what came later in the log stays later.
    latest = Math.max(latest, Date.parse(moment));
    return [{ ...words, ...noted, id: entry.id, moment, sortedBy: latest, state: 'done' }];
  });
  const placeOf = ({ sortedBy, moment }: Step) => sortedBy ?? Date.parse(moment);
  // The log comes in its order; what happened besides finds its place by its moment.
  const happened = [...logged, ...besides(topic, course, practices)]
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map(({ sortedBy: _, ...step }): TimelineStep => step);
  const last = happened.at(-1);
  if (last) last.state = 'current';
  const isProvisional = entries.at(-1)?.kind.endsWith('_provisionally') ?? false;
  const next = isProvisional ? m.topic_next_final_decision : upcoming[topic.state];
  return next ? [...happened, { id: 'next', title: next(), state: 'upcoming' }] : happened;
}
