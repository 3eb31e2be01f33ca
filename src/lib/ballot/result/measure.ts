import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { Locale } from '$lib/access/actor';
import { formatNumber } from '$lib/ui/format';
import type { BallotResult } from '../count/ballot';
import { nearestNumber } from '../count/rational';
import { groupAcceptance } from '../count/resistance';
import { strongestPaths } from '../count/schulze';
import { meanOf } from '../count/score';
import { kindOf } from '../choice-rules';
import { HIGHEST_SCORE } from '../limits';
import type { BallotView } from '../view/queries.server';
import { votesOfText, votesText } from './text';

/** How an option fared, for its bar: how long, and what that means in words. */
export interface Measured {
  optionId: string;
  value: number;
  text: string;
}

interface Readers {
  electorate: 'teams' | 'persons';
  locale: Locale;
  /** Equal Shares by points counts points instead of approvals. */
  isByPoints: boolean;
}

/** The options of a counted ballot with what they got, for the reader of the page. */
export function measureOf(
  { outcome, electorate, settings }: Pick<BallotView, 'outcome' | 'electorate' | 'settings'>,
  locale: Locale = getLocale(),
): ReturnType<typeof measure> {
  if (!outcome?.result) return { measured: [], maximum: 1 };
  const isByPoints = kindOf(settings) === 'points';
  return measure(outcome.result, { electorate, locale, isByPoints });
}

/** All options of a result with what they got, best first, and what the whole width stands for. */
export function measure(
  result: BallotResult,
  { electorate, locale, isByPoints }: Readers,
): { measured: Measured[]; maximum: number } {
  const { answered } = result.turnout;
  const options = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const halves = (value: number) => number(value / 2);
  switch (result.method) {
    case 'equal-shares':
    case 'approval':
      return {
        measured: result.ranking.map(({ optionId, approvals }) => ({
          optionId,
          value: approvals,
          text: isByPoints
            ? m.ballot_points_sum({ points: halves(approvals) }, options)
            : votesOfText(approvals, { answered, electorate }, locale),
        })),
        maximum: isByPoints
          ? Math.max(1, ...result.ranking.map(({ approvals }) => approvals))
          : Math.max(answered, 1),
      };
    case 'dots':
      return {
        measured: result.ranking.map(({ optionId, halfPoints, givers }) => ({
          optionId,
          value: halfPoints,
          text: m.ballot_result_dots(
            { points: halves(halfPoints), votes: votesText(givers) },
            options,
          ),
        })),
        maximum: Math.max(1, ...result.ranking.map(({ halfPoints }) => halfPoints)),
      };
    case 'score':
      return {
        measured: result.ranking.map((option) => ({
          optionId: option.optionId,
          value: option.raters === 0 ? 0 : nearestNumber(meanOf(option)),
          text:
            option.raters === 0
              ? m.ballot_result_no_score({}, options)
              : m.ballot_result_score(
                  {
                    mean: number(Math.round(nearestNumber(meanOf(option)) * 100) / 100),
                    votes: votesText(option.raters),
                    silent: votesText(option.silent),
                  },
                  options,
                ),
        })),
        maximum: HIGHEST_SCORE,
      };
    case 'resistance':
      return {
        measured: result.ranking.map((option) => {
          const acceptance = groupAcceptance(option);
          const percent = acceptance ? Math.round(nearestNumber(acceptance) * 1000) / 10 : 0;
          return {
            optionId: option.optionId,
            value: percent,
            text: m.ballot_result_resistance(
              {
                percent: number(percent),
                resistance: halves(option.halfResistance),
                strongest: option.strongest,
              },
              options,
            ),
          };
        }),
        maximum: 100,
      };
    case 'ranked': {
      const { strength } = strongestPaths(result.pairwise);
      const others = result.ranking.length - 1;
      return {
        measured: result.ranking.map(({ optionId }) => {
          const at = result.optionIds.indexOf(optionId);
          const beaten = strength.filter((row, other) => strength[at]![other]! > row[at]!).length;
          return {
            optionId,
            value: beaten,
            text: m.ballot_result_beats({ beaten, others }, options),
          };
        }),
        maximum: Math.max(others, 1),
      };
    }
  }
}
