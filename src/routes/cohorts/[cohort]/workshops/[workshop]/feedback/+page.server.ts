import { fail, redirect } from '@sveltejs/kit';
import { emptyForm, failed, readForm, refused } from '$lib/access/form';
import {
  answersForm,
  answersFrom,
  questionsForm,
  questionsFrom,
  usualForm,
} from '$lib/feedback/form';
import { usualQuestions } from '$lib/feedback/questions';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});
const pageOf = ({ cohort, workshop }: { cohort: string; workshop: string }) =>
  `/cohorts/${cohort}/workshops/${workshop}/feedback`;

// Not live: what is typed here stays, and nobody sees when others answer.
export const load: PageServerLoad = async ({ locals, params }) => {
  const feedback = await locals.api.feedback.page(refOf(params));
  return {
    feedback,
    questionsForm: feedback.mayOpen ? await emptyForm(questionsForm, usualForm) : null,
    answersForm:
      feedback.mayAnswer && feedback.questions
        ? await emptyForm(answersForm(feedback.questions))
        : null,
  };
};

export const actions: Actions = {
  open: async ({ locals, params, request }) => {
    const form = await readForm(request, questionsForm, locals.locale);
    if (!form.valid) return fail(400, { questionsForm: form });
    const { days } = form.data;
    try {
      await locals.api.feedback.open({
        ...refOf(params),
        questions: questionsFrom(form.data),
        days,
      });
    } catch (error) {
      // The form holds what it says.
      failed(form, error, locals.locale);
      return fail(400, { questionsForm: form });
    }
    redirect(303, pageOf(params));
  },

  close: async ({ locals, params }) => {
    try {
      await locals.api.feedback.close(refOf(params));
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, pageOf(params));
  },

  give: async ({ locals, params, request }) => {
    const { questions } = await locals.api.feedback.page(refOf(params));
    const asked = questions ?? usualQuestions();
    const form = await readForm(request, answersForm(asked), locals.locale);
    if (!form.valid) return fail(400, { answersForm: form });
    try {
      await locals.api.feedback.give({
        ...refOf(params),
        answers: answersFrom(form.data, asked),
      });
    } catch (error) {
      // The form holds what it says.
      failed(form, error, locals.locale);
      return fail(400, { answersForm: form });
    }
    redirect(303, pageOf(params));
  },
};
