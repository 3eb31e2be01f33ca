import { fail, redirect } from '@sveltejs/kit';
import { failed, readForm, refused } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import { savePerson } from '$lib/practice/person/schema';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const personForm = savePerson.omit({ cohortId: true, practiceId: true });

const refOf = (params: { cohort: string; practice: string }) => ({
  cohortId: params.cohort,
  practiceId: params.practice,
});

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`practice:${params.practice}`);
  return { practice: await locals.api.practice.person.list(refOf(params)), nextId: newId() };
};

type Deed = (
  api: App.Locals['api']['practice']['person'],
  ref: ReturnType<typeof refOf> & { personId: string },
) => Promise<unknown>;

const act =
  (deed: Deed) =>
  async ({ request, locals, params, url }: RequestEvent) => {
    const personId = String((await request.formData()).get('personId'));
    try {
      await deed(locals.api.practice.person, { ...refOf(params), personId });
    } catch (error) {
      return fail(400, { about: 'deed' as const, ...refused(error, locals.locale).data });
    }
    redirect(303, url.pathname);
  };

const linkOf = (url: URL, token: string) => `${url.origin}/consent/${token}`;

export const actions: Actions = {
  save: async ({ request, locals, params, url }) => {
    const sent = await request.formData();
    // An empty day is no day.
    if (sent.get('until') === '') sent.delete('until');
    const form = await readForm(sent, personForm, locals.locale);
    if (!form.valid) return fail(400, { about: 'save' as const, form });
    let token: string | null;
    try {
      ({ token } = await locals.api.practice.person.save({ ...refOf(params), ...form.data }));
    } catch (failure) {
      failed(form, failure, locals.locale, { practice_until_past: 'until' });
      return fail(400, { about: 'save' as const, form });
    }
    const { name, email, isWritten } = form.data;
    if (token && !isWritten)
      return { about: 'link' as const, name, email, link: linkOf(url, token) };
    redirect(303, url.pathname);
  },
  renewLink: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const personId = String(form.get('personId'));
    const ref = { ...refOf(params), personId };
    try {
      const { token } = await locals.api.practice.person.renewLink(ref);
      const name = String(form.get('name') ?? '');
      const email = String(form.get('email') ?? '');
      return { about: 'link' as const, name, email, link: linkOf(url, token) };
    } catch (error) {
      return fail(400, { about: 'deed' as const, ...refused(error, locals.locale).data });
    }
  },
  remove: act((person, ref) => person.remove(ref)),
};
