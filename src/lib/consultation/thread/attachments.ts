import { AppError } from '$lib/platform/errors';
import { cleanFileName, withEnding } from '$lib/platform/files/file-name';
import { newId } from '$lib/platform/id';
import { fileHref } from '$lib/upload/href';
import type { Prepared } from '$lib/upload/uploading.svelte';
import { openAttachment, sealAttachment, type Attachment } from '$lib/vault/attachment';
import { strippedPicture } from './stripped-picture';

/** What a browser shows by itself, and nothing in it runs. */
const SHOWN = ['image/jpeg', 'image/png', 'image/webp'];

export const isShown = ({ mediaType }: Pick<Attachment, 'mediaType'>): boolean =>
  SHOWN.includes(mediaType);

export const isPicture = ({ type }: File): boolean => type.startsWith('image/');

/** What is sent of a file, and what the contribution will say of it. */
export async function prepareAttachment(file: File): Promise<Prepared & { said: Attachment }> {
  const stripped = isPicture(file) ? await strippedPicture(file) : null;
  const bytes = new Uint8Array(await (stripped?.content ?? file).arrayBuffer());
  const { blob, key, hash } = await sealAttachment(bytes);
  const name = cleanFileName(file.name);
  const id = newId();
  const said: Attachment = {
    fileId: id,
    key,
    hash,
    name: stripped ? withEnding(name, [stripped.ending]) : name,
    mediaType: stripped?.content.type ?? 'application/octet-stream',
    size: bytes.length,
  };
  return { id, content: new Blob([blob]), said };
}

/**
 * Fetches a file and opens it.
 *
 * @throws AppError `attachment_gone`, `vault_attachment_swapped` and what else openAttachment refuses
 */
export async function fetchAttachment(
  cohortId: string,
  attachment: Attachment,
): Promise<Uint8Array<ArrayBuffer>> {
  // Not from the browser: bytes that were bent once would be answered with again.
  const response = await fetch(fileHref({ cohortId, fileId: attachment.fileId }), {
    cache: 'no-store',
  });
  if (response.status === 404) throw new AppError('attachment_gone');
  if (!response.ok) throw new AppError('attachment_not_fetched');
  return openAttachment(new Uint8Array(await response.arrayBuffer()), attachment);
}

/** Hands a file to the browser, to be saved. */
export function saveAs(content: Uint8Array<ArrayBuffer>, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = cleanFileName(name) || 'Datei';
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
