import { expect, test } from 'vitest';
import { headings } from './headings';

const gist = 'Bürgerinnen und Bürger entscheiden selbst über kleine Beträge bis 500 Euro.';

test('names the town, and where one has several, what each is about', () => {
  expect(
    headings([
      { teamName: 'Ahlen', gist },
      { teamName: 'Ahlen', gist: 'Der Treff lebt.' },
      { teamName: 'Menden', gist },
    ]),
  ).toEqual(['Ahlen: Bürgerinnen und Bürger …', 'Ahlen: Der Treff lebt.', 'Menden']);
});

test('counts where even that is the same', () => {
  const same = { teamName: 'Ahlen', gist };
  expect(new Set(headings([same, same, same]))).toHaveProperty('size', 3);
});
