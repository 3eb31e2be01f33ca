/** What stands in the fields of a form, by name; of choices, what is chosen. */
export type TypedFields = Record<string, string[]>;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const NOT_TYPED = ['hidden', 'password', 'file', 'submit', 'button', 'reset', 'fieldset', 'output'];

/** Fields of the editor keep themselves. */
const controlsOf = (form: HTMLFormElement): Control[] =>
  ([...form.elements] as Control[]).filter(
    ({ name, type, dataset }) =>
      name !== '' && !NOT_TYPED.includes(type) && dataset.keepsItself === undefined,
  );

const isChoice = (control: Control): control is HTMLInputElement =>
  control.type === 'radio' || control.type === 'checkbox';

export function readFields(form: HTMLFormElement): TypedFields {
  const fields: TypedFields = {};
  for (const control of controlsOf(form)) {
    const values = (fields[control.name] ??= []);
    if (!isChoice(control) || control.checked) values.push(control.value);
  }
  return fields;
}

/** Puts into the fields what was typed before, as if it were typed now. Fields that are gone are left out. */
export function writeFields(form: HTMLFormElement, fields: TypedFields): void {
  const seen = new Map<string, number>();
  for (const control of controlsOf(form)) {
    const index = seen.get(control.name) ?? 0;
    seen.set(control.name, index + 1);
    const values = fields[control.name];
    if (!values) continue;
    if (isChoice(control)) {
      const isChosen = values.includes(control.value);
      if (control.checked === isChosen) continue;
      control.checked = isChosen;
    } else {
      const value = values[index];
      if (value === undefined || control.value === value) continue;
      control.value = value;
    }
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
