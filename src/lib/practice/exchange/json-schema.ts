import { z } from 'zod';
import { fieldNames } from '../fields';
import { fieldLabel } from '../labels';
import { exchangeFile, SCHEMA_PATH } from './format';

type Node = Record<string, unknown> & { properties: Record<string, Record<string, unknown>> };

/**
 * The published schema of a file with examples (JSON Schema, draft 2020-12), made from what the import
 * reads. Each field has its English name as title and its German one as description.
 */
export function practiceSchema(origin: string): Record<string, unknown> {
  const schema = z.toJSONSchema(exchangeFile, { io: 'input' }) as unknown as Node;
  const practice = (schema.properties.practices as { items: Node }).items;
  for (const field of fieldNames)
    Object.assign(practice.properties[field]!, {
      title: fieldLabel(field, { locale: 'en' }),
      description: fieldLabel(field, { locale: 'de' }),
    });
  return { $id: `${origin}${SCHEMA_PATH}`, title: 'Werkraum: practice examples', ...schema };
}
