import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankDays, type Answer, type OfferedDay, type Voice } from './ranking';

const voices: Voice[] = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'].map((accountId) => ({
  accountId,
  teamId: accountId[0]!,
}));
const moderator: Voice = { accountId: 'm', teamId: null };

/** "a1:yes a2:no": what was said of a day. */
const day = (id: string, said: string): OfferedDay & { id: string } => ({
  id,
  ...{ dates: [`2026-03-${id.padStart(2, '0')}`], times: { startMinute: 540, endMinute: 960 } },
  answers: new Map(
    said
      .split(' ')
      .filter(Boolean)
      .map((one) => one.split(':') as [string, Answer]),
  ),
});

const order = (days: ReturnType<typeof day>[]) =>
  rankDays(days, voices).map(({ id, rank }) => [id, rank]);

describe('the ranking', () => {
  it('puts covered teams first, before pairs and before glad answers', () => {
    const threeTeams = day('3', 'a1:if_need_be b1:if_need_be c1:if_need_be a2:no b2:no c2:no');
    const twoPairs = day('1', 'a1:yes a2:yes b1:yes b2:yes c1:no c2:no');
    expect(order([twoPairs, threeTeams])).toEqual([
      ['3', 1],
      ['1', 2],
    ]);
  });

  it('puts complete pairs before glad answers', () => {
    const pair = day('2', 'a1:if_need_be a2:if_need_be b1:no');
    const glad = day('1', 'a1:yes b2:no');
    expect(order([glad, pair])).toEqual([
      ['2', 1],
      ['1', 2],
    ]);
    const onePair = day('4', 'a1:if_need_be a2:if_need_be b1:if_need_be');
    const twoGlad = day('5', 'a1:yes b1:yes');
    expect(order([twoGlad, onePair])).toEqual([
      ['4', 1],
      ['5', 2],
    ]);
  });

  it('shares a rank where days suit equally well, the earlier one first', () => {
    const answers = 'a1:yes b1:yes';
    expect(order([day('9', answers), day('2', answers), day('1', 'a1:yes')])).toEqual([
      ['2', 1],
      ['9', 1],
      ['1', 3],
    ]);
  });

  it('puts the earlier time of a day first where both suit equally well', () => {
    const at = (startMinute: number) => ({
      ...day('3', 'a1:yes'),
      id: `${startMinute}`,
      times: { startMinute, endMinute: 960 },
    });
    expect(order([at(840), at(600), day('1', '')])).toEqual([
      ['600', 1],
      ['840', 1],
      ['1', 3],
    ]);
  });

  it('counts who is missing, and names the teams that cannot come', () => {
    const [ranked] = rankDays([day('1', 'a1:yes a2:no b1:no b2:no x:yes')], [...voices, moderator]);
    expect(ranked).toMatchObject({
      ...{ teamsCovered: 1, teams: 3, teamsComplete: 0 },
      ...{ yes: 1, ifNeedBe: 0, no: 3, missing: 3, teamsWithout: ['b'] },
    });
  });

  it('does not put a day back when somebody can come after all', () => {
    const answers = fc.array(fc.constantFrom<Answer>('yes', 'if_need_be', 'no'), {
      minLength: 6,
      maxLength: 6,
    });
    const dayOf = (id: string, given: Answer[]) =>
      day(id, voices.map(({ accountId }, index) => `${accountId}:${given[index]}`).join(' '));
    fc.assert(
      fc.property(fc.array(answers, { minLength: 2, maxLength: 6 }), fc.nat(5), (all, person) => {
        const rankOf = (days: Answer[][]) =>
          rankDays(
            days.map((given, index) => dayOf(String(index + 1), given)),
            voices,
          ).find(({ id }) => id === '1')!.rank;
        const better = all.map((given, index) =>
          index === 0 ? given.with(person, 'yes' as const) : given,
        );
        expect(rankOf(better)).toBeLessThanOrEqual(rankOf(all));
      }),
    );
  });
});
