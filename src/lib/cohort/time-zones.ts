import type { Locale } from '$lib/access/actor';

const zones: [zone: string, de: string, en: string][] = [
  ['Europe/Berlin', 'Berlin', 'Berlin'],
  ['Europe/Vienna', 'Wien', 'Vienna'],
  ['Europe/Zurich', 'Zürich', 'Zurich'],
  ['Europe/Luxembourg', 'Luxemburg', 'Luxembourg'],
  ['Europe/Amsterdam', 'Amsterdam', 'Amsterdam'],
  ['Europe/Brussels', 'Brüssel', 'Brussels'],
  ['Europe/Paris', 'Paris', 'Paris'],
  ['Europe/Rome', 'Rom', 'Rome'],
  ['Europe/Copenhagen', 'Kopenhagen', 'Copenhagen'],
  ['Europe/Prague', 'Prag', 'Prague'],
  ['Europe/Warsaw', 'Warschau', 'Warsaw'],
  ['Europe/Helsinki', 'Helsinki', 'Helsinki'],
  ['Europe/Athens', 'Athen', 'Athens'],
  ['Europe/London', 'London', 'London'],
];

/** Time zones to choose from; one that is set stays, wherever it is. */
export function timeZoneOptions(
  present: string,
  locale: Locale,
): { value: string; label: string }[] {
  const options = zones.map(([value, de, en]) => ({ value, label: locale === 'de' ? de : en }));
  const isOffered = options.some(({ value }) => value === present);
  return isOffered || present === '' ? options : [...options, { value: present, label: present }];
}
