import { describe, expect, it } from 'vitest';
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
    expect(readDraftForm(empty, zone).closesAt).toEqual(new Date('2026-03-11T17:00Z'));
  });

  it('gives each chosen topic the minutes of its own field, and a line to each free answer', () => {
    const read = readDraftForm(
      { ...empty, topicIds: [topics[1]!.id], minutes: ['45', '30'], others: ' Nichts davon\n\n' },
      zone,
    );
    expect(read.options).toEqual([
      { topicId: topics[1]!.id, title: '', minutes: 30 },
      { topicId: null, title: 'Nichts davon', minutes: null },
    ]);
  });

  it('comes back from storage as it went in', () => {
    const form = { ...empty, title: 'Was?', topicIds: [topics[0]!.id], places: 2, others: 'Frei' };
    const read = readDraftForm(form, zone);
    const stored = { ...read, id: read.ballotId, closesAt: read.closesAt!, title: 'Was?' };
    expect(storedDraftForm(stored, topics, zone)).toEqual(form);
  });

  it('asks for places or minutes', () => {
    const problems = draftForm.safeParse({ ...empty, title: 'x' }).error?.issues;
    expect(problems?.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['places', 'places_or_minutes_needed'],
    ]);
  });
});
