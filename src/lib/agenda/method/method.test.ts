import { describe, expect, it } from 'vitest';
import { filterMethods, type MethodFilter } from './method';
import { ourMethods } from './ours';
import { sizeText } from './text';

const found = (filter: Partial<MethodFilter>) =>
  filterMethods(ourMethods('de'), { q: '', minutes: null, people: null, ...filter }).map(
    ({ id }) => id,
  );

describe('our methods', () => {
  it('are complete in both languages', () => {
    const [de, en] = [ourMethods('de'), ourMethods('en')];
    expect(en.map(({ id }) => id)).toEqual(de.map(({ id }) => id));
    for (const method of [...de, ...en]) {
      expect(method.steps.length, method.id).toBeGreaterThanOrEqual(3);
      expect([method.name, method.purpose, method.material]).not.toContain('');
    }
    // Each step stands in both.
    expect(en.map(({ steps }) => steps.length)).toEqual(de.map(({ steps }) => steps.length));
    expect(en.map(({ purpose }) => purpose).join()).not.toMatch(/[äöüß]/);
  });

  it('are found by words, by time and by group size', () => {
    expect(found({ q: 'tischdecken' })).toEqual(['world_cafe']);
    expect(found({ minutes: 10 })).toEqual(['flashlight', 'buzz_groups', 'dotmocracy']);
    expect(found({ people: 3 })).toEqual(['flashlight']);
    expect(found({ q: 'karten', minutes: 45, people: 20 })).toContain('card_survey');
    expect(found({ q: 'karten xyz' })).toEqual([]);
    // As many as come: no group is too large.
    expect(found({ people: 300 })).toContain('open_space');
  });

  it('say how long and for how many', () => {
    const [first] = ourMethods('de');
    expect(sizeText(first!, 'de')).toBe('5–20 Minuten · 3–25 Personen');
    expect(sizeText({ ...first!, minutesUntil: 5, peopleUntil: null }, 'en')).toBe(
      '5 minutes · from 3 people',
    );
  });
});
