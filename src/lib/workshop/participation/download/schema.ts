import type { z } from 'zod';
import { download } from '$lib/cohort/schema';
import { workshopRef } from '../../schema';

export const downloadList = download.extend({ workshopId: workshopRef.shape.workshopId });
export type DownloadList = z.infer<typeof downloadList>;
