import type { Component, Snippet } from 'svelte';

/** An icon from `@lucide/svelte/icons/…`. */
export type Icon = Component<{ size?: number | string; strokeWidth?: number | string }>;

/** What every field takes. `errors` is what superforms gives for the field: `$errors.title`. */
export interface FieldProps {
  name: string;
  label: string;
  /** Needed only where two forms of a page have fields of the same name. */
  id?: string;
  hint?: string;
  errors?: string[] | undefined;
  required?: boolean;
}

/** The native attributes of a control that a field passes on untouched. */
export type NativeAttributes<Attributes> = Omit<
  Attributes,
  'name' | 'id' | 'type' | 'value' | 'checked' | 'required' | 'class' | 'style'
>;

/** What a control gets from its Field: spread it onto the control. */
export interface ControlAttributes {
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

export type ControlSnippet = Snippet<[ControlAttributes]>;

/** The id of a field's control, so that an ErrorSummary can link to it. */
export const fieldId = (name: string): string => `field-${name}`;

/** Errors by field, as a form's answer has them, in the order of `labels`, for an ErrorSummary. */
export const listErrors = (
  errors: object | undefined,
  labels: Record<string, string>,
): { path: string; messages: string[] }[] =>
  Object.keys(labels).flatMap((path) => {
    const messages = (errors as Record<string, string[] | undefined> | undefined)?.[path];
    return messages?.length ? [{ path, messages }] : [];
  });
