import { kindOf } from '../choice-rules';
import { MAXIMUM_BUDGET_MINUTES, MAXIMUM_OPTIONS, type Method } from '../limits';
import type { MethodSettings } from '../method';

interface Counted {
  settings: MethodSettings;
  options: readonly { minutes: number | null }[];
}

/** By which methods the votes of a ballot can be counted; its own first. Equal Shares share minutes out. */
export function alternativesTo({ settings, options }: Counted): Method[] {
  const byKind: Partial<Record<ReturnType<typeof kindOf>, Method[]>> = {
    approval: ['equal-shares', 'approval'],
    points: ['equal-shares', 'dots'],
  };
  const others = byKind[kindOf(settings)] ?? [];
  const haveMinutes = options.every(({ minutes }) => minutes !== null);
  const isPossible = (method: Method) => method !== 'equal-shares' || haveMinutes;
  return [
    settings.method,
    ...others.filter((method) => method !== settings.method && isPossible(method)),
  ];
}

interface Asked {
  method: string;
  budgetMinutes: number | null;
  places: number | null;
}

const isWithin = (number: number | null, highest: number): boolean =>
  number === null || (Number.isInteger(number) && number >= 1 && number <= highest);

/** The settings of a ballot as they would be; null where they cannot be. */
export function settingsIf({ settings }: Counted, asked: Asked): MethodSettings | null {
  const { method, budgetMinutes, places } = asked;
  const isPossible =
    isWithin(places, MAXIMUM_OPTIONS) && isWithin(budgetMinutes, MAXIMUM_BUDGET_MINUTES);
  const isLimited = budgetMinutes !== null || (places !== null && method !== 'equal-shares');
  if (!isPossible || !isLimited) return null;

  const limits = { budgetMinutes, places };
  const points = 'points' in settings ? settings.points : null;
  const pointsPerOption = 'pointsPerOption' in settings ? settings.pointsPerOption : null;
  if (method === settings.method && method !== 'equal-shares')
    return { ...settings, ...limits } as MethodSettings;
  if (method === 'approval') return { method, ...limits };
  if (method === 'dots' && points !== null && pointsPerOption !== null)
    return { method, points, pointsPerOption, ...limits };
  if (method !== 'equal-shares' || budgetMinutes === null) return null;
  return {
    utility: points === null ? 'cost' : 'points',
    points,
    pointsPerOption,
    completion: 'add1u',
    incrementMinutesPerVoter: 1,
    isIntegral: false,
    tieBreaking: 'cost-then-approvals',
    ...(settings.method === 'equal-shares' && settings),
    method,
    budgetMinutes,
  };
}
