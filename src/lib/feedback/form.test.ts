import { describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { answersForm, answersFrom, fieldOf, NO_ANSWER, questionsForm, questionsFrom } from './form';
import { countSteps, fits, inOrder, meanOf, usualQuestions } from './questions';

const own = { id: newId(), kind: 'scale' as const, text: 'Die Pausen waren lang genug.' };
const questions = { ...usualQuestions(), own: [own] };

describe('the form of the moderators', () => {
  it('leaves out own questions without words, and keeps the kind of the others', () => {
    const { data } = questionsForm.safeParse({
      scales: ['open', 'helpful'],
      texts: [],
      ownText: ['', ' Und das Essen? '],
      ownKind: ['scale', 'text'],
      days: 7,
    });
    expect(questionsFrom(data!)).toMatchObject({
      scales: ['helpful', 'open'],
      own: [{ kind: 'text', text: 'Und das Essen?' }],
    });
  });

  it('asks something', () => {
    const nothing = { scales: [], texts: [], ownText: [' '], ownKind: ['text'], days: 7 };
    expect(questionsForm.safeParse(nothing).error?.issues).toMatchObject([{ path: ['scales'] }]);
  });
});

describe('the form of the teams', () => {
  const schema = answersForm(questions);

  it('takes steps as numbers, texts as they are, and leaves out what is empty', () => {
    const sent = {
      [fieldOf('helpful')]: '4',
      [fieldOf(own.id)]: NO_ANSWER,
      [fieldOf('open')]: '',
      [fieldOf('best')]: ' 5 ',
    };
    const answers = answersFrom(schema.parse(sent), questions);
    expect(answers).toEqual({ helpful: 4, best: '5' });
    expect(fits(answers, questions)).toBe(true);
  });

  it('takes no step that is not there, and no text that is too long', () => {
    for (const wrong of [{ [fieldOf('helpful')]: '6' }, { [fieldOf('best')]: 'x'.repeat(2_001) }])
      expect(schema.safeParse(wrong).success).toBe(false);
  });
});

describe('answers', () => {
  it('fit where each is to a question of its kind', () => {
    expect(fits({}, questions)).toBe(false);
    expect(fits({ helpful: 'viel' }, questions)).toBe(false);
    expect(fits({ best: 3 }, questions)).toBe(false);
    expect(fits({ [newId()]: 3 }, questions)).toBe(false);
    expect(fits({ [own.id]: 3 }, questions)).toBe(true);
  });

  it('are asked for with the steps first', () => {
    expect(inOrder(questions).map(({ kind }) => kind)).toEqual([
      ...Array<string>(5).fill('scale'),
      ...Array<string>(2).fill('text'),
    ]);
  });

  it('are counted and averaged', () => {
    expect(countSteps([5, 1, 5])).toEqual([1, 0, 0, 0, 2]);
    expect(meanOf([5, 1, 5])).toBeCloseTo(11 / 3);
    expect(meanOf([])).toBeNull();
  });
});
