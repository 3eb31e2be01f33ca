import { PICTURE_WIDTHS } from '$lib/platform/files/picture-widths';

/** Where a stored file is read: a document is saved, a picture shown in its largest size. */
export const fileHref = ({ cohortId, fileId }: { cohortId: string; fileId: string }): string =>
  `/files/${cohortId}/${fileId}`;

type Width = (typeof PICTURE_WIDTHS)[number];

/** The picture in this size, or the next that there is. */
export const pictureHref = (ref: { cohortId: string; fileId: string }, width: Width): string =>
  `${fileHref(ref)}/${width}`;

/** For `srcset`: every size, the browser chooses. */
export const pictureSources = (ref: { cohortId: string; fileId: string }): string =>
  PICTURE_WIDTHS.map((width) => `${pictureHref(ref, width)} ${width}w`).join(', ');

/** The same for what was published: without signing in. */
export const publicFileHref = (fileId: string): string => `/public/files/${fileId}`;
export const publicPictureHref = (fileId: string, width: Width): string =>
  `${publicFileHref(fileId)}/${width}`;
export const publicPictureSources = (fileId: string): string =>
  PICTURE_WIDTHS.map((width) => `${publicPictureHref(fileId, width)} ${width}w`).join(', ');
