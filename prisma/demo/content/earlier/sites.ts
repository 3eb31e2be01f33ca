import type { Site } from '../types';

/** The four sites of the second cohort. */
export const earlierSites: readonly Site[] = [
  {
    key: 'menden',
    name: 'Menden',
    kind: 'city',
    tile: { column: 1, row: 2 },
    inhabitants: 52_500,
    startingPoint:
      '<p>Die Stadt hat eine Ehrenamtsagentur beschlossen und anderthalb Stellen dafür bewilligt. Bekannt ist sie noch nicht.</p>',
    aims: '<p>Nach einem Jahr soll die Hälfte der Vereine wissen, dass es uns gibt, und einen Grund haben anzurufen.</p>',
    offers: '<p>Ein Tagebuch des Aufbaus, in dem auch die leeren Tage stehen.</p>',
    seeks: '<p>Orte, deren Agentur schon ein paar Jahre arbeitet.</p>',
  },
  {
    key: 'kreis-olpe',
    name: 'Kreis Olpe',
    kind: 'district',
    tile: { column: 1, row: 3 },
    inhabitants: 133_000,
    startingPoint:
      '<p>Der Kreis berät Vereine bei Fördermitteln und ist damit sehr gefragt, mehr, als die vorhandenen Stunden hergeben.</p>',
    aims: '<p>Vereine sollen Anträge selbst stellen können und es auch wollen.</p>',
    offers: '<p>Eine Übersicht der Fördertöpfe, die wir vierteljährlich prüfen.</p>',
    seeks: '<p>Formen der Beratung, die mehrere Vereine gleichzeitig erreichen.</p>',
  },
  {
    key: 'werl',
    name: 'Werl',
    kind: 'city',
    tile: { column: 2, row: 1 },
    inhabitants: 31_000,
    startingPoint:
      '<p>Ein Koordinator kennt inzwischen fast jeden Verein, aber was die Stadt mit dem Ehrenamt vorhat, steht nirgends.</p>',
    aims: '<p>Eine kurze Strategie, die der Rat versteht, und eine Ehrungsrichtlinie, die zur heutigen Zeit passt.</p>',
    offers: '<p>Zwei Fragen, die sich bei 52 Vereinsbesuchen bewährt haben.</p>',
    seeks: '<p>Jemanden, der eine Strategie schon einmal auf wenige Seiten gebracht hat.</p>',
  },
  {
    key: 'hilchenbach',
    name: 'Hilchenbach',
    kind: 'city',
    tile: { column: 2, row: 4 },
    inhabitants: 14_500,
    startingPoint:
      '<p>Eine kleine Stadt mit rührigen Dörfern. Beteiligt wird viel, erreicht werden meist dieselben.</p>',
    aims: '<p>Wir wollen mit Menschen ins Gespräch kommen, die noch nie auf einer Versammlung waren.</p>',
    offers: '<p>Ein gut besuchtes Sprachcafé und viel Erfahrung mit Dorfwettbewerben.</p>',
    seeks: '<p>Ungewöhnliche Orte und Zeiten für Bürgerbeteiligung.</p>',
  },
];
