import { AppError } from '$lib/platform/errors';

/** Large enough to read a photographed flip chart. */
const LONGEST_SIDE = 2560;
const QUALITY = 0.85;

/**
 * Draws a picture anew, so that only what is seen of it remains: no place, no camera, no name, no preview.
 *
 * @throws AppError `attachment_picture_unreadable` where this browser cannot draw it
 */
export async function strippedPicture(file: File): Promise<{ content: Blob; ending: string }> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new AppError('attachment_picture_unreadable');
  });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  // Drawings keep their sharp edges and what is transparent; every browser writes these two.
  const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg';
  const content = await new Promise<Blob | null>((drawn) => canvas.toBlob(drawn, type, QUALITY));
  if (!content) throw new AppError('attachment_picture_unreadable');
  return { content, ending: type === 'image/png' ? 'png' : 'jpg' };
}
