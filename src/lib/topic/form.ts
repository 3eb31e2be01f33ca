import { z } from 'zod';
import { readRichText } from '$lib/platform/plain-text';
import { richFields, topicText, type RichField } from './schema';

/** What the form of a topic sends besides its words. */
export const topicForm = topicText.extend({
  id: z.uuid(),
  // Without the schema's transformation: behind one, a form's list would be read as one text.
  tags: z.array(z.string().trim().max(40)).max(9).default([]),
  version: z.number().int().min(0),
  /** For a moderator: the team for which the topic is entered. */
  teamId: z.union([z.uuid(), z.literal('')]).default(''),
});

/** The form as it was sent, its rich text put together, and that text as it was typed. */
export async function readTopicForm(request: Request) {
  const form = await request.formData();
  const plain = Object.fromEntries(
    richFields.map((field) => [field, String(form.get(field) ?? '')]),
  ) as Record<RichField, string>;
  for (const field of richFields) form.set(field, readRichText(form, field));
  return { form, plain };
}
