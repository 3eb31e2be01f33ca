import { describe, expect, it } from 'vitest';
import { methodSettings } from './method';
import { METHODS } from './limits';
import { draftForm, newDraftForm, readDraftForm, storedDraftForm } from './draft-form';

const zone = 'Europe/Berlin';
const topics = [
  { id: '00000000-0000-4000-8000-000000000001', minutes: 45 },
  { id: '00000000-0000-4000-8000-000000000002', minutes: null },
];
const empty = newDraftForm(topics[0]!.id, topics, new Date('2026-03-01T10:00Z'), zone);

describe('the editor of a draft', () => {
  it('begins with one vote per team, open, for ten days until six o’clock', () => {
    expect(empty).toMatchObject({
      electorate: 'teams',
      secrecy: 'open',
      closesAt: '2026-03-11T18:00',
    });
    expect(readDraftForm(empty, zone, 'Bleibt').closesAt).toEqual(new Date('2026-03-11T17:00Z'));
  });

  it('gives each chosen topic the minutes of its own field, and a line to each free answer', () => {
    const read = readDraftForm(
      { ...empty, topicIds: [topics[1]!.id], minutes: ['45', '30'], others: ' Nichts davon\n\n' },
      zone,
      'Bleibt',
    );
    expect(read.options).toEqual([
      { topicId: topics[1]!.id, title: '', minutes: 30 },
      { topicId: null, title: 'Nichts davon', minutes: null },
    ]);
  });

  it.each(METHODS)('comes back from storage as it went in: %s', (method) => {
    const limits = method === 'equal-shares' ? { budgetMinutes: 240 } : { places: 2 };
    const chosen = { title: 'Was?', topicIds: [topics[0]!.id], others: 'Frei' };
    const form = { ...empty, ...chosen, ...limits, method };
    const read = readDraftForm(form, zone, 'Bleibt');
    expect(methodSettings.parse(read.settings)).toEqual(read.settings);
    const stored = { ...read, id: read.ballotId, closesAt: read.closesAt!, title: 'Was?' };
    expect(storedDraftForm(stored, topics, zone)).toEqual(form);
  });

  it.each([
    ['equal-shares', { places: 2 }, ['budgetMinutes', 'required']],
    ['approval', {}, ['places', 'places_or_minutes_needed']],
    ['dots', { places: 1, points: null, pointsPerOption: null }, ['points', 'required']],
    ['dots', { places: 1, points: 2 }, ['pointsPerOption', 'points_per_option_too_high']],
    ['ranked', {}, undefined],
    ['ranked', { others: 'a\nb' }, undefined],
    ['ranked', { others: 'a\nb\nA ' }, ['others', 'answer_twice']],
    [
      'equal-shares',
      { budgetMinutes: 90, others: 'a, 30 min\na, 45 min' },
      ['others', 'answer_twice'],
    ],
    ['resistance', {}, undefined],
  ])('asks for what %s needs: %o', (method, fields, problem) => {
    const form = { ...empty, title: 'x', method, ...fields };
    const [issue] = draftForm.safeParse(form).error?.issues ?? [];
    expect(issue && [issue.path.join('.'), issue.message]).toEqual(problem);
  });

  it('asks beside its own field for the minutes of a topic, and of a free answer', () => {
    const form = {
      ...empty,
      title: 'x',
      method: 'equal-shares' as const,
      budgetMinutes: 240,
      topicIds: topics.map(({ id }) => id),
      others: 'Stadtrundgang',
    };
    const found = (fields: object) =>
      (draftForm.safeParse({ ...form, ...fields }).error?.issues ?? []).map(({ path, message }) => [
        path.join('.'),
        message,
      ]);
    expect(found({})).toEqual([
      ['minutes.1', 'minutes_needed'],
      ['others', 'answer_minutes_needed'],
    ]);
    expect(found({ minutes: ['45', '30'], others: 'Stadtrundgang, 30 Minuten' })).toEqual([]);
    // Where no minutes are shared out, none are asked for.
    expect(found({ method: 'ranked' })).toEqual([]);
    expect(found({ minutes: ['2000', 'x'], others: '' })).toEqual([
      ['minutes.0', 'too_big:1440'],
      ['minutes.1', 'not_minutes'],
    ]);
  });

  it('keeps the details of equal shares, and asks for points where voters give them', () => {
    const form = {
      ...empty,
      title: 'x',
      budgetMinutes: 240,
      utility: 'points' as const,
      completion: 'add1' as const,
      tieBreaking: 'approvals-then-cost' as const,
      incrementMinutes: 2,
      isIntegral: true,
    };
    const read = readDraftForm(form, zone, 'Bleibt');
    expect(methodSettings.parse(read.settings)).toMatchObject({
      points: 5,
      pointsPerOption: 3,
      incrementMinutesPerVoter: 2,
    });
    const stored = { ...read, id: read.ballotId, closesAt: read.closesAt!, title: 'x' };
    expect(storedDraftForm(stored, topics, zone)).toEqual(form);
    const [issue] = draftForm.safeParse({ ...form, points: null }).error?.issues ?? [];
    expect(issue?.path).toEqual(['points']);
  });

  it('begins with equal shares where there are topics, else with a ranking', () => {
    expect(empty.method).toBe('equal-shares');
    expect(newDraftForm(empty.ballotId, [], new Date(), zone).method).toBe('ranked');
  });

  it('puts "all stays as it is" among the options of systemic consensing alone', () => {
    const form = { ...empty, others: 'Neu', method: 'resistance' as const };
    const { options, settings } = readDraftForm(form, zone, 'Bleibt');
    expect(options.map(({ title }) => title)).toEqual(['Neu', 'Bleibt']);
    expect(settings).toMatchObject({ statusQuoOptionId: options[1]!.id });
  });
});
