import { expect, it } from 'vitest';
import type { Tie } from '../count/tie';
import { countElection } from './count-file';
import type { ElectionFile } from './election';
import { textReport } from './report';

it.each<[string, number[], Tie['brokenBy']]>([
  ['cost, then lot', [20, 20, 30], ['lot', 'minutes']],
  ['cost, then approvals', [20, 20, 30], ['approvals', 'minutes']],
  ['approvals, then cost', [30, 20, 30], ['approvals', 'minutes']],
  ['approvals, then lot', [30, 30, 20], ['lot', 'approvals']],
])('names what broke a tie in the order of the rule: %s', (words, costs, brokenBy) => {
  const optionIds = ['A', 'B', 'C'];
  const file: ElectionFile = {
    title: '',
    kind: 'approval',
    options: optionIds.map((id, at) => ({ id, title: id, minutes: costs[at]! })),
    budget: 60,
    decimals: 0,
    casts: [{ kind: 'approval', approved: ['A'] }],
    remarks: [],
  };
  const result = countElection(file, 'equal-shares', {});
  const report = textReport(file, {
    ...result,
    ties: [{ optionIds, brokenBy, isDecisive: false }],
  });
  expect(report.split('\n')).toContain(`  A, B, C: broken by ${words}`);
});
