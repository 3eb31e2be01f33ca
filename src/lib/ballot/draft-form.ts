import { z } from 'zod';
import { dayIn, fromLocalInput, toLocalInput } from '$lib/ui/format';
import { isAnyTwice, readAnswers, writeAnswer } from './free-answers';
import { method as methodName, type MethodSettings } from './method';
import type { Method } from './limits';
import type { SaveDraft } from './schema';

import { givesPoints, sharesMinutes, TAKES_PLACES_OR_MINUTES } from './needs';

/** As long as people can be away without missing it. */
const OBJECTION_DAYS = 5;

const POINTS = 5;
const POINTS_PER_OPTION = 3;

/** The details of Equal Shares that voting.md recommends. */
export const SHARES = {
  utility: 'cost',
  completion: 'add1u',
  tieBreaking: 'cost-then-approvals',
  incrementMinutes: 1,
  isIntegral: false,
} as const;

const MAXIMUM_MINUTES = 1_440;

const wholeNumber = (from: number, to: number) => z.number().int().min(from).max(to).nullable();

/** The editor of a draft as its fields are sent: plain values, so that it works without JavaScript. */
export const draftForm = z
  .object({
    ballotId: z.uuid(),
    version: z.number().int().min(0),
    title: z.string().trim().min(1).max(200),
    topicIds: z.array(z.uuid()),
    /** Every topic of the list in its order, and beside each what stands in its field of minutes. */
    listed: z.array(z.uuid()),
    minutes: z.array(
      z
        .string()
        .trim()
        .regex(/^\d{0,4}$/, 'not_minutes')
        .refine((typed) => !(Number(typed) > MAXIMUM_MINUTES), `too_big:${MAXIMUM_MINUTES}`),
    ),
    /** Free answers, one in each line, each with its minutes behind it where time is shared out. */
    others: z.string().max(10_000),
    method: methodName,
    places: wholeNumber(1, 200),
    budgetMinutes: wholeNumber(1, 100_000),
    /** Dots: of each voter, and most on one option. */
    points: wholeNumber(1, 1_000),
    pointsPerOption: wholeNumber(1, 1_000),
    /** How Equal Shares is counted in detail; what stands there at first is recommended. */
    utility: z.enum(['cost', 'count', 'points']),
    completion: z.enum(['add1u', 'add1', 'utilitarian', 'none']),
    tieBreaking: z.enum(['cost-then-approvals', 'approvals-then-cost']),
    incrementMinutes: wholeNumber(1, 100_000),
    isIntegral: z.boolean(),
    electorate: z.enum(['teams', 'persons']),
    includesModerators: z.boolean(),
    secrecy: z.enum(['open', 'secret']),
    quorumPercent: wholeNumber(1, 100),
    hasObjectionRound: z.boolean(),
    objectionDays: wholeNumber(1, 20),
    /** Local times as `<input type="datetime-local">` writes them; empty: a moderator opens it. */
    opensAt: z.string(),
    closesAt: z.string().min(1),
  })
  .refine(
    ({ method, places, budgetMinutes }) =>
      !TAKES_PLACES_OR_MINUTES.includes(method) || places !== null || budgetMinutes !== null,
    { error: 'places_or_minutes_needed', path: ['places'] },
  )
  .refine(({ method, budgetMinutes }) => method !== 'equal-shares' || budgetMinutes !== null, {
    error: 'required',
    path: ['budgetMinutes'],
  })
  .refine((form) => !givesPoints(form) || form.points !== null, {
    error: 'required',
    path: ['points'],
  })
  .refine((form) => !givesPoints(form) || (form.pointsPerOption ?? 0) <= (form.points ?? 0), {
    error: 'points_per_option_too_high',
    path: ['pointsPerOption'],
  })
  .refine(({ others }) => !isAnyTwice(readAnswers(others)), {
    error: 'answer_twice',
    path: ['others'],
  })
  .superRefine((form, context) => {
    if (!sharesMinutes(form)) return;
    for (const topicId of form.topicIds) {
      const index = form.listed.indexOf(topicId);
      if (Number(form.minutes[index] ?? '') === 0)
        context.addIssue({ code: 'custom', message: 'minutes_needed', path: ['minutes', index] });
    }
    if (readAnswers(form.others).some(({ minutes }) => minutes === null))
      context.addIssue({ code: 'custom', message: 'answer_minutes_needed', path: ['others'] });
  });
export type DraftForm = z.infer<typeof draftForm>;

export interface StoredDraft {
  id: string;
  version: number;
  title: string;
  settings: {
    method: Method;
    places?: number | null;
    budgetMinutes?: number | null;
    points?: number | null;
    pointsPerOption?: number | null;
    utility?: 'cost' | 'count' | 'points';
    completion?: 'add1u' | 'add1' | 'utilitarian' | 'none';
    tieBreaking?: 'cost-then-approvals' | 'approvals-then-cost';
    incrementMinutesPerVoter?: number;
    isIntegral?: boolean;
  };
  options: { id?: string; topicId: string | null; title: string; minutes: number | null }[];
  electorate: 'teams' | 'persons';
  includesModerators: boolean;
  isSecret: boolean;
  quorumPercent: number | null;
  objectionDays: number | null;
  opensAt: Date | null;
  closesAt: Date;
}

export interface ListedTopic {
  id: string;
  minutes: number | null;
}

