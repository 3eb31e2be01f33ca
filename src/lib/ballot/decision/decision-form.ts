/** A decision as it is typed. */
export interface DecisionDraft {
  statement: { html: string; plain: string };
  items: { optionId: string; isChosen: boolean; reason: string }[];
}

/** Names of the fields of one option. */
export const fieldsOf = (optionId: string) => ({
  choice: `choice-${optionId}`,
  reason: `reason-${optionId}`,
});

/** Reads the fields of all options; the statement is read by its own field. */
export function readDecisionItems(
  form: FormData,
  optionIds: readonly string[],
): DecisionDraft['items'] {
  return optionIds.map((optionId) => {
    const names = fieldsOf(optionId);
    return {
      optionId,
      isChosen: form.get(names.choice) === 'take',
      reason: String(form.get(names.reason) ?? ''),
    };
  });
}
