import { AppError } from '$lib/platform/errors';
import type { Method } from './method';
import { actionLearning } from './methods/action-learning';
import { balint } from './methods/balint';
import { heilsbronn } from './methods/heilsbronn';
import { tietze } from './methods/tietze';
import { troika } from './methods/troika';
import { wiseCrowds } from './methods/wise-crowds';

/** All methods, the default first. A new one is a file with its data, a line here, and its texts. */
export const METHODS: readonly Method[] = [
  tietze,
  heilsbronn,
  troika,
  wiseCrowds,
  balint,
  actionLearning,
];

/** @throws AppError `consultation_method_unknown` */
export function methodOf(key: string): Method {
  const method = METHODS.find((one) => one.key === key);
  if (!method) throw new AppError('consultation_method_unknown', { key });
  return method;
}
