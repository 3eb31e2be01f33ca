import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/**
 * Hears of the files of a field, also of those that were chosen before the page's script ran: by keyboard
 * on a slow device, or put back by the browser when somebody returns to the page.
 */
export const onFiles =
  (take: (field: HTMLInputElement) => void): Attachment<HTMLInputElement> =>
  (field) =>
    untrack(() => {
      const heard = () => take(field);
      field.addEventListener('change', heard);
      if (field.files?.length) heard();
      return () => field.removeEventListener('change', heard);
    });
