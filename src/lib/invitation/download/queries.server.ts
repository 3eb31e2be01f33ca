import type { Locale } from '$lib/access/actor';
import type { PersonScope } from '$lib/access/scope.server';
import { writeList, type ListFile } from '$lib/cohort/download/queries.server';
import { roleName } from '$lib/cohort/names';
import type { Download } from '$lib/cohort/schema';
import { m } from '$lib/paraglide/messages.js';
import { formatList } from '$lib/ui/format';
import { stateLabel } from '../labels';
import { listInvitations } from '../queries.server';

/** Who is invited and how it stands. Nothing that opens the door: only hashes of that are kept. */
export async function downloadInvitations(
  scope: PersonScope,
  input: Download,
  locale: Locale,
): Promise<ListFile> {
  const { invitations } = await listInvitations(scope, input);
  const options = { locale };
  return writeList(scope, input, locale, {
    title: m.invitation_title({}, options),
    columns: [
      { heading: m.invitation_name({}, options), width: 28 },
      { heading: m.invitation_email({}, options), width: 32 },
      { heading: m.invitation_role({}, options), width: 18 },
      { heading: m.invitation_team({}, options), width: 24 },
      { heading: m.invitation_topics({}, options), width: 40 },
      { heading: m.invitation_column_state({}, options), width: 20 },
      { heading: m.invitation_file_sent({}, options), width: 18 },
      { heading: m.invitation_file_until({}, options), width: 18 },
      { heading: m.invitation_file_joined({}, options), width: 18 },
    ],
    rows: invitations.map((invitation) => [
      invitation.name,
      invitation.email,
      roleName(invitation.role, options),
      invitation.teamName,
      formatList(invitation.topics, locale),
      stateLabel(invitation, options),
      invitation.sentAt,
      invitation.expiresAt,
      invitation.acceptedAt,
    ]),
  });
}