/** The fields of a new draft: one ballot per team, open, closing in ten days at six. */
export function newDraftForm(ballotId: string, topics: ListedTopic[], now: Date, timeZone: string) {
  const inTenDays = new Date(now.getTime() + 10 * 24 * 3_600_000);
  const day = dayIn(inTenDays, timeZone);
  return {
    ballotId,
    version: 0,
    title: '',
    topicIds: [],
    listed: topics.map(({ id }) => id),
    minutes: topics.map(({ minutes }) => (minutes === null ? '' : String(minutes))),
    others: '',
    // To fill a workshop where there are topics; else there is a question with several answers.
    method: topics.length > 0 ? 'equal-shares' : 'ranked',
    places: null,
    budgetMinutes: null,
    points: POINTS,
    pointsPerOption: POINTS_PER_OPTION,
    ...SHARES,
    electorate: 'teams',
    includesModerators: false,
    secrecy: 'open',
    quorumPercent: null,
    hasObjectionRound: false,
    objectionDays: OBJECTION_DAYS,
    opensAt: '',
    closesAt: `${day}T18:00`,
  } satisfies DraftForm;
}

/** The fields of a stored draft. */
export function storedDraftForm(
  draft: StoredDraft,
  topics: ListedTopic[],
  timeZone: string,
): DraftForm {
  const { settings, options, opensAt, closesAt } = draft;
  const minutesOf = ({ id, minutes }: ListedTopic) =>
    options.find(({ topicId }) => topicId === id)?.minutes ?? minutes;
  return {
    ballotId: draft.id,
    version: draft.version,
    title: draft.title,
    topicIds: options.flatMap(({ topicId }) => topicId ?? []),
    listed: topics.map(({ id }) => id),
    minutes: topics.map((topic) => String(minutesOf(topic) ?? '')),
    others: options
      .filter(({ id, topicId }) => topicId === null && id !== statusQuoIdOf(draft.id))
      .map(writeAnswer)
      .join('\n'),
    method: settings.method,
    places: settings.places ?? null,
    budgetMinutes: settings.budgetMinutes ?? null,
    points: settings.points ?? POINTS,
    pointsPerOption: settings.pointsPerOption ?? POINTS_PER_OPTION,
    utility: settings.utility ?? SHARES.utility,
    completion: settings.completion ?? SHARES.completion,
    tieBreaking: settings.tieBreaking ?? SHARES.tieBreaking,
    incrementMinutes: settings.incrementMinutesPerVoter ?? SHARES.incrementMinutes,
    isIntegral: settings.isIntegral ?? SHARES.isIntegral,
    electorate: draft.electorate,
    includesModerators: draft.includesModerators,
    secrecy: draft.isSecret ? 'secret' : 'open',
    quorumPercent: draft.quorumPercent,
    hasObjectionRound: draft.objectionDays !== null,
    objectionDays: draft.objectionDays ?? OBJECTION_DAYS,
    opensAt: opensAt ? toLocalInput(opensAt, timeZone) : '',
    closesAt: toLocalInput(closesAt, timeZone),
  };
}

/** The id of "all stays as it is": one for each ballot, so that of the ballot serves. */
const statusQuoIdOf = (ballotId: string): string => ballotId;

/** What the fields say of the method; those that it does not need say nothing. */
function settingsOf(form: DraftForm): MethodSettings {
  const { method, places, budgetMinutes, points, pointsPerOption, ballotId } = form;
  switch (method) {
    case 'approval':
    case 'score':
      return { method, places, budgetMinutes };
    case 'dots':
      return {
        method,
        places,
        budgetMinutes,
        points: points ?? POINTS,
        pointsPerOption: pointsPerOption ?? points ?? POINTS,
      };
    case 'ranked':
      return { method, places: places ?? 1, budgetMinutes: null };
    case 'resistance':
      return {
        method,
        places: places ?? 1,
        budgetMinutes: null,
        statusQuoOptionId: statusQuoIdOf(ballotId),
      };
    case 'equal-shares':
      return {
        method,
        budgetMinutes: budgetMinutes ?? 1,
        utility: form.utility,
        points: givesPoints(form) ? (points ?? POINTS) : null,
        pointsPerOption: givesPoints(form) ? (pointsPerOption ?? points ?? POINTS) : null,
        completion: form.completion,
        incrementMinutesPerVoter: form.incrementMinutes ?? SHARES.incrementMinutes,
        isIntegral: form.isIntegral,
        tieBreaking: form.tieBreaking,
      };
  }
}

/**
 * What the fields mean. Moments that are none come back as null.
 * @param statusQuoTitle what systemic consensing adds to the options
 */
export function readDraftForm(
  form: DraftForm,
  timeZone: string,
  statusQuoTitle: string,
): Omit<SaveDraft, 'cohortId' | 'explanation' | 'closesAt'> & { closesAt: Date | null } {
  const minutesOf = (topicId: string) =>
    Number(form.minutes[form.listed.indexOf(topicId)] ?? '') || null;
  return {
    ballotId: form.ballotId,
    version: form.version,
    title: form.title,
    settings: settingsOf(form),
    options: [
      ...form.topicIds.map((topicId) => ({ topicId, title: '', minutes: minutesOf(topicId) })),
      ...readAnswers(form.others).map((answer) => ({ topicId: null, ...answer })),
      ...(form.method === 'resistance'
        ? [
            {
              id: statusQuoIdOf(form.ballotId),
              topicId: null,
              title: statusQuoTitle,
              minutes: null,
            },
          ]
        : []),
    ],
    electorate: form.electorate,
    includesModerators: form.includesModerators,
    isSecret: form.secrecy === 'secret',
    quorumPercent: form.quorumPercent,
    objectionDays: form.hasObjectionRound ? (form.objectionDays ?? OBJECTION_DAYS) : null,
    opensAt: form.opensAt === '' ? null : fromLocalInput(form.opensAt, timeZone),
    closesAt: fromLocalInput(form.closesAt, timeZone),
  };
}
