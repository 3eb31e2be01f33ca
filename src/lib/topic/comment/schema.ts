import { z } from 'zod';
import { topicRef } from '../schema';

const id = z.uuid();

/** A comment's body as HTML; the server cleans it, and refuses one that says nothing. */
const body = z.string().max(20_000);

export const create = topicRef.extend({ id, body, quotedId: id.nullable().default(null) });
export type CreateComment = z.output<typeof create>;

export const edit = topicRef.extend({ id, body, version: z.number().int().min(1) });
export type EditComment = z.output<typeof edit>;

export const commentRef = topicRef.extend({ id });
export type CommentRef = z.output<typeof commentRef>;
