/** A counted ballot as it stands on paper: what the page says, in the language of the reader. Pure. */
import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { PdfData } from '$lib/platform/pdf.server';
import { formatDate, formatDateTime, formatMinutes } from '$lib/ui/format';
import type { BallotResult } from '../count/ballot';
import type { EnteredVote } from '../entering/queries.server';
import {
  answerText,
  asSentence,
  cameText,
  enteredCountText,
  isChangedSince,
} from '../entering/words';
import { leftGroups } from '../decision/left';
import { methodWords } from '../method-words';
import { outcomeWords } from '../objection/words';
import { measureOf } from '../result/measure';
import { rankedWords, type RankedWords } from '../result/ranked-words';
import { sharesWords, type SharesWords } from '../result/shares-words';
import { tieWords, type TieWords } from '../result/tie-words';
import { turnoutWords } from '../result/turnout-words';
import { fateText, outcomeText } from '../result/words';
import type { BallotView, Outcome, ViewedDecision } from '../view/queries.server';
import { electorateText, goalText } from '../words';
import { writtenBlocks, type WrittenBlock } from './written';

export interface PaperBar {
  label: string;
  /** The value in words. */
  text: string;
  /** Of the whole width, 0 to 100. */
  percent: number;
  isChosen: boolean;
  /** "gewählt", or how the decision departs; empty where it is left as it was. */
  word: string;
  note: string;
}

interface PaperDecision {
  title: string;
  text: string;
  /** What the moderators wrote. */
  statement: WrittenBlock[];
  groups: { title: string; items: { title: string; departure: string }[]; nothing: string }[];
  by: string;
}

interface PaperObjections {
  title: string;
  none: string;
  items: {
    by: string;
    reason: string;
    /** Withdrawn, or not answered yet; empty where there is an answer. */
    state: string;
    answer: { by: string; text: string; outcome: string; changes: string[] } | null;
  }[];
}

/** The data of result.typ; what there is nothing to say of is null. */
export interface ResultPaper extends PdfData {
  name: string;
  kicker: string;
  note: string;
  lead: string;
  explanation: WrittenBlock[];
  facts: { label: string; text: string }[];
  waits: string | null;
  decision: PaperDecision | null;
  objections: PaperObjections | null;
  picture: { title: string; bars: PaperBar[]; turnout: string };
  shares: (Omit<SharesWords, 'own'> & { title: string; pursesTitle: string }) | null;
  ranked: (RankedWords & Record<'title' | 'text' | 'matrixTitle' | 'matrixText', string>) | null;
  entered: { title: string; text: string; items: { voter: string; text: string }[] } | null;
  ties: { title: string; items: TieWords[]; none: string; decisive: string; lot: string | null };
}

interface Place {
  cohortName: string;
  timeZone: string;
  locale: Locale;
  now: Date;
}

/** @returns null before it is counted, and where it ended without a result */
export function resultPaper(ballot: BallotView, place: Place): ResultPaper | null {
  const { outcome } = ballot;
  if (!outcome?.result) return null;
  const { result, decision } = outcome;
  const { locale } = place;
  const options = { locale };
  const titleOf = (id: string) => ballot.options.find((option) => option.id === id)?.title ?? '';
  const counted = { result, electorate: ballot.electorate };
  const moment = formatDateTime(place.now, locale, place.timeZone);
  return {
    title: m.ballot_paper_title({ title: ballot.title }, options),
    language: locale,
    name: ballot.title,
    kicker: m.ballot_paper_kicker({ cohort: place.cohortName }, options),
    note: m.ballot_paper_note({ cohort: place.cohortName, title: ballot.title, moment }, options),
    lead: outcomeText(counted, decision, titleOf, locale),
    explanation: writtenBlocks(ballot.explanation),
    facts: factsOf(ballot, place),
    waits: decision ? null : m.ballot_paper_waits({}, options),
    decision: decision && decisionOf(decision, ballot, place),
    objections: objectionsOf(outcome, titleOf, place),
    picture: {
      title: m.ballot_result_title({}, options),
      bars: barsOf(ballot, result, locale),
      turnout: turnoutWords(result.turnout, locale),
    },
    shares: sharesOf(ballot, result, titleOf, locale),
    ranked: rankedOf(result, titleOf, locale),
    entered: enteredOf(outcome.entered, place),
    ties: {
      title: m.ballot_ties_title({}, options),
      items: result.ties.map((tie) => tieWords(tie, titleOf, locale)),
      none: m.ballot_ties_none({}, options),
      decisive: m.ballot_tie_decisive({}, options),
      lot: lotText(outcome, ballot.lotHash, titleOf, locale),
    },
  };
}

