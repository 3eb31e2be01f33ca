import { error, fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm, refused } from '$lib/access/form';
import { agreementForm, agreementFrom } from '$lib/agreement/form';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; agreement: string }) => ({
  cohortId: params.cohort,
  agreementId: params.agreement,
});
const listOf = ({ cohort, agreement }: { cohort: string; agreement: string }) =>
  `/cohorts/${cohort}/agreements#${agreement}`;

// Not live: what is typed here must not vanish because somebody else was faster.
export const load: PageServerLoad = async ({ locals, params }) => {
  const options = await locals.api.agreement.form(refOf(params));
  const { stored } = options;
  if (!stored) error(404, { message: 'not_found', appCode: 'not_found' });
  const form = await emptyForm(agreementForm, {
    id: stored.id,
    version: stored.version,
    what: stored.what,
    dueOn: stored.dueOn ?? '',
    teamIds: stored.teams.map(({ id }) => id),
    membershipIds: stored.people.map(({ membershipId }) => membershipId),
  });
  return { options, stored, form };
};

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const form = await readForm(request, agreementForm, locals.locale);
    if (!form.valid) return fail(400, { form });
    try {
      const agreement = agreementFrom(form.data, params.cohort);
      await locals.api.agreement.save({ ...agreement, agreementId: params.agreement });
    } catch (failure) {
      return failed(form, failure, locals.locale);
    }
    redirect(303, listOf(params));
  },

  drop: async ({ locals, params, request }) => {
    const why = String((await request.formData()).get('why') ?? '').trim();
    if (why === '') return fail(400, { isWhyMissing: true });
    try {
      await locals.api.agreement.settle({ ...refOf(params), state: 'dropped', why });
    } catch (failure) {
      return refused(failure, locals.locale, { why });
    }
    redirect(303, listOf(params));
  },
};
