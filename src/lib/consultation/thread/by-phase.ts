import type { Kind } from '../engine/kinds';
import type { MethodTexts, ModuleTexts } from '../engine/texts';
import type { ShownContribution } from './protected-thread.svelte';

/** What was written in one phase of one round. */
export interface PhasePart {
  key: string;
  phase: string;
  round: number;
  name: string;
  contributions: ShownContribution[];
}

/** Stand at the top of the page, or beside what they belong to. */
const NOT_IN_THE_THREAD: string[] = ['title', 'summary', 'withdrawal'] satisfies Kind[];

/** The thread in the order of the method: rounds, phases, and within them as it was written. */
export function byPhase(
  contributions: readonly ShownContribution[],
  method: MethodTexts,
): PhasePart[] {
  const written = contributions.filter(({ kind }) => !NOT_IN_THE_THREAD.includes(kind));
  const rounds = Math.max(0, ...written.map(({ round }) => round)) + 1;
  const parts = Array.from({ length: rounds }, (_, round) =>
    method.phases.map(({ key, name }) => ({
      key: `${round}-${key}`,
      phase: key,
      round,
      name,
      contributions: written.filter((one) => one.phase === key && one.round === round),
    })),
  ).flat();
  return parts.filter((part) => part.contributions.length > 0);
}

/** What a contribution is called where it stands. */
export function kindName(
  { kind, phase }: Pick<ShownContribution, 'kind' | 'phase'>,
  method: MethodTexts,
  module: ModuleTexts | undefined,
): string {
  const ofPhase = method.phases.find(({ key }) => key === phase)?.kinds[kind as Kind];
  const isAdvice = kind === 'advice' || kind === 'turned_idea';
  return (isAdvice ? module?.kinds[kind as Kind] : undefined) ?? ofPhase ?? kind;
}
