import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../src/generated/prisma/client';
import { findEmbeddedPostgres } from '../../src/lib/platform/db/embedded.server';
import { aWorkshop } from './workshop';
import type { World } from './world';

async function asOwner<T>(dataDir: string, work: (owner: PrismaClient) => Promise<T>): Promise<T> {
  const { ownerUrl } = await findEmbeddedPostgres(dataDir);
  const owner = new PrismaClient({ adapter: new PrismaPg(ownerUrl) });
  try {
    return await work(owner);
  } finally {
    await owner.$disconnect();
  }
}

const berlinDay = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(
    new Date(Date.now() + days * 86_400_000),
  );

/** A workshop in a running server, in three weeks, with one seat in the house and a line to join from afar. */
export const aSmallWorkshop = (dataDir: string, email: string) =>
  asOwner(dataDir, async (owner) => {
    const { cohortId } = await owner.membership.findFirstOrThrow({
      where: { account: { credential: { email } }, endedAt: null },
      orderBy: { joinedAt: 'desc' },
    });
    const world = { owner, clock: { now: () => new Date() }, cohortA: cohortId } as World;
    const title = `Kleine Runde ${Date.now()}`;
    const said = { cohortId, title, date: berlinDay(21), seats: 1 };
    const { workshopId } = await aWorkshop(world, said);
    await owner.workshop.update({
      where: { id: workshopId },
      data: { place: 'Haus am Dom, Olpe', onlineUrl: 'https://treffen.example.org/raum' },
    });
    return { cohortId, workshopId, path: `/cohorts/${cohortId}/workshops/${workshopId}` };
  });

/** Its day has come: it lasts from midnight to midnight, whenever a test runs. */
export const itIsToday = (dataDir: string, workshopId: string) =>
  asOwner(dataDir, (owner) =>
    owner.workshopDay.updateMany({
      where: { workshopId },
      data: { date: new Date(berlinDay(0)), startMinute: 0, endMinute: 1_440 },
    }),
  );
