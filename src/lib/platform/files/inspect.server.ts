import { AppError } from '../errors';
import { cleanFileName, withEnding } from './file-name';
import { checkOfficeFile, type OfficeType } from './office-file.server';
import { redrawPicture } from './picture.server';
import { recognise } from './recognise';

/** What is kept of a file, after it was looked at. */
export interface Inspected {
  kind: 'picture' | 'document';
  mediaType: string;
  name: string;
  /** One object, of a picture one for each size, the largest last. `width` is 0 where there is none. */
  objects: { width: number; height: number; mediaType: string; bytes: Buffer }[];
}

const OFFICE_MEDIA_TYPES: Record<OfficeType, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
};

/** A PDF ends with where its index starts; one that was cut off does not. */
const PDF_END_BYTES = 64 * 1024;

/**
 * Looks at what a file is, and makes of it what may be kept.
 *
 * @throws AppError with the reason for which it is refused
 */
export async function inspect(bytes: Buffer, givenName: string): Promise<Inspected> {
  const name = cleanFileName(givenName);
  const recognised = recognise(bytes);
  switch (recognised) {
    case 'image/jpeg':
    case 'image/png':
    case 'image/webp':
    case 'image/avif':
      return picture(bytes, name);
    case 'image/svg+xml':
      throw new AppError('file_svg');
    case 'image/heic':
      throw new AppError('file_heic');
    case 'old office':
      throw new AppError('file_old_office');
    case 'application/pdf':
      if (!bytes.subarray(-PDF_END_BYTES).includes('startxref')) throw new AppError('file_broken');
      return document(bytes, recognised, withEnding(name, ['pdf']));
    case 'zip': {
      const type = await checkOfficeFile(bytes);
      return document(bytes, OFFICE_MEDIA_TYPES[type], withEnding(name, [type]));
    }
    case 'text': {
      // A table as text and any other text are the same bytes: here alone the name may say which.
      const mediaType = /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
      return document(bytes, mediaType, withEnding(name, ['txt', 'csv']));
    }
    case 'unknown':
      throw new AppError('file_kind_wrong');
  }
}

async function picture(bytes: Buffer, name: string): Promise<Inspected> {
  const sizes = await redrawPicture(bytes);
  const mediaType = 'image/webp';
  return {
    kind: 'picture',
    mediaType,
    name: withEnding(name, ['webp']),
    objects: sizes.map((size) => ({ ...size, mediaType })),
  };
}

const document = (bytes: Buffer, mediaType: string, name: string): Inspected => ({
  kind: 'document',
  mediaType,
  name,
  objects: [{ width: 0, height: 0, mediaType, bytes }],
});
