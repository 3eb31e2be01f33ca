import type { World } from '../factories/world';
import type { AccessTable } from './table';

const everyone = { rest: 'ok' };
const administratorOnly = {
  anonymous: 'sign_in_required',
  administrator: 'ok',
  rest: 'not_found',
};

/** The version that stands: the administrator saves in this table too. */
const imprintVersion = async ({ owner }: World) => {
  const row = await owner.installationText.findFirst({ where: { kind: 'imprint' } });
  return row?.version ?? 0;
};

export const table: AccessTable = {
  'text.read': { input: () => ({ kind: 'privacy' }), expected: everyone },
  'text.help': { input: () => undefined, expected: everyone },
  'text.protection': { input: () => ({ wording: 'easy' }), expected: everyone },
  'text.list': { input: () => undefined, expected: administratorOnly },
  'text.forEditing': { input: () => ({ kind: 'imprint' }), expected: administratorOnly },
  'text.save': {
    input: async (world) => ({
      kind: 'imprint',
      bodyDe: '<p>Testhaus</p>',
      bodyEn: '<p>Test house</p>',
      version: await imprintVersion(world),
    }),
    expected: administratorOnly,
  },
};
