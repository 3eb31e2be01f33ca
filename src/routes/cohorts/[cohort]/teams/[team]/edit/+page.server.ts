import { error, fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { readRichText, withoutMarkup } from '$lib/platform/plain-text';
import { updateSite } from '$lib/team/schema';
import type { Actions, PageServerLoad } from './$types';

const formSchema = updateSite.omit({ cohortId: true, teamId: true });
const texts = ['startingPoint', 'aims', 'offers', 'seeks'] as const;

export const load: PageServerLoad = async ({ locals, params }) => {
  const team = await locals.api.team.get({ cohortId: params.cohort, teamId: params.team });
  if (!team.mayDescribe) error(404, { message: 'not_found', appCode: 'not_found' });
  const { startingPoint, aims, offers, seeks, version } = team;
  return {
    team,
    form: await emptyForm(formSchema, { startingPoint, aims, offers, seeks, version }),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const sent = await request.formData();
    for (const name of texts) sent.set(name, readRichText(sent, name));
    const form = await readForm(sent, formSchema, locals.locale);
    const plain = Object.fromEntries(texts.map((name) => [name, withoutMarkup(form.data[name])]));
    if (!form.valid) return fail(400, { form, plain });
    const { cohort: cohortId, team: teamId } = params;
    try {
      await locals.api.team.updateSite({ ...form.data, cohortId, teamId });
    } catch (failure) {
      failed(form, failure, locals.locale);
      return fail(400, { form, plain });
    }
    redirect(303, `/cohorts/${cohortId}/teams/${teamId}`);
  },
};
