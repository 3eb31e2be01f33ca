import { newItem, type AgendaItem } from '$lib/agenda/document';
import { publishedAgenda } from '$lib/agenda/published';
import { newId } from '$lib/platform/id';
import type { World } from './world';

/** What a factory answers: one workshop with one day. */
export interface SomeWorkshop {
  cohortId: string;
  workshopId: string;
  dayId: string;
}

interface Said {
  cohortId?: string;
  title?: string;
  kind?: 'workshop' | 'symposium';
  state?: 'planned' | 'fixed' | 'held' | 'cancelled';
  /** "2026-03-13"; nothing where the date is still to be found. */
  date?: string;
  seats?: number;
}

/** A workshop of cohort A, from nine to four. */
export async function aWorkshop(world: World, said: Said = {}): Promise<SomeWorkshop> {
  const { owner, clock, cohortA } = world;
  const { cohortId = cohortA, state = said.date ? 'fixed' : 'planned', date, seats } = said;
  const { title = 'Ehrenamt gewinnen', kind = 'workshop' } = said;
  const [workshopId, dayId] = [newId(), newId()];
  const at = clock.now();
  const last = await owner.workshop.aggregate({ where: { cohortId }, _max: { number: true } });
  await owner.workshop.create({
    data: {
      cohortId,
      id: workshopId,
      kind,
      number: kind === 'workshop' ? (last._max.number ?? 0) + 1 : null,
      title,
      state,
      seats,
      createdAt: at,
      changedAt: at,
    },
  });
  await owner.workshopDay.create({
    data: {
      cohortId,
      id: dayId,
      workshopId,
      position: 1,
      date: date ? new Date(date) : null,
      startMinute: 540,
      endMinute: 960,
    },
  });
  return { cohortId, workshopId, dayId };
}

/** Gives a workshop these items, as a plan and as a published programme. */
export async function publishProgramme(
  { owner, clock }: World,
  { cohortId, workshopId }: SomeWorkshop,
  items: AgendaItem[],
  version = 1,
): Promise<void> {
  const at = clock.now();
  const content = { tracks: [], items, availability: [], reasons: {} };
  const days = await owner.workshopDay.findMany({
    where: { workshopId },
    orderBy: { position: 'asc' },
  });
  const published = publishedAgenda(
    content,
    days.map(({ id, date, startMinute, endMinute }) => ({
      id,
      date: date?.toISOString().slice(0, 10) ?? null,
      startMinute,
      endMinute,
    })),
    'Europe/Berlin',
  );
  const plan = { content: content as object, changedAt: at };
  await owner.agenda.upsert({
    where: { workshopId },
    create: { cohortId, workshopId, ...plan },
    update: plan,
  });
  await owner.agendaVersion.create({
    data: { cohortId, workshopId, version, content: published as object, publishedAt: at },
  });
}

/** One welcome and one break on the workshop's day. */
export const someItems = ({ dayId }: SomeWorkshop): AgendaItem[] => [
  newItem({ id: newId(), kind: 'welcome', minutes: 30, dayId, title: 'Ankommen' }),
  newItem({ id: newId(), kind: 'break', minutes: 15, dayId, title: 'Pause' }),
];

/** A workshop of cohort A whose date is looked for: two days are offered, nobody has answered. */
export async function aDateSearch(world: World, said: Said = {}) {
  const { owner, clock } = world;
  const { cohortId, workshopId } = await aWorkshop(world, said);
  const ref = { cohortId, workshopId };
  const at = clock.now();
  const dayAt = (days: number) => new Date(at.getTime() + days * 86_400_000);
  await owner.dateSearch.create({ data: { ...ref, openedAt: at, answerUntil: dayAt(10) } });
  const optionIds = [newId(), newId()];
  for (const [index, id] of optionIds.entries())
    await owner.dateOption.create({
      data: { ...ref, id, date: dayAt(30 + index), createdAt: at },
    });
  return { ref, optionIds };
}
