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

/** The options that depart from the result without a reason. */
export const missingReasonsOf = (
  items: DecisionDraft['items'],
  chosen: readonly string[] = [],
): string[] =>
  items
    .filter(({ optionId, isChosen }) => isChosen !== chosen.includes(optionId))
    .filter(({ reason }) => reason.trim() === '')
    .map(({ optionId }) => optionId);

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
