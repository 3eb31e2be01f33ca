import type { PersonScope } from '$lib/access/scope.server';

/** Whether an expert was invited to the workshop. */
export async function isGuestOfWorkshop({ db }: PersonScope, workshopId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isGuest: boolean }[]>`
    SELECT ${workshopId}::uuid = ANY (app.my_guest_workshops()) AS "isGuest"`;
  return row?.isGuest ?? false;
}

/** Whether an expert was invited to the topic. */
export async function isGuestOf({ db }: PersonScope, topicId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isGuest: boolean }[]>`
    SELECT ${topicId}::uuid = ANY (app.my_guest_topics()) AS "isGuest"`;
  return row?.isGuest ?? false;
}
