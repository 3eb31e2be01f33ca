import { withScope } from '$lib/access/scope.server';
import type { Choice } from '$lib/ballot/choice';
import type { MethodSettings } from '$lib/ballot/method';
import { finalise } from '$lib/ballot/objection/commands.server';
import { newReceipt, entryIdOf } from '$lib/ballot/receipt';
import { secureRandomBytes } from '$lib/platform/random';
import type { Ballot, Objection } from '../content/types';
import type { DemoEvent } from '../content/timeline';
import type { DemoCohort } from './cohort-stage';
import { dateOf, type Stage } from './stage';
import { topicId } from './topics';

type Of<K extends DemoEvent['kind']> = Extract<DemoEvent, { kind: K }>;

const ref = (stage: Stage, cohort: DemoCohort, ballot: Ballot) => ({
  cohortId: cohort.id,
  ballotId: stage.id(`ballot ${ballot.key}`),
});

const optionsOf = (stage: Stage, cohort: DemoCohort, ballot: Ballot) =>
  stage.owner.ballotOption.findMany({
    where: ref(stage, cohort, ballot),
    select: { id: true, topicId: true, title: true },
  });

/** Whether one of the names, of a topic or of a free answer, means the option. */
const isNamed = (
  stage: Stage,
  { topicId: ofOption, title }: { topicId: string | null; title: string },
  names: readonly string[],
): boolean =>
  names.some((name) => (ofOption === null ? name === title : topicId(stage, name) === ofOption));

const objectionId = (stage: Stage, ballot: Ballot, { site }: Objection) =>
  stage.id(`objection ${ballot.key} ${site}`);

const STATUS_QUO = 'Alles bleibt, wie es ist';
const statusQuoId = (stage: Stage, { key }: Ballot) => stage.id(`status quo ${key}`);

function settingsOf(stage: Stage, ballot: Ballot): MethodSettings {
  const { method, winners, budgetMinutes = null } = ballot;
  const places = { places: winners, budgetMinutes: null };
  switch (method) {
    case 'approval':
    case 'ranked':
      return { method, ...places };
    case 'resistance':
      return { method, ...places, statusQuoOptionId: statusQuoId(stage, ballot) };
    case 'equal-shares':
      return {
        method,
        budgetMinutes: budgetMinutes ?? 1,
        utility: 'cost',
        points: null,
        pointsPerOption: null,
        completion: 'add1u',
        incrementMinutesPerVoter: 1,
        isIntegral: false,
        tieBreaking: 'cost-then-approvals',
      };
  }
}

/** An answer by names as a vote on options. */
function choiceOf(
  answer: Ballot['casts'][number]['answer'],
  named: (names: readonly string[]) => string[],
): Choice {
  if (answer === 'abstain') return { kind: 'abstention' };
  if ('approves' in answer) return { kind: 'approval', approved: named(answer.approves) };
  if ('ranks' in answer) return { kind: 'ranking', ranks: answer.ranks.map(named) };
  const resistance = Object.entries(answer.resistance).flatMap(([title, number]) =>
    named([title]).map((id) => [id, number]),
  );
  return { kind: 'resistance', resistance: Object.fromEntries(resistance) };
}

export const ballotActs = {
  async ballot_created(stage: Stage, cohort: DemoCohort, { by, ballot }: Of<'ballot_created'>) {
    const topics = await stage.owner.topic.findMany({
      where: { cohortId: cohort.id },
      select: { id: true, question: true, minutes: true },
    });
    const api = await stage.as(by);
    await api.ballot.saveDraft({
      ...ref(stage, cohort, ballot),
      version: 0,
      title: ballot.title,
      explanation: ballot.about,
      settings: settingsOf(stage, ballot),
      options: [
        ...ballot.options.map((key) => {
          const topic = topics.find(({ id }) => id === topicId(stage, key))!;
          return { topicId: topic.id, title: topic.question, minutes: topic.minutes };
        }),
        ...(ballot.answers ?? []).map((title) => ({ topicId: null, title, minutes: null })),
        ...(ballot.method === 'resistance'
          ? [{ id: statusQuoId(stage, ballot), topicId: null, title: STATUS_QUO, minutes: null }]
          : []),
      ],
      electorate: ballot.electorate,
      isSecret: ballot.secrecy === 'secret',
      includesModerators: false,
      quorumPercent: ballot.quorumPercent,
      objectionDays: ballot.objectionDays ?? null,
      opensAt: null,
      closesAt: dateOf(ballot.closesAt, stage.today),
    });
  },

  async ballot_opened(stage: Stage, cohort: DemoCohort, { by, ballot }: Of<'ballot_opened'>) {
    await (await stage.as(by)).ballot.open(ref(stage, cohort, ballot));
  },

  async ballot_cast(stage: Stage, cohort: DemoCohort, { by, ballot, cast }: Of<'ballot_cast'>) {
    const options = await optionsOf(stage, cohort, ballot);
    const named = (names: readonly string[]) =>
      options.filter((option) => isNamed(stage, option, names)).map(({ id }) => id);
    const choice = choiceOf(cast.answer, named);
    const api = await stage.as(by);
    const place = ref(stage, cohort, ballot);
    if (ballot.secrecy === 'secret') {
      const entryId = await entryIdOf(newReceipt(secureRandomBytes), place.ballotId);
      await api.ballot.castSecret({ ...place, choice, entryId });
      return;
    }
    const voter = cast.site
      ? { teamId: cohort.team(cast.site) }
      : { accountId: stage.accountOf(by) };
    const former = await stage.owner.vote.findFirst({
      where: { ballotId: place.ballotId, voter },
      select: { version: true },
    });
    await api.ballot.cast({ ...place, choice, version: former?.version ?? 0 });
  },

  async ballot_closed(stage: Stage, cohort: DemoCohort, { by, ballot }: Of<'ballot_closed'>) {
    await (await stage.as(by)).ballot.close(ref(stage, cohort, ballot));
  },

  async ballot_decided(
    stage: Stage,
    cohort: DemoCohort,
    { by, ballot, decision }: Of<'ballot_decided'>,
  ) {
    const options = await optionsOf(stage, cohort, ballot);
    const api = await stage.as(by);
    await api.ballot.decide({
      ...ref(stage, cohort, ballot),
      statement: decision.body,
      items: options.map((option) => ({
        optionId: option.id,
        isChosen: isNamed(stage, option, decision.chosen),
        reason:
          decision.departures.find(({ topic }) => isNamed(stage, option, [topic]))?.reason ?? '',
      })),
    });
  },

  async objection_raised(
    stage: Stage,
    cohort: DemoCohort,
    { by, ballot, objection }: Of<'objection_raised'>,
  ) {
    const about = { ...ref(stage, cohort, ballot), reason: objection.reason };
    const api = await stage.as(by);
    await api.ballot.raiseObjection({
      ...about,
      objectionId: objectionId(stage, ballot, objection),
    });
  },

  async objection_answered(
    stage: Stage,
    cohort: DemoCohort,
    { by, ballot, objection, text }: Of<'objection_answered'>,
  ) {
    const api = await stage.as(by);
    await api.ballot.answerObjection({
      ...ref(stage, cohort, ballot),
      objectionId: objectionId(stage, ballot, objection),
      answer: text,
      change: null,
    });
  },

  /** What the clock did by itself. */
  async decision_final(stage: Stage, cohort: DemoCohort, { ballot }: Of<'decision_final'>) {
    const system = { kind: 'system', cohortId: cohort.id } as const;
    await withScope(stage.services, system, 'write', (scope) =>
      finalise(scope, ref(stage, cohort, ballot)),
    );
  },
};
