import { expect, test } from 'vitest';
import { emptyContent, fieldNames, sectionNames, sections } from '../fields';
import { withScheme } from './address';
import { applyDeed, deedOf, deedValue } from './list-deed';
import { normal } from './normal';
import { partWith, partNames, partAfter } from './parts';
import { changesOf } from './sent-part';

test('asks every field in some part, and every part follows another one', () => {
  expect(sectionNames.flatMap((name) => [...sections[name]]).sort()).toEqual(
    [...fieldNames].sort(),
  );
  expect(fieldNames.map(partWith).every((part) => partNames.includes(part))).toBe(true);
  expect(partNames.map(partAfter)).toEqual([...partNames.slice(1), null]);
});

test('entries move one place and never out of the list', () => {
  const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const after = (deed: 'up' | 'down' | 'remove', id: string) =>
    applyDeed(rows, { deed, field: 'steps', id })
      .map((row) => row.id)
      .join('');
  expect(after('up', 'c')).toBe('acb');
  expect(after('down', 'a')).toBe('bac');
  expect(after('up', 'a')).toBe('abc');
  expect(after('down', 'c')).toBe('abc');
  expect(after('remove', 'b')).toBe('ac');
  expect(after('remove', 'unknown')).toBe('abc');
  const deed = { deed: 'up', field: 'partners', id: 'x' } as const;
  expect(deedOf(deedValue(deed))).toEqual(deed);
  expect(deedOf('drop:table')).toBeNull();
});

test('a field is kept trimmed, without empty entries, or says what is wrong with it', () => {
  expect(normal('gist', ' Kurz. ')).toEqual({ value: 'Kurz.', finding: null });
  const step = { id: crypto.randomUUID(), when: '', what: '' };
  expect(normal('steps', [step]).value).toEqual([]);
  expect(normal('gist', 'x'.repeat(241)).finding).toEqual({ kind: 'too_long', limit: 240 });
  expect(normal('cost', -1).finding).toEqual({ kind: 'too_small', limit: 0 });
  expect(normal('startedOn', '24-13').finding).toEqual({ kind: 'month' });
  expect(normal('startedOn', 24).finding).toEqual({ kind: 'invalid' });
  expect(normal('cost', 1.5).finding).toEqual({ kind: 'not_whole' });
  expect(normal('staffHours', 'viel').finding).toEqual({ kind: 'not_number' });
  const link = { id: step.id, kind: 'link', title: 'X', url: 'ahlen', licence: 'own', source: '' };
  expect(normal('attachments', [link]).finding).toEqual({ kind: 'address' });
});

test('a part that was sent without script becomes changes against what it began with', () => {
  const form = new FormData();
  const id = crypto.randomUUID();
  const before = emptyContent();
  form.set(
    'from',
    JSON.stringify({
      steps: [],
      cost: null,
      startedOn: null,
      tags: ['Bus'],
      transfer: before.transfer,
      evidence: null,
      story: '',
    }),
  );
  form.set('steps.0.id', id);
  form.set('steps.0.when', '2024');
  form.set('steps.0.what', 'Beschluss');
  form.set('cost', '1.200');
  form.set('startedOn.month', '05');
  form.set('startedOn.year', '2024');
  form.append('tags', 'Bus');
  form.append('tags', 'Jugend, Ehrenamt');
  form.set('transfer.population.score', '2');
  form.set('evidence', '3');
  form.set('story', 'Eins.\r\nZwei.');
  const fields = ['steps', 'cost', 'startedOn', 'tags', 'transfer', 'evidence', 'story'] as const;
  const { changes, findings } = changesOf(form, fields, null)!;
  expect(findings).toEqual({});
  expect(Object.fromEntries(changes.map(({ field, to }) => [field, to]))).toEqual({
    steps: [{ id, when: '2024', what: 'Beschluss' }],
    cost: 1200,
    startedOn: '2024-05',
    tags: ['Bus', 'Jugend', 'Ehrenamt'],
    transfer: { ...before.transfer, population: { score: 2, reason: '' } },
    evidence: 3,
    story: 'Eins.\nZwei.',
  });
  expect(changesOf(new FormData(), fields, null)).toBeNull();
});

test('an address as people type it gets what a browser would put before it', () => {
  expect(withScheme(' www.ahlen.de/bus ')).toBe('https://www.ahlen.de/bus');
  expect(withScheme('https://ahlen.de')).toBe('https://ahlen.de');
  expect(withScheme('der Flyer')).toBe('der Flyer');
});
