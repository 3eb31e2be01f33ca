import { fail } from '@sveltejs/kit';
import { errorText } from '$lib/access/error-text';
import { refused } from '$lib/access/form';
import { datesFrom } from '$lib/workshop/date/holidays';
import { dateAnswers } from '$lib/workshop/date/schema';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});
const DAYS_TO_ANSWER = 10;

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends(`cohort:${params.cohort}`, `workshop:${params.workshop}`);
  const view = await locals.api.workshop.date.view(refOf(params));
  const said = view.search?.answerUntil ?? '';
  const until = said >= view.today ? said : datesFrom(view.today, DAYS_TO_ANSWER).at(-1)!;
  return { view, until };
};

export const actions: Actions = {
  answer: async ({ locals, params, request }) => {
    const answers = [...(await request.formData())].flatMap(([name, value]) => {
      const answer = dateAnswers.find((each) => each === value);
      return name.startsWith('answer-') && answer
        ? [{ optionId: name.slice('answer-'.length), answer }]
        : [];
    });
    try {
      await locals.api.workshop.date.answer({ ...refOf(params), answers });
    } catch (error) {
      return refused(error, locals.locale);
    }
    return { isAnswered: true };
  },

  offer: async ({ locals, params, request }) => {
    const form = await request.formData();
    const dates = form.getAll('dates').map(String);
    const chosen = dates.filter((date) => date !== '');
    const answerUntil = String(form.get('answerUntil') ?? '');
    const refuse = (field: 'errors' | 'untilErrors', appCode: string, refusal: string) =>
      fail(400, { appCode, refusal, offered: { dates, until: answerUntil, [field]: [refusal] } });
    const required = errorText('field_required', {}, locals.locale);
    if (chosen.length === 0) return refuse('errors', 'field_required', required);
    if (answerUntil === '') return refuse('untilErrors', 'field_required', required);
    try {
      await locals.api.workshop.date.offer({ ...refOf(params), dates: chosen, answerUntil });
    } catch (error) {
      const { appCode, refusal } = refused(error, locals.locale).data;
      const isOfEnd = appCode.startsWith('workshop_answers_end_');
      return refuse(isOfEnd ? 'untilErrors' : 'errors', appCode, refusal);
    }
    return { isOffered: true };
  },

  withdraw: async ({ locals, params, request }) => {
    const optionId = String((await request.formData()).get('optionId') ?? '');
    try {
      await locals.api.workshop.date.withdraw({ ...refOf(params), optionId });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },

  remind: async ({ locals, params }) => {
    try {
      return await locals.api.workshop.date.remind(refOf(params));
    } catch (error) {
      return refused(error, locals.locale);
    }
  },

  fix: async ({ locals, params, request }) => {
    const optionId = String((await request.formData()).get('optionId') ?? '');
    try {
      await locals.api.workshop.date.fix({ ...refOf(params), optionId });
    } catch (error) {
      return refused(error, locals.locale);
    }
    return { isFixed: true };
  },
};
