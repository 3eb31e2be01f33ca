import { describe, expect, it } from 'vitest';
import { FORMS } from './kinds';
import { act } from './machine';
import { METHODS } from './methods';
import { MODULES } from './modules';
import { rightsOf } from './rights';
import { planned, type Consultation, type Person } from './state';
import { methodSummaries, moduleTexts, pageTexts } from './texts';

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
        ...planned({ method: method.key, form, timeZone: 'Europe/Berlin', people }),
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
      expect(pageTexts(method, locale).method.phases).toHaveLength(method.phases.length);
    expect(moduleTexts(locale)).toHaveLength(MODULES.length);
    expect(methodSummaries(METHODS, locale)).toHaveLength(METHODS.length);
  });

  it('have something to say at every moment, and name everything that can be missing', () => {
    for (const moment of everyMoment) {
      const method = METHODS.find(({ key }) => key === moment.method)!;
      const { cues, missing: words } = pageTexts(method, locale);
      const { cues: rights, missing } = rightsOf(moment, 'case_giver', 1e12);
      const keys = [...rights.toBegin, ...rights.forTrouble];
      expect(keys.filter((key) => !cues[key])).toEqual([]);
      expect(keys).toContain('time_over');
      expect(missing.filter((one) => !words[one])).toEqual([]);
    }
    const empty = planned({
      ...{ method: 'balint', form: 'live', timeZone: 'Europe/Berlin' },
      people: people.slice(0, 1),
    });
    const { missing } = rightsOf(empty, 'case_giver', 0);
    expect(missing).toEqual(['peer_moderator', 'people']);
    expect(act(empty, { type: 'start' }, 'case_giver', 0).isAllowed).toBe(false);
  });
});
