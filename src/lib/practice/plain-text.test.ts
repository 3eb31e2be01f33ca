import { expect, test } from 'vitest';
import { blocksOf } from './plain-text';

test('parts paragraphs at empty lines, and takes bullets as lists', () => {
  expect(blocksOf('Erst\nnoch\n\nDann:\n- eins\n– zwei\n\nEnde')).toEqual([
    { kind: 'paragraph', lines: ['Erst', 'noch'] },
    { kind: 'paragraph', lines: ['Dann:'] },
    { kind: 'list', items: ['eins', 'zwei'] },
    { kind: 'paragraph', lines: ['Ende'] },
  ]);
  expect(blocksOf(' \n')).toEqual([]);
});
