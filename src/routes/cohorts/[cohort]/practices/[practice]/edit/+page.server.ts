import { error, fail, redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { deedOf, listFields } from '$lib/practice/form/list-deed';
import { partAfter, partFields, partOf } from '$lib/practice/form/parts';
import { changesOf } from '$lib/practice/form/sent-part';
import type { Actions, PageServerLoad } from './$types';

/** Where somebody reads who may not write: what was put away can be fetched back first. */
const reading = (params: { cohort: string; practice: string }, isDiscarded: boolean): string =>
  `/cohorts/${params.cohort}/practices/${params.practice}${isDiscarded ? '/discard' : ''}`;

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`practice:${params.practice}`);
  const ref = { cohortId: params.cohort, practiceId: params.practice };
  const record = await locals.api.practice.record(ref);
  if (!record.may.change) redirect(303, reading(params, record.discardedAt !== null));
  const adding = listFields.find((field) => field === url.searchParams.get('add')) ?? null;
  return {
    record,
    part: partOf(url.searchParams.get('part')),
    adding,
    isRestored: url.searchParams.has('restored'),
    isFromHarvest: url.searchParams.get('from') === 'harvest',
  };
};

export const actions: Actions = {
  /** One part as a form without script sends it. */
  save: async ({ request, locals, params, url }) => {
    const ref = { cohortId: params.cohort, practiceId: params.practice };
    // Whoever does not read it learns nothing from how a form is judged.
    await locals.api.practice.record(ref);
    const form = await request.formData();
    const part = partOf(url.searchParams.get('part'));
    const deed = deedOf(String(form.get('deed') ?? ''));
    const sent = changesOf(form, partFields(part), deed);
    if (!sent) error(400, 'invalid_input');
    if (Object.keys(sent.findings).length > 0)
      return fail(400, { typed: sent.typed, findings: sent.findings, theirs: {} });
    let conflicts;
    try {
      ({ conflicts } = await locals.api.practice.save({ ...ref, changes: sent.changes }));
    } catch (failure) {
      return refused(failure, locals.locale);
    }
    if (conflicts.length > 0) {
      const theirs = Object.fromEntries(conflicts.map(({ field, current }) => [field, current]));
      return fail(409, { typed: sent.typed, findings: {}, theirs });
    }
    const edit = `${url.pathname}?part=`;
    const page = `/cohorts/${params.cohort}/practices/${params.practice}`;
    const next = partAfter(part);
    const go = form.get('go');
    if (deed) redirect(303, `${edit}${part}${deed.deed === 'add' ? `&add=${deed.field}` : ''}`);
    if (go === 'close') redirect(303, page);
    redirect(303, edit + (go === 'next' && next ? next : part));
  },
};
