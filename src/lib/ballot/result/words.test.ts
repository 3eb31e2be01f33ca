import { describe, expect, it } from 'vitest';
import type { ApprovalResult } from '../count/approval';
import { outcomeText } from './words';

const place = (optionId: string, approvals: number, isChosen: boolean) => ({
  optionId,
  approvals,
  minutes: null,
  fate: isChosen ? ('chosen' as const) : ('places_full' as const),
});
const turnout = { eligible: 9, takenPart: 9, quorum: null, abstained: 2, answered: 16 };
const result = {
  method: 'approval',
  outcome: 'chosen',
  turnout,
  ranking: [place('a', 14, true), place('b', 8, true), place('c', 4, false)],
  chosen: ['a', 'b'],
  ties: [],
} as unknown as ApprovalResult;

const decision = (taken: string[], finalAt: Date | null = new Date(0)) => ({
  finalAt,
  items: ['a', 'b', 'c'].map((optionId) => ({
    optionId,
    isChosen: taken.includes(optionId),
    isDeparture: taken.includes(optionId) !== result.chosen.includes(optionId),
    reason: '',
  })),
});
const told = (taken: string[] | null, finalAt?: Date | null) =>
  outcomeText({ result, electorate: 'teams' }, taken && decision(taken, finalAt), (id) => id);
const MOST = 'Die meiste Zustimmung hat „a“ mit 7 von 8 Teams.';

describe('the outcome in words', () => {
  it('is the result, until there is a decision', () => {
    expect(told(null)).toBe(`Gewählt sind 2 von 3. ${MOST}`);
  });

  it('says what the decision adds and leaves out', () => {
    expect(told(['a', 'b'])).toBe(`Gewählt sind 2 von 3. ${MOST}`);
    expect(told(['a', 'b', 'c'])).toBe(
      `Gewählt sind 3 von 3: 2 nach dem Ergebnis, eines hat die Moderation hinzugenommen. ${MOST}`,
    );
    expect(told(['a'])).toBe(
      `Gewählt ist 1 von 3. Eines, das nach dem Ergebnis gewählt war, hat die Moderation zurückgestellt. ${MOST}`,
    );
    expect(told([])).toBe(`Die Moderation hat nichts davon genommen. ${MOST}`);
  });

  it('is provisional while teams can object', () => {
    expect(told(['a', 'b', 'c'], null)).toBe(
      `Vorläufig gewählt sind 3 von 3. Eines davon hat die Moderation hinzugenommen. ${MOST}`,
    );
  });
});
