import { kindOf } from '../choice-rules';
import { methodSettings, type MethodSettings } from '../method';
import type { Method } from '../limits';

interface Counted {
  settings: MethodSettings;
  options: readonly { id: string }[];
}

/** By which methods the votes of a ballot can be counted; its own first. */
export function alternativesTo({ settings }: Counted): Method[] {
  const byKind: Partial<Record<ReturnType<typeof kindOf>, Method[]>> = {
    approval: ['equal-shares', 'approval'],
    points: ['equal-shares', 'dots'],
  };
  const others = byKind[kindOf(settings)] ?? [];
  return [settings.method, ...others.filter((method) => method !== settings.method)];
}

/** The settings of a ballot as they would be; null where they cannot be. */
export function settingsIf(
  { settings }: Counted,
  asked: { method: string; budgetMinutes: number | null; places: number | null },
): MethodSettings | null {
  const { method, budgetMinutes, places } = asked;
  const points = 'points' in settings ? settings.points : null;
  const pointsPerOption = 'pointsPerOption' in settings ? settings.pointsPerOption : null;
  const limits = { budgetMinutes, places };
  const imagined: Record<string, object> = {
    approval: { method, ...limits },
    dots: { method, points, pointsPerOption, ...limits },
    score: { method, ...limits },
    ranked: { method, ...limits },
    resistance: { ...settings, ...limits },
    'equal-shares': {
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
    },
  };
  const parsed = methodSettings.safeParse(imagined[method]);
  return parsed.success ? parsed.data : null;
}
