import { isNarrowed, parameterNames, usual } from '$lib/practice/list/address';
import { listFilter } from '$lib/practice/list/schema';
import { listAddress } from '$lib/ui/list-address';
import type { PageServerLoad } from './$types';

/** The filters come along from the list: a collection of what one sees there. */
export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends(`cohort:${params.cohort}`);
  const asked = [...url.searchParams].filter(([name]) => parameterNames.includes(name));
  const filter = listFilter.parse(
    Object.fromEntries(asked.map(([name, value]) => [name, value || null])),
  );
  const base = `/cohorts/${params.cohort}/practices`;
  return {
    offered: await locals.api.paper.offer({ ...filter, cohortId: params.cohort }),
    isNarrowed: isNarrowed(filter),
    asked,
    list: listAddress(base, asked, usual),
  };
};
