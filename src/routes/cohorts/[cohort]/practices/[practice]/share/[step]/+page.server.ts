import { fail, isHttpError, redirect } from '@sveltejs/kit';
import { errorText } from '$lib/access/error-text';
import { refused } from '$lib/access/form';
import { newId } from '$lib/platform/id';
import { fieldNames, textLicences, type PracticeField } from '$lib/practice/fields';
import { checkPoints } from '$lib/practice/ladder/schema';
import { readWording } from '$lib/practice/ladder/wording';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const refOf = (params: { cohort: string; practice: string; step: string }) => ({
  cohortId: params.cohort,
  practiceId: params.practice,
  stepId: params.step,
});
const ladderOf = (params: { cohort: string; practice: string }) =>
  `/cohorts/${params.cohort}/practices/${params.practice}/share`;

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`practice:${params.practice}`);
  return { step: await locals.api.practice.ladder.step(refOf(params)) };
};

type Deed = (
  api: App.Locals['api']['practice']['ladder'],
  ref: ReturnType<typeof refOf>,
) => Promise<unknown>;

/** A deed after which the ladder is what one wants to see. */
const act =
  (deed: Deed) =>
  async ({ locals, params }: RequestEvent) => {
    try {
      await deed(locals.api.practice.ladder, refOf(params));
    } catch (error) {
      const { status, data } = refused(error, locals.locale);
      return fail(status, { about: 'answer' as const, ...data });
    }
    redirect(303, ladderOf(params));
  };

export const actions: Actions = {
  edit: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const field = form.get('field') as PracticeField;
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    const refuse = (text: string) =>
      fail(400, { about: 'edit' as const, field, refusal: text, typed });
    const ref = refOf(params);
    const { content } = await locals.api.practice.ladder.step(ref);
    if (!fieldNames.includes(field)) return refuse(errorText('invalid_input', {}, locals.locale));
    try {
      const change = {
        field,
        from: readJson(form.get('from')),
        to: readWording(form, content, field),
      };
      const { conflicts } = await locals.api.practice.ladder.edit({ ...ref, changes: [change] });
      if (conflicts.length > 0)
        return refuse(errorText('practice_wording_changed', {}, locals.locale));
    } catch (error) {
      return refuse(refused(error, locals.locale).data.refusal);
    }
    redirect(303, `${url.pathname}#field-${field}`);
  },
  propose: async ({ request, locals, params }) => {
    const form = await request.formData();
    const checks = checkPoints.filter((point) => form.has(`check-${point}`));
    const textLicence = textLicences.find((one) => one === form.get('textLicence')) ?? null;
    const chosen = { namesSite: form.get('namesSite') === 'on', textLicence };
    const isUnchecked = checks.length < checkPoints.length;
    try {
      await locals.api.practice.ladder.propose({ ...refOf(params), checks, ...chosen });
    } catch (error) {
      const { status, data } = refused(error, locals.locale);
      return fail(status, { about: 'check' as const, ...data, checks, ...chosen, isUnchecked });
    }
    redirect(303, ladderOf(params));
  },
  agree: act((ladder, ref) => ladder.agree(ref)),
  takeBack: act((ladder, ref) => ladder.takeBack(ref)),
  discard: act((ladder, ref) => ladder.discard(ref)),
  /** What was prepared goes, and a step begins with the texts as they are now. */
  startOver: async ({ locals, params }) => {
    const ref = refOf(params);
    const { ladder } = locals.api.practice;
    let stepId: string;
    try {
      const { rung } = await ladder.step(ref);
      await ladder.discard(ref);
      ({ stepId } = await ladder.prepare({ ...ref, stepId: newId(), rung }));
    } catch (error) {
      const { status, data } = refused(error, locals.locale);
      return fail(status, { about: 'answer' as const, ...data });
    }
    redirect(303, `${ladderOf(params)}/${stepId}`);
  },
  object: async ({ request, locals, params }) => {
    const form = await request.formData();
    const reason = String(form.get('reason') ?? '');
    try {
      await locals.api.practice.ladder.object({ ...refOf(params), reason });
    } catch (error) {
      if (isHttpError(error, 404)) throw error;
      const { status, data } = refused(error, locals.locale);
      return fail(status, { about: 'object' as const, ...data, reason });
    }
    redirect(303, ladderOf(params));
  },
};

/** What the field said when its form was made. Nonsense is what nothing says, hence a conflict. */
function readJson(sent: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(sent)) as unknown;
  } catch {
    return undefined;
  }
}