function factsOf(ballot: BallotView, { locale, timeZone }: Place): ResultPaper['facts'] {
  const options = { locale };
  const goal = goalText(ballot.settings, locale);
  const moment = (at: Date) => formatDateTime(at, locale, timeZone, 'weekday');
  const facts = [
    [m.ballot_if_method({}, options), methodWords[ballot.method].name({}, options)],
    [m.ballot_fact_who({}, options), electorateText(ballot, ballot.turnout.eligible, locale)],
    [
      m.ballot_fact_how({}, options),
      ballot.isSecret ? m.ballot_how_secret({}, options) : m.ballot_how_open({}, options),
    ],
    [m.ballot_fact_goal({}, options), goal],
    [m.ballot_fact_opens({}, options), ballot.openedAt && moment(ballot.openedAt)],
    [m.ballot_fact_closed({}, options), ballot.closedAt && moment(ballot.closedAt)],
    [m.ballot_fact_created_by({}, options), ballot.createdByName],
  ] as const;
  return facts.flatMap(([label, text]) => (text ? { label, text } : []));
}

function decisionOf(
  decision: ViewedDecision,
  { options: all }: BallotView,
  { locale, timeZone }: Place,
): PaperDecision {
  const options = { locale };
  const departures = decision.items.filter(({ isDeparture }) => isDeparture).length;
  const itemsOf = (isChosen: boolean, departure: string) =>
    all.flatMap(({ id, title, topicId }) => {
      const item = decision.items.find(({ optionId }) => optionId === id);
      if (item?.isChosen !== isChosen) return [];
      return { title, topicId, departure: item.isDeparture ? `${departure}: ${item.reason}` : '' };
    });
  const withoutTopic = (items: ReturnType<typeof itemsOf>) =>
    items.map(({ title, departure }) => ({ title, departure }));
  const left = leftGroups(itemsOf(false, m.ballot_departure_out({}, options)), all);
  const nothing = m.ballot_decision_nothing({}, options);
  const date = formatDate(decision.decidedAt, locale, timeZone);
  const name = decision.decidedByName;
  return {
    title:
      decision.finalAt === null
        ? m.ballot_decision_title_provisional({}, options)
        : m.ballot_decision_title({}, options),
    text:
      departures === 0
        ? m.ballot_decision_adopted({}, options)
        : m.ballot_decision_departed({ count: departures }, options),
    statement: writtenBlocks(decision.statement),
    groups: [
      {
        title: m.ballot_decision_chosen({}, options),
        items: withoutTopic(itemsOf(true, m.ballot_departure_in({}, options))),
        nothing,
      },
      ...left.map(({ title, items }) => ({
        title: title({}, options),
        items: withoutTopic(items),
        nothing,
      })),
    ],
    by: name === null ? date : m.ballot_decision_by({ name, date }, options),
  };
}

/** The objections to a decision that was provisional first. */
function objectionsOf(
  { round }: Outcome,
  titleOf: (optionId: string) => string,
  { locale, timeZone }: Place,
): PaperObjections | null {
  if (round === null) return null;
  const options = { locale };
  const day = (at: Date) => formatDate(at, locale, timeZone);
  return {
    title: m.ballot_objections_title({}, options),
    none: round.isOver
      ? m.ballot_objections_none({}, options)
      : m.ballot_objections_none_yet({}, options),
    items: round.objections.map((objection) => {
      const { teamName, raisedByName, raisedAt, reason, withdrawnAt, answer } = objection;
      const waits =
        withdrawnAt === null
          ? m.ballot_objection_waits({}, options)
          : m.ballot_paper_withdrawn({ date: day(withdrawnAt) }, options);
      const outcome = answer && outcomeWords(answer.changes, titleOf, locale);
      const name = answer?.byName ?? m.ballot_moderation_somebody({}, options);
      return {
        by: [teamName, raisedByName, day(raisedAt)].filter(Boolean).join(', '),
        reason,
        state: answer ? '' : waits,
        answer: answer && {
          by: m.ballot_objection_answered_by({ name, date: day(answer.at) }, options),
          text: answer.text,
          outcome: outcome!.text,
          changes: outcome!.changes,
        },
      };
    }),
  };
}

