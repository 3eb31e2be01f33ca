import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { mayManageInvitations } from '../policy';
import { invitationFacts } from '../queries.server';
import type { PreviewTable } from '../schema';
import { readTable, type PreviewRow } from './read-table';

/** What would happen with each row of a list; changes nothing. */
export async function preview(
  scope: PersonScope,
  { cohortId, rows }: PreviewTable,
): Promise<PreviewRow[]> {
  ensure(mayManageInvitations(scope.actor, cohortId));
  return readTable(rows, await invitationFacts(scope, { cohortId }));
}
