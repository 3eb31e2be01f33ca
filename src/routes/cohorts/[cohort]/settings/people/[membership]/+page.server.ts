import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { failed, readForm } from '$lib/access/form';
import { endMembership, giveRole, replacePerson } from '$lib/membership/schema';
import { newId } from '$lib/platform/id';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { cohort: cohortId, membership: membershipId } = params;
  const entry = await locals.api.membership.person({ cohortId, membershipId });
  if (entry.endedAt) error(404, { message: 'not_found', appCode: 'not_found' });
  return { entry, newId: newId() };
};

const omitted = { cohortId: true, membershipId: true } as const;
const replaceForm = replacePerson
  .omit(omitted)
  // A box without a tick is not sent at all.
  .extend({ sendsMail: z.boolean().default(false) });
const endForm = endMembership.omit(omitted);
const roleForm = giveRole.omit(omitted);

type Deed = 'replace' | 'end' | 'giveRole';

/** Reads the form, does it, and goes back to the list of people, which says that it is done. */
const act =
  <S extends z.ZodType<Record<string, unknown>, Record<string, unknown>>>(
    deed: Deed,
    schema: S,
    call: (event: RequestEvent, data: z.output<S>) => Promise<unknown>,
  ) =>
  async (event: RequestEvent) => {
    const { locals, params, request } = event;
    const form = await readForm(request, schema, locals.locale);
    if (!form.valid) return fail(400, { deed, form });
    try {
      await call(event, form.data as z.output<S>);
    } catch (failure) {
      failed(form, failure, locals.locale, { reason_missing: 'reason' });
      return fail(400, { deed, form });
    }
    redirect(303, `/cohorts/${params.cohort}/settings/people?done=${deed}`);
  };

const of = ({ params }: RequestEvent) => ({
  cohortId: params.cohort!,
  membershipId: params.membership!,
});

export const actions: Actions = {
  replace: act('replace', replaceForm, (event, data) =>
    event.locals.api.membership.replace({ ...data, ...of(event) }),
  ),
  end: act('end', endForm, (event, data) =>
    event.locals.api.membership.end({ ...data, ...of(event) }),
  ),
  giveRole: act('giveRole', roleForm, (event, data) =>
    event.locals.api.membership.giveRole({ ...data, ...of(event) }),
  ),
};
