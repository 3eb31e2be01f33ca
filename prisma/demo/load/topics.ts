import type { PersonKey, TopicKey, Topic } from '../content/types';
import { topicAfterEdits, type DemoEvent } from '../content/timeline';
import type { DemoCohort } from './cohort-stage';
import type { Stage } from './stage';

type Of<K extends DemoEvent['kind']> = Extract<DemoEvent, { kind: K }>;

/** `{@person-key}` in a text stands for the person's name with an @ before it, as people type it. */
export const withMentions = (stage: Stage, text: string): string =>
  text.replace(
    /\{@([a-z-]+)\}/g,
    (_mark, key: string) => `@${stage.person(key as PersonKey).displayName}`,
  );

export const topicId = (stage: Stage, key: TopicKey): string => stage.id(`topic ${key}`);

const textOf = (stage: Stage, topic: Topic) => ({
  question: topic.question,
  about: withMentions(stage, topic.about),
  whyNow: topic.whyNow,
  bringsCase: topic.brings.case ?? '',
  bringsFailure: topic.brings.failure ?? '',
  bringsExpert: topic.brings.expert ?? '',
  needs: topic.markers.includes('need'),
  offers: topic.markers.includes('offer'),
  tags: [...topic.tags],
  minutes: topic.minutes,
  format: topic.format,
});

/** The version that the page of this person would carry. */
async function versionOf(stage: Stage, cohort: DemoCohort, key: TopicKey): Promise<number> {
  const where = { cohortId: cohort.id, id: topicId(stage, key) };
  const topic = await stage.owner.topic.findFirst({ where, select: { version: true } });
  return topic?.version ?? 0;
}

export const topicActs = {
  async topic_drafted(stage: Stage, cohort: DemoCohort, { by, topic }: Of<'topic_drafted'>) {
    const ref = { cohortId: cohort.id, topicId: topicId(stage, topic.key) };
    const api = await stage.as(by);
    await api.topic.saveDraft({ ...ref, version: 0, ...textOf(stage, topic) });
  },

  async topic_proposed(stage: Stage, cohort: DemoCohort, { by, topic }: Of<'topic_proposed'>) {
    const ref = { cohortId: cohort.id, topicId: topicId(stage, topic.key) };
    const api = await stage.as(by);
    if (topic.entered)
      await api.topic.enter({ ...ref, ...textOf(stage, topic), teamId: cohort.team(topic.site) });
    else {
      const version = await versionOf(stage, cohort, topic.key);
      await api.topic.propose({ ...ref, version, ...textOf(stage, topic) });
    }
  },

  async topic_confirmed(stage: Stage, cohort: DemoCohort, { by, topic }: Of<'topic_confirmed'>) {
    const api = await stage.as(by);
    await api.topic.confirm({ cohortId: cohort.id, topicId: topicId(stage, topic.key) });
  },

  async topic_edited(stage: Stage, cohort: DemoCohort, { by, topic, edit }: Of<'topic_edited'>) {
    const edits = (topic.edits ?? []).indexOf(edit) + 1;
    const version = await versionOf(stage, cohort, topic.key);
    const api = await stage.as(by);
    const ref = { cohortId: cohort.id, topicId: topicId(stage, topic.key), version };
    await api.topic.change({ ...ref, ...textOf(stage, topicAfterEdits(topic, edits)) });
  },

  async topic_commented(
    stage: Stage,
    cohort: DemoCohort,
    { by, topic, comment }: Of<'topic_commented'>,
  ) {
    const commentId = (key: string) => stage.id(`comment ${topic.key} ${key}`);
    const api = await stage.as(by);
    await api.comment.create({
      cohortId: cohort.id,
      topicId: topicId(stage, topic.key),
      id: commentId(comment.key ?? `${by} ${comment.at.join(' ')}`),
      body: withMentions(stage, comment.body),
      quotedId: comment.quote ? commentId(comment.quote.comment) : null,
    });
  },

  async topic_supported(stage: Stage, cohort: DemoCohort, { by, topic }: Of<'topic_supported'>) {
    const ref = { cohortId: cohort.id, topicId: topicId(stage, topic.key) };
    await (await stage.as(by)).topic.setSupport({ ...ref, isSupported: true });
  },

  async topic_followed(stage: Stage, cohort: DemoCohort, { by, topic }: Of<'topic_followed'>) {
    const ref = { cohortId: cohort.id, topicId: topicId(stage, topic.key) };
    await (await stage.as(by)).topic.setFollow({ ...ref, isFollowed: true });
  },

  async topic_pinned(stage: Stage, cohort: DemoCohort, { by, topic }: Of<'topic_pinned'>) {
    const ref = { cohortId: cohort.id, topicId: topicId(stage, topic.key) };
    await (await stage.as(by)).topic.setPin({ ...ref, isPinned: true });
  },

  async topic_noted(stage: Stage, cohort: DemoCohort, { by, topic, body }: Of<'topic_noted'>) {
    const ref = { cohortId: cohort.id, topicId: topicId(stage, topic.key) };
    const id = stage.id(`note ${topic.key} ${body}`);
    await (await stage.as(by)).topic.addNote({ ...ref, id, body });
  },

  async topic_withdrawn(
    stage: Stage,
    cohort: DemoCohort,
    { by, topic, reason }: Of<'topic_withdrawn'>,
  ) {
    const ref = { cohortId: cohort.id, topicId: topicId(stage, topic.key) };
    await (await stage.as(by)).topic.withdraw({ ...ref, reason });
  },

  async merge_proposed(stage: Stage, cohort: DemoCohort, { by, merge }: Of<'merge_proposed'>) {
    await (
      await stage.as(by)
    ).merge.propose({
      cohortId: cohort.id,
      id: stage.id(`merge ${merge.key}`),
      fromId: topicId(stage, merge.from),
      intoId: topicId(stage, merge.into),
      reason: merge.reason,
    });
  },

  async merge_agreed(stage: Stage, cohort: DemoCohort, { by, merge }: Of<'merge_agreed'>) {
    const ref = { cohortId: cohort.id, id: stage.id(`merge ${merge.key}`) };
    await (await stage.as(by)).merge.consent({ ...ref, agrees: true });
  },
};
