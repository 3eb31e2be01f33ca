import { z } from 'zod';
import { hasWords, readRichText } from '$lib/platform/plain-text';
import { richText } from '../schema';
import { outcomeAnswers } from './answer';

/** What the form of an outcome sends; a draft may leave everything open. */
export const draftForm = z.object({
  topicId: z.uuid(),
  told: z.int().min(0).default(0),
  version: z.int().min(0).default(0),
  answer: z.union([z.literal(''), z.enum(outcomeAnswers)]).default(''),
  body: richText.default(''),
});
export type OutcomeFormData = z.output<typeof draftForm>;

/** What is told says whether the question is answered, and how. */
export const tellForm = draftForm.extend({
  answer: draftForm.shape.answer.refine((answer) => answer !== '', 'required'),
  body: draftForm.shape.body.refine(hasWords, 'required'),
});

/** The form as it was sent, its rich text put together, and that text as it was typed. */
export async function readOutcomeForm(request: Request) {
  const form = await request.formData();
  const plain = String(form.get('body') ?? '');
  form.set('body', readRichText(form, 'body'));
  return { form, plain };
}
