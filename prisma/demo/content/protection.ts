import type { Absence, Consultation, KeyAct, PersonKey } from './types';
import { cashBox } from './consultations/cash-box';
import { founder } from './consultations/founder';
import { hall } from './consultations/hall';

export const consultations: readonly Consultation[] = [founder, cashBox, hall];

/** Those who ticked it when the twelve words were read aloud at the second workshop. */
const hearers: readonly PersonKey[] = [
  'melina-kuhlmann',
  'katharina-wrobel',
  'beate-hoberg',
  'annegret-dickel',
  'jana-rameil',
  'ulrike-menn',
  'ilias-papadopoulos',
  'leonie-brandhorst',
];

/** Whoever is in a circle has a recovery code at hand; one of them has learnt why. */
const careful: readonly PersonKey[] = [
  ...hearers,
  'nermin-halilovic',
  'samira-el-khatib',
  'christa-schulte-hellmann',
  'ruediger-stratmann',
  'hubertus-faerber',
  'guelcan-aydogan',
  'marius-kaczmarek',
  'tobias-afflerbach',
];

export const keyActs: readonly KeyAct[] = [
  ...hearers.map((by): KeyAct => ({ by, at: [-89, '09:20'], does: 'hear_words' })),
  ...careful.map((by): KeyAct => ({ by, at: [-72, '16:30'], does: 'make_recovery_code' })),
  { by: 'melina-kuhlmann', at: [-70, '10:40'], does: 'compare', person: 'samira-el-khatib' },
  { by: 'dominik-vollmert', at: [-20, '07:45'], does: 'lose_keys' },
  { by: 'dominik-vollmert', at: [-20, '07:58'], does: 'make_recovery_code' },
];

export const absences: readonly Absence[] = [
  { by: 'ruediger-stratmann', at: [-13, '15:00'], untilDay: 2 },
];
