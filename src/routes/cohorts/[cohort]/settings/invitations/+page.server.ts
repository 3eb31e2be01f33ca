import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { failed, readForm } from '$lib/access/form';
import { invite, ofInvitation } from '$lib/invitation/schema';
import { newId } from '$lib/platform/id';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const { cohortId: _cohortId, ...inviteShape } = invite.shape;
const inviteForm = z
  .object({
    ...inviteShape,
    /** Nothing is chosen where the person belongs to no team. */
    teamId: z.union([z.uuid(), z.literal('')]).default(''),
    sendsMail: z.boolean().default(false),
  })
  .refine(({ role, teamId }) => role !== 'member' || teamId !== '', {
    path: ['teamId'],
    error: 'team_missing',
  });
const invitationForm = ofInvitation.omit({ cohortId: true });

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  const list = await locals.api.invitation.list({ cohortId: params.cohort });
  return { ...list, newInvitationId: newId() };
};

async function send({ locals, params, request }: RequestEvent) {
  const form = await readForm(request, inviteForm, locals.locale);
  if (!form.valid) return fail(400, { form });
  const { teamId, topicIds, ...values } = form.data;
  try {
    await locals.api.invitation.invite({
      ...values,
      cohortId: params.cohort,
      teamId: values.role === 'member' ? teamId || null : null,
      topicIds: values.role === 'expert' ? topicIds : [],
    });
  } catch (failure) {
    return failed(form, failure, locals.locale, { reason_missing: 'reason' });
  }
  return { invited: values.name || values.email, invitedId: values.id };
}

type Deed = 'resend' | 'revoke' | 'restore';

const change =
  (deed: Deed) =>
  async ({ locals, params, request }: RequestEvent) => {
    const form = await readForm(request, invitationForm, locals.locale);
    if (!form.valid) return fail(400, { changeForm: form });
    const { invitationId } = form.data;
    try {
      await locals.api.invitation[deed]({ cohortId: params.cohort, invitationId });
    } catch (failure) {
      failed(form, failure, locals.locale);
      return fail(400, { changeForm: form });
    }
    return { done: deed, invitationId };
  };

export const actions: Actions = {
  send,
  resend: change('resend'),
  revoke: change('revoke'),
  restore: change('restore'),
};
