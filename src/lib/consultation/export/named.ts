import type { Kind } from '../engine/kinds';
import { methodOf } from '../engine/methods';
import { methodTexts } from '../engine/texts';
import type { OwnWriting } from './queries.server';

// For `load` only: the words for all methods would be too heavy for the browser.

/** Own writing with words for its method, phases and kinds; what it says is still sealed. */
export type NamedWriting = OwnWriting & {
  methodName: string;
  /** By the id of the contribution: "Spontanerzählung · Erzählung". */
  labels: Record<string, string>;
};

export function namedWriting(writing: OwnWriting[], locale: 'de' | 'en'): NamedWriting[] {
  return writing.map((one) => {
    const { name, phases } = methodTexts(methodOf(one.method), locale);
    const labels = one.contributions.map(({ id, phase, kind }): [string, string] => {
      const texts = phases.find(({ key }) => key === phase);
      return [id, [texts?.name ?? phase, texts?.kinds[kind as Kind] ?? kind].join(' · ')];
    });
    return { ...one, methodName: name, labels: Object.fromEntries(labels) };
  });
}
