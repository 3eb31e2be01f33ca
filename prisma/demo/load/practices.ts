import { withScope } from '$lib/access/scope.server';
import { exchanged, fromExchanged } from '$lib/practice/exchange/format';
import { fieldNames, type Attachment, type PracticeContent } from '$lib/practice/fields';
import { followClock } from '$lib/practice/ladder/commands.server';
import { checkPoints } from '$lib/practice/ladder/schema';
import type { ReleasedRung } from '$lib/practice/schema';
import type { Practice, PracticeText } from '../content/practices/practice';
import type { DemoEvent } from '../content/timeline';
import type { DemoCohort } from './cohort-stage';
import { sendFile } from './files';
import type { Stage } from './stage';
import { topicId } from './topics';

type Of<K extends DemoEvent['kind']> = Extract<DemoEvent, { kind: K }>;

const refOf = (stage: Stage, cohort: DemoCohort, { key }: Practice) => ({
  cohortId: cohort.id,
  practiceId: stage.id(`practice ${key}`),
});

const stepOf = (stage: Stage, cohort: DemoCohort, practice: Practice, rung: ReleasedRung) => ({
  ...refOf(stage, cohort, practice),
  stepId: stage.id(`practice step ${practice.key} ${rung}`),
});

/** "2025-04", so many months from that of loading. */
function monthOf(today: Date, offset: number): string {
  const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + offset, 1));
  return month.toISOString().slice(0, 7);
}

function contentOf(stage: Stage, practice: Practice): PracticeContent {
  const { text, months, key } = practice;
  const { start, end } = months;
  let entries = 0;
  const said = exchanged.parse({
    ...text,
    startedOn: monthOf(stage.today, start),
    endedOn: end === undefined ? null : monthOf(stage.today, end),
  });
  return fromExchanged(said, () => stage.id(`practice entry ${key} ${(entries += 1)}`));
}

/** The fields that are said otherwise, as the form sends them. */
function changesFrom(stage: Stage, practice: Practice, from: PracticeContent, text: PracticeText) {
  let entries = 0;
  const id = () => stage.id(`practice edited entry ${practice.key} ${(entries += 1)}`);
  const to = fromExchanged(exchanged.parse(text), id);
  const changed = fieldNames.filter((field) => field in text);
  return changed.map((field) => ({ field, from: from[field], to: to[field] }));
}

export const practiceActs = {
  async practice_begun(stage: Stage, cohort: DemoCohort, { by, practice }: Of<'practice_begun'>) {
    const { topic } = practice;
    const content = contentOf(stage, practice);
    const files: Attachment[] = [];
    for (const { kind, ...words } of practice.files ?? []) {
      const fileId = await sendFile(stage, cohort, by, kind);
      const id = stage.id(`practice file ${practice.key} ${kind}`);
      files.push({ id, kind, fileId, licence: 'cc_by', source: '', alt: '', ...words });
    }
    await (
      await stage.as(by)
    ).practice.create({
      ...refOf(stage, cohort, practice),
      topicId: topic ? topicId(stage, topic) : null,
      content: { ...content, attachments: [...content.attachments, ...files] },
    });
  },

  async practice_edited(
    stage: Stage,
    cohort: DemoCohort,
    { by, practice, changes }: Of<'practice_edited'>,
  ) {
    const ref = refOf(stage, cohort, practice);
    const row = await stage.owner.practice.findFirstOrThrow({ where: { id: ref.practiceId } });
    const from = row.content as unknown as PracticeContent;
    const api = await stage.as(by);
    await api.practice.save({ ...ref, changes: changesFrom(stage, practice, from, changes) });
  },

  /** One of the two looks the text through, words it for those who will read it, and agrees. */
  async practice_proposed(
    stage: Stage,
    cohort: DemoCohort,
    { by, practice, rung }: Of<'practice_proposed'>,
  ) {
    const step = stepOf(stage, cohort, practice, rung);
    const { ladder } = (await stage.as(by)).practice;
    await ladder.prepare({ ...step, rung });
    const { published } = practice;
    if (rung === 'public' && published) {
      const row = await stage.owner.practiceStep.findFirstOrThrow({ where: { id: step.stepId } });
      const from = row.content as unknown as PracticeContent;
      await ladder.edit({
        ...step,
        changes: changesFrom(stage, practice, from, published.changes),
      });
    }
    const namesSite = rung === 'public' && (published?.namesSite ?? false);
    await ladder.propose({ ...step, checks: [...checkPoints], namesSite });
  },

  async practice_agreed(
    stage: Stage,
    cohort: DemoCohort,
    { by, practice, rung }: Of<'practice_agreed'>,
  ) {
    const { ladder } = (await stage.as(by)).practice;
    await ladder.agree(stepOf(stage, cohort, practice, rung));
  },

  /** What the clock did by itself. */
  async practice_due(stage: Stage, cohort: DemoCohort, { practice, rung }: Of<'practice_due'>) {
    const system = { kind: 'system', cohortId: cohort.id } as const;
    await withScope(stage.services, system, 'write', (scope) =>
      followClock(scope, stepOf(stage, cohort, practice, rung)),
    );
  },

  async practice_adopted(
    stage: Stage,
    cohort: DemoCohort,
    { by, practice, adoption }: Of<'practice_adopted'>,
  ) {
    const ref = refOf(stage, cohort, practice);
    const { site, state, why = '', changed = '', result = '' } = adoption;
    const adopting = { practiceId: ref.practiceId, teamId: cohort.team(site) };
    const { owner } = stage;
    const before = await owner.practiceAdoption.findFirst({ where: adopting });
    const whose = { cohortId: cohort.id, accountId: stage.accountOf(by), endedAt: null };
    const { id: contactId } = await owner.membership.findFirstOrThrow({ where: whose });
    const version = before?.version ?? 0;
    const api = await stage.as(by);
    await api.practice.saveAdoption({ ...ref, state, why, changed, result, contactId, version });
  },

  async practice_commented(
    stage: Stage,
    cohort: DemoCohort,
    { by, practice, body }: Of<'practice_commented'>,
  ) {
    const id = stage.id(`comment ${practice.key} ${body}`);
    const api = await stage.as(by);
    await api.comment.create({ ...refOf(stage, cohort, practice), topicId: null, id, body });
  },

  async practice_thanked(
    stage: Stage,
    cohort: DemoCohort,
    { by, practice }: Of<'practice_thanked'>,
  ) {
    const api = await stage.as(by);
    await api.practice.setThanks({ ...refOf(stage, cohort, practice), isThanked: true });
  },
};
