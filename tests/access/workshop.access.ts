import { newId } from '$lib/platform/id';
import { aWorkshop } from '../factories/workshop';
import type { World } from '../factories/world';
import type { AccessRow, AccessTable, Refusal } from './table';

/** To guests, only what they were invited to is there. */
const readers = {
  anonymous: 'sign_in_required',
  member: 'ok',
  partnerMember: 'ok',
  otherTeam: 'ok',
  moderator: 'ok',
  organiser: 'ok',
  rest: 'not_found',
} satisfies AccessRow['expected'];

const staffOnly = {
  ...readers,
  member: 'workshop_only_staff',
  partnerMember: 'workshop_only_staff',
  otherTeam: 'workshop_only_staff',
} satisfies AccessRow['expected'];

const aRef = async (world: World, said: Parameters<typeof aWorkshop>[1] = {}) => {
  const { cohortId, workshopId } = await aWorkshop(world, said);
  return { cohortId, workshopId };
};

/** A workshop as its form sends it, without a date. */
export const someWorkshop = ({ cohortA }: World) => ({
  cohortId: cohortA,
  workshopId: newId(),
  version: 0,
  kind: 'workshop' as const,
  number: null,
  title: 'Junge Leute gewinnen',
  about: '<p>Wir treffen uns in Olpe.</p>',
  place: 'Haus am Dom, Olpe',
  onlineUrl: '',
  seats: null,
  days: [{ id: newId(), date: null as string | null, startMinute: 570, endMinute: 960 }],
  guestIds: [] as string[],
});

export const table: AccessTable = {
  'workshop.list': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: { ...readers, expert: 'ok' },
  },
  'workshop.page': { input: (world) => aRef(world), expected: readers },
  'workshop.form': { input: (world) => aRef(world), expected: staffOnly },
  'workshop.save': {
    input: someWorkshop,
    expected: {
      ...staffOnly,
      expert: 'workshop_only_staff',
      partner: 'workshop_only_staff',
      administrator: 'workshop_only_staff',
    },
  },
  'workshop.cancel': {
    input: async (world) => ({ ...(await aRef(world)), reason: 'Der Saal ist abgebrannt.' }),
    expected: staffOnly,
  },
  'workshop.resume': {
    input: (world) => aRef(world, { state: 'cancelled' }),
    expected: staffOnly,
  },
  'workshop.discard': { input: (world) => aRef(world), expected: staffOnly },
};

export const refusals: Refusal[] = [
  {
    procedure: 'workshop.save',
    as: 'organiser',
    input: async (world) => {
      const cohortId = await world.addCohort('Beendet');
      const { accountId } = world.people.organiser;
      const at = world.clock.now();
      const membership = { cohortId, accountId, role: 'organiser', joinedAt: at } as const;
      await world.owner.membership.create({ data: { id: newId(), ...membership } });
      const charter = await world.owner.charter.findFirstOrThrow({ where: { cohortId } });
      await world.owner.charterAcceptance.create({
        data: { cohortId, charterId: charter.id, accountId, at },
      });
      await world.owner.cohort.update({ where: { id: cohortId }, data: { state: 'concluded' } });
      return { ...someWorkshop(world), cohortId };
    },
    expected: 'cohort_takes_nothing_new',
  },
];
