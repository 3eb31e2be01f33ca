import type { Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { writeList, type ListFile } from '$lib/cohort/download/queries.server';
import { m } from '$lib/paraglide/messages.js';
import * as workshopPolicy from '../../policy';
import { listParticipants } from '../queries.server';
import { attendanceWords, saidText } from '../words';
import type { DownloadList } from './schema';

/** Who comes and who was there, for those who see to it. */
export async function downloadParticipants(
  scope: PersonScope,
  input: DownloadList,
  locale: Locale,
): Promise<ListFile> {
  const { cohortId } = input;
  const { people, workshop } = await listParticipants(scope, input);
  ensure(workshopPolicy.mayArrange(scope.actor, { cohortId }));
  const options = { locale };
  return writeList(scope, input, locale, {
    title: `${m.participation_people({}, options)} – ${workshop.title}`,
    columns: [
      { heading: m.participation_column_name({}, options), width: 28 },
      { heading: m.participation_column_team({}, options), width: 24 },
      { heading: m.participation_column_answer({}, options), width: 40 },
      { heading: m.participation_column_guest({}, options), width: 28 },
      { heading: m.participation_column_entered({}, options), width: 24 },
      { heading: m.participation_column_attended({}, options), width: 20 },
    ],
    rows: people.map((person) => [
      person.name,
      person.teamName,
      saidText(person, locale),
      person.guestName,
      person.enteredBy,
      person.attended && attendanceWords[person.attended]({}, options),
    ]),
  });
}
