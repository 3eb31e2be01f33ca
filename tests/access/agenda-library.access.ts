import { FORMAT } from '$lib/agenda/exchange/format';
import { newId } from '$lib/platform/id';
import { aPlannedWorkshop } from '../factories/agenda';
import type { World } from '../factories/world';
import type { AccessRow, AccessTable } from './table';

/** Tools of those who plan; the others of the cohort are told so. */
const plannersOnly = {
  anonymous: 'sign_in_required',
  member: 'agenda_only_moderators',
  partnerMember: 'agenda_only_moderators',
  otherTeam: 'agenda_only_moderators',
  moderator: 'ok',
  organiser: 'agenda_only_moderators',
  rest: 'not_found',
} satisfies AccessRow['expected'];

const aMethodToSave = ({ cohortA: cohortId }: World) => ({
  cohortId,
  methodId: newId(),
  version: 0,
  name: 'Stadtspaziergang',
  purpose: 'Einen Ort gemeinsam ansehen.',
  minutesFrom: 45,
  minutesUntil: 90,
  peopleFrom: 4,
  peopleUntil: 20,
  material: 'Feste Schuhe',
  steps: 'Losgehen.\nStehen bleiben.',
});

async function aMethod(world: World) {
  const method = aMethodToSave(world);
  await (await world.as('moderator')).agenda.method.save(method);
  return { cohortId: method.cohortId, methodId: method.methodId };
}

const plannedRef = async (world: World) => (await aPlannedWorkshop(world)).ref;

async function aTemplate(world: World): Promise<string> {
  const templateId = newId();
  const api = await world.as('moderator');
  await api.agenda.template.save({ ...(await plannedRef(world)), templateId, name: 'Ein Tag' });
  return templateId;
}

export const table: AccessTable = {
  'agenda.method.list': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: plannersOnly,
  },
  'agenda.method.read': { input: aMethod, expected: plannersOnly },
  'agenda.method.save': { input: aMethodToSave, expected: plannersOnly },
  'agenda.method.remove': { input: aMethod, expected: plannersOnly },
  'agenda.template.list': { input: plannedRef, expected: plannersOnly },
  'agenda.template.save': {
    input: async (world) => ({
      ...(await plannedRef(world)),
      templateId: newId(),
      name: 'Ein Tag',
    }),
    expected: plannersOnly,
  },
  'agenda.template.use': {
    input: async (world) => ({
      ...(await plannedRef(world)),
      changeId: newId(),
      from: { kind: 'template', templateId: await aTemplate(world) },
    }),
    expected: plannersOnly,
  },
  'agenda.template.remove': {
    input: async (world) => ({ cohortId: world.cohortA, templateId: await aTemplate(world) }),
    expected: plannersOnly,
  },
  'agenda.exchange.export': { input: plannedRef, expected: plannersOnly },
  'agenda.exchange.import': {
    input: async (world) => ({
      ...(await plannedRef(world)),
      changeId: newId(),
      text: JSON.stringify({ format: FORMAT, version: 1, items: [{ kind: 'break', minutes: 15 }] }),
    }),
    expected: plannersOnly,
  },
};
