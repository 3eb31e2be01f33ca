import { refused } from '$lib/access/form';
import { filterMethods } from '$lib/agenda/method/method';
import type { Actions, PageServerLoad } from './$types';

/** A whole number above 0 as the address says it; null where it says something else. */
const numberIn = (url: URL, name: string): number | null => {
  const value = Number(url.searchParams.get(name) ?? '');
  return Number.isInteger(value) && value > 0 ? value : null;
};

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const filter = {
    q: url.searchParams.get('q') ?? '',
    minutes: numberIn(url, 'minutes'),
    people: numberIn(url, 'people'),
  };
  const all = await locals.api.agenda.method.list({ cohortId: params.cohort });
  return { filter, methods: filterMethods(all, filter) };
};

export const actions: Actions = {
  remove: async ({ locals, params, request }) => {
    const methodId = String((await request.formData()).get('methodId'));
    try {
      await locals.api.agenda.method.remove({ cohortId: params.cohort, methodId });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },
};
