import type { Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { writeList, type ListFile } from '$lib/cohort/download/queries.server';
import type { Download } from '$lib/cohort/schema';
import { m } from '$lib/paraglide/messages.js';
import { toPlainText } from '$lib/platform/rich-text.server';
import { formatList } from '$lib/ui/format';
import { formatLabel, stateLabel } from '../labels';
import type { TopicFormat, TopicState } from '../life';
import type { OutcomeAnswer } from '../outcome/answer';
import { answerLabel } from '../outcome/text';
import { mayRead } from '../policy';
import { richFields, type RichField } from '../schema';

interface ListedTopic extends Record<RichField, string> {
  question: string;
  teamName: string;
  state: TopicState;
  mergedInto: string | null;
  supporters: string[];
  supportCount: number;
  commentCount: number;
  tags: string[];
  minutes: number | null;
  format: TopicFormat;
  needs: boolean;
  offers: boolean;
  proposedAt: Date | null;
  changedAt: Date;
  activeAt: Date;
  answer: OutcomeAnswer | null;
  outcome: string | null;
}

/** Every topic that the reader sees; drafts stay on the page. */
export async function downloadTopics(
  scope: PersonScope,
  input: Download,
  locale: Locale,
): Promise<ListFile> {
  const { db, actor } = scope;
  ensure(mayRead(actor, input));
  const topics = await db.$queryRaw<ListedTopic[]>`
    SELECT t.question, s.name AS "teamName", t.state::text AS state, i.question AS "mergedInto",
           ARRAY(SELECT b.name FROM support u JOIN team b ON b.id = u."teamId"
                  WHERE u."topicId" = t.id ORDER BY b.name) AS supporters,
           t."supportCount", t."commentCount", t.tags, t.minutes, t.format::text AS format,
           t.needs, t.offers, t.about, t."whyNow", t."bringsCase", t."bringsFailure", t."bringsExpert",
           t."proposedAt", t."changedAt", t."activeAt", told.answer::text AS answer, told.body AS outcome
      FROM topic t JOIN team s ON s.id = t."teamId" LEFT JOIN topic i ON i.id = t."mergedIntoId"
      LEFT JOIN LATERAL (SELECT o.answer, o.body FROM topic_outcome o WHERE o."topicId" = t.id
                          ORDER BY o."toldAt" DESC, o.version DESC LIMIT 1) told ON true
     WHERE t."cohortId" = ${input.cohortId}::uuid AND t.state NOT IN ('draft', 'unconfirmed')
     ORDER BY s.name, t."proposedAt", t.id`;
  const options = { locale };
  const texts: Record<RichField, string> = {
    about: m.topic_about({}, options),
    whyNow: m.topic_why_now({}, options),
    bringsCase: m.topic_brings_case({}, options),
    bringsFailure: m.topic_brings_failure({}, options),
    bringsExpert: m.topic_brings_expert({}, options),
  };
  return writeList(scope, input, locale, {
    title: m.topic_list_title({}, options),
    columns: [
      { heading: m.topic_question({}, options), width: 50 },
      { heading: m.topic_team({}, options), width: 24 },
      { heading: m.topic_file_state({}, options), width: 18 },
      { heading: m.topic_file_merged_into({}, options), width: 30 },
      { heading: m.topic_file_supports({}, options), width: 12 },
      { heading: m.topic_support_title({}, options), width: 36 },
      { heading: m.topic_file_comments({}, options), width: 12 },
      { heading: m.topic_tags({}, options), width: 24 },
      { heading: m.topic_file_minutes({}, options), width: 12 },
      { heading: m.topic_format({}, options), width: 20 },
      { heading: m.topic_needs({}, options), width: 12 },
      { heading: m.topic_offers({}, options), width: 12 },
      { heading: m.topic_file_proposed({}, options), width: 18 },
      { heading: m.topic_file_changed({}, options), width: 18 },
      { heading: m.topic_file_active({}, options), width: 18 },
      { heading: m.topic_file_answer({}, options), width: 22 },
      { heading: m.topic_file_outcome({}, options), width: 50 },
      ...richFields.map((field) => ({ heading: texts[field], width: 50 })),
    ],
    rows: topics.map((topic) => [
      topic.question,
      topic.teamName,
      stateLabel(topic.state, options),
      topic.mergedInto,
      topic.supportCount,
      formatList(topic.supporters, locale),
      topic.commentCount,
      topic.tags.join(', '),
      topic.minutes,
      formatLabel(topic.format, options),
      topic.needs ? m.topic_file_yes({}, options) : null,
      topic.offers ? m.topic_file_yes({}, options) : null,
      topic.proposedAt,
      topic.changedAt,
      topic.activeAt,
      topic.answer && answerLabel(topic.answer, locale),
      topic.outcome && toPlainText(topic.outcome),
      ...richFields.map((field) => toPlainText(topic[field])),
    ]),
  });
}
