/** A moment of the last day on which one may object: the time is over at the midnight that ends it. Pure. */
export const lastDayOf = (objectUntil: Date): Date => new Date(objectUntil.getTime() - 1);
