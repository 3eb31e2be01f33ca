/** Where an item of a programme leads, as far as the reader may go there: example, consultation, files. Pure. */
import { m } from '$lib/paraglide/messages.js';
import { fileHref } from '$lib/upload/href';
import type { PublishedItem } from './published';

export interface ItemLink {
  href: string;
  label: string;
}

/** What the reader knows of what items name. */
export interface KnownLinks {
  practices: readonly { id: string; gist: string }[];
  consultationIds: readonly string[];
  files: readonly { id: string; name: string }[];
}

export function linksOf(
  item: Pick<PublishedItem, 'practiceId' | 'consultationId' | 'fileIds'>,
  { practices, consultationIds, files }: KnownLinks,
  cohortId: string,
): ItemLink[] {
  const home = `/cohorts/${cohortId}`;
  const practice = practices.find(({ id }) => id === item.practiceId);
  const consultationId = consultationIds.find((id) => id === item.consultationId);
  return [
    ...(practice
      ? [
          {
            href: `${home}/practices/${practice.id}`,
            label: m.agenda_item_to_practice({ gist: practice.gist }),
          },
        ]
      : []),
    ...(consultationId
      ? [
          {
            href: `${home}/consultations/${consultationId}`,
            label: m.agenda_item_to_consultation(),
          },
        ]
      : []),
    ...item.fileIds.flatMap((fileId) => {
      const file = files.find(({ id }) => id === fileId);
      return file ? [{ href: fileHref({ cohortId, fileId }), label: file.name }] : [];
    }),
  ];
}
