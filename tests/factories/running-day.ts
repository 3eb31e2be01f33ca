import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../src/generated/prisma/client';
import { newItem } from '../../src/lib/agenda/document';
import { newId } from '../../src/lib/platform/id';
import { findEmbeddedPostgres } from '../../src/lib/platform/db/embedded.server';
import { aWorkshop, publishProgramme } from './workshop';
import type { World } from './world';

/**
 * A workshop that takes place today in a running server's cohort, with one topic. Its first item lasts from
 * midnight to midnight: whenever a test runs, that is what is on. Answers where its day is.
 */
export async function aRunningDay(dataDir: string, topicId: string): Promise<string> {
  const { ownerUrl } = await findEmbeddedPostgres(dataDir);
  const owner = new PrismaClient({ adapter: new PrismaPg(ownerUrl) });
  try {
    const { cohortId } = await owner.topic.findUniqueOrThrow({ where: { id: topicId } });
    const world = { owner, clock: { now: () => new Date() }, cohortA: cohortId } as World;
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());
    const workshop = await aWorkshop(world, { cohortId, date });
    const { workshopId, dayId } = workshop;
    await owner.workshopDay.update({
      where: { id: dayId },
      data: { startMinute: 0, endMinute: 1_440 },
    });
    await publishProgramme(world, workshop, [
      newItem({ id: newId(), kind: 'welcome', minutes: 1_440, dayId, title: 'Ankommen' }),
      newItem({
        ...{ id: newId(), kind: 'group_work', minutes: 60, dayId, title: 'Arbeit', topicId },
        ...{ methodId: 'fishbowl', material: 'Fünf Stühle', notes: 'Amtsleitungen sitzen außen.' },
      }),
      newItem({ id: newId(), kind: 'plenary', minutes: 30, dayId, title: 'Abschlussrunde' }),
    ]);
    await owner.topic.update({ where: { id: topicId }, data: { state: 'scheduled' } });
    await owner.topicSlot.create({ data: { cohortId, workshopId, topicId, minutes: 60 } });
    return `/cohorts/${cohortId}/workshops/${workshopId}/day`;
  } finally {
    await owner.$disconnect();
  }
}
