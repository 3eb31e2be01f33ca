import type { Locale } from '$lib/access/actor';
import type { PersonScope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { differencesOf } from '../../difference';
import { practiceContent } from '../../fields';
import * as policy from '../../policy';
import { cohortFacts } from '../../queries.server';
import type { HistoryInput } from '../schema';

interface Version {
  version: number;
  changedAt: Date;
  changedByName: string | null;
}

/** Every kept version of a team's text, the newest first, and what one of them changed. */
export async function history({ db, actor }: PersonScope, input: HistoryInput, locale: Locale) {
  const { cohortId, practiceId } = input;
  const cohort = await cohortFacts(db, cohortId);
  const practice = await db.practice.findFirst({
    where: { id: practiceId, cohortId },
    select: {
      id: true,
      teamId: true,
      version: true,
      content: true,
      discardedAt: true,
      releases: { select: { rung: true } },
    },
  });
  if (!practice) throw notFound();
  const facts = {
    ...cohort,
    teamId: practice.teamId,
    isDiscarded: practice.discardedAt !== null,
    isReleased: practice.releases.length > 0,
  };
  const versions = await db.$queryRaw<Version[]>`
    SELECT r.version, r."changedAt", a.name AS "changedByName"
      FROM practice_revision r LEFT JOIN account a ON a.id = r."changedById"
     WHERE r."practiceId" = ${practiceId}::uuid ORDER BY r.version DESC`;
  const shown = versions.find(({ version }) => version === input.version) ?? versions[0];
  if (!shown) throw notFound();
  // The version before is the next lower one that was kept: sittings leave gaps.
  const contents = await db.practiceRevision.findMany({
    where: { practiceId, version: { lte: shown.version } },
    orderBy: { version: 'desc' },
    take: 2,
    select: { content: true },
  });
  const [after, before] = contents.map(({ content }) => practiceContent.parse(content));
  if (!after) throw notFound();
  const isNewest = shown.version === versions[0]?.version;
  return {
    id: practice.id,
    gist: practiceContent.parse(practice.content).gist,
    versions,
    shown: {
      ...shown,
      isFirst: before === undefined,
      isNewest,
      content: after,
      differences: differencesOf(before ?? null, after, locale),
    },
    mayRestore: !isNewest && policy.mayChange(actor, facts).isAllowed,
  };
}

export type PracticeHistory = Awaited<ReturnType<typeof history>>;
