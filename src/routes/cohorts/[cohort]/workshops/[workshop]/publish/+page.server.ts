import { redirect } from '@sveltejs/kit';
import { refused } from '$lib/access/form';
import { boardWarnings, uninvitedIn } from '$lib/agenda/board/board-warnings';
import type { Actions, PageServerLoad } from './$types';

const refOf = (params: { cohort: string; workshop: string }) => ({
  cohortId: params.cohort,
  workshopId: params.workshop,
});

const REASON = 'reason-';

// Not live: what is read here is what is published, or nothing.
export const load: PageServerLoad = async ({ locals, params }) => {
  const preview = await locals.api.agenda.publish.preview(refOf(params));
  const board = await locals.api.agenda.open(refOf(params));
  // Departures from what was decided are asked about here, each with its reason.
  const open = boardWarnings(board, board.content).filter((warning) => !('reason' in warning));
  return { preview, warningCount: open.length, uninvitedIds: uninvitedIn(board) };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    const reasons = Object.fromEntries(
      Object.entries(typed)
        .filter(([name]) => name.startsWith(REASON))
        .map(([name, text]) => [name.slice(REASON.length), text]),
    );
    const { revision, version, reason = '' } = typed;
    try {
      await locals.api.agenda.publish.publish({
        ...refOf(params),
        revision: Number(revision),
        version: Number(version),
        reason,
        reasons,
      });
    } catch (error) {
      return refused(error, locals.locale, typed);
    }
    redirect(303, `/cohorts/${params.cohort}/workshops/${params.workshop}/versions/${version}`);
  },
};
