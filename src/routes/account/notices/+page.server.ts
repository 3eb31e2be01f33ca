import { redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm } from '$lib/access/form';
import { noticeWishes } from '$lib/notice/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  form: await emptyForm(noticeWishes, await locals.api.notice.wishes()),
  hasSaved: url.searchParams.has('saved'),
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request, noticeWishes, locals.locale);
    if (!form.valid) return { form };
    try {
      await locals.api.notice.saveWishes(form.data);
    } catch (error) {
      return failed(form, error, locals.locale);
    }
    redirect(303, '/account/notices?saved');
  },
};
