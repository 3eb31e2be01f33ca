import type { Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';

export const mayOperate = (actor: Actor): Decision =>
  allowIf(actor.kind === 'person' && actor.isAdministrator, 'not_found');
