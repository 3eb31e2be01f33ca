import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { toPlainText } from '$lib/platform/rich-text.server';
import { mayReadHistory } from '../policy';
import { richFields, topicText, type HistoryInput, type TopicText } from '../schema';
import { compareTexts } from './compare';

const isRich = (field: string): boolean => (richFields as readonly string[]).includes(field);

function plainValue(field: string, value: TopicText[keyof TopicText]): string {
  if (typeof value === 'boolean') return value ? '✓' : '';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'string') return value === null ? '' : String(value);
  return isRich(field) ? toPlainText(value) : value;
}

const plainTexts = (text: TopicText) =>
  Object.fromEntries(
    Object.entries(text).map(([field, value]) => [field, plainValue(field, value)]),
  ) as Record<keyof TopicText, string>;

interface Version {
  version: number;
  changedAt: Date;
  changedByName: string | null;
}

/** Every version of a topic's words, the newest first, and what one of them changed. */
export async function history({ db, actor }: PersonScope, input: HistoryInput) {
  const { cohortId, topicId } = input;
  ensure(mayReadHistory(actor, { cohortId }));
  const topic = await db.topic.findFirst({
    where: { id: topicId, cohortId },
    select: { id: true, question: true, state: true, team: { select: { name: true } } },
  });
  if (!topic) throw notFound();
  const versions = await db.$queryRaw<Version[]>`
    SELECT r.version, r."changedAt", a.name AS "changedByName"
      FROM topic_revision r LEFT JOIN account a ON a.id = r."changedById"
     WHERE r."topicId" = ${topicId}::uuid ORDER BY r.version DESC`;
  const shown = versions.find(({ version }) => version === input.version) ?? versions[0];
  if (!shown) return { topic, versions, shown: null };
  // The version before is the next lower one that was kept: drafts leave gaps.
  const contents = await db.topicRevision.findMany({
    where: { topicId, version: { lte: shown.version } },
    orderBy: { version: 'desc' },
    take: 2,
    select: { version: true, content: true },
  });
  const [after, before] = contents.map(({ content }) => plainTexts(topicText.parse(content)));
  const fields = after ? compareTexts(before ?? null, after) : [];
  return { topic, versions, shown: { version: shown.version, isFirst: !before, fields } };
}

export type TopicHistory = Awaited<ReturnType<typeof history>>;
