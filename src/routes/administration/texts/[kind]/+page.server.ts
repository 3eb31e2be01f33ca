import { error, fail, redirect } from '@sveltejs/kit';
import { failed, readForm } from '$lib/access/form';
import { headingsForPage } from '$lib/platform/headings';
import { readRichText } from '$lib/platform/plain-text';
import { ofText, saveText, type TextKind } from '$lib/text/schema';
import type { Actions, PageServerLoad } from './$types';

const formSchema = saveText.omit({ kind: true });

function kindOf(params: { kind: string }): TextKind {
  const { success, data } = ofText.safeParse(params);
  if (!success) error(404, { message: 'not_found', appCode: 'not_found' });
  return data.kind;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const kind = kindOf(params);
  const text = await locals.api.text.forEditing({ kind });
  return { kind, text, isSaved: url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const sent = await request.formData();
    const plain = { de: String(sent.get('bodyDe') ?? ''), en: String(sent.get('bodyEn') ?? '') };
    for (const field of ['bodyDe', 'bodyEn'])
      sent.set(field, headingsForPage(readRichText(sent, field)));
    const form = await readForm(sent, formSchema, locals.locale);
    if (!form.valid) return fail(400, { form, plain });
    const kind = kindOf(params);
    try {
      await locals.api.text.save({ ...form.data, kind });
    } catch (failure) {
      failed(form, failure, locals.locale);
      return fail(400, { form, plain });
    }
    redirect(303, `/administration/texts/${kind}?saved`);
  },
};