/** Votes that came by phone or on paper, and what their voters said to them. */
function enteredOf(
  entered: readonly EnteredVote[],
  { locale, timeZone }: Place,
): ResultPaper['entered'] {
  if (entered.length === 0) return null;
  const moment = (at: Date) => formatDateTime(at, locale, timeZone, 'short');
  return {
    title: m.ballot_entered_record({}, { locale }),
    text: enteredCountText(entered, locale) ?? '',
    items: entered.map((vote) => ({
      voter: vote.voter,
      text: [
        cameText(vote, moment, locale),
        answerText(vote, true, moment, locale),
        ...(isChangedSince(vote) ? [m.ballot_entered_changed({}, { locale })] : []),
      ]
        .map(asSentence)
        .join(' '),
    })),
  };
}

/** The picture of the page: each option with its bar and what became of it. */
function barsOf(ballot: BallotView, result: BallotResult, locale: Locale): PaperBar[] {
  const options = { locale };
  const { measured, maximum } = measureOf(ballot, locale);
  return measured.map(({ optionId, value, text }) => {
    const option = ballot.options.find(({ id }) => id === optionId);
    const item = ballot.outcome?.decision?.items.find((each) => each.optionId === optionId);
    const isChosen = item?.isChosen ?? result.chosen.includes(optionId);
    const isFateTold = result.outcome === 'chosen' && !item?.isDeparture;
    const word = item?.isDeparture
      ? isChosen
        ? m.ballot_result_added_word({}, options)
        : m.ballot_result_left_word({}, options)
      : isChosen && m.ballot_result_chosen_word({}, options);
    const facts = [
      option?.teamName,
      option?.minutes && formatMinutes(option.minutes, locale),
      isFateTold && fateText(result, optionId, locale),
    ];
    return {
      label: option?.title ?? '',
      text,
      percent: Math.min(100, (value / maximum) * 100),
      isChosen,
      word: word || '',
      note: facts.filter(Boolean).join(' · '),
    };
  });
}

function sharesOf(
  { settings, outcome }: BallotView,
  result: BallotResult,
  titleOf: (optionId: string) => string,
  locale: Locale,
): ResultPaper['shares'] {
  if (result.method !== 'equal-shares' || result.outcome !== 'chosen') return null;
  const votes = outcome?.votes ?? [];
  const words = sharesWords({ result, settings, votes, titleOf, locale, ownVoterId: null });
  if (!words) return null;
  return {
    title: m.ballot_shares_title({}, { locale }),
    begin: words.begin,
    rounds: words.rounds,
    pursesTitle: m.ballot_shares_purses({}, { locale }),
    purses: words.purses,
  };
}

function rankedOf(
  result: BallotResult,
  titleOf: (optionId: string) => string,
  locale: Locale,
): ResultPaper['ranked'] {
  if (result.method !== 'ranked' || result.outcome !== 'chosen') return null;
  const options = { locale };
  return {
    title: m.ballot_ranked_title({}, options),
    text: m.ballot_ranked_text({}, options),
    ...rankedWords(result, titleOf, locale),
    matrixTitle: m.ballot_ranked_matrix({}, options),
    matrixText: m.ballot_ranked_matrix_text({}, options),
  };
}

/** Who wants to check the lot needs its salt as well: that stands in the files. */
function lotText(
  { lot }: Outcome,
  hash: string | null,
  titleOf: (optionId: string) => string,
  locale: Locale,
): string | null {
  if (!lot || !hash) return null;
  const order = lot.order.map((id, index) => `${index + 1}. ${titleOf(id)}`).join('; ');
  return m.ballot_paper_lot({ order, hash }, { locale });
}
