import { describe, expect, it } from 'vitest';
import { emptyAgenda, newItem } from '../document';
import { agendaSchema, readAgendaFile, toFile } from './format';

const days = [{ id: 'd1', date: '2026-03-13', startMinute: 540, endMinute: 960 }];
const content = {
  ...emptyAgenda(),
  items: [
    newItem({
      id: 'a',
      kind: 'plenary',
      minutes: 60,
      dayId: 'd1',
      title: 'Anfang',
      topicId: 't1',
      responsibleIds: ['m1'],
    }),
    newItem({ id: 'b', kind: 'break', minutes: 15, dayId: 'd1' }),
  ],
};
const file = toFile('Ehrenamt gewinnen', content, days, {
  questionOf: () => 'Wie gewinnen wir Menschen?',
  nameOf: () => 'Leonie Brandhorst',
});
const read = (said: unknown) => readAgendaFile(JSON.stringify(said));

describe('an agenda in a file', () => {
  it('says everything, and is read again', () => {
    expect(file).toMatchObject({
      title: 'Ehrenamt gewinnen',
      days: [{ date: '2026-03-13', start: 540, end: 960 }],
      items: [{ day: 1, topic: 'Wie gewinnen wir Menschen?', people: ['Leonie Brandhorst'] }, {}],
    });
    expect(read(file)).toEqual({ file });
    expect(readAgendaFile(`\uFEFF${JSON.stringify(file)}`)).toEqual({ file });
  });

  it('is refused with what is wrong as a whole', () => {
    expect(readAgendaFile('kein JSON')).toEqual({ refusal: 'not_json' });
    expect(read({ format: 'werkraum-practices', version: 1 })).toEqual({ refusal: 'not_agenda' });
    expect(read([1, 2])).toEqual({ refusal: 'not_agenda' });
    expect(read({ ...file, version: 2 })).toEqual({ refusal: 'newer_version' });
    expect(read({ ...file, items: [] })).toEqual({ refusal: 'empty' });
  });

  it('names each item and field that is wrong', () => {
    const [first] = file.items;
    const { minutes: _, ...without } = first!;
    const items = [
      first,
      without,
      { ...first, kind: 'party' },
      { ...first, title: 'x'.repeat(201) },
      { ...first, minutes: 0 },
    ];
    expect(read({ ...file, items })).toEqual({
      problems: [
        { item: 2, field: 'minutes', code: 'missing' },
        { item: 3, field: 'kind', code: 'invalid' },
        { item: 4, field: 'title', code: 'too_long' },
        { item: 5, field: 'minutes', code: 'invalid' },
      ],
    });
  });

  it('has a published schema that says what is required', () => {
    const schema = agendaSchema('https://werkraum.example') as {
      $id: string;
      properties: { items: { items: { required: string[] } } };
    };
    expect(schema.$id).toBe('https://werkraum.example/schemas/agenda.json');
    expect(schema.properties.items.items.required).toEqual(['kind', 'minutes']);
  });
});
