import { fail } from '@sveltejs/kit';
import { errorText } from '$lib/access/error-text';
import { refused } from '$lib/access/form';
import { readOffers } from '$lib/workshop/date/form';
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
    const until = String(form.get('answerUntil') ?? '');
    const { workshop, today } = await locals.api.workshop.date.view(refOf(params));
    const { rows, offers, faults } = readOffers(form, workshop.days, today);
    if (until === '') faults['answerUntil'] = 'field_required';
    const refuse = (appCode: string, texts: [field: string, text: string][]) => {
      const errors = Object.fromEntries(texts.map(([field, text]) => [field, [text]]));
      return fail(400, { appCode, refusal: texts[0]![1], offered: { rows, until, errors } });
    };
    const found = Object.entries(faults);
    if (found.length > 0)
      return refuse(
        found[0]![1],
        found.map(([field, code]) => [field, errorText(code, {}, locals.locale)]),
      );
    try {
      const said = { ...refOf(params), offers, answerUntil: until };
      return { newOffers: (await locals.api.workshop.date.offer(said)).offered };
    } catch (error) {
      const { appCode, refusal } = refused(error, locals.locale).data;
      const isOfEnd = appCode.startsWith('workshop_answers_end_');
      return refuse(appCode, [[isOfEnd ? 'answerUntil' : 'dates-0', refusal]]);
    }
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
