import { m } from '$lib/paraglide/messages.js';
import type { TextKind } from './schema';

const names: Record<TextKind, () => string> = {
  imprint: m.text_imprint,
  privacy: m.text_privacy,
  accessibility: m.text_accessibility,
};

export const textName = (kind: TextKind): string => names[kind]();
