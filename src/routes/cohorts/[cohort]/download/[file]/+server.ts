import { error } from '@sveltejs/kit';
import { downloadFormat, type Download } from '$lib/cohort/schema';
import { fileResponse } from '$lib/platform/file-response';
import type { RequestHandler } from './$types';

type Api = App.Locals['api'];

/** The lists that can be taken along, by the name in their address: "people.xlsx", "topics.csv" … */
const lists = {
  people: (api: Api) => api.membership.download,
  log: (api: Api) => api.membership.downloadLog,
  teams: (api: Api) => api.team.download,
  invitations: (api: Api) => api.invitation.download,
  topics: (api: Api) => api.topic.download,
  ballots: (api: Api) => api.ballot.download,
  announcements: (api: Api) => api.announcement.download,
  agreements: (api: Api) => api.agreement.download,
  feedback: (api: Api) => api.feedback.download,
  practices: (api: Api) => api.exchange.download,
  'own-practices': (api: Api) => (input: Download) =>
    api.exchange.download({ ...input, of: 'own' }),
};

export const GET: RequestHandler = async ({ locals, params }) => {
  const [name = '', extension] = params.file.split('.');
  const { data: format } = downloadFormat.safeParse(extension);
  if (!format || !Object.hasOwn(lists, name))
    error(404, { message: 'not_found', appCode: 'not_found' });
  const read = lists[name as keyof typeof lists](locals.api);
  const file = await read({ cohortId: params.cohort, format });
  return fileResponse(file, `${name}.${format}`);
};
