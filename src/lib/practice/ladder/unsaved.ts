/** The id of a wording that is typed and not saved, now in sight: it would not be what others read. */
export function unsavedWording(): string | null {
  const fields = document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
    'form[action^="?/edit"] :is(textarea, input[type="checkbox"])',
  );
  const found = [...fields].find((field) =>
    field instanceof HTMLInputElement
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue,
  );
  const details = found?.closest('details');
  if (details) details.open = true;
  return found?.id ?? null;
}
