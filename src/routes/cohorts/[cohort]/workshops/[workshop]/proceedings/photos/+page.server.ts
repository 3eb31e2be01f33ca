import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { errorText } from '$lib/access/error-text';
import { refused } from '$lib/access/form';
import type { Actions, PageServerLoad } from './$types';

interface Params {
  cohort: string;
  workshop: string;
}
const refOf = ({ cohort, workshop }: Params) => ({ cohortId: cohort, workshopId: workshop });

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`proceedings:${params.workshop}`);
  return { photos: await locals.api.proceedings.photos(refOf(params)) };
};

interface Call {
  api: App.Locals['api'];
  text: (name: string) => string;
  ref: { cohortId: string; workshopId: string; photoId: string };
}

/** Does one deed to a photo, then leads back to the page. What it cannot do without is looked at first. */
const act =
  (deed: (call: Call) => Promise<unknown>, { required }: { required?: 'alt' } = {}) =>
  async ({ request, locals, params, url }: RequestEvent & { params: Params }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const photoId = text('photoId');
    const typed = { photoId, alt: text('alt'), caption: text('caption') };
    if (required && text(required).trim() === '') {
      const refusal = errorText('field_required', {}, locals.locale);
      return fail(400, { appCode: 'field_required', refusal, typed });
    }
    try {
      await deed({ api: locals.api, text, ref: { ...refOf(params), photoId } });
    } catch (error) {
      return refused(error, locals.locale, typed);
    }
    redirect(303, `${url.pathname}#photo-${photoId}`);
  };

export const actions: Actions = {
  describe: act(
    ({ api, ref, text }) =>
      api.proceedings.describePhoto({
        ...ref,
        version: Number(text('version')),
        alt: text('alt'),
        caption: text('caption'),
        sectionId: text('sectionId') || null,
      }),
    { required: 'alt' },
  ),
  choose: act(({ api, ref, text }) =>
    api.proceedings.choosePhoto({ ...ref, isAccepted: text('isAccepted') === 'yes' }),
  ),
  move: act(({ api, ref, text }) =>
    api.proceedings.movePhoto({ ...ref, to: text('to') === 'up' ? 'up' : 'down' }),
  ),
  remove: act(({ api, ref }) => api.proceedings.removePhoto(ref)),
};
