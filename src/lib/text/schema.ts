import { z } from 'zod';
import { hasWords } from '$lib/platform/plain-text';

/** The texts of an installation that everyone may read, signed in or not. */
export const textKinds = ['imprint', 'privacy', 'accessibility'] as const;
export type TextKind = (typeof textKinds)[number];

export const ofText = z.object({ kind: z.enum(textKinds) });
export type OfText = z.output<typeof ofText>;

/** How the page on protection is worded: for everyone, or in easy language. */
export const ofProtection = z.object({ wording: z.enum(['plain', 'easy']) });
export type OfProtection = z.output<typeof ofProtection>;

/** Rich text; the server cleans it. */
const body = z.string().trim().max(200_000).refine(hasWords, 'required');

export const saveText = ofText.extend({
  bodyDe: body,
  bodyEn: body,
  /** The version that the writer started from; 0 where the first draft was shown. */
  version: z.coerce.number().int().min(0),
});
export type SaveText = z.output<typeof saveText>;
