import { error } from '@sveltejs/kit';
import { fileResponse } from '$lib/platform/file-response';
import { councilForms, rungAsked } from '$lib/practice/paper/schema';
import type { RequestHandler } from './$types';

/** "decision.docx" or "report.docx": a paper for the reader's own council. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const form = councilForms.find((one) => one === params.form);
  if (!form) error(404, { message: 'not_found', appCode: 'not_found' });
  const ref = { cohortId: params.cohort, practiceId: params.practice };
  const file = await locals.api.paper.councilPaper({ ...ref, form, rung: rungAsked(url) });
  return fileResponse(file, `${form}.docx`);
};
