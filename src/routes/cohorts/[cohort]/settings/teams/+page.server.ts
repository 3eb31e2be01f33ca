import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { failed, readForm } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import { teamSettings } from '$lib/team/schema';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const teamForm = teamSettings.extend({
  id: z.uuid(),
  version: z.coerce.number().int().min(0).default(0),
});

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`);
  const managed = await locals.api.team.forManaging({ cohortId: params.cohort });
  return { ...managed, newTeamId: newId() };
};

const back = ({ params }: RequestEvent, query = ''): never =>
  redirect(303, `/cohorts/${params.cohort}/settings/teams${query}`);

async function save(event: RequestEvent) {
  const { locals, params, request } = event;
  const form = await readForm(request, teamForm, locals.locale);
  if (!form.valid) return fail(400, { form });
  const { id, version, ...settings } = form.data;
  const team = { ...settings, cohortId: params.cohort };
  try {
    if (version === 0) await locals.api.team.create({ ...team, id });
    else await locals.api.team.update({ ...team, teamId: id, version });
  } catch (failure) {
    return failed(form, failure, locals.locale);
  }
  // One site is rarely the last: the next can be entered at once.
  return back(event, version === 0 ? '?new#new-site' : '');
}

async function remove(event: RequestEvent) {
  const { locals, params, request } = event;
  const form = await readForm(request, teamForm, locals.locale);
  try {
    await locals.api.team.remove({ cohortId: params.cohort, teamId: form.data.id });
  } catch (failure) {
    return failed(form, failure, locals.locale);
  }
  return back(event);
}

export const actions: Actions = { save, remove };
