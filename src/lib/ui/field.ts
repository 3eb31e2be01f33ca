import type { Component, Snippet } from 'svelte';

/** An icon from `@lucide/svelte/icons/…`. */
export type Icon = Component<{ size?: number | string; strokeWidth?: number | string }>;

/** What every field takes. `errors` is what superforms gives for the field: `$errors.title`.
 *
 *  A parent either binds `value`, or gives `defaultValue` (`defaultChecked`, `defaultValues`): what
 *  the field starts with, and goes back to when its form is reset. A `value` that is not bound would
 *  be put in again whenever the page is fetched again, over what is typed; a default that is fetched
 *  again and is still the same leaves it alone. */
export interface FieldProps {
  name: string;
  label: string;
  /** Needed only where two forms of a page have fields of the same name. */
  id?: string;
  hint?: string;
  errors?: string[] | undefined;
  required?: boolean;
  /** False where a form says once that nothing has to be filled, or one of several fields is enough. */
  showsOptional?: boolean;
}

/** The native attributes of a control that a field passes on untouched. */
export type NativeAttributes<Attributes> = Omit<
  Attributes,
  | 'name'
  | 'id'
  | 'type'
  | 'value'
  | 'defaultValue'
  | 'checked'
  | 'defaultChecked'
  | 'required'
  | 'class'
  | 'style'
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
