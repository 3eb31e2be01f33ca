import { newId } from '$lib/platform/id';
import { aPdf, anArrivedUpload } from '../factories/files';
import type { ActorKind, World } from '../factories/world';
import type { AccessTable } from './table';

const group = {
  anonymous: 'sign_in_required',
  outsider: 'not_found',
  partner: 'not_found',
  administrator: 'not_found',
  former: 'not_found',
  rest: 'ok',
} as const;

/** An upload is its uploader's alone: not even the other one of the team sees it. */
const uploaderOnly = { anonymous: 'sign_in_required', member: 'ok', rest: 'not_found' };

const uploads = new WeakMap<World, ReturnType<typeof anArrivedUpload>>();
/** One for all: nobody has more than a few on their way at once. */
function ofTheMember(world: World) {
  const known = uploads.get(world) ?? anArrivedUpload(world, 'member', { bytes: aPdf() });
  uploads.set(world, known);
  return known;
}
const inCohort = ({ cohortA }: World) => ({ cohortId: cohortA });

export const table: AccessTable = {
  'upload.room': { input: inCohort, expected: group },
  'upload.begin': {
    input: ({ cohortA }) => ({
      cohortId: cohortA,
      id: newId(),
      name: 'bericht.pdf',
      accept: 'documents',
      length: 100,
    }),
    expected: group,
  },
  'upload.progress': { input: ofTheMember, expected: uploaderOnly },
  'upload.finish': { input: ofTheMember, expected: uploaderOnly },
  'upload.cancel': {
    // Taking back what is not there, or not one's own, changes nothing, and says nothing.
    input: (world: World, _kind: ActorKind) => ({ cohortId: world.cohortA, id: newId() }),
    expected: { anonymous: 'sign_in_required', rest: 'ok' },
  },
};
