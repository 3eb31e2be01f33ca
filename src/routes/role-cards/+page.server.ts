import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  methods: await locals.api.roleCard.list(),
});
