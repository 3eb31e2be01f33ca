import { z } from 'zod';
import { ballotRef } from '../schema';

export const exportFormats = ['pb', 'toi', 'csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportVotes = ballotRef.extend({ format: z.enum(exportFormats) });
export type ExportVotes = z.infer<typeof exportVotes>;
