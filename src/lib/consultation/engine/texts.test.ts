import { describe, expect, it } from 'vitest';
import { FORMS, WISHES } from './kinds';
import { act } from './machine';
import { METHODS } from './methods';
import { MODULES } from './modules';
import { recommend } from './recommend';
import { rightsOf } from './rights';
import { planned, type Consultation, type Person } from './state';
import {
  cueTexts,
  formTexts,
  methodTexts,
  missingText,
  moduleTexts,
  reasonTexts,
  roleTexts,
  wishTexts,
} from './texts';

const people: Person[] = (['case_giver', 'peer_moderator', 'adviser'] as const).map((role) => ({
  id: role,
  role,
  isSecretary: role === 'adviser',
  answer: 'joined',
  isAway: false,
  hasLeft: false,
}));

/** The running consultation in each of its phases, with each module where there is one, long over time. */
const everyMoment = METHODS.flatMap((method) =>
  method.phases.flatMap((phase, index) =>
    (phase.usesModule ? MODULES.map(({ key }) => key) : [null]).flatMap((moduleKey) =>
      FORMS.map((form): Consultation => ({
        ...planned({ method: method.key, form, people }),
        state: 'running',
        phase: index,
        phaseStartedAt: 0,
        moduleKey,
        isLoopOpen: phase.loop !== undefined,
      })),
    ),
  ),
);

describe.each(['de', 'en'] as const)('the texts (%s)', (locale) => {
  it('are there for every method, phase, role and module', () => {
    for (const method of METHODS)
      expect(methodTexts(method, locale).phases).toHaveLength(method.phases.length);
    expect(moduleTexts(locale)).toHaveLength(MODULES.length);
    expect([formTexts(locale).length, wishTexts(locale).length]).toEqual([
      FORMS.length,
      WISHES.length,
    ]);
    expect(Object.keys(roleTexts(locale))).toHaveLength(3);
  });

  it('have something to say at every moment, and name everything that can be missing', () => {
    for (const moment of everyMoment) {
      const method = METHODS.find(({ key }) => key === moment.method)!;
      const cues = cueTexts(method, locale);
      const { cues: keys, missing } = rightsOf(moment, 'case_giver', 1e12);
      expect(keys.filter((key) => !cues[key])).toEqual([]);
      expect(keys).toContain('time_over');
      for (const one of missing) expect(missingText(one, locale)).not.toBe('');
    }
    const empty = { ...planned({ method: 'balint', form: 'live', people: people.slice(0, 1) }) };
    const { missing } = rightsOf(empty, 'case_giver', 0);
    expect(missing).toEqual(['peer_moderator', 'people']);
    expect(act(empty, { type: 'start' }, 'case_giver', 0).isAllowed).toBe(false);
  });

  it('explain every recommendation', () => {
    for (const form of FORMS)
      for (const size of [2, 5, 12])
        for (const time of [1, 90])
          for (const one of recommend({ people: size, form, time, wish: 'act' }))
            expect(reasonTexts(one, form, locale).every(({ text }) => text.length > 5)).toBe(true);
  });
});
