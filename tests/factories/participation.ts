import type { AttendanceKind } from '$lib/workshop/participation/schema';
import { enqueue } from '$lib/platform/jobs.server';
import { participationJobs } from '$lib/workshop/participation/care/jobs.server';
import { workOffJobs } from '../../src/server/jobs';
import { aWorkshop, type SomeWorkshop } from './workshop';
import type { ActorKind, World, WorldPerson } from './world';

/** "2026-03-13", so many days after the world's present. */
export const dayFromNow = ({ clock }: World, days: number): string =>
  new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** A workshop of cohort A in three weeks, to which one can also come online. */
export async function aFixedWorkshop(
  world: World,
  { inDays = 21, ...said }: Parameters<typeof aWorkshop>[1] & { inDays?: number } = {},
): Promise<SomeWorkshop> {
  const workshop = await aWorkshop(world, { date: dayFromNow(world, inDays), ...said });
  await world.owner.workshop.update({
    where: { id: workshop.workshopId },
    data: { onlineUrl: 'https://treffen.example.org/raum', place: 'Haus am Dom, Olpe' },
  });
  return workshop;
}

interface Said {
  answer?: 'in_person' | 'online' | 'no';
  waitingSince?: Date;
  guestName?: string;
}

/** Somebody's answer to a workshop, as if it had been given. */
export async function anAnswer(
  { owner, clock }: World,
  { cohortId, workshopId }: Pick<SomeWorkshop, 'cohortId' | 'workshopId'>,
  { membershipId, accountId }: Pick<WorldPerson, 'membershipId' | 'accountId'>,
  { answer = 'in_person', ...said }: Said = {},
): Promise<void> {
  const at = clock.now();
  const { date } = await owner.workshopDay.findFirstOrThrow({
    where: { workshopId },
    orderBy: { position: 'asc' },
  });
  await owner.participation.create({
    data: {
      ...{ cohortId, workshopId, membershipId, answer },
      forDate: date ?? at,
      answeredById: accountId,
      answeredAt: at,
      ...said,
    },
  });
}

/** Somebody was there, in person unless told otherwise. */
export async function anAttendance(
  { owner, clock }: World,
  { cohortId, workshopId }: Pick<SomeWorkshop, 'cohortId' | 'workshopId'>,
  { membershipId }: Pick<WorldPerson, 'membershipId'>,
  attended: AttendanceKind = 'in_person',
): Promise<void> {
  await owner.attendance.create({
    data: {
      ...{ cohortId, workshopId, membershipId, attended },
      recordedAt: clock.now(),
    },
  });
}

type Who = Exclude<ActorKind, 'anonymous'>;
type Ref = Pick<SomeWorkshop, 'cohortId' | 'workshopId'>;

/** What tests of participation do over and over. */
export function participationActs(world: World) {
  const api = async (who: Who) => (await world.as(who)).workshop.participation;
  const workOff = () =>
    workOffJobs(world.urls.appUrl, world.services, { error() {} }, participationJobs);
  /** What the clock starts. */
  const runJob = async (queue: string) => {
    await world.asSystem(null, ({ db }) => enqueue(db, queue, { cohortId: null }));
    await workOff();
  };
  return {
    api,
    workOff,
    runJob,
    /** What the clock does each hour. */
    look: () => runJob('participation.watch'),
    fixed: async (said: Parameters<typeof aFixedWorkshop>[1] = {}): Promise<Ref> => {
      const { cohortId, workshopId } = await aFixedWorkshop(world, said);
      return { cohortId, workshopId };
    },
    ownOf: async (who: Who, ref: Ref) => (await (await api(who)).own(ref))!,
    say: async (who: Who, ref: Ref, answer: 'in_person' | 'online' | 'no') =>
      (await api(who)).answer({ ...ref, answer }),
    personOf: async (who: Who, ref: Ref, seenBy: Who = 'moderator') => {
      const { people } = await (await api(seenBy)).list(ref);
      return people.find(({ membershipId }) => membershipId === world.people[who].membershipId)!;
    },
    toldTo: async (who: Who) => {
      const notices = await world.owner.notice.findMany({
        where: { accountId: world.people[who].accountId },
        orderBy: { id: 'asc' },
      });
      return notices.map(({ facts }) => (facts as { activity: string }).activity);
    },
  };
}
