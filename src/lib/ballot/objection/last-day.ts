/** The last moment in which something is possible that ends at the midnight after it: its day is meant. */
export const lastDayOf = (until: Date): Date => new Date(until.getTime() - 1);
