import type { Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { writeList, type ListFile } from '$lib/cohort/download/queries.server';
import type { Download } from '$lib/cohort/schema';
import { m } from '$lib/paraglide/messages.js';
import { formatList } from '$lib/ui/format';
import { stateAt, type BallotState } from '../lifecycle';
import { mayRead } from '../policy';
import { stateWords } from '../words';

interface ListedBallot {
  title: string;
  state: BallotState;
  electorate: 'teams' | 'persons';
  isSecret: boolean;
  opensAt: Date | null;
  openedAt: Date | null;
  closesAt: Date;
  objectionsUntil: Date | null;
  eligible: number;
  voted: number;
  chosen: string[];
}

/** Each ballot with how many took part and what was chosen; who has voted stands in no list. */
export async function downloadBallots(
  scope: PersonScope,
  input: Download,
  locale: Locale,
): Promise<ListFile> {
  const { db, actor, clock } = scope;
  ensure(mayRead(actor, input));
  const ballots = await db.$queryRaw<ListedBallot[]>`
    SELECT b.title, b.state::text AS state, b.electorate::text AS electorate, b."isSecret", b."opensAt",
           b."openedAt", coalesce(b."closedAt", b."cancelledAt", b."closesAt") AS "closesAt",
           b."objectionsUntil",
           (SELECT count(*)::int FROM voter v WHERE v."ballotId" = b.id) AS eligible,
           (SELECT count(*)::int FROM voter v WHERE v."ballotId" = b.id AND v."hasVoted") AS voted,
           ARRAY(SELECT o.title FROM decision_item i JOIN ballot_option o ON o.id = i."optionId"
                  WHERE i."ballotId" = b.id AND i."isChosen" ORDER BY o.position) AS chosen
      FROM ballot b WHERE b."cohortId" = ${input.cohortId}::uuid AND b.state <> 'draft' ORDER BY b.id`;
  const options = { locale };
  const electorates = { teams: m.ballot_electorate_teams, persons: m.ballot_electorate_persons };
  return writeList(scope, input, locale, {
    title: m.ballot_list_title({}, options),
    columns: [
      { heading: m.ballot_file_title({}, options), width: 50 },
      { heading: m.ballot_file_state({}, options), width: 16 },
      { heading: m.ballot_file_electorate({}, options), width: 20 },
      { heading: m.ballot_file_secret({}, options), width: 10 },
      { heading: m.ballot_file_opened({}, options), width: 18 },
      { heading: m.ballot_file_closes({}, options), width: 18 },
      { heading: m.ballot_file_eligible({}, options), width: 16 },
      { heading: m.ballot_file_voted({}, options), width: 16 },
      { heading: m.ballot_file_chosen({}, options), width: 60 },
    ],
    rows: ballots.map((ballot) => [
      ballot.title,
      stateWords[stateAt(ballot, clock.now())].label({}, options),
      electorates[ballot.electorate]({}, options),
      ballot.isSecret ? m.ballot_file_yes({}, options) : null,
      ballot.openedAt ?? ballot.opensAt,
      ballot.closesAt,
      ballot.eligible,
      ballot.voted,
      formatList(ballot.chosen, locale),
    ]),
  });
}
