import type { Consultation } from '../types';

/** Planned for a workshop: what is to be told there stands in two sentences. */
export const hall: Consultation = {
  key: 'schulsaal',
  by: 'hubertus-faerber',
  at: [-4, '11:10'],
  title: 'Ein Saal, zwei Zusagen',
  summary:
    'Der Musikverein und die Dorfjugend glauben beide, dass ihnen der alte Schulsaal gehört. Beide haben recht: Dem einen habe ich ihn geschrieben, den anderen beim Schützenfest versprochen. In acht Wochen wird umgebaut, und keiner weiß vom anderen. Den Rest erzähle ich beim Workshop.',
  method: 'heilsbronn',
  form: 'live',
  plannedFor: { workshop: 'workshop-4', minutesAfterStart: 225 },
  circle: [
    { person: 'melina-kuhlmann', role: 'peer_moderator' },
    { person: 'guelcan-aydogan', role: 'adviser' },
    { person: 'marius-kaczmarek', role: 'adviser' },
    { person: 'maike-terbrueggen', role: 'adviser' },
    { person: 'leonie-brandhorst', role: 'adviser' },
  ],
  steps: [
    { by: 'leonie-brandhorst', at: [-4, '12:05'], does: 'answer', answer: 'joined' },
    { by: 'melina-kuhlmann', at: [-4, '16:50'], does: 'answer', answer: 'joined' },
    { by: 'guelcan-aydogan', at: [-3, '08:20'], does: 'answer', answer: 'joined' },
    { by: 'maike-terbrueggen', at: [-3, '09:40'], does: 'answer', answer: 'declined' },
    { by: 'marius-kaczmarek', at: [-3, '14:15'], does: 'answer', answer: 'joined' },
    { by: 'hubertus-faerber', at: [-2, '09:05'], does: 'ask', person: 'tobias-afflerbach' },
    {
      by: 'guelcan-aydogan',
      at: [-2, '11:30'],
      does: 'act',
      action: { type: 'name_secretary', to: 'guelcan-aydogan' },
    },
  ],
};
