/** Minutes as they were published: what everyone reads. Pure. */

/** The item of the programme that a section is about, as it was planned. */
export interface SectionItem {
  dayId: string;
  /** "2026-03-13" */
  date: string | null;
  /** Minutes after midnight as clocks show them. */
  from: number;
  until: number;
  /** What runs beside others names its track. */
  track: string;
  room: string;
  /** Memberships, experts among them. */
  peopleIds: string[];
  topicId: string | null;
}

export interface PublishedSection {
  id: string;
  title: string;
  /** Rich text (sanitised HTML). */
  body: string;
  /** Null for a section of its own: an opening, what comes next. */
  item: SectionItem | null;
}

/** Behind each topic's last section stands what its team says and what came of it: once, however many it has. */
export const closesTopic = (
  sections: readonly PublishedSection[],
  { id, item }: PublishedSection,
) =>
  Boolean(item?.topicId) &&
  sections.findLast((section) => section.item?.topicId === item?.topicId)?.id === id;

export interface PublishedPhoto {
  id: string;
  fileId: string;
  alt: string;
  caption: string;
  /** Null: behind the text. */
  sectionId: string | null;
}

export interface PublishedProceedings {
  timeZone: string;
  sections: PublishedSection[];
  photos: PublishedPhoto[];
}
