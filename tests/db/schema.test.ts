import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const withoutLayout = (text: string) =>
  text
    .replace(/\/\/.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

it('has a migration for every change of the schema (npm run migration -- NAME)', () => {
  const files = globSync('prisma/schema/*.prisma').sort();
  const schema = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const migrated = readFileSync('prisma/migrations/datamodel.prisma', 'utf8');
  // Compared as a whole: the difference of two long texts would say less than the command above.
  expect(withoutLayout(migrated) === withoutLayout(schema)).toBe(true);
});
