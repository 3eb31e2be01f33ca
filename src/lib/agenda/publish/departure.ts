/** Where a programme gives a chosen topic less than the vote decided. Pure. */

/** A topic that a vote has chosen. */
export interface ChosenTopic {
  id: string;
  /** What the decision gave it; null where the ballot counted no minutes. */
  decidedMinutes: number | null;
  /** It has its place in another programme, published or planned: none is needed here. */
  isElsewhere: boolean;
  /** The last published version of this programme had a slot for it. */
  hadSlot: boolean;
}

export interface Departure {
  topicId: string;
  /** 0: it has no slot. */
  minutes: number;
  decidedMinutes: number | null;
  /** Read by everyone; empty while nobody has given one. */
  reason: string;
}

interface Planned {
  items: readonly { topicId: string | null; dayId: string | null; minutes: number }[];
  reasons: Readonly<Record<string, string>>;
}

/** Minutes for a topic, all its items together; what is put aside does not count. */
export const minutesFor = (items: Planned['items'], topicId: string): number =>
  items
    .filter((item) => item.topicId === topicId && item.dayId !== null)
    .reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * Every departure, with its reason where there is one. A visit or an online meeting owes a place only to what
 * it has already promised one; a workshop of the series to every chosen topic that has none elsewhere.
 */
export function departures(
  chosen: readonly ChosenTopic[],
  { items, reasons }: Planned,
  owesPlaces: boolean,
): Departure[] {
  return chosen.flatMap(({ id, decidedMinutes, isElsewhere, hadSlot }): Departure[] => {
    const minutes = minutesFor(items, id);
    const isMissing = minutes === 0 && !isElsewhere && (owesPlaces || hadSlot);
    const isShorter = minutes > 0 && decidedMinutes !== null && minutes < decidedMinutes;
    if (!isMissing && !isShorter) return [];
    return [{ topicId: id, minutes, decidedMinutes, reason: reasons[id]?.trim() ?? '' }];
  });
}
