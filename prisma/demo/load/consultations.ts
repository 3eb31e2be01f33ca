import type { Kind } from '$lib/consultation/engine/kinds';
import { phaseOf } from '$lib/consultation/engine/state';
import { notesPurpose } from '$lib/consultation/notes/purpose';
import { sealBeginning } from '$lib/consultation/start/sealed-beginning';
import { nextEpoch, openThread, write, type OpenThread } from '$lib/consultation/thread/open';
import { sealOwn } from '$lib/vault/account-keys';
import type { StoredContribution } from '$lib/vault/contribution';
import { spanOfDay } from '$lib/workshop/days';
import { dateText } from '$lib/workshop/queries.server';
import type { Consultation, ConsultationStep, PersonKey } from '../content/types';
import type { DemoEvent } from '../content/timeline';
import type { DemoCohort } from './cohort-stage';
import { directoryFor } from './keys';
import { DEMO_TIME_ZONE, type Stage } from './stage';

type Of<K extends DemoEvent['kind']> = Extract<DemoEvent, { kind: K }>;
type Step<Does extends ConsultationStep['does']> = Extract<ConsultationStep, { does: Does }>;

const FOLLOW_UP_DAYS = 28;

const refOf = (stage: Stage, cohort: DemoCohort, { key }: Consultation) => ({
  cohortId: cohort.id,
  consultationId: stage.id(`consultation ${key}`),
});

/** As it is sent: whoever wrote it has just encrypted it. */
const sent = (contribution: StoredContribution) => ({
  ...contribution,
  kind: contribution.kind as Kind,
  blob: contribution.blob!,
});

/** The thread as this person's browser opens it; once opened, it goes on from what was written since. */
async function open(
  stage: Stage,
  cohort: DemoCohort,
  consultation: Consultation,
  person: PersonKey,
): Promise<OpenThread> {
  const known = cohort.thread(consultation.key);
  const opened = known.openedBy.get(person) ?? (await read(stage, cohort, consultation, person));
  const thread = { ...opened, contributions: known.contributions };
  known.openedBy.set(person, thread);
  return thread;
}

async function read(
  stage: Stage,
  cohort: DemoCohort,
  consultation: Consultation,
  person: PersonKey,
) {
  const page = await (await stage.as(person)).consultation.read(refOf(stage, cohort, consultation));
  const { directory } = await directoryFor(stage, cohort, person);
  return openThread<StoredContribution>(stage.keysOf(person), directory, page, null);
}

/** Where the consultation stands: what everybody's page shows. */
async function standingOf(stage: Stage, cohort: DemoCohort, consultation: Consultation) {
  const { consultationId: id } = refOf(stage, cohort, consultation);
  return stage.owner.consultation.findFirstOrThrow({
    where: { id },
    select: { method: true, phase: true, round: true, version: true },
  });
}

async function plannedFor(
  stage: Stage,
  cohort: DemoCohort,
  { plannedFor: plan }: Consultation,
): Promise<Date | null> {
  if (!plan) return null;
  const day = await stage.owner.workshopDay.findUniqueOrThrow({
    where: { id: cohort.workshopDay(plan.workshop, 1) },
  });
  const span = spanOfDay({ ...day, date: dateText(day.date) }, DEMO_TIME_ZONE);
  return new Date(span!.startsAt.getTime() + plan.minutesAfterStart * 60_000);
}

async function begin(stage: Stage, cohort: DemoCohort, consultation: Consultation): Promise<void> {
  const { by, title, summary, method, form } = consultation;
  const keys = stage.keysOf(by);
  const ref = refOf(stage, cohort, consultation);
  const circle = consultation.circle.map(({ person, role }) => ({
    accountId: stage.accountOf(person),
    role,
    isSecretary: false,
  }));
  const { directory } = await directoryFor(stage, cohort, by);
  const beginning = await sealBeginning(
    keys,
    directory,
    ref.consultationId,
    { method, title, summary },
    circle.map(({ accountId }) => accountId),
  );
  await (
    await stage.as(by)
  ).consultation.start({
    ...ref,
    method,
    form,
    plannedFor: await plannedFor(stage, cohort, consultation),
    hasPseudonyms: false,
    followUpDays: FOLLOW_UP_DAYS,
    circle,
    ...beginning,
  });
  const { contributions } = cohort.thread(consultation.key);
  contributions.push(
    ...beginning.contributions.map((one) => ({
      ...one,
      text: null,
      isWithdrawn: false,
      attachments: [],
    })),
  );
}

type StepOf<Does extends ConsultationStep['does']> = (
  stage: Stage,
  cohort: DemoCohort,
  consultation: Consultation,
  step: Step<Does>,
) => Promise<void>;

const steps: { [Does in ConsultationStep['does']]: StepOf<Does> } = {
  async answer(stage, cohort, consultation, { by, answer }) {
    const ref = refOf(stage, cohort, consultation);
    await (await stage.as(by)).consultation.answer({ ...ref, answer });
  },

  async ask(stage, cohort, consultation, { by, person }) {
    const thread = await read(stage, cohort, consultation, by);
    const ref = refOf(stage, cohort, consultation);
    const api = await stage.as(by);
    const { participants } = await api.consultation.read(ref);
    const gone = participants.filter(({ leftAt }) => leftAt !== null);
    const accountId = stage.accountOf(person);
    const wish = { leavingIds: gone.map((one) => one.accountId), broughtIds: [accountId] };
    const { stored: epoch, keys } = await nextEpoch(thread, stage.keysOf(by), wish);
    await api.consultation.addParticipant({ ...ref, accountId, role: 'adviser', epoch, keys });
    cohort.thread(consultation.key).openedBy.clear();
  },

  async write(stage, cohort, consultation, { by, kind, text }) {
    const thread = await open(stage, cohort, consultation, by);
    const standing = await standingOf(stage, cohort, consultation);
    const { method, round } = standing;
    const place = { method, round, kind, phase: phaseOf(standing).key };
    const one = await write(thread, stage.keysOf(by), place, text);
    const ref = refOf(stage, cohort, consultation);
    await (await stage.as(by)).consultation.contribute({ ...ref, contribution: sent(one) });
    thread.contributions.push({ ...one, text, isWithdrawn: false, attachments: [] });
  },

  async act(stage, cohort, consultation, { by, action }) {
    const { version } = await standingOf(stage, cohort, consultation);
    const named =
      'to' in action ? { ...action, to: stage.accountOf(action.to as PersonKey) } : action;
    const ref = refOf(stage, cohort, consultation);
    await (await stage.as(by)).consultation.act({ ...ref, version, action: named });
  },

  async note(stage, cohort, consultation, { by, text }) {
    const ref = refOf(stage, cohort, consultation);
    const blob = await sealOwn(stage.keysOf(by), notesPurpose(ref.consultationId), text);
    await (await stage.as(by)).consultation.writeNotes({ ...ref, version: 0, blob });
  },

  async ask_for_keys(stage, cohort, consultation, { by }) {
    const ref = refOf(stage, cohort, consultation);
    await (await stage.as(by)).consultation.askForKeys(ref);
  },
};

export const consultationActs = {
  consultation_begun: (
    stage: Stage,
    cohort: DemoCohort,
    { consultation }: Of<'consultation_begun'>,
  ) => begin(stage, cohort, consultation),

  consultation_continued: (
    stage: Stage,
    cohort: DemoCohort,
    { consultation, step }: Of<'consultation_continued'>,
  ) => (steps[step.does] as StepOf<typeof step.does>)(stage, cohort, consultation, step as never),
};
