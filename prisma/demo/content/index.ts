import { earlierCohort } from './earlier/cohort';
import { mainCohort } from './main-cohort';
import { people } from './people';
import type { DemoContent } from './types';

/** Everything that the demo shows, in the order in which the cohorts took place. */
export const demoContent: DemoContent = {
  host: {
    organisation: 'Institut für Engagement und Kommune e. V.',
    representative: 'Gesine Wiethoff, Geschäftsführerin',
    address: 'Musterweg 7, 59821 Arnsberg',
    contact: 'werkraum@engagement-kommune.example',
    phone: '0221 4710 700',
    register: 'Vereinsregister des Amtsgerichts Arnsberg, VR 00000',
    dataProtectionContact: 'datenschutz@engagement-kommune.example',
    supervisoryAuthority:
      'Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen',
    enforcementBody: 'Ombudsstelle für barrierefreie Informationstechnik Nordrhein-Westfalen',
  },
  administrator: 'jonas-petersen',
  people,
  programme: {
    key: 'zukunftsfaktor',
    name: 'Zukunftsfaktor Bürgerengagement. Entwicklungswerkstatt für kommunale Engagementstrategien',
    createdBy: 'jonas-petersen',
    createdAt: [-852, '10:00'],
  },
  cohorts: [earlierCohort, mainCohort],
  signIns: [
    { person: 'melina-kuhlmann', as: { de: 'Team Ahlen', en: 'Ahlen team' } },
    {
      person: 'emre-yildiz',
      as: { de: 'Team Ahlen, zweite Person', en: 'Ahlen team, second person' },
    },
    { person: 'petra-oberste-brink', as: { de: 'Team Sprockhövel', en: 'Sprockhövel team' } },
    {
      person: 'katharina-wrobel',
      as: { de: 'Team Menden, in beiden Durchgängen', en: 'Menden team, in both cohorts' },
    },
    { person: 'leonie-brandhorst', as: { de: 'Moderation', en: 'Moderator' } },
    {
      person: 'nermin-halilovic',
      as: {
        de: 'Moderation, früher selbst Mitglied',
        en: 'Moderator, a member of the earlier cohort',
      },
    },
    { person: 'gesine-wiethoff', as: { de: 'Projektleitung', en: 'Organiser' } },
    { person: 'wolfram-tendahl', as: { de: 'Fachperson', en: 'Expert' } },
    { person: 'barbara-lueckerath', as: { de: 'Kooperationspartnerin', en: 'Partner' } },
    { person: 'jonas-petersen', as: { de: 'Systemverwaltung', en: 'Administrator' } },
    {
      person: 'hatice-demirtas',
      as: { de: 'Nur im zweiten Durchgang', en: 'Only in the earlier cohort' },
    },
  ],
};
