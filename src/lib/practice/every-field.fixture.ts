import { fieldNames, isFilled, practiceContent, type PracticeContent } from './fields';

const id = (n: number) => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const said = (field: string) => `Zu ${field}; mit „Umlauten“: ä, ö, ü & <b>Zeichen</b>.`;
const long = (field: string) => `${said(field)}\n\nUnd dann:\n- eins\n- zwei | mit Strich\n\nEnde.`;

/** A record in which every field says something. */
export const everyField: PracticeContent = practiceContent.parse({
  gist: said('gist'),
  kind: 'failed',
  status: 'ended',
  startedOn: '2024-03',
  endedOn: '2025-11',
  tags: ['Ehrenamt', 'Vereine, klein'],
  language: 'de',
  textLicence: 'cc_by_sa',
  takenFrom: said('takenFrom'),
  townKind: 'municipality',
  townSize: 'to_20k',
  staffHours: 7.5,
  budgetBand: 'to_5000',
  targetGroup: said('targetGroup'),
  problem: long('problem'),
  mandate: said('mandate'),
  story: long('story'),
  goal: long('goal'),
  steps: [
    { id: id(1), when: 'März 2024', what: said('steps') },
    { id: id(2), when: '', what: 'Ohne Datum' },
  ],
  partners: [{ id: id(3), name: 'Freiwilligenagentur', role: said('partners') }],
  participation: long('participation'),
  cost: 3_480,
  costNote: said('costNote'),
  time: said('time'),
  material: long('material'),
  planned: long('planned'),
  happened: long('happened'),
  why: long('why'),
  nextTime: long('nextTime'),
  wrongAssumptions: long('wrongAssumptions'),
  earlySigns: long('earlySigns'),
  dontIf: '- wenn niemand gefragt wurde\n- wenn es eilt',
  outcomes: [{ id: id(4), what: 'Abgeholte Karten', figure: '12 von 500', source: 'Bürgerbüro' }],
  sideEffects: long('sideEffects'),
  lasts: long('lasts'),
  evidence: 2,
  evidenceNote: said('evidenceNote'),
  transfer: {
    population: { score: 3, reason: said('population') },
    environment: { score: 0, reason: '' },
    implementation: { score: null, reason: said('implementation') },
    support: { score: 2, reason: said('support') },
  },
  core: long('core'),
  changeable: long('changeable'),
  prerequisites: long('prerequisites'),
  attachments: [
    {
      kind: 'link',
      id: id(5),
      url: 'https://karte.example/?a=1&b=2',
      title: 'Die Karte',
      licence: 'cc_by',
      source: 'Land',
    },
    {
      kind: 'document',
      id: id(6),
      fileId: id(60),
      title: 'Fragebogen',
      licence: 'own',
      source: '',
    },
    {
      kind: 'picture',
      id: id(7),
      fileId: id(70),
      title: 'Der Stapel',
      alt: 'Ein Stapel nicht abgeholter Karten auf einem Tresen.',
      licence: 'permission',
      source: 'Stadt',
    },
  ],
});

/** Fails as soon as a new field is not filled here: papers and files would be tested without it. */
export const missingHere = fieldNames.filter((field) => !isFilled(everyField, field));
