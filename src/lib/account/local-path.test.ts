import { describe, expect, it } from 'vitest';
import { localPath } from './local-path';

describe('the page after signing in', () => {
  it.each(['/', '/cohorts/1/topics?sort=new', '/account#sessions'])('%s is ours', (to) => {
    expect(localPath(to)).toBe(to);
  });

  // prettier-ignore
  it.each([
    null, '', 'https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example',
    'javascript:alert(1)', '/\t/evil.example', '/.//evil.example', 'topics', '/sign-out', '/sign-in?to=/x',
  ])('%s leads to the start page', (to) => {
    expect(localPath(to)).toBe('/');
  });
});
