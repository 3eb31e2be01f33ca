import { announcements } from './announcements';
import { ballots, merges } from './ballots';
import { changes, members } from './members';
import { clubPractices } from './practices/clubs';
import { moneyPractices } from './practices/money';
import { supportPractices } from './practices/support';
import { villagePractices } from './practices/villages';
import { absences, consultations, keyActs } from './protection';
import { sites } from './sites';
import { changingClubTopics } from './topics/clubs-changing';
import { clubTopics } from './topics/clubs';
import { coordinationTopics } from './topics/coordination';
import { crisisAndArrivalTopics } from './topics/crisis-and-arrival';
import { neighbourhoodTopics } from './topics/neighbourhoods';
import { recognitionTopics } from './topics/recognition';
import { strategyTopics } from './topics/strategy';
import { youthTopics } from './topics/youth';
import { blockedDays, workshops } from './workshops';
import type { Cohort } from './types';

/** The running cohort, in the middle of its year. */
export const mainCohort: Cohort = {
  key: 'dritter-durchgang',
  name: 'Dritter Durchgang',
  welcome:
    '<p>Zehn Städte, Gemeinden und Kreise arbeiten ein Jahr lang an ihren Strategien für bürgerschaftliches Engagement. Was auf die Tagesordnung der Workshops kommt, bestimmen die Teams selbst, Schritt für Schritt, aus den Fragen ihrer Praxis.</p>',
  workshops,
  blockedDays,
  siteSeats: 10,
  teamSize: 2,
  startsOnDay: -178,
  endsOnDay: 187,
  createdBy: 'jonas-petersen',
  createdAt: [-216, '15:00'],
  closed: { by: 'gesine-wiethoff', at: [-183, '12:00'] },
  sites,
  members,
  changes,
  topics: [
    ...clubTopics,
    ...changingClubTopics,
    ...recognitionTopics,
    ...crisisAndArrivalTopics,
    ...youthTopics,
    ...coordinationTopics,
    ...strategyTopics,
    ...neighbourhoodTopics,
  ],
  merges,
  ballots,
  announcements,
  consultations,
  keyActs,
  absences,
  practices: [...moneyPractices, ...clubPractices, ...supportPractices, ...villagePractices],
};
